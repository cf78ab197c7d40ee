import { everybody } from '#mechanisms/access/roles.ts';
import { declareSubject } from '#mechanisms/approvals/subjects.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule, together } from '#platform/module.ts';
import { actions as booking } from './bookings/actions.ts';
import { listens } from './bookings/listens.ts';
import { queries as bookings } from './bookings/queries.ts';
import { settings, subject } from './bookings/route.ts';
import { rooms as contract } from './contract.ts';
import { actions as feeding } from './feeds/actions.ts';
import { listens as invited } from './feeds/invitations.ts';
import { queries as feeds } from './feeds/queries.ts';
import { actions as picturing } from './photos/actions.ts';
import { actions as attending } from './presence/actions.ts';
import { queries as doors } from './presence/queries.ts';
import { tick } from './presence/tick.ts';
import { actions as keeping } from './register/actions.ts';
import { queries as register } from './register/queries.ts';
import { actions as repeating } from './series/actions.ts';
import { queries as series } from './series/queries.ts';
import { actions as proposing } from './statistics/actions.ts';
import { queries as statistics } from './statistics/queries.ts';
import { actions as waiting } from './waiting/actions.ts';
import { listens as freed } from './waiting/offers.ts';
import { queries as waits } from './waiting/queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

declareMessages(zh.messages, en.messages, { 'rooms.cancelled_by_office': { mail: 'usually', zh: '我的会议室预订被取消', en: 'My booking of a room was cancelled' }, 'rooms.offered': { mail: 'usually', zh: '候补的会议室空出来', en: 'A room I waited for fell free' }, 'rooms.not_decided': { mail: 'usually', zh: '会议室预订到时没有批准', en: 'A booking was not approved in time' }, 'rooms.nobody_came': { mail: 'on_wish', zh: '没有签到，会议室已释放', en: 'Nobody signed in: the room was released' } });
declareSubject(subject);

export const rooms = defineModule({
  name: 'rooms',
  contract,
  queries: { ...register, ...bookings, ...series, ...waits, ...doors, ...feeds, ...statistics },
  actions: { ...keeping, ...picturing, ...booking, ...repeating, ...waiting, ...attending, ...feeding, ...proposing },
  listens: { ...listens, ...together(freed, invited) },
  jobs: { 'rooms.tick': { cron: '* * * * *', retries: 0, timeout: 55, work: ({ db, now }) => tick(db, now()) } },
  registers: { 'rooms.booking': 'HYS{year}-{seq:4}', 'rooms.series': 'HYX{year}-{seq:3}' },
  constraints: { room_bookings_one_at_a_time: 'rooms.taken', rooms_names_differ: 'rooms.name_taken', room_proposals_once: 'rooms.proposed_already' },
  alarms: ['rooms.wrong_code'],
  settings,
  grants: { 'rooms.read': everybody, 'rooms.book': everybody, 'rooms.manage': ['office.clerk', 'office.director'], 'rooms.patrol': ['office.clerk', 'office.director', 'receptionist', 'technician'] },
});

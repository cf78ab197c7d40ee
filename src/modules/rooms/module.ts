import { everybody } from '#mechanisms/access/roles.ts';
import { declareSubject } from '#mechanisms/approvals/subjects.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule } from '#platform/module.ts';
import { actions as booking } from './bookings/actions.ts';
import { listens } from './bookings/listens.ts';
import { queries as bookings } from './bookings/queries.ts';
import { settings, subject } from './bookings/route.ts';
import { rooms as contract } from './contract.ts';
import { actions as keeping } from './register/actions.ts';
import { queries as register } from './register/queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

declareMessages(zh.messages, en.messages, { 'rooms.cancelled_by_office': { mail: 'usually', zh: '我的会议室预订被取消', en: 'My booking of a room was cancelled' } });
declareSubject(subject);

export const rooms = defineModule({
  name: 'rooms',
  contract,
  queries: { ...register, ...bookings },
  actions: { ...keeping, ...booking },
  listens,
  registers: { 'rooms.booking': 'HYS{year}-{seq:4}' },
  constraints: { room_bookings_one_at_a_time: 'rooms.taken', rooms_names_differ: 'rooms.name_taken' },
  settings,
  grants: { 'rooms.read': everybody, 'rooms.book': everybody, 'rooms.manage': ['office.clerk', 'office.director'] },
});

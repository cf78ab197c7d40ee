import { everybody } from '#mechanisms/access/roles.ts';
import { declareSubject } from '#mechanisms/approvals/subjects.ts';
import { declarePromises } from '#mechanisms/deadlines/promises.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule } from '#platform/module.ts';
import { actions as calling } from './calling/actions.ts';
import { meetings as contract } from './contract.ts';
import { actions as preparing } from './equipment/actions.ts';
import { queries as preparations } from './equipment/queries.ts';
import { listens as placed } from './place/listens.ts';
import { actions as planning } from './planning/actions.ts';
import { queries as plans, transfers } from './planning/queries.ts';
import { listens as approved, subject } from './planning/route.ts';
import { actions as resolving } from './resolutions/actions.ts';
import { listens as resolutionTold, promised } from './resolutions/listens.ts';
import { queries as ledger } from './resolutions/queries.ts';
import { settings } from './settings.ts';
import { actions as signingIn } from './signin/actions.ts';
import { queries as attendances } from './signin/queries.ts';
import { actions as sitting } from './sitting/actions.ts';
import { queries as sittings } from './sitting/queries.ts';
import { actions as topics } from './topics/actions.ts';
import { listens as proposed } from './topics/listens.ts';
import { queries as topicLists } from './topics/queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

declareMessages(zh.messages, en.messages, {
  'meetings.called': { mail: 'always', zh: '会议通知', en: 'Called to a meeting' },
  'meetings.changed': { mail: 'always', zh: '会议变更', en: 'A meeting changes' },
  'meetings.cancelled': { mail: 'always', zh: '会议取消', en: 'A meeting is cancelled' },
  'meetings.deputised': { mail: 'usually', zh: '受委托参加会议', en: 'Going to a meeting for somebody' },
  'meetings.reply_urged': { mail: 'usually', zh: '催会议回执', en: 'Reminded to answer' },
  'meetings.resolved': { mail: 'usually', zh: '会议决议交办', en: 'A resolution to carry out' },
  'meetings.resolution_due': { mail: 'usually', zh: '会议决议快到期', en: 'A resolution is due soon' },
  'meetings.resolution_late': { mail: 'always', zh: '会议决议逾期', en: 'A resolution is late' },
  'meetings.resolution_urged': { mail: 'usually', zh: '催办会议决议', en: 'Reminded of a resolution' },
  'meetings.topic_put_off': { mail: 'usually', zh: '议题暂缓', en: 'A topic is put off' },
  'meetings.room_lost': { mail: 'always', zh: '会议的会议室落空', en: 'A meeting lost its room' },
  'meetings.equipment_defect': { mail: 'always', zh: '会场设备有问题', en: 'Something is broken where a meeting will be' },
  'meetings.topic_returned': { mail: 'usually', zh: '议题退回', en: 'A topic comes back' },
});

declareSubject(subject);
declarePromises(promised);

export const meetings = defineModule({
  name: 'meetings',
  contract,
  queries: { ...topicLists, ...plans, ...preparations, ...attendances, ...sittings, ...ledger },
  actions: { ...topics, ...planning, ...calling, ...preparing, ...signingIn, ...sitting, ...resolving },
  transfers: { ...transfers },
  registers: { 'meetings.resolution': '决〔{year}〕{seq}号' },
  listens: { ...proposed, ...approved, ...placed, ...resolutionTold },
  constraints: { meeting_items_topic_in_one_meeting: 'meetings.topic_elsewhere', resolution_deferrals_one_open: 'meetings.deferral_waits', meeting_attendance_once: 'meetings.signed_in_already' },
  settings,
  grants: {
    'meetings.take_part': everybody,
    'meetings.read_all': ['office.clerk', 'office.director', 'leader', 'principal'],
    'meetings.manage': ['office.clerk', 'office.director'],
    'meetings.prepare': ['office.clerk', 'office.director', 'technician'],
  },
});

import { everybody } from '#mechanisms/access/roles.ts';
import { declareSubject } from '#mechanisms/approvals/subjects.ts';
import { declarePromises } from '#mechanisms/deadlines/promises.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule, together } from '#platform/module.ts';
import { actions as calling } from './calling/actions.ts';
import { meetings as contract } from './contract.ts';
import { queries as notices } from './calling/queries.ts';
import { actions as preparing } from './equipment/actions.ts';
import { queries as preparations } from './equipment/queries.ts';
import { actions as handing } from './materials/actions.ts';
import { endAccess, listens as materialTold, promised as materialsPromised } from './materials/listens.ts';
import { queries as materials } from './materials/queries.ts';
import { actions as minuting } from './minutes/actions.ts';
import { listens as minutesTold, promised as minutesPromised } from './minutes/listens.ts';
import { queries as minuteBooks } from './minutes/queries.ts';
import { subject as minutesSubject } from './minutes/route.ts';
import { actions as writing, queries as texts } from './papers/actions.ts';
import { listens as placed } from './place/listens.ts';
import { listens as paperTold, making } from './papers/making.ts';
import { actions as planning } from './planning/actions.ts';
import { queries as plans, transfers } from './planning/queries.ts';
import { listens as approved, subject } from './planning/route.ts';
import { actions as reporting } from './reports/actions.ts';
import { tick } from './reports/making.ts';
import { queries as reported } from './reports/queries.ts';
import { actions as resolving } from './resolutions/actions.ts';
import { listens as resolutionTold, promised } from './resolutions/listens.ts';
import { queries as ledger } from './resolutions/queries.ts';
import { actions as seating } from './seating/actions.ts';
import { queries as seats } from './seating/queries.ts';
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
  'meetings.material_asked': { mail: 'usually', zh: '准备会议材料', en: 'Material for a meeting' },
  'meetings.material_late': { mail: 'always', zh: '会议材料逾期', en: 'Material for a meeting is late' },
  'meetings.material_urged': { mail: 'usually', zh: '催交会议材料', en: 'Reminded of material' },
  'meetings.material_given': { mail: 'usually', zh: '会议材料请阅', en: 'Material to read' },
  'meetings.equipment_defect': { mail: 'always', zh: '会场设备有问题', en: 'Something is broken where a meeting will be' },
  'meetings.minutes_sent': { mail: 'always', zh: '会议纪要征求意见', en: 'Minutes to read and correct' },
  'meetings.minutes_final': { mail: 'usually', zh: '会议纪要印发', en: 'Minutes issued' },
  'meetings.minutes_drawn_anew': { mail: 'always', zh: '会议纪要重新起草', en: 'Minutes drawn anew' },
  'meetings.minutes_due': { mail: 'usually', zh: '会议纪要快到时限', en: 'Minutes are due soon' },
  'meetings.minutes_late': { mail: 'always', zh: '会议纪要超过时限', en: 'Minutes are late' },
  'meetings.minutes_escalated': { mail: 'always', zh: '会议纪要超时未办', en: 'Minutes are still late' },
  'meetings.correction_taken': { mail: 'on_wish', zh: '纪要修改意见已采纳', en: 'A correction was taken' },
  'meetings.correction_refused': { mail: 'usually', zh: '纪要修改意见未采纳', en: 'A correction was not taken' },
  'meetings.report_made': { mail: 'always', zh: '会议决议落实情况汇总', en: 'Resolutions summed up' },
  'meetings.report_finished': { mail: 'usually', zh: '会议决议落实情况定稿', en: 'A report is final' },
  'meetings.topic_returned': { mail: 'usually', zh: '议题退回', en: 'A topic comes back' },
});

declareSubject(subject);
declareSubject(minutesSubject);
declarePromises([...promised, ...materialsPromised, ...minutesPromised]);

export const meetings = defineModule({
  name: 'meetings',
  contract,
  queries: { ...topicLists, ...plans, ...notices, ...preparations, ...seats, ...materials, ...attendances, ...sittings, ...ledger, ...texts, ...minuteBooks, ...reported },
  actions: { ...topics, ...planning, ...calling, ...preparing, ...seating, ...handing, ...signingIn, ...sitting, ...resolving, ...writing, ...minuting, ...reporting },
  transfers: { ...transfers },
  registers: { 'meetings.resolution': '决〔{year}〕{seq}号', 'meetings.minutes': '纪要〔{year}〕{seq}号', 'meetings.note': '更正〔{year}〕{seq}号' },
  jobs: {
    'meetings.make_paper': making,
    'meetings.reports': { cron: '*/5 * * * *', retries: 0, timeout: 240, work: ({ db, now }) => tick(db, now()) },
    'meetings.end_access': { cron: '* * * * *', retries: 0, timeout: 55, work: async ({ db, now }) => void (await endAccess(db, now())) },
  },
  listens: together(proposed, approved, placed, resolutionTold, materialTold, minutesTold, paperTold),
  constraints: { meeting_items_topic_in_one_meeting: 'meetings.topic_elsewhere', resolution_deferrals_one_open: 'meetings.deferral_waits', meeting_attendance_once: 'meetings.signed_in_already', meeting_papers_one_open_note: 'meetings.note_open' },
  alarms: ['meetings.stub_has_no_files', 'meetings.text_is_classified', 'meetings.wrong_code'],
  settings,
  grants: {
    'meetings.take_part': everybody,
    'meetings.read_all': ['office.clerk', 'office.director', 'leader', 'principal'],
    'meetings.manage': ['office.clerk', 'office.director'],
    'meetings.prepare': ['office.clerk', 'office.director', 'technician'],
  },
});

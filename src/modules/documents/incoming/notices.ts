import type { Kind } from '#mechanisms/notifications/wording.ts';

/** What may come by mail as well (IN-5, IN-6). What is late or urged always does. */
export const notices: Readonly<Record<string, Kind>> = {
  'incoming.urged': { mail: 'always', zh: '催办', en: 'Reminders' },
  'incoming.late': { mail: 'always', zh: '已超时', en: 'Overdue' },
  'incoming.escalated': { mail: 'always', zh: '超时上报', en: 'Overdue, passed up' },
  'incoming.dispatched': { mail: 'usually', zh: '来文分办到本部门', en: 'Documents for my department' },
  'incoming.task': { mail: 'usually', zh: '领导交办', en: 'Tasks from leaders' },
  'incoming.task_done': { mail: 'usually', zh: '交办事项完成', en: 'Tasks finished' },
  'incoming.feedback': { mail: 'usually', zh: '办理结果', en: 'Results' },
  'incoming.reopened': { mail: 'usually', zh: '退回重办', en: 'To be done again' },
  'incoming.lead_changed': { mail: 'usually', zh: '改主办', en: 'Another lead' },
  'incoming.paper_lost': { mail: 'usually', zh: '原件遗失', en: 'Original lost' },
  'incoming.part_withdrawn': { mail: 'on_wish', zh: '撤回分办', en: 'Taken back from my department' },
  'incoming.amended': { mail: 'on_wish', zh: '批示有修改', en: 'Instructions amended' },
  'incoming.warned': { mail: 'on_wish', zh: '即将超时', en: 'Due soon' },
  'incoming.instruct': { mail: 'on_wish', zh: '请我批示', en: 'Instructions asked of me' },
  'incoming.assigned': { mail: 'on_wish', zh: '指派我承办', en: 'Assigned to me' },
  'incoming.read': { mail: 'on_wish', zh: '请我阅文', en: 'Documents to read' },
};

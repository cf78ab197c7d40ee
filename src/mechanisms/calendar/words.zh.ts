import type { Words } from '#platform/words.ts';
import type { calendar, DayKind, faultReasons } from './contract.ts';

export type CalendarLabel =
  | 'calendar' | 'year' | 'published' | 'unpublished' | 'publish' | 'withdraw' | 'source' | 'days' | 'kind' | 'name' | 'why' | 'save' | 'ordinary'
  | 'terms' | 'term' | 'addTerm' | 'starts' | 'ends' | 'timetables' | 'addTimetable' | 'hours' | 'weekdays' | 'forTheRest' | 'closedThen' | 'remove'
  | 'import' | 'notice' | 'noticeText' | 'noticeHint' | 'read' | 'file' | 'fileHint' | 'proposed' | 'faults' | 'confirm'
  | 'workingDays' | 'history' | 'weekend' | 'today' | 'editDay' | 'cancel' | 'newDays' | 'changedDays' | 'sameDays' | 'line' | 'more' | 'confirmed' | 'publishHint' | 'change' | 'hoursHint' | 'withdrawHint' | 'undo' | 'undone' | 'effect' | 'effectLines' | 'noDue' | 'pausedNow' | 'missingHint';

export interface Effects {
  earlier: number;
  later: number;
  lost: number;
  found: number;
  overdue: number;
}

export type CalendarWords = Words<typeof calendar, DayKind, CalendarLabel> & {
  faults: Record<(typeof faultReasons)[number], string>;
  changes: Record<'marked' | 'confirmed' | 'published' | 'withdrawn' | 'term' | 'timetable' | 'undone', string>;
  weekdays: readonly string[];
  /** Weekdays over the columns of a month. */
  heads: readonly string[];
  months: readonly string[];
  notPublished: (year: number) => string;
  monthDays: (days: number) => string;
  effect: (counts: Effects) => string;
};

export const zh = {
  labels: {
    calendar: '校历', year: '年度', published: '已发布', unpublished: '未发布', publish: '发布', withdraw: '撤回发布', source: '依据', days: '特殊日期', kind: '类型', name: '名称',
    why: '原因', save: '保存', ordinary: '按平常', terms: '学期', term: '学期', addTerm: '添加学期', starts: '起', ends: '止', timetables: '作息时间', addTimetable: '添加作息',
    hours: '办公时间', weekdays: '适用星期', forTheRest: '全年其余日期', closedThen: '不办公', remove: '删除', import: '导入', notice: '放假通知', noticeText: '通知全文',
    noticeHint: '粘贴国务院办公厅当年节假日安排的通知，读出的日期经核对后采用。', read: '读取', file: '选择文件', fileHint: '放假通知的 PDF 或照片，或三列的 XLSX（日期、类型、名称）、JSON。',
    proposed: '读出的日期', faults: '需要核对', confirm: '采用这些日期', workingDays: '工作日', history: '变更记录', weekend: '周末', today: '今天',
    editDay: '修改日期', cancel: '取消', newDays: '新增', changedDays: '改变', sameDays: '未变', line: '原文', more: '更多', confirmed: '日期已采用，尚未发布的年度请核对后发布。',
    publishHint: '发布后，各项时限按本年度校历计算。', change: '修改', hoursHint: '按先后填写各段，用空格分开；不填表示不办公。', withdrawHint: '撤回后，落在本年度的时限暂不显示截止时间，重新发布后恢复。',
    undo: '撤销', undone: '已撤销', effect: '对进行中时限的影响', effectLines: '逐件查看', noDue: '待校历发布', pausedNow: '暂停中', missingHint: '，跨到该年度的时限暂不能确定，发布后自动算出。',
  },
  states: { holiday: '放假', makeup: '调休补班', morning: '仅上午办公', afternoon: '仅下午办公', closed: '本校休息' },
  refusals: {
    'calendar.no_such_day': '没有这一天。',
    'calendar.another_year': '所列日期不属于该年度及其前后一年。',
    'calendar.day_twice': '同一天列了两次。',
    'calendar.makeup_on_a_weekday': '补班日应在周六或周日。',
    'calendar.reason_needed': '该年度已发布，修改须说明原因。',
    'calendar.already_published': '该年度校历已发布。',
    'calendar.not_published': '该年度校历尚未发布。',
    'calendar.holidays_missing': '节假日尚未录入，不能发布。',
    'calendar.ends_before_it_starts': '结束日期须在开始日期之后。',
    'calendar.terms_overlap': '与另一学期的日期重叠。',
    'calendar.hours_out_of_order': '办公时间须按先后填写，且不能重叠。',
    'calendar.no_hours': '全年作息不能为空。',
    'calendar.one_for_the_rest': '全年其余日期的作息只有一份，不能添加第二份，也不能删除。',
    'calendar.file_not_read_yet': '文件的文字尚在识别，请稍候再读。',
    'calendar.file_unreadable': '文件中没有可读的文字。',
    'calendar.no_days_found': '没有读出任何日期。',
    'calendar.changed_since': '其后还有变更，请先撤销较新的变更。',
    'calendar.already_undone': '这项变更已撤销。',
    'calendar.not_a_sheet': '不是可读的 XLSX 或 JSON 文件。',
  },
  faults: {
    'calendar.not_understood': '没有读懂这一句，其中的日期未采用，请对照原文自行设定',
    'calendar.no_year': '没有找到通知的年份',
    'calendar.festival_missing': '通知中没有读到这个节日',
    'calendar.weekday_differs': '日期与所写的星期不符',
    'calendar.count_differs': '日期与所写的天数不符',
    'calendar.no_such_day': '没有这一天',
    'calendar.range_odd': '起止日期不合常理',
    'calendar.no_such_kind': '类型无法识别',
    'calendar.day_twice': '同一天列了两次',
    'calendar.makeup_on_a_weekday': '补班日应在周六或周日',
  },
  changes: { marked: '修改日期', confirmed: '采用一批日期', published: '发布', withdrawn: '撤回发布', term: '学期', timetable: '作息时间', undone: '撤销变更' },
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  heads: ['一', '二', '三', '四', '五', '六', '日'],
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  notPublished: (year) => `${year} 年校历尚未发布`,
  monthDays: (days) => `${days} 个工作日`,
  effect: ({ earlier, later, lost, found, overdue }) => {
    const parts = [earlier && `${earlier} 件提前到期`, later && `${later} 件延后到期`, found && `${found} 件可以确定到期时间`, lost && `${lost} 件暂不能确定到期时间`, overdue && `其中 ${overdue} 件即成超时`];
    return parts.some(Boolean) ? `进行中的公文：${parts.filter(Boolean).join('，')}。` : '进行中的公文，到期时间都不变。';
  },
} satisfies CalendarWords;

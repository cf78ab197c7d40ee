import { msOf, nextDay, numberOfDay, wallAt, weekdayOf } from '#mechanisms/calendar/days.ts';
import type { Words } from '#platform/words.ts';
import type { ClockState, deadlines } from './contract.ts';
import { type Explanation, leftOf, type Step } from './explain.ts';

export type DeadlineLabel =
  | 'board' | 'promise' | 'record' | 'owner' | 'due' | 'started' | 'why' | 'left' | 'all' | 'mine' | 'department'
  | 'nothing' | 'more' | 'state' | 'nobody' | 'promises' | 'length' | 'from' | 'to' | 'life';
export type DeadlineWords = Words<typeof deadlines, ClockState, DeadlineLabel> & { kinds: Record<Explanation['kind'], string>; warns: (time: string) => string; escalates: (minutes: number, time: string, role: string) => string; sentence: (explanation: Explanation) => string; lasting: (minutes: number) => string; still: (dueAt: string, now: string) => string };

const lasting = (minutes: number) => {
  const whole = Math.max(0, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return [hours && `${hours} 小时`, (rest || !hours) && `${rest} 分钟`].filter(Boolean).join(' ');
};

/** Why it is due when it is due, in one sentence. */
export const sentence = (explanation: Explanation): string => {
  const { dueAt, startedAt, minutes, kind, missingYear, overridden, pausedNow, steps } = explanation;
  if (missingYear) return `${missingYear} 年校历尚未发布，时限待校历发布后确定。`;
  if (overridden && dueAt) return `应于 ${moment(dueAt)} 前完成${overridden.reason && `：${overridden.reason}`}。`;
  if (!dueAt && !pausedNow) return `时限为 ${lasting(minutes)}（${kinds[kind]}），已在时限内完成。`;
  const way = steps.map(step);
  if (!dueAt) return `${[...way, `现已暂停${pauseOf(explanation)}`].join('，')}；尚余 ${lasting(leftOf(explanation))}（${kinds[kind]}）。`;
  const due = `应于 ${moment(dueAt)} 前完成。`;
  if (kind === 'elapsed' && steps.length < 2) return `自 ${moment(startedAt)} 起 ${lasting(minutes)}（${kinds[kind]}），${due}`;
  return `${way.join('，')}；共 ${lasting(minutes)}（${kinds[kind]}），${due}`;
};

const kinds = { elapsed: '自然时间', working_days: '工作日', office_hours: '办公时间' };
const skips: Record<string, string> = { weekend: '周末', holiday: '节假日', closed: '本校休息日', no_hours: '非办公日' };

const step = ({ what, fromDay, toDay, days: count, minutes, why }: Step) => {
  if (what === 'used') return fromDay === toDay ? `${weekday(fromDay)}${lasting(minutes)}` : `${days(fromDay, toDay)} ${lasting(minutes)}`;
  const names = why.map((name) => skips[name] ?? name).join('、');
  if (what === 'skipped') return count < numberOfDay(toDay) - numberOfDay(fromDay) + 1 ? `其间${names}共 ${count} 天跳过` : `${days(fromDay, toDay)}${names}跳过`;
  return `暂停 ${lasting(minutes)}${why.length ? `（${names}）` : ''}`;
};

const pauseOf = ({ pauseReason }: Explanation) => (pauseReason ? `（${pauseReason}）` : '');

const date = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
const weekday = (day: string) => `${date(day)}（周${'一二三四五六日'[weekdayOf(day) - 1]}）`;
const days = (from: string, to: string) => {
  if (from === to) return date(from);
  return `${date(from)}至${from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8, 10))}日` : date(to)}`;
};
const moment = (instant: string) => {
  const { day, time } = wallAt(instant);
  return `${weekday(day)}${time}`;
};

/** 还剩 3 小时 20 分钟 · 今天 17:30 前; after the word 已超时: 30 分钟 · 今天 13:40 到期. */
const still = (dueAt: string, now: string) => {
  const minutes = (msOf(dueAt) - msOf(now)) / 60_000;
  const [due, today] = [wallAt(dueAt), wallAt(now).day];
  const day = due.day === today ? '今天' : due.day === nextDay(today) ? '明天' : weekday(due.day);
  return minutes > 0 ? `还剩 ${roughly(minutes)} · ${day} ${due.time} 前` : `${roughly(-minutes)} · ${day} ${due.time} 到期`;
};

/** Minutes near, hours on the next days, days far away. */
const roughly = (minutes: number) => {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (!days) return lasting(minutes);
  return days < 3 && hours ? `${days} 天 ${hours} 小时` : `${days} 天`;
};

export const zh = {
  labels: {
    board: '时限看板', promise: '时限', record: '公文', owner: '责任人', due: '截止', started: '起算', why: '为何此时到期', left: '剩余',
    all: '全部', mine: '我的', department: '本部门', nothing: '没有进行中的时限。公文登记后，每一项承诺在这里倒计时。', more: '更多', state: '状态', nobody: '未指定',
    promises: '服务时限', length: '时长', from: '起', to: '止', life: '公文流程与时限',
  },
  states: { running: '进行中', warned: '即将到期', broken: '已超时', paused: '已暂停', unknown: '待校历发布', kept: '按时', late: '超时办结' },
  refusals: {},
  kinds,
  warns: (time: string) => `用去 ${time} 后预警`,
  escalates: (minutes: number, time: string, role: string) => (minutes ? `超时 ${time} 后报${role}` : `一超时即报${role}`),
  sentence,
  lasting,
  still,
} satisfies DeadlineWords;

import { msOf, nextDay, numberOfDay, wallAt, weekdayOf } from '#mechanisms/calendar/days.ts';
import { type Explanation, leftOf, type Step } from './explain.ts';
import type { DeadlineWords } from './words.zh.ts';

const lasting = (minutes: number) => {
  const whole = Math.max(0, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(' ');
};

/** Why it is due when it is due, in one sentence. */
export const sentence = (explanation: Explanation): string => {
  const { dueAt, startedAt, minutes, kind, missingYear, overridden, pausedNow, steps } = explanation;
  if (missingYear) return `The calendar of ${missingYear} is not published yet; the due time follows when it is.`;
  if (overridden && dueAt) return `Due by ${moment(dueAt)}${overridden.reason && `: ${overridden.reason}`}.`;
  if (!dueAt && !pausedNow) return `${lasting(minutes)} ${kinds[kind]}, done in time.`;
  const way = steps.map(step);
  if (!dueAt) return `${[...way, `paused now${pauseOf(explanation)}`].join(', ')}: ${lasting(leftOf(explanation))} ${kinds[kind]} left.`;
  if (kind === 'elapsed' && steps.length < 2) return `${lasting(minutes)} from ${moment(startedAt)}, ${kinds.elapsed}: due by ${moment(dueAt)}.`;
  return `${way.join(', ')}: ${lasting(minutes)} ${kinds[kind]}, due by ${moment(dueAt)}.`;
};

const kinds = { elapsed: 'round the clock', working_days: 'of working days', office_hours: 'of office time' };
const skips: Record<string, string> = { weekend: 'weekend', holiday: 'holiday', closed: 'school closed', no_hours: 'no office hours' };

const step = ({ what, fromDay, toDay, days: count, minutes, why }: Step) => {
  if (what === 'used') return `${lasting(minutes)} on ${fromDay === toDay ? weekday(fromDay) : days(fromDay, toDay)}`;
  const names = why.map((name) => skips[name] ?? name).join(' and ');
  if (what === 'skipped') return `${names} skipped (${count < numberOfDay(toDay) - numberOfDay(fromDay) + 1 ? `${count} days in between` : days(fromDay, toDay)})`;
  return `paused ${lasting(minutes)}${why.length ? ` (${names})` : ''}`;
};

const pauseOf = ({ pauseReason }: Explanation) => (pauseReason ? ` (${pauseReason})` : '');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const month = (day: string) => months[Number(day.slice(5, 7)) - 1];
const date = (day: string) => `${Number(day.slice(8, 10))} ${month(day)}`;
const weekday = (day: string) => `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(day) - 1]} ${date(day)}`;
const days = (from: string, to: string) => {
  if (from === to) return date(from);
  return from.slice(0, 7) === to.slice(0, 7) ? `${Number(from.slice(8, 10))}–${date(to)}` : `${date(from)} – ${date(to)}`;
};
const moment = (instant: string) => {
  const { day, time } = wallAt(instant);
  return `${weekday(day)} ${time}`;
};

/** 3 h 20 min left · by 17:30 today; after the word Overdue: 30 min · was due 13:40 today. */
const still = (dueAt: string, now: string) => {
  const minutes = (msOf(dueAt) - msOf(now)) / 60_000;
  const [due, today] = [wallAt(dueAt), wallAt(now).day];
  const day = due.day === today ? 'today' : due.day === nextDay(today) ? 'tomorrow' : weekday(due.day);
  return minutes > 0 ? `${roughly(minutes)} left · by ${due.time} ${day}` : `${roughly(-minutes)} · was due ${due.time} ${day}`;
};

/** Minutes near, hours on the next days, days far away. */
const roughly = (minutes: number) => {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (!days) return lasting(minutes);
  return [days === 1 ? '1 day' : `${days} days`, days < 3 && hours && `${hours} h`].filter(Boolean).join(' ');
};

export const en = {
  labels: {
    board: 'Deadlines', promise: 'Promise', record: 'Document', owner: 'Whose', due: 'Due', started: 'Since', why: 'Why it is due then', left: 'left',
    all: 'All', mine: 'Mine', department: 'My department', nothing: 'No open deadlines', more: 'More', state: 'State', nobody: 'Nobody yet',
    promises: 'Service standards', length: 'Length', from: 'From', to: 'To', life: 'Steps and limits',
  },
  states: { running: 'Running', warned: 'Due soon', broken: 'Overdue', paused: 'Paused', unknown: 'Calendar missing', kept: 'In time', late: 'Late' },
  refusals: {},
  kinds,
  warns: (time: string) => `warns after ${time}`,
  escalates: (minutes: number, time: string, role: string) => (minutes ? `passed up ${time} after it broke: ${role}` : `passed up at once: ${role}`),
  sentence,
  lasting,
  still,
} satisfies DeadlineWords;

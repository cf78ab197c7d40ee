import { dayOf } from '#platform/time.ts';
import type { Content } from '../papers/contract.ts';

interface Came {
  name: string;
  part: string;
  reply: string | null;
  why: string;
  /** Who came for them. */
  deputy: string | null;
  /** Signed in; null: nobody signed in at this meeting. */
  came: boolean | null;
}

export interface Recorded {
  title: string;
  place: string;
  chair: string;
  minuteTaker: string;
  startsAt: string;
  endedAt: string;
  people: readonly Came[];
  /** Came although they were not called. */
  others: readonly string[];
  /** Said about no topic. */
  points: readonly string[];
  items: readonly {
    title: string;
    secrecy: number;
    department: string;
    presenter: string;
    state: string;
    why: string;
    points: readonly string[];
    resolutions: readonly { number: string; text: string; department: string; owner: string; assisting: readonly string[]; dueOn: string }[];
  }[];
}

/** 纪要初稿: who came, and topic by topic what was said, resolved or put off, in the words of those who wrote it down. */
export const draftOf = (recorded: Recorded): Content => {
  const present = recorded.people.filter(isPresent);
  return {
    title: recorded.title.endsWith('纪要') ? recorded.title : `${recorded.title}纪要`,
    body: [opening(recorded), ...recorded.points.map(sentence), ...recorded.items.flatMap(topic)].join('\n'),
    attending: present.filter(({ part }) => part === 'attends').map(shown).join('、'),
    absent: recorded.people.filter((one) => !isPresent(one)).map(({ name, reply, why }) => (reply === 'leave' ? `${name}${why && `（${why}）`}` : `${name}（未到）`)).join('、'),
    observing: [...present.filter(({ part }) => part === 'observes').map(shown), ...recorded.others].join('、'),
  };
};

/** By the list that was signed; where nobody signed, by what they answered. */
const isPresent = ({ came, reply }: Came) => came ?? reply !== 'leave';

const shown = ({ name, deputy }: Came) => (deputy ? `${deputy}（代${name}）` : name);

const opening = ({ title, place, chair, minuteTaker, startsAt, endedAt }: Recorded) =>
  `${dayWritten(dayOf(startsAt))}${partOf(startsAt)}，${chair}在${place}主持召开${title}（${clockOf(startsAt)}至${clockOf(endedAt)}），${minuteTaker}记录。现将会议议定事项纪要如下：`;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const han = (n: number) => (n <= 9 ? numerals[n - 1]! : `${n < 20 ? '' : numerals[Math.floor(n / 10) - 1]}十${n % 10 ? numerals[(n % 10) - 1] : ''}`);

const topic = (item: Recorded['items'][number], i: number): string[] => [
  `${han(i + 1)}、${item.secrecy > 0 ? '涉密议题，另行记录' : item.title}`,
  ...(item.secrecy > 0 ? [] : [`${item.presenter}（${item.department}）作了汇报。`, ...item.points.map(sentence)]),
  ...(item.resolutions.length ? ['会议议定：'] : []),
  ...item.resolutions.map((one, n) => (item.secrecy > 0 ? `${n + 1}.另行记录（${one.number}）。` : resolved(one, n))),
  ...(item.state === 'deferred' ? [`会议决定本议题${item.resolutions.length ? '其余内容' : ''}暂缓，另行研究。${item.why && item.secrecy === 0 ? `原因：${sentence(item.why)}` : ''}`] : []),
];

const resolved = ({ number, text, department, owner, assisting, dueOn }: Recorded['items'][number]['resolutions'][number], i: number) =>
  `${i + 1}.${sentence(text)}（${number}，责任部门：${department}，责任人：${owner}${assisting.length ? `，协办：${assisting.join('、')}` : ''}，${dayWritten(dueOn)}前完成）`;

/** One paragraph with its stop. */
const sentence = (text: string) => text.replace(/\s+/g, ' ').trim().replace(/([^。！？；：）”])$/, '$1。');

export const dayWritten = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const zone = 8 * 3_600_000;
const clockOf = (at: string) => new Date(Date.parse(at) + zone).toISOString().slice(11, 16);
const partOf = (at: string) => (clockOf(at) < '12:00' ? '上午' : clockOf(at) < '18:00' ? '下午' : '晚');

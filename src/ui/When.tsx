import { useNow } from './now.ts';
import { en } from './words.en.ts';
import { type Language, useLanguage, useWords } from './words.ts';
import { zh } from './words.zh.ts';

const office = 8 * 3_600_000;
const wall = (at: string | number) => new Date(new Date(at).getTime() + office).toISOString();

/** 今天 14:05, 昨天, 11月20日 by the office's clock; in full on hover and on paper. */
export const When = ({ at }: { at: string }) => {
  const language = useLanguage();
  const { labels } = useWords({ zh, en });
  const then = wall(at);
  const full = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(at));
  return <time className="number" dateTime={at} title={full} data-paper={`${then.slice(0, 10)} ${then.slice(11, 16)}`}>{`${dayWord(then.slice(0, 10), language, labels)} ${then.slice(11, 16)}`}</time>;
};

/** A date without an hour: 今天, 11月20日, and the year where it is another. */
export const Day = ({ on }: { on: string | null }) => {
  const language = useLanguage();
  const { labels } = useWords({ zh, en });
  if (!on) return null;
  const full = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));
  return <time className="number" dateTime={on} title={full} data-paper={on}>{dayWord(on, language, labels)}</time>;
};

const dayWord = (day: string, language: Language, labels: (typeof zh)['labels']) => {
  const days = [labels.yesterday, labels.today, labels.tomorrow];
  const near = [-1, 0, 1].findIndex((ahead) => wall(Date.now() + ahead * 86_400_000).slice(0, 10) === day);
  if (near >= 0) return days[near]!;
  const isThisYear = day.slice(0, 4) === wall(Date.now()).slice(0, 4);
  if (language === 'zh') return `${isThisYear ? '' : `${day.slice(0, 4)}年`}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
  return new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }), timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
};

/** 还剩 3 小时 20 分 · 今天 17:30 前: how long still, with the word and the colour. */
export const Left = ({ dueAt }: { dueAt: string | null }) => {
  const { labels } = useWords({ zh, en });
  const now = useNow();
  if (!dueAt) return null;
  const minutes = Math.round((Date.parse(dueAt) - Date.parse(now)) / 60_000);
  const tone = minutes < 0 ? 'late' : minutes < 180 ? 'soon' : 'quiet';
  return (
    <span className={tone}>
      <span className="number">{[minutes < 0 ? labels.over : labels.left, lengthOf(Math.abs(minutes), labels), minutes < 0 ? '' : labels.stillLeft].filter(Boolean).join(' ')}</span> · <span className="number">{minutes < 0 ? labels.limit : labels.by}<When at={dueAt} />{minutes < 0 ? '' : labels.before}</span>
    </span>
  );
};

/** Days and hours far away, hours and minutes near; nothing that is nought. */
const lengthOf = (minutes: number, labels: (typeof zh)['labels']) => {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days && `${days} ${labels.day}`, days < 3 && hours && `${hours} ${labels.hour}`, !days && rest && `${rest} ${labels.minute}`].filter(Boolean);
  return parts.join(' ') || `0 ${labels.minute}`;
};

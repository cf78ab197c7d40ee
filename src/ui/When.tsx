import { useNow } from './now.ts';
import { dayWord, leftUntil, wall } from './times.ts';
import { en } from './words.en.ts';
import { useLanguage, useWords } from './words.ts';
import { zh } from './words.zh.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' };

/** 今天 14:05, 昨天, 11月20日 by the office's clock; in full, with the weekday, on hover and on paper. */
export const When = ({ at }: { at: string }) => {
  const language = useLanguage();
  const { labels } = useWords({ zh, en });
  const now = Date.parse(useNow());
  const [day, time] = [wall(at).slice(0, 10), wall(at).slice(11, 16)];
  const full = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(at));
  return <time className="number" dateTime={at} title={full} data-paper={`${day} ${time}`}>{`${dayWord(day, now, language, labels)} ${time}`}</time>;
};

/** A date without an hour: 今天, 11月20日, and the year where it is another. */
export const Day = ({ on }: { on: string | null }) => {
  const language = useLanguage();
  const { labels } = useWords({ zh, en });
  const now = Date.parse(useNow());
  if (!on) return null;
  const full = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));
  return <time className="number" dateTime={on} title={full} data-paper={on}>{dayWord(on, now, language, labels)}</time>;
};

/** 还剩 3 小时 20 分 · 今天 17:30 前: how long still, with the word and the colour. */
export const Left = ({ dueAt }: { dueAt: string | null }) => {
  const { labels } = useWords({ zh, en });
  const now = Date.parse(useNow());
  if (!dueAt) return null;
  const { words, isLate, tone } = leftUntil(dueAt, now, labels);
  return (
    <span className={tone}>
      <span className="number">{words}</span> · <span className="number">{isLate ? labels.limit : labels.by}<When at={dueAt} />{!isLate && labels.before}</span>
    </span>
  );
};

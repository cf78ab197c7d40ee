import { en } from './words.en.ts';
import { useLanguage, useWords } from './words.ts';
import { zh } from './words.zh.ts';

const office = 8 * 3_600_000;
const wall = (at: string | number) => new Date(new Date(at).getTime() + office).toISOString();

/** 今天 14:05, 昨天, 11月20日 by the office's clock; in full on hover. */
export const When = ({ at }: { at: string }) => {
  const language = useLanguage();
  const { labels } = useWords({ zh, en });
  const [then, now, before] = [wall(at), wall(Date.now()), wall(Date.now() - 86_400_000)];
  const day = then.slice(0, 10);
  const date = language === 'zh' ? `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` : day.slice(5);
  const word = day === now.slice(0, 10) ? labels.today : day === before.slice(0, 10) ? labels.yesterday : day.slice(0, 4) === now.slice(0, 4) ? date : day;
  const full = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(at));
  return <time className="number" dateTime={at} title={full}>{`${word} ${then.slice(11, 16)}`}</time>;
};

/** How long still, with the word and the colour. */
export const Left = ({ dueAt }: { dueAt: string | null }) => {
  const { labels } = useWords({ zh, en });
  if (!dueAt) return null;
  const minutes = Math.round((Date.parse(dueAt) - Date.now()) / 60_000);
  const size = Math.abs(minutes);
  const long = size >= 2880 ? `${Math.floor(size / 1440)} ${labels.day}` : `${size >= 60 ? `${Math.floor(size / 60)} ${labels.hour} ` : ''}${size < 1440 ? `${size % 60} ${labels.minute}` : ''}`;
  const tone = minutes < 0 ? 'late' : minutes < 180 ? 'soon' : 'quiet';
  return <span className={tone}>{`${minutes < 0 ? labels.over : labels.left} ${long}`} · <When at={dueAt} /></span>;
};

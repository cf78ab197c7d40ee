import { linesOf } from './lines.ts';
import { numberIn } from './numbers.ts';
import type { Proposal } from './rules.ts';

interface Mark {
  secrecy?: string | undefined;
  period?: string | undefined;
  urgency?: string | undefined;
  /** A star, a period or the word 密级 stands with it: nobody writes that but to mark. */
  sure: boolean;
  where: string;
}

/** 秘密, 机密 or 绝密 as a mark of its own at the head of a document. Text that only speaks of secrets, or says it is open again, has none. */
export const secrecyOf = (text: string): Proposal | undefined => {
  const found = markOf(linesOf(text));
  return found ? { value: found.secrecy!, where: found.where } : undefined;
};

/** A mark of 密级 in a name: 机密★1年 名册.xlsx. */
export const isMarkedName = (name: string) => /(绝密|机密|秘密)\s*级?\s*[★☆]|[（(【[]\s*(绝密|机密|秘密)级?\s*[）)】\]]/.test(name);

export const periodOf = (lines: readonly string[]): Proposal | undefined => {
  const found = markOf(lines);
  return found?.period ? { value: found.period, where: found.where } : undefined;
};

/** 特急, 加急 and the 特提 of telegrams, in a line of marks above the title. */
export const urgencyOf = (lines: readonly string[]): Proposal | undefined => {
  const found = lines.slice(0, 12).map(readMarks).find((mark) => mark?.urgency);
  return found ? { value: found.urgency === '加急' ? '加急' : '特急', where: found.where } : undefined;
};

const head = { plain: 15, sure: 60 };

const markOf = (lines: readonly string[]) => {
  if (lines.slice(0, head.plain).some(isOpenAgain)) return undefined;
  return lines.slice(0, head.sure).flatMap((line, i) => {
    const mark = readMarks(line);
    return mark?.secrecy && (mark.sure || (i < head.plain && standsAlone(mark, lines, i))) ? [mark] : [];
  })[0];
};

const isOpenAgain = (line: string) => line.length < 24 && /(?:已|予以|现|日)解密|^[（(【]?解密[）)】]?$|^解密(?:日期|时间)[：:]?(?:19|20)\d{2}年/.test(line) && !/尚未|未解密/.test(line);

/** The bare word above all sentences: 秘密 may also be the title of an essay or the middle of a broken line; an official head tells. */
const standsAlone = ({ secrecy }: Mark, lines: readonly string[], i: number) =>
  !lines.slice(0, i).some((line) => /[。！？]|[：:]$/.test(line)) &&
  !/(?:国家|商业|工作|个人|保守|涉及|泄露|技术|的|和|与|、|，|：)$/.test(lines[i - 1] ?? '') && (secrecy !== '秘密' || lines.slice(0, head.plain).some(isOfficial));

const isOfficial = (line: string) => numberIn(line) !== undefined || /文件$|^\d{4,8}$|^关于.*[通知意见决定报告请示批复函纪要]$|的(?:通知|通报|意见|决定|报告|请示|批复|函)$|^(?:特急|加急)$/.test(line);

const stars = '★☆✩✭✮⭐*＊※';
const period = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:年|个月|月|日|天)|长期|永久|启用前|考试前';
const secrecyForm = new RegExp(`(绝密|机密|秘密)级?([${stars}])?(?:(${period})|[^\\d\\s](${period}))?[${stars}]?`);
const labelled = /密级(?:和保密期限|及期限)?[：:]?(绝密|机密|秘密)(?![/／、或和]|[\u4e00-\u9fa5]*[□☐])/;
const urgencyForm = /特急|加急|特提/;
const around = /密级(?:和保密期限|及期限)?|保密期限|份号|紧急程度|缓急程度?|等级|发电|明电|密电|传真|件$|№|No\.?|签发人.*$/g;

/** A line of nothing but marks; one with anything else on it is a sentence. */
const readMarks = (line: string): Mark | undefined => {
  const bare = line.replace(/\s/g, '');
  if (bare.length > 60) return undefined;
  const label = labelled.exec(bare);
  const [found = '', secrecy, star, clear, blurred] = secrecyForm.exec(bare) ?? [];
  const time = clear ?? blurred;
  const urgency = urgencyForm.exec(bare)?.[0];
  const number = numberIn(bare);
  const rest = (number ? bare.replace(number.written, '') : bare).replace(found, '').replace(urgencyForm, '').replace(around, '').replace(new RegExp(`[${stars}\\d：:·•.,，、/／|_（）()【】\\[\\]〔〕-]`, 'g'), '');
  const whole = rest === '';
  if (!label && !whole) return undefined;
  return { secrecy: label?.[1] ?? secrecy, period: time, urgency: whole ? urgency : undefined, sure: Boolean(label || star || time), where: line };
};

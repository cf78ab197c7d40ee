import { respondByOf } from './answers.ts';
import { dateAlone, datesOf } from './dates.ts';
import { lawOf } from './laws.ts';
import { linesOf } from './lines.ts';
import { periodOf, secrecyOf, urgencyOf } from './marks.ts';
import { numberIn, numberOf } from './numbers.ts';
import { senderOf, signedAbove } from './senders.ts';
import { fromFileName, isLaw, kindOf, titleOf } from './titles.ts';

export interface Proposal {
  value: string;
  /** The line it was read from. */
  where: string;
}
export type Field = 'title' | 'number' | 'sender' | 'date' | 'kind' | 'secrecy' | 'secrecyPeriod' | 'urgency' | 'respondBy';
export type Proposals = Partial<Record<Field, Proposal>>;

/** What the fields of an incoming document probably are, for a person to confirm; nothing where the text does not say. */
export const propose = (text: string, fileName = ''): Proposals => {
  const all = linesOf(text);
  const labelled = particularsOf(all);
  const lines = all.filter((line) => !particular.test(line));
  const title = labelled.title ?? titleOf(lines) ?? fromFileName(fileName);
  const law = title && isLaw(title.value) ? lawOf(lines) : undefined;
  const date = law ? undefined : writtenOn(lines);
  const day = labelled.date ?? law?.date ?? date;
  return tidy({
    title,
    number: labelled.number ?? law?.number ?? numberOf(lines),
    sender: labelled.sender ?? law?.sender ?? senderOf(lines, title?.value ?? '', date?.line),
    date: day && { value: day.value, where: day.where },
    kind: kindOf(title),
    secrecy: secrecyOf(text),
    secrecyPeriod: periodOf(all),
    urgency: urgencyOf(all),
    respondBy: law ? undefined : respondByOf(lines, day?.value),
  });
};

const tidy = (all: Partial<Record<Field, Proposal | undefined>>) => Object.fromEntries(Object.entries(all).filter(([, proposal]) => proposal)) as Proposals;

const particular = /^(索引号|主题分类|发文机关|发布机构|成文日期|发文日期|标题|发文字号|文号|发布日期|主题词|有效性)[：:]\s*(.*)$/;

/** The table of particulars that offices print from their sites: what it names needs no guessing. */
const particularsOf = (lines: readonly string[]): Partial<Record<'title' | 'sender' | 'number' | 'date', Proposal>> => {
  const said = new Map(lines.slice(0, 20).flatMap((line) => {
    const [, label, value] = particular.exec(line) ?? [];
    return label && value ? [[label, { value, where: line }] as const] : [];
  }));
  const [number, date] = [said.get('发文字号') ?? said.get('文号'), said.get('成文日期') ?? said.get('发文日期')];
  const day = date && (datesOf(date.value)[0]?.day ?? dateAlone(date.value));
  return tidy({
    title: said.get('标题'),
    sender: said.get('发文机关'),
    number: number && numberIn(number.value) && { ...number, value: numberIn(number.value)!.value },
    date: day ? { value: day, where: date!.where } : undefined,
  });
};

interface Dated extends Proposal {
  line: number;
}

/** The date under a signature; failing that, the first line that is nothing but a date. The day of printing in the last lines is another. */
const writtenOn = (lines: readonly string[]): Dated | undefined => {
  const dated = lines.flatMap((where, line): Dated[] => {
    const value = dateAlone(where) ?? endsWithDate(where);
    return value && line > 0 ? [{ value, where, line }] : [];
  });
  return dated.find(({ line }) => signedAbove(lines, line)) ?? dated.find(({ where }) => dateAlone(where) !== undefined);
};

const endsWithDate = (line: string) => {
  const [date, more] = datesOf(line);
  return date && !more && line.length <= 60 && /日[）)]?$/.test(line) ? date.day : undefined;
};

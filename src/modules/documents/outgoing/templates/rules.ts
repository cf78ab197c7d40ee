import { reasons } from '#platform/rules.ts';
import { dayWritten } from '../papers/official.ts';

/** What the program fills in when a draft is begun; nothing else may stand in {}. */
export const places = ['年份', '学年', '日期', '部门', '拟稿人', '学校'] as const;
export type Place = (typeof places)[number];

/** How official documents usually end. */
export const closings = ['特此通知。', '特此报告。', '特此公告。', '特此通告。', '特此函复。', '妥否，请批示。', '请予函复。', '此复。'];

export interface Text {
  name: string;
  title: string;
  /** Whom it usually goes to; what is in 【】 is a hint only. */
  mainTo: string;
  body: string;
  closing: string;
  note: string;
}

const parts = ['title', 'mainTo', 'body', 'closing', 'note'] as const;

const known = new RegExp(`[{｛](${places.join('|')})[}｝]`, 'g');

/** Words in {} that the program does not know, and brackets without their other half. */
export const unknownPlaces = (text: Text): string[] => [...new Set(parts.flatMap((part) => text[part].replace(known, '').match(/[{｛][^{}｛｝\n]*[}｝]?|[}｝]/g) ?? []))];

export type Facts = Record<Place, string>;

/** The school year begins in August. */
export const factsOn = (day: string, { school, department, person }: { school: string; department: string; person: string }): Facts => {
  const year = Number(day.slice(0, 4));
  const begun = Number(day.slice(5, 7)) >= 8 ? year : year - 1;
  return { 年份: String(year), 学年: `${begun}—${begun + 1}`, 日期: dayWritten(day), 部门: department, 拟稿人: person, 学校: school };
};

/** The text with its places filled: words put for words, nothing is worked out. */
export const filled = (text: string, facts: Facts) => text.replace(known, (_, place: Place) => facts[place]);

/** How a draft begins: the closing phrase stands below the body, and whom it goes to is taken over where it is a name. */
export const begunFrom = (template: Text, facts: Facts) => {
  const { title, mainTo, body, closing, note } = Object.fromEntries(parts.map((part) => [part, filled(template[part], facts)])) as Record<(typeof parts)[number], string>;
  return { title, body: [body, closing].filter(Boolean).join('\n'), note, mainTo: /【/.test(mainTo) ? [] : mainTo.split(/[，,；;]/).map((name) => name.trim()).filter(Boolean) };
};

const isSame = (before: Text, after: Text) => before.name === after.name && parts.every((part) => before[part] === after[part]);

interface Template {
  isWithdrawn: boolean;
  isDefault: boolean;
  /** Others of its kind that are in use. */
  others: number;
}

export const whyNotWrite = (text: Text) => reasons([unknownPlaces(text).length > 0, 'outgoing.template_place_unknown']);

export const whyNotSave = ({ isWithdrawn }: Template, wanted?: { base: number; version: number; before: Text; after: Text }) => reasons(
  [isWithdrawn,                                                          'outgoing.template_withdrawn'],
  [wanted !== undefined && wanted.base !== wanted.version,               'outgoing.edited_meanwhile'],
  [wanted !== undefined && isSame(wanted.before, wanted.after),          'outgoing.nothing_changed'],
  [wanted !== undefined && unknownPlaces(wanted.after).length > 0,       'outgoing.template_place_unknown'],
);

export const whyNotPrefer = ({ isWithdrawn, isDefault }: Template) => reasons(
  [isWithdrawn,                                                          'outgoing.template_withdrawn'],
  [isDefault,                                                            'outgoing.template_default_already'],
);

export const whyNotWithdraw = ({ isWithdrawn, isDefault, others }: Template) => reasons(
  [isWithdrawn,                                                          'outgoing.template_withdrawn'],
  [isDefault && others > 0,                                              'outgoing.template_is_default'],
);

export const whyNotReturn = ({ isWithdrawn }: Template) => reasons([!isWithdrawn, 'outgoing.template_in_use']);

/** Places that nobody has filled in yet. */
export const unfilled = (text: string) => text.match(/【[^】\n]{1,20}】/g) ?? [];

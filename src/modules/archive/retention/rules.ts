import { reasons } from '#platform/rules.ts';
import type { Retention } from '../nouns.ts';

export interface Rule {
  source?: string | null | undefined;
  kind?: string | null | undefined;
  words?: readonly string[] | undefined;
  departmentId?: string | null | undefined;
  /** From this 密级 on. */
  secrecy?: number | undefined;
  retention: Retention;
}

interface Facts {
  source: string;
  kind: string;
  title: string;
  departmentId: string | null;
  secrecy: number;
}

/** The first rule of the table that fits, and what of it fitted: 'word:规划', 'kind:决定'. A document that none fits is kept for ten years. */
export const proposed = (rules: readonly Rule[], facts: Facts): { retention: Retention; because: string[] } => {
  const rule = rules.find((one) => fits(one, facts));
  return rule ? { retention: rule.retention, because: fittedBy(rule, facts) } : { retention: 'D10', because: [] };
};

const fits = ({ source, kind, words = [], departmentId, secrecy = 0 }: Rule, facts: Facts) =>
  (!source || source === facts.source) && (!kind || kind === facts.kind) && (!words.length || words.some((word) => facts.title.includes(word)))
  && (!departmentId || departmentId === facts.departmentId) && secrecy <= facts.secrecy;

const fittedBy = ({ source, kind, words = [], departmentId, secrecy = 0 }: Rule, facts: Facts) => [
  ...words.filter((word) => facts.title.includes(word)).slice(0, 1).map((word) => `word:${word}`),
  ...(kind ? [`kind:${kind}`] : []),
  ...(source ? [`source:${source}`] : []),
  ...(departmentId ? ['department'] : []),
  ...(secrecy ? ['secrecy'] : []),
];

interface Department {
  id: string;
  /** First letters of the pinyin of its name. */
  initials: string;
  code: string | null;
}

/** The 机构代码 of every department: its own, or its initials, with a figure where another has them. */
export const codesOf = (departments: readonly Department[]) => {
  const taken = new Set(departments.flatMap(({ code }) => code ?? []));
  return new Map(departments.map(({ id, initials, code }) => {
    const own = code ?? free(initials.slice(0, 6) || 'BM', taken);
    taken.add(own);
    return [id, own] as const;
  }));
};

const free = (wanted: string, taken: ReadonlySet<string>, nth = 1): string => {
  const code = nth === 1 ? wanted : `${wanted}${nth}`;
  return taken.has(code) ? free(wanted, taken, nth + 1) : code;
};

const fitsAll = ({ source, kind, words = [], departmentId, secrecy = 0 }: Rule) => !source && !kind && !words.length && !departmentId && !secrecy;

/** The last line, and only it, fits everything: so nothing is without a proposal, and no line waits in vain. */
export const whyNotSaveTable = (rules: readonly Rule[], edition: { base: number; newest: number }) => reasons(
  [edition.base !== edition.newest,                     'archive.edited_meanwhile'],
  [rules.slice(0, -1).some(fitsAll),                    'archive.rule_never_reached'],
  [!rules.slice(-1).every(fitsAll),                     'archive.last_rule_missing'],
);

/** Numbers that were given bear the code: it stays. */
export const whyNotSetCode = (department: { items: number; code: string }, wanted?: string) => reasons(
  [department.items > 0 && department.code !== wanted,  'archive.code_in_use'],
);

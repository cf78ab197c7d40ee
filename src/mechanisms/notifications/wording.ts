import { dayOf } from '#platform/time.ts';
import { asRead } from './filled.ts';

export type Locale = 'zh-CN' | 'en';

type Sentences = Readonly<Record<string, string>>;

/** What a kind of notice is called, and whether it also comes by mail: always, unless somebody does not want it, or only on wish. */
export interface Kind {
  mail: 'always' | 'usually' | 'on_wish';
  zh: string;
  en: string;
}

const worded: Record<Locale, Record<string, string>> = { 'zh-CN': {}, en: {} };
const declared = new Map<string, Kind>();

/** At boot, by each module: its messages, with {names} of their parameters, and those of them that may come by mail. The page words them by the same sentences. */
export const declareMessages = (zh: Sentences, en: Sentences, kinds: Readonly<Record<string, Kind>>) => {
  Object.assign(worded['zh-CN'], zh);
  Object.assign(worded.en, en);
  for (const [what, kind] of Object.entries(kinds)) {
    if (!zh[what] || !en[what]) throw new Error(`message ${what} is not worded`);
    declared.set(what, kind);
  }
};

export const kindOf = (what: string) => declared.get(what);
export const declaredKinds = () => [...declared].map(([what, kind]) => ({ what, ...kind }));

const signed = { 'zh-CN': '请登录综办查看和办理。', en: 'Please sign in to Zongban to see and handle it.' };

/** Subject and body of a mail of this moment. A title may be long and hold anything: line ends never reach the subject. */
export const wordsOf = (what: string, { locale, now }: { locale: Locale; now: string }, params: Readonly<Record<string, string>>) => {
  const sentence = worded[locale][what];
  if (!sentence) throw new Error(`message ${what} is not worded`);
  const text = asRead(sentence, params, { language: locale === 'en' ? 'en' : 'zh', today: dayOf(now) });
  const facts = [params['number'], params['senderNumber'], params['sender'], params['note']].filter(Boolean).join(' · ');
  return { subject: text.replace(/\s+/g, ' ').slice(0, 200), body: [text, facts, '', signed[locale]].join('\n') };
};

const guardedBy = {
  'zh-CN': (number: string) => ({ subject: `综办：${number}`, body: `有一份涉密文件存根需要查看，编号 ${number}。\n请到办公室查看原件。` }),
  en: (number: string) => ({ subject: `Zongban: ${number}`, body: `The stub of a classified document waits for you, number ${number}.\nPlease see the original at the office.` }),
};

/** Of a record of 秘密 and above only its number leaves the house. */
export const guarded = (number: string, locale: Locale) => guardedBy[locale](number);

const gatheredBy = {
  'zh-CN': (subjects: readonly string[]) => ({ subject: `综办：${subjects.length} 件事项`, body: [`${subjects.length} 件事项等待查看：`, ...numbered(subjects), '', signed['zh-CN']].join('\n') }),
  en: (subjects: readonly string[]) => ({ subject: `Zongban: ${subjects.length} notices`, body: [`${subjects.length} notices wait for you:`, ...numbered(subjects), '', signed.en].join('\n') }),
};

const numbered = (lines: readonly string[]) => lines.map((line, i) => `${i + 1}. ${line}`);

/** Many notices in one mail. */
export const gathered = (subjects: readonly string[], locale: Locale) => gatheredBy[locale](subjects);

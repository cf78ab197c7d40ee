export type Locale = 'zh-CN' | 'en';

type Sentences = Readonly<Record<string, string>>;

const worded: Record<Locale, Record<string, string>> = { 'zh-CN': {}, en: {} };

/** At boot, by each module: its messages, with {names} of their parameters. The page words them by the same sentences. */
export const declareMessages = (zh: Sentences, en: Sentences) => {
  Object.assign(worded['zh-CN'], zh);
  Object.assign(worded.en, en);
};

const signed = { 'zh-CN': '\n\n请登录综办查看和办理。', en: '\n\nPlease sign in to Zongban to see and handle it.' };

/** Subject and body of a mail. A title may be long and hold anything: line ends never reach the subject. */
export const wordsOf = (what: string, locale: Locale, params: Readonly<Record<string, string>>) => {
  const sentence = worded[locale][what];
  if (!sentence) throw new Error(`message ${what} is not worded`);
  const text = filled(sentence, params);
  const facts = [params['number'], params['senderNumber'], params['sender']].filter(Boolean).join(' · ');
  return { subject: text.replace(/\s+/g, ' ').slice(0, 200), body: `${text}\n${facts}${signed[locale]}` };
};

const guardedBy = {
  'zh-CN': (number: string) => ({ subject: `综办：${number}`, body: `有一份涉密文件存根需要您查看，编号 ${number}。请到办公室查看原件。` }),
  en: (number: string) => ({ subject: `Zongban: ${number}`, body: `The stub of a classified document waits for you, number ${number}. Please see the original at the office.` }),
};

/** Of a record of 秘密 and above only its number leaves the house. */
export const guarded = (number: string, locale: Locale) => guardedBy[locale](number);

/** One pass: a parameter that looks like a name is not filled again. */
const filled = (sentence: string, params: Readonly<Record<string, string>>) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');

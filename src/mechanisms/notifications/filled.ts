import { dayRead, officeTimeRead } from '#platform/time.ts';

/** A sentence with its {names} put in: a parameter that looks like a name is not filled again. {name?words} are there only if the parameter is, and the words may hold names. */
export const filled = (sentence: string, params: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\?((?:[^{}]|\{\w+\})*)\}|\{(\w+)\}/g, (_, asked: string | undefined, words: string, name: string) => {
    if (asked === undefined) return params[name] ?? '';
    return params[asked] ? filled(words, params) : '';
  });

/** Parameters that name a day, or a moment of the office's clock: 2026-11-29, 2026-11-29 17:30. */
const times = ['due', 'until', 'from', 'to'];
/** When something is held: with its weekday. */
const held = 'when';

export interface Reader {
  language: 'zh' | 'en';
  today: string;
}

/** A message as somebody reads it: its days as the office says them. */
export const asRead = (sentence: string, params: Readonly<Record<string, string>>, reader: Reader) =>
  filled(sentence, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name === held ? heldRead(value, reader) : times.includes(name) ? timeRead(value, reader) : value])));

const heldRead = (value: string, { language, today }: Reader) => value.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d$/, (moment) => officeTimeRead(moment, today, language));

const timeRead = (value: string, { language, today }: Reader) => value.replace(/^(\d{4}-\d\d-\d\d)(?=$| \d\d:\d\d$)/, (on) => dayRead(on, today, language));

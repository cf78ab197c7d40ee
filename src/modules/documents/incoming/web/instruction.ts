/** 请教务处、总务处抓紧落实: departments tapped one after the other, then a phrase. */
export const withDepartment = (text: string, name: string, names: readonly string[]) => `${text}${endsWithOne(text, names) ? '、' : '请'}${name}`;

/** A phrase after a department loses its own 请. */
export const withPhrase = (text: string, phrase: string, names: readonly string[]) => (endsWithOne(text, names) ? text + phrase.replace(/^请/, '') : text + phrase);

const endsWithOne = (text: string, names: readonly string[]) => names.some((name) => text.endsWith(name));

/** Sentences as they were written, with their full stops. */
export const sentencesOf = (text: string) => text.split(/(?<=[。；！？\n])/).filter((sentence) => sentence.trim());

const day = 86_400_000;
const office = 8 * 3_600_000;

/** 17:30 of today, tomorrow, this Friday and the next, by the office's clock; what is past is left out. */
export const dueChoices = (now: string) => {
  const local = new Date(Date.parse(now) + office);
  const midnight = Date.parse(local.toISOString().slice(0, 10)) - office;
  const at = (days: number) => new Date(midnight + days * day + 17.5 * 3_600_000).toISOString();
  const toFriday = (5 - local.getUTCDay() + 7) % 7;
  const choices = [['today', at(0)], ['tomorrow', at(1)], ['friday', at(toFriday)], ['nextFriday', at(toFriday + 7)]] as const;
  return choices.filter(([, dueAt], place) => dueAt > now && choices.findIndex(([, other]) => other === dueAt) === place);
};

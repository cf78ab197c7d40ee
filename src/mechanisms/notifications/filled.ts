/** A sentence with its {names} put in, in one pass: a parameter that looks like a name is not filled again. {name?words} are there only if the parameter is. */
export const filled = (sentence: string, params: Readonly<Record<string, string>>) =>
  sentence.replace(/\{(\w+)(?:\?([^{}]*))?\}/g, (_, name: string, words?: string) => (words === undefined ? (params[name] ?? '') : params[name] ? words : ''));

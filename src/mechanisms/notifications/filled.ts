/** A sentence with its {names} put in: a parameter that looks like a name is not filled again. {name?words} are there only if the parameter is, and the words may hold names. */
export const filled = (sentence: string, params: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\?((?:[^{}]|\{\w+\})*)\}|\{(\w+)\}/g, (_, asked: string | undefined, words: string, name: string) => {
    if (asked === undefined) return params[name] ?? '';
    return params[asked] ? filled(words, params) : '';
  });

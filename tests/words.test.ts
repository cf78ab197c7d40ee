import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const all = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name)).filter((name) => /\.tsx?$/.test(name));
const chinese = all.filter((name) => name.endsWith('words.zh.ts'));
const code = all.filter((name) => !/words\.(zh|en)\.ts$|\.test\.ts$/.test(name)).map((name) => ({ name, text: readFileSync(name, 'utf8') }));

/** The code that may use the words of a file: its own folder, and whoever imports it. */
const usersOf = (file: string) => {
  const folder = dirname(file);
  return code.filter(({ name, text }) => name.startsWith(folder) || text.includes(`${folder.replace('src/', '#')}/words.`)).map(({ text }) => text).join('\n');
};

const everything = code.map(({ text }) => text).join('\n');

/** A label is its folder's own; a code, a state or a permission is declared elsewhere. */
const isLabel = (path: string) => /^(labels )?\S+$/.test(path);

type Sentences = Map<string, string>;

/** Every word of a file under the path of names that leads to it. */
const sentencesOf = (words: unknown, path = ''): [string, string][] =>
  typeof words === 'string' ? [[path, words]] : Object.entries(words as object).flatMap(([name, one]) => sentencesOf(one, path ? `${path} ${name}` : name));

const read = async (file: string): Promise<Sentences> => new Map(sentencesOf(await import(resolve(file)).then((module: Record<string, object>) => Object.fromEntries(Object.entries(module).map(([name, one]) => [name.replace(/^(zh|en)$/, ''), one])))));

const blanks = (sentence = '') => [...new Set(sentence.match(/\{\w+\}/g))].sort();

const both = await Promise.all(chinese.map(async (file) => ({ file, zh: await read(file), en: await read(file.replace('zh.ts', 'en.ts')) })));

test.each(both)('$file says the same in both languages', ({ zh, en }) => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  for (const [name, sentence] of zh) expect(blanks(en.get(name)), name).toEqual(blanks(sentence));
});

test.each(both)('every word of $file is used', ({ file, zh }) => {
  const users = usersOf(file);
  expect([...zh.keys()].filter((path) => !path.startsWith('keyLines') && !isUsed(path.split(' ').at(-1)!, isLabel(path) ? users : everything))).toEqual([]);
});

test('planted: a word nobody uses is caught', () => expect(isUsed('aWordNobodyUses', usersOf('src/ui/words.zh.ts'))).toBe(false));

test.each(both)('$file is worded as the office speaks', ({ zh }) => {
  const sentences = [...zh.values()];
  expect(sentences.filter((sentence) => /[!！]|操作成功|[一-龥][,;:?] ?[一-龥]/.test(sentence))).toEqual([]);
});

/** As a name in the code, or made of a module and a name: `incoming.accept` is declared as `accept`. */
function isUsed(name: string, users: string) {
  if (/^\d+$/.test(name)) return true;
  const last = name.split('.').at(-1)!;
  return new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`).test(users) || (name.includes('.') && new RegExp(`(?<![\\w-])${escaped(last)}\\b\\s*[:(]`).test(users));
}

function escaped(text: string) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

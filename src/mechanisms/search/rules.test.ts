import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grams, gramsWanted, marked, markEvery, snippet, squash, squashWithMarks, wantedIn } from './rules.ts';

test.each([
  ['教办[2024]15号', '教办〔2024〕15号'],
  ['教办（２０２４）１５号', '教办〔2024〕15号'],
  ['教办 〔2024〕 15 号', '教办【2024】15号'],
  ['二○二四年', '二〇二四年'],
  ['ＰＤＦ', 'pdf'],
  ['关于“双减”的通知', '关于双减的通知'],
  ['办公\n室', '办公室'],
])('%s is found as %s', (asked, written) => expect(squash(asked)).toBe(squash(written)));

test.each([
  ['会议 通知', ['会议', '通知']],
  ['会议　通知 会议', ['会议', '通知']],
  ['“关于 召开” 通知', ['关于召开', '通知']],
  ['"a b" c', ['ab', 'c']],
  ['教办[2024]15号', ['教办202415号']],
  ['《》 ——', []],
  ['', []],
  ['没有“合上', ['没有', '合上']],
])('%s is looked for as %j', (asked, terms) => expect(wantedIn(asked).terms).toEqual(terms));

const text = fc.string({ unit: fc.constantFrom(...'教办通知会议二〇二四１5ａB，。〔〕 \n①㎏𠮷') });

test('what a text holds is always a candidate for any piece of it', () =>
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(30), (whole, from, length) => {
      const squashed = squash(whole);
      const term = squashed.slice(from % (squashed.length + 1)).slice(0, length);
      const held = new Set(grams(squashed));
      expect(term && gramsWanted(term).filter((gram) => !held.has(gram))).toEqual(term && []);
    }),
  ));

test('two pieces are no neighbours', () => expect(grams('会 议')).toEqual(grams('会议').filter((gram) => gram < 65_536)));

test('three neighbours are never taken for two, nor for one', () =>
  fc.assert(
    fc.property(text, (whole) => {
      const squashed = squash(whole);
      const pieces = (length: number) => Array.from({ length: Math.max(0, squashed.length - length + 1) }, (_, i) => gramsWanted(squashed.slice(i, i + length))).flat();
      const threes = new Set(pieces(3));
      expect([...pieces(1), ...pieces(2)].filter((gram) => threes.has(gram))).toEqual([]);
      expect(new Set(grams(squashed))).toEqual(new Set([...pieces(1), ...pieces(2), ...threes]));
    }),
  ));

test('a gram is a 32-bit integer', () => expect(grams('𠮷a龥').every((gram) => (gram | 0) === gram)).toBe(true));

test('marking leaves nothing out', () =>
  fc.assert(fc.property(text, fc.array(text, { maxLength: 3 }), (whole, terms) => {
    const segments = marked(whole, terms.map(squash).filter(Boolean));
    expect(segments.map((segment) => segment.text).join('')).toBe(whole);
  })));

test.each([
  ['教办〔2024〕15号', ['教办202415号'], '[教办〔2024〕15号]'],
  ['教办〔2024〕15号文', ['202415'], '教办〔[2024〕15]号文'],
  ['关于召开会议的通知', ['会议', '通知'], '关于召开[会议]的[通知]'],
  ['会议议程', ['会议', '议程'], '[会议议程]'],
  ['会议程', ['会议', '议程'], '[会议程]'],
  ['重㎏量', ['kg'], '重[㎏]量'],
  ['𠮷日', ['𠮷'], '[𠮷]日'],
  ['无', ['有'], '无'],
])('%s, looking for %j', (whole, terms, shown) =>
  expect(marked(whole, terms).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')).toBe(shown));

test('a mark names the place of every 256th letter, in characters', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'教办通知𠮷二①a，。 \n'), { maxLength: 2000, size: 'max' }), (characters) => {
      const { squashed, marks } = squashWithMarks(characters.join(''));
      expect(squashed).toBe(squash(characters.join('')));
      expect(marks.length).toBe(Math.ceil([...squashed].length / markEvery));
      for (const [i, place] of marks.entries()) expect([...squash(characters.slice(0, place).join(''))].length).toBe(i * markEvery);
    }),
  ));

test('a snippet begins with the sentence of its first hit', () => {
  const long = `${'前文很长。'.repeat(50)}学校应当建立安全管理制度，${'后文也很长。'.repeat(50)}`;
  const segments = snippet(long, ['安全']);
  expect(segments[0]).toEqual({ text: '学校应当建立', hit: false });
  expect(segments[1]).toEqual({ text: '安全', hit: true });
  expect(segments.map(({ text }) => text).join('').length).toBe(110);
});

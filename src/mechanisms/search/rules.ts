/** The text as it is compared: compatibility forms folded, lower case, letters and digits only (教办[2024]15号 = 教办〔2024〕15号). */
export const squash = (text: string) => {
  let squashed = '';
  for (let i = 0; i < text.length; i++) squashed += letterAt(text, i);
  return squashed;
};

export const markEvery = 256;

/** The squashed text, and for each 256th letter of it the place in the text that it stands for; places are counted in characters. */
export const squashWithMarks = (text: string) => {
  const marks: number[] = [];
  let squashed = '';
  let place = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = letterAt(text, i);
    if (letter && letters >= marks.length * markEvery) marks.push(place);
    letters += isPair(letter) ? 1 : letter.length;
    squashed += letter;
    if (!isSecondHalf(text, i)) place += 1;
  }
  return { squashed, marks };
};

const isPair = (letter: string) => letter.length === 2 && (letter.codePointAt(0) ?? 0) > 0xffff;
const isSecondHalf = (text: string, i: number) => i > 0 && (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;

const folded: string[] = [];

const letterAt = (text: string, i: number) => {
  const unit = text.charCodeAt(i);
  if (unit >= 0x4e00 && unit <= 0x9fff) return text[i]!;
  if (unit >= 0xd800 && unit <= 0xdfff) return pairAt(text, i);
  return (folded[unit] ??= foldOf(text[i]!));
};

// Half a pair says nothing; the first half speaks for both.
const pairAt = (text: string, i: number) => {
  const point = text.codePointAt(i)!;
  return point > 0xffff ? foldOf(String.fromCodePoint(point)) : '';
};

const foldOf = (character: string) => character.normalize('NFKC').replace(/[○◯]/g, '〇').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Each letter, each two and each three neighbours as one 32-bit integer, once each. A text of several squashed pieces is separated by spaces. */
export const grams = (squashed: string) => {
  const found = new Set<number>();
  let first = space;
  let second = space;
  for (let i = 0; i < squashed.length; i++) {
    const third = squashed.charCodeAt(i);
    if (third !== space) {
      found.add(third);
      if (second !== space) {
        found.add(pair(second, third));
        if (first !== space) found.add(triple(first, second, third));
      }
    }
    first = second;
    second = third;
  }
  return [...found];
};

const space = 32;
const mostGrams = 6;

const pair = (first: number, second: number) => (first << 16) | second;

// Three letters do not fit into 32 bits: some share a number. It ends in one for private use, so that none is taken for a pair.
const privateUse = 0xe000;
const privateUses = 6400;
const triple = (first: number, second: number, third: number) => {
  const mixed = (first * 65_599 + second) * 65_599 + third;
  return (Math.floor(mixed / privateUses) << 16) | (privateUse + (mixed % privateUses));
};

/** What a line must hold to be a candidate for this term: its letter, its pair, or its threes (of a long term only some). */
export const gramsWanted = (term: string) => {
  const [first, second] = [term.charCodeAt(0), term.charCodeAt(1)];
  if (term.length === 1) return [first];
  if (term.length === 2) return [pair(first, second)];
  const triples = Array.from({ length: term.length - 2 }, (_, i) => triple(term.charCodeAt(i), term.charCodeAt(i + 1), term.charCodeAt(i + 2)));
  const step = Math.ceil(triples.length / mostGrams);
  return [...new Set(triples.filter((_, i) => i % step === 0))];
};

export interface Wanted {
  /** Squashed; a record must hold them all. */
  readonly terms: readonly string[];
  /** The whole of what was asked, squashed: a document's number, perhaps. */
  readonly whole: string;
}

const mostTerms = 8;
const longestTerm = 200;

/** Words are separated by spaces; what stands in quotation marks is one phrase. */
export const wantedIn = (asked: string): Wanted => {
  const pieces = [...asked.matchAll(/["“”„「『]([^"“”„「」『』]*)["“”」』]|[^\s"“”„「」『』]+/g)].map(([all, phrase]) => squash(phrase ?? all).slice(0, longestTerm));
  const terms = [...new Set(pieces.filter(Boolean))].slice(0, mostTerms);
  return { terms, whole: squash(asked) };
};

export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** The text cut into what was looked for and what was not. Nothing is left out. */
export const marked = (text: string, terms: readonly string[]): Segment[] => {
  const places: number[] = [];
  let squashed = '';
  for (let i = 0; i < text.length; i++) {
    const letter = letterAt(text, i);
    for (let n = 0; n < letter.length; n++) places.push(i);
    squashed += letter;
  }
  const segments: Segment[] = [];
  let done = 0;
  for (const [from, to] of joined(terms.flatMap((term) => occurrences(squashed, term)))) {
    const start = places[from]!;
    const end = afterLetter(text, places[to - 1]!);
    if (start > done) segments.push({ text: text.slice(done, start), hit: false });
    segments.push({ text: text.slice(start, end), hit: true });
    done = end;
  }
  return done < text.length || !segments.length ? [...segments, { text: text.slice(done), hit: false }] : segments;
};

type Span = readonly [from: number, to: number];

const afterLetter = (text: string, at: number) => at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

const occurrences = (squashed: string, term: string): Span[] => {
  const found: Span[] = [];
  for (let at = squashed.indexOf(term); at >= 0 && term; at = squashed.indexOf(term, at + term.length)) found.push([at, at + term.length]);
  return found;
};

const joined = (spans: Span[]) =>
  spans
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .reduce<Span[]>((all, [from, to]) => {
      const last = all.at(-1);
      return last && from <= last[1] ? [...all.slice(0, -1), [last[0], Math.max(last[1], to)] as const] : [...all, [from, to] as const];
    }, []);

const before = 24;
const length = 110;

/** About a line of text around its first hit, begun and ended where a sentence is if one is near. */
export const snippet = (text: string, terms: readonly string[]): Segment[] => {
  const all = marked(text, terms);
  const first = all[0]?.hit ? 0 : (all[0]?.text.length ?? 0);
  const start = all.some(({ hit }) => hit) ? startBefore(text, first) : 0;
  return cut(all, start, start + length);
};

const startBefore = (text: string, hit: number) => {
  const from = Math.max(0, hit - before);
  const sentence = text.slice(from, hit).search(/[。；！？\n][^。；！？\n]*$/);
  return sentence < 0 ? from : from + sentence + 1;
};

const cut = (segments: readonly Segment[], from: number, to: number) => {
  let at = 0;
  const kept: Segment[] = [];
  for (const { text, hit } of segments) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at)).replace(/\s+/g, ' ');
    if (piece) kept.push({ text: piece, hit });
    at += text.length;
  }
  return kept;
};

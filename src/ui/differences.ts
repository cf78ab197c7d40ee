import { diffArrays, diffChars } from 'diff';

export interface Piece {
  text: string;
  how: 'same' | 'added' | 'removed';
}

export interface Paragraph {
  how: 'same' | 'added' | 'removed' | 'changed';
  pieces: Piece[];
}

const whole = (how: 'same' | 'added' | 'removed') => (text: string): Paragraph => ({ how, pieces: [{ text, how }] });

/** Two texts by paragraph, and where a paragraph was changed by letters. */
export const differencesOf = (before: string, after: string): Paragraph[] => {
  const blocks = diffArrays(before.split('\n'), after.split('\n'));
  return blocks.flatMap(({ added, removed, value }, i) => {
    if (removed) return blocks[i + 1]?.added ? changed(value, blocks[i + 1]!.value) : value.map(whole('removed'));
    if (added) return blocks[i - 1]?.removed ? [] : value.map(whole('added'));
    return value.map(whole('same'));
  });
};

/** Each paragraph that went stands with the one that came in its place, where the two have much in common. */
const changed = (gone: readonly string[], come: readonly string[]): Paragraph[] => {
  const pairs = Math.min(gone.length, come.length);
  return [
    ...Array.from({ length: pairs }, (_, i) => pair(gone[i]!, come[i]!)).flat(),
    ...gone.slice(pairs).map(whole('removed')),
    ...come.slice(pairs).map(whole('added')),
  ];
};

const pair = (before: string, after: string): Paragraph[] => {
  const pieces = diffChars(before, after).map(({ value, added, removed }): Piece => ({ text: value, how: added ? 'added' : removed ? 'removed' : 'same' }));
  const common = pieces.reduce((sum, { text, how }) => sum + (how === 'same' ? text.length : 0), 0);
  return common * 3 < Math.max(before.length, after.length) ? [whole('removed')(before), whole('added')(after)] : [{ how: 'changed', pieces }];
};

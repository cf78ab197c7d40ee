import { reasons } from '#platform/rules.ts';

export const spines = [20, 30, 40, 50] as const;
export type Spine = (typeof spines)[number];

interface Item {
  seq: number;
  /** In tenths of a millimetre. */
  thickness: number;
}

export interface Box {
  spine: Spine;
  from: number;
  to: number;
  items: number;
  thickness: number;
}

/** So much fits into a box, in tenths of a millimetre. */
export const roomOf = (spine: number) => spine * 10;

const sumOf = (items: readonly Item[]) => items.reduce((sum, { thickness }) => sum + thickness, 0);

const boxOf = (items: readonly Item[], spine: Spine): Box => ({ spine, from: items[0]!.seq, to: items.at(-1)!.seq, items: items.length, thickness: sumOf(items) });

/** The narrowest box that holds so much, and the widest there is if none does. */
export const narrowest = (thickness: number) => spines.find((spine) => thickness <= roomOf(spine)) ?? 50;

/** Boxes of one width filled in the order of the numbers, no item split; one thicker than the box has a wider one to itself, and the last is no wider than it needs. */
export const filled = (items: readonly Item[], spine: Spine): Box[] => {
  const rows = items.reduce<Item[][]>((all, item) => {
    const last = all.at(-1);
    return last && sumOf(last) + item.thickness <= roomOf(spine) ? [...all.slice(0, -1), [...last, item]] : [...all, [item]];
  }, []);
  return rows.map((row, i) => boxOf(row, i === rows.length - 1 || sumOf(row) > roomOf(spine) ? narrowest(sumOf(row)) : spine));
};

interface Standing {
  seq: number;
  box: number;
}

/** Which of the lines, by their place in the list, stand against the order: the numbers in a box come after those in the box before. What stands there already counts, and is not at fault. */
export const outOfOrder = (lines: readonly Standing[], standing: readonly Standing[] = []): ReadonlySet<number> => {
  const row = [...lines, ...standing].map((line, at) => ({ ...line, at })).sort((a, b) => a.seq - b.seq || a.box - b.box);
  return new Set(row.flatMap((line, i) => (i > 0 && row[i - 1]!.box > line.box ? [row[i - 1]!.at, line.at] : [])).filter((at) => at < lines.length));
};

interface Wanted {
  spine: Spine;
  /** The last number in it. */
  to: number;
}

/** The boxes as they were shown, over the items as they are now. */
export const divided = <One extends Item>(items: readonly One[], wanted: readonly Wanted[]) =>
  wanted.map(({ spine, to }, i) => ({ spine, to, items: items.filter(({ seq }) => seq <= to && seq > (wanted[i - 1]?.to ?? 0)) }));

export const whyNotBox = (items: readonly Item[], wanted: readonly Wanted[]) => {
  const boxes = divided(items, wanted);
  return reasons(
    [items.length === 0,                                                                     'archive.nothing_to_box'],
    [items.length > 0 && boxes.some((box) => box.items.at(-1)?.seq !== box.to),              'archive.proposal_stale'],
    [boxes.some((box) => sumOf(box.items) > roomOf(box.spine)),                              'archive.box_too_thin'],
  );
};

/** Only the last box of a row: the numbers in the boxes before it stay where their labels say. */
export const whyNotTakeApart = (box: { apartAt: string | null; last: boolean }) => reasons(
  [box.apartAt !== null,                       'archive.apart_already'],
  [box.apartAt === null && !box.last,          'archive.not_last_box'],
);

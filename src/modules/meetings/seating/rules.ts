import { reasons } from '#platform/rules.ts';

/** A row as those see it who sit opposite: the first in the middle, the second at the first's left hand, and so on outwards. */
export const centred = <T,>(people: readonly T[]): T[] => [...people.filter((_, i) => i % 2 === 0).toReversed(), ...people.filter((_, i) => i % 2 === 1)];

/** Round one table: the first at its head, the second at the first's left hand, the third at the right. */
export const roundTable = <T,>([head, ...others]: readonly T[]) => ({ head, right: others.filter((_, i) => i % 2 === 0), left: others.filter((_, i) => i % 2 === 1) });

/** The platform faces the rows; each row has its first in the middle. */
export const inRows = <T,>(people: readonly T[], { platform, perRow }: { platform: number; perRow: number }) => {
  const below = people.slice(platform);
  const rows = Array.from({ length: Math.ceil(below.length / perRow) }, (_, i) => centred(below.slice(i * perRow, (i + 1) * perRow)));
  return { platform: centred(people.slice(0, platform)), rows };
};

/** As it was saved: whoever came later sits behind, whoever does not come leaves no gap. */
export const seated = <T extends { id: string }>(byRank: readonly T[], saved: readonly string[]): T[] => {
  const placed = saved.flatMap((id) => byRank.filter((one) => one.id === id));
  return [...placed, ...byRank.filter((one) => !placed.includes(one))];
};

/** Exactly those who come: whoever answered meanwhile is seen first. */
export const whyNotSeat = (wanted: readonly string[], coming: readonly string[]) => reasons(
  [wanted.length !== coming.length || new Set(wanted).size !== wanted.length || wanted.some((id) => !coming.includes(id)), 'meetings.seats_changed'],
);

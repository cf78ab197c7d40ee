export interface Held {
  holder: string;
  what: string;
  from: string;
  to: string | null;
}

/**
 * The time from `from` to `to` cut where somebody began or ended to hold it, so that the pieces add up to the whole: who held it
 * together in each, and nobody where it lay with nobody. While it waits for the sender, it is with the sender alone.
 */
export const apportioned = (held: readonly Held[], from: string, to: string): (Omit<Held, 'holder' | 'what' | 'to'> & { holders: Held[]; to: string })[] => {
  const cuts = [...new Set([from, to, ...held.flatMap((one) => [one.from, one.to ?? to])])].filter((at) => at >= from && at <= to).toSorted();
  const pieces = cuts.slice(1).map((end, i) => ({ from: cuts[i]!, to: end, holders: holdersAt(held, cuts[i]!) }));
  return pieces.reduce<typeof pieces>((all, piece) => {
    const last = all.at(-1);
    if (!last || nameOf(last.holders) !== nameOf(piece.holders)) return [...all, piece];
    return [...all.slice(0, -1), { ...last, to: piece.to }];
  }, []);
};

const holdersAt = (held: readonly Held[], at: string) => {
  const now = held.filter((one) => one.from <= at && (one.to === null || one.to > at));
  const outside = now.filter(({ what }) => what === 'pages');
  return outside.length ? outside : now;
};

const nameOf = (holders: readonly Held[]) => JSON.stringify(holders.map(({ holder, what }) => [holder, what]).toSorted());

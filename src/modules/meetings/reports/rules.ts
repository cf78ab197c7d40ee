/** A day, and whether the school works then; null: no calendar says so. */
export interface Day {
  day: string;
  working: boolean | null;
}

/** Friday; where the school is closed then, the last working day of that week before it; where there is none, the first after it. What no calendar says is taken as the plan says it: Friday. */
export const dayOfSummary = ({ before, friday, after }: { before: readonly Day[]; friday: Day; after: readonly Day[] }): string => {
  if (friday.working !== false) return friday.day;
  return (before.findLast(({ working }) => working) ?? after.find(({ working }) => working !== false) ?? friday).day;
};

/** The first working day of the month. */
export const dayOfReport = (days: readonly Day[]): string => (days.find(({ working }) => working !== false) ?? days[0]!).day;

/** There is something to say: what was open, resolved or closed in the time that it covers. */
export const isWorthSaying = ({ open, added, closed }: { open: number; added: number; closed: number }) => open + added + closed > 0;

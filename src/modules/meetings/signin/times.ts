/** How long one code is shown; the one before it is still taken. */
export const codeSeconds = 45;

/** Half a day after it was to end nobody signs in to a meeting that never began. */
export const closesAt = (endsAt: string) => new Date(Date.parse(endsAt) + 12 * 3_600_000).toISOString();

/** 迟到: whole minutes after it was to begin, or after it began where it began later; 0 is in time. */
export const lateMinutes = (at: string, { startsAt, begunAt }: { startsAt: string; begunAt: string | null }) => {
  const from = begunAt !== null && begunAt > startsAt ? begunAt : startsAt;
  return Math.max(0, Math.floor((Date.parse(at) - Date.parse(from)) / 60_000));
};

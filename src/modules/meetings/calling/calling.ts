import type { Reading } from '#platform/module.ts';

/** Called and silent: whom the office urges. */
export const silentOf = async ({ db }: Pick<Reading, 'db'>, meetingId: string) =>
  db.selectFrom('meetingPeople').select(['personId', 'urgedAt']).where('meetingId', '=', meetingId).where('reply', 'is', null).orderBy('position').execute();

import type { Reading } from '#platform/module.ts';

/** So many wrong codes in so long, in seconds, and the next is not looked at. */
const most = 5;
const within = 600;

/** Whether the asker guesses: what a module has among its `alarms` is in the trail, each time with the record it was tried on. */
export const isGuessing = async ({ db, actor, now }: Pick<Reading, 'db' | 'actor' | 'now'>, { action, recordId }: { action: string; recordId: string }) => {
  const since = new Date(Date.parse(now) - within * 1000).toISOString();
  const tries = await db.selectFrom('audit').select('id').where('recordId', '=', recordId).where('actorId', '=', actor.id).where('action', '=', action).where('at', '>', since).limit(most).execute();
  return tries.length === most;
};

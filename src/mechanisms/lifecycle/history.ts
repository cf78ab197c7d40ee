import { sql } from 'kysely';
import { actedFor, actsFor } from '#platform/behalf.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';

/** One line of a record's history, written under the actor's post; `forWhom` is the person on leave for whom it was done; whose permission it took when left out. */
export const tellHistory = (ctx: Ctx<any>, recordId: string, what: string, details: object = {}, forWhom?: string) => {
  if (forWhom) actsFor(ctx, forWhom);
  return ctx.db
    .insertInto('history')
    .values({ recordId, at: ctx.now, actorId: ctx.actor.id, onBehalfOf: forWhom ?? actedFor(ctx), post: ctx.actor.post, what, details: JSON.stringify(details) })
    .execute();
};

/** What follows from somebody's act in another module, told by a listener. */
export const tellHistoryBy = ({ db, now }: Pick<Working, 'db' | 'now'>, { by, ...line }: { recordId: string; by: string; what: string; details: object }) =>
  db.insertInto('history').values({ ...line, at: now, actorId: by, onBehalfOf: null, post: '', details: JSON.stringify(line.details) }).execute();

export interface HistoryLine {
  id: string;
  at: string;
  who: { id: string; name: string };
  forWhom: { id: string; name: string } | null;
  post: string;
  what: string;
  details: Record<string, unknown>;
}

/** What happened to a record, in order, opinions in full. The caller has seen to it that the record may be read. */
export const historyOf = async ({ db }: Pick<Reading, 'db'>, recordId: string): Promise<HistoryLine[]> => {
  const rows = await db
    .selectFrom('history as h')
    .innerJoin('people as p', 'p.id', 'h.actorId')
    .leftJoin('people as f', 'f.id', 'h.onBehalfOf')
    .select(['h.id', 'h.at', 'h.post', 'h.what', sql<string>`h.details::text`.as('details'), 'p.id as whoId', 'p.name as who', 'f.id as forId', 'f.name as forName'])
    .where('h.recordId', '=', recordId)
    .orderBy('h.id')
    .execute();
  return rows.map(({ whoId, who, forId, forName, details, ...row }) => ({
    ...row,
    details: JSON.parse(details),
    who: { id: whoId, name: who },
    forWhom: forId ? { id: forId, name: forName ?? '' } : null,
  }));
};

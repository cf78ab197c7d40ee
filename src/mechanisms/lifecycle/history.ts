import { sql } from 'kysely';
import { actedFor, actsFor } from '#platform/behalf.ts';
import { prepare } from '#platform/db.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';

/** One line of a record's history, written under the actor's post; `forWhom` is the person on leave for whom it was done; whose permission it took when left out. */
export const tellHistory = (ctx: Ctx<any>, recordId: string, what: string, details: object = {}, forWhom?: string) => {
  if (forWhom) actsFor(ctx, forWhom);
  return told(ctx.db, { recordId, at: ctx.now, by: ctx.actor.id, forWhom: forWhom ?? actedFor(ctx), post: ctx.actor.post, what, details: JSON.stringify(details) });
};

interface Line {
  recordId: string;
  at: string;
  by: string;
  forWhom: string | null;
  post: string;
  what: string;
  details: string;
}

const told = prepare<Line, never>((db, blank) => sql<never>`
  insert into history (record_id, at, actor_id, on_behalf_of, post, what, details)
  values (${blank(({ recordId }) => recordId)}, ${blank(({ at }) => at)}, ${blank(({ by }) => by)}, ${blank(({ forWhom }) => forWhom)}, ${blank(({ post }) => post)}, ${blank(({ what }) => what)}, ${blank(({ details }) => details)})`.compile(db));

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

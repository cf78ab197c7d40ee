import { type CompiledQuery, type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { prepare, unseen } from '#platform/db.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';

export interface NewRecord {
  id: string;
  kind: string;
  number?: string;
  title: string;
  /** The permission that sees every record of this kind. */
  allPermission: string;
  /** 密级: 0 none, 1 秘密, 2 机密, 3 绝密. */
  clearance: number;
  readers?: readonly string[];
  /** Where it stands: whoever may read the shelf may read the record. */
  shelfId?: string | null;
}

/** A record enters the house: from now on lists, files, search and inbox know who may see it. */
export const openRecord = ({ db, now }: Pick<Ctx, 'db' | 'now'>, { readers = [], number = '', shelfId = null, ...record }: NewRecord) => opened(db, { ...record, readers, number, shelfId, at: now });

const opened = prepare<Required<Omit<NewRecord, 'shelfId'>> & { shelfId: string | null; at: string }, never>((db, blank) =>
  db.insertInto('records').values({
    id: blank(({ id }) => id), kind: blank(({ kind }) => kind), number: blank(({ number }) => number), title: blank(({ title }) => title), allPermission: blank(({ allPermission }) => allPermission),
    clearance: blank(({ clearance }) => clearance), readers: blank(({ readers }) => [...readers]), shelfId: blank(({ shelfId }) => shelfId), at: blank(({ at }) => at),
  }).compile() as CompiledQuery<never>);

/** People or departments may see the record from now on. Nobody who could see it loses it. */
export const shareWith = (ctx: Ctx | Working, recordId: string, keys: readonly string[]) =>
  keys.length
    ? sql`update records set readers = (select array_agg(distinct key) from unnest(readers || ${[...keys]}::uuid[]) key)
        where id = ${recordId} and not readers @> ${[...keys]}::uuid[]`.execute(ctx.db)
    : undefined;

/** What of a person decides which records they see. */
export interface Sight {
  clearance: number;
  permissions: readonly string[];
  keys: readonly string[];
}

/** Of one module's records, whose permissions are its own, the others need not be looked at. */
export const sightOf = ({ actor }: Pick<Reading, 'actor'>, module = ''): Sight => ({ clearance: actor.clearance, permissions: [...actor.permissions].filter((permission) => permission.startsWith(module)), keys: [...actor.keys] });

/** For a query that is prepared: whoever asks puts themselves in. */
export const blankSight = (blank: <T>(of: (given: { sight: Sight }) => T) => T): Sight => ({
  clearance: unseen(blank(({ sight }) => sight.clearance), 'int') as never,
  permissions: unseen(blank(({ sight }) => sight.permissions), 'text[]') as never,
  keys: unseen(blank(({ sight }) => sight.keys), 'uuid[]') as never,
});

/** The one condition on table `records` by which a row is seen or does not exist for the asker (EDM-3). */
export const mayRead = (ctx: Pick<Reading, 'actor'>) => seenWith(sightOf(ctx));

export const seenWith = ({ clearance, permissions, keys }: Sight) => (eb: ExpressionBuilder<DB, 'records'>) =>
  eb.and([
    eb('records.clearance', '<=', clearance),
    eb.or([sql<boolean>`records.all_permission = any(${permissions}::text[])`, sql<boolean>`records.readers && ${keys}::uuid[]`, onReadableShelf(keys)]),
  ]);

/** One exists for each record: the planner asks the index for a few, and gathers a person's shelves once for many. */
const onReadableShelf = (keys: readonly string[]) =>
  sql<boolean>`(records.shelf_id is not null and exists (select from shelf_keys k where k.shelf_id = records.shelf_id and k.key = any(${keys}::uuid[]) and k.level >= 2))`;

/** The record if the asker may see it, else 404: nobody learns that it exists. */
export const readable = (ctx: Reading, recordId: string) =>
  ctx.db.selectFrom('records').selectAll().where('id', '=', recordId).where(mayRead(ctx)).executeTakeFirstOrThrow(notFound);

/** Whether the record is there for the asker. */
export const isReadable = async (ctx: Reading, recordId: string) =>
  (await ctx.db.selectFrom('records').select('id').where('id', '=', recordId).where(mayRead(ctx)).executeTakeFirst()) !== undefined;

import { type Selectable, sql } from 'kysely';
import type { ArchiveItems } from '#database/tables.ts';
import { seenWith, type Sight, sightOf } from '#mechanisms/access/records.ts';
import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Line, Retention } from './nouns.ts';

export type ItemRow = Omit<Selectable<ArchiveItems>, 'retention' | 'writtenOn'> & { retention: Retention };

/** The archived documents the asker may see: those whose record they may read (EDM-3). Every list and every act starts from here. */
export const visibleTo = (ctx: Pick<Reading, 'db' | 'actor'>) => seenBy(ctx.db, sightOf(ctx));
const seenBy = (db: Db, sight: Sight) => db.selectFrom('archiveItems as i').innerJoin('records', 'records.id', 'i.recordId').where(seenWith(sight));

/** The item, held until the transaction ends. */
export const lockItem = async (ctx: Ctx<any>, id: string) => (await visibleTo(ctx).selectAll('i').where('i.id', '=', id).forNoKeyUpdate('i').executeTakeFirstOrThrow(notFound)) as unknown as ItemRow;

/** Lines of the 归档文件目录. */
export const linesOf = (ctx: Pick<Reading, 'db' | 'actor'>) => linesBy(ctx.db, sightOf(ctx));
export const linesBy = (db: Db, sight: Sight) =>
  seenBy(db, sight)
    .innerJoin('departments as o', 'o.id', 'i.departmentId').leftJoin('archiveBoxes as b', 'b.id', 'i.boxId')
    .select([
      'i.id', 'i.recordId', 'i.number', 'i.year', 'i.retention', 'i.code', 'i.seq', 'i.docNumber', 'i.author', 'i.title', 'i.secrecy', 'i.secrecyPeriod', 'i.pages', 'i.remark', 'i.thickness', 'i.archivedAt', 'i.withdrawnAt', 'i.destroyedAt',
      sql<string | null>`i.written_on::text`.as('writtenOn'), sql<{ id: string; name: string }>`as_person(o.id, o.name)`.as('department'),
      sql<{ id: string; seq: number } | null>`case when b.id is not null then json_build_object('id', b.id, 'seq', b.seq) end`.as('box'),
    ]);

export type Row = Awaited<ReturnType<ReturnType<typeof linesBy>['execute']>>[number];
export const presentedLine = (row: Row) => row as Line;

/** A closed year takes and gives nothing. */
export const isClosed = async ({ db }: Pick<Reading, 'db'>, year: number) =>
  (await db.selectFrom('archiveYears').select('id').where('year', '=', year).where('reopenedAt', 'is', null).executeTakeFirst()) !== undefined;

/** Who puts something into a year or takes it out goes before or after the closing of it, not during. */
export const keepYearsAsTheyAre = async ({ db }: Pick<Ctx, 'db'>, years: readonly number[]) => {
  for (const year of [...new Set(years)].sort()) await sql`select pg_advisory_xact_lock_shared(hashtext('archive.year'), ${year})`.execute(db);
};

/** Packages are made, and what could be in one is destroyed, one after the other. */
export const holdPackages = ({ db }: Pick<Ctx, 'db'>) => sql`select pg_advisory_xact_lock(hashtext('archive.packages'))`.execute(db);

export const seenAnew = ({ db }: Pick<Ctx, 'db'>) => changed(db, { keys: 'all', what: ['archive'] });

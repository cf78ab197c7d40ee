import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Reading, Transfer } from '#platform/module.ts';
import { notFound, refused } from '#platform/problem.ts';
import type { Attached } from './contract.ts';

/**
 * A file becomes part of a record. A record of 秘密 and above takes none: its text must not enter the system; nor does one that was destroyed.
 * A second file of the same name and role is its next version.
 */
export const attach = async (ctx: Ctx<any>, { fileId, recordId, role }: { fileId: string; recordId: string; role: string }) => {
  const record = await ctx.db.selectFrom('records').select(['clearance', 'erasedAt']).where('id', '=', recordId).executeTakeFirstOrThrow(notFound);
  if (record.clearance > 0) throw refused(['files.classified_not_stored']);
  if (record.erasedAt) throw refused(['files.record_destroyed']);
  const file = await usable(ctx, fileId);
  if (!file) throw refused(['files.unknown']);
  const before = await versionBefore(ctx, recordId, role, file.name);
  await ctx.db
    .insertInto('attachments')
    .values({ id: newId(), recordId, fileId, role, version: (before?.version ?? 0) + 1, replaces: before?.id ?? null, attachedBy: ctx.actor.id, attachedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  ctx.tell('files.attached', { recordId, fileId });
};

/** A file is part of a record no more; part of nothing, it goes. */
export const detach = async (ctx: Ctx<any>, { fileId, recordId, role }: { fileId: string; recordId: string; role: string }) => {
  const { id } = await ctx.db.selectFrom('attachments').select('id').where('recordId', '=', recordId).where('fileId', '=', fileId).where('role', '=', role).executeTakeFirstOrThrow(notFound);
  await ctx.db.updateTable('attachments').set({ replaces: null }).where('replaces', '=', id).execute();
  await ctx.db.deleteFrom('attachments').where('id', '=', id).execute();
  const { sha256 } = await ctx.db.selectFrom('files').select('sha256').where('id', '=', fileId).executeTakeFirstOrThrow();
  ctx.tell('files.dropped', { fileId, sha256 });
};

/** A file that the asker uploaded or may see, and that was not erased. */
export const usable = async (ctx: Pick<Reading, 'db' | 'actor'>, fileId: string) =>
  visible(ctx).where('b.erasedAt', 'is', null).where('f.id', '=', fileId).executeTakeFirst();

/** One's own uploads, and whatever hangs on a record one may read. */
export const visible = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  ctx.db
    .selectFrom('files as f')
    .innerJoin('blobs as b', 'b.sha256', 'f.sha256')
    .selectAll('f')
    .select(['b.textState', 'b.textWhy', 'b.pages', 'b.erasedAt'])
    .where((eb) =>
      eb.or([
        eb.and([eb('f.uploadedBy', '=', ctx.actor.id), eb.not(eb.exists(eb.selectFrom('attachments').select('id').whereRef('fileId', '=', 'f.id')))]),
        eb.exists(
          eb.selectFrom('attachments as a').innerJoin('records', 'records.id', 'a.recordId').select('a.id').whereRef('a.fileId', '=', 'f.id').where('records.erasedAt', 'is', null).where((inner) => mayRead(ctx)(inner as never)),
        ),
      ]),
    );

export const fileOf = async (ctx: Reading | Transfer, fileId: string) => visible(ctx).where('f.id', '=', fileId).executeTakeFirstOrThrow(notFound);

/** The files of a record, newest version of each first. The caller has seen to it that the record may be read. */
export const filesOf = async ({ db }: Pick<Reading, 'db'>, recordId: string): Promise<(Attached & { fileId: string })[]> => {
  const rows = await db
    .selectFrom('attachments as a')
    .innerJoin('files as f', 'f.id', 'a.fileId')
    .innerJoin('blobs as b', 'b.sha256', 'f.sha256')
    .innerJoin('people as p', 'p.id', 'a.attachedBy')
    .innerJoin('records as r', 'r.id', 'a.recordId')
    .select([
      'a.id as attachmentId', 'a.role', 'a.version', 'a.attachedAt', 'p.id as personId', 'p.name as person', 'f.id', 'f.name', 'f.type', 'f.sha256', 'b.textState', 'b.textWhy',
      sql<number>`f.size::float8`.as('size'), sql<boolean>`coalesce(b.erased_at, r.erased_at) is not null`.as('erased'),
    ])
    .where('a.recordId', '=', recordId)
    .orderBy('a.attachedAt')
    .orderBy('a.id')
    .execute();
  return rows.map(({ personId, person, textState, ...row }) => ({ ...row, fileId: row.id, textState: textState as 'read', attachedBy: { id: personId, name: person } }));
};

const versionBefore = ({ db }: Ctx<any>, recordId: string, role: string, name: string) =>
  db
    .selectFrom('attachments as a')
    .innerJoin('files as f', 'f.id', 'a.fileId')
    .select(['a.id', 'a.version'])
    .where('a.recordId', '=', recordId)
    .where('a.role', '=', role)
    .where('f.name', '=', name)
    .orderBy('a.version', 'desc')
    .executeTakeFirst();

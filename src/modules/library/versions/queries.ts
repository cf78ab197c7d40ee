import type { Moves, Queries, Reading, Transfer } from '#platform/module.ts';
import { sql } from 'kysely';
import { has, read } from '#mechanisms/files/store.ts';
import { notFound } from '#platform/problem.ts';
import { read as mayRead, whyNotManage, whyNotPut, whyNotTakeOut, whyNotUnlock, whyNotWrite } from '../rules.ts';
import { itemsSeen, keysOf, lines, pathTo, presented } from '../tree.ts';
import type { versions as contract } from './contract.ts';

const shownAt = 400_000;

export const queries: Queries<Pick<typeof contract, 'file' | 'versionText'>> = {
  async file(ctx, { params }) {
    const row = await lines(ctx)
      .select(['i.lockedAt', 'i.lockNote', sql<number>`coalesce((select max(k.level) from shelf_keys k where k.shelf_id = i.parent_id and k.key = any(${keysOf(ctx)}::uuid[])), 0)`.as('above')])
      .where('i.id', '=', params.itemId)
      .where('i.isFolder', '=', false)
      .executeTakeFirstOrThrow(notFound);
    const { lockedAt, lockNote, above, ...line } = row;
    const file = presented(line);
    const facts = { level: row.level!, above, isTop: false, lockedBy: row.lockedBy };
    const me = ctx.actor.id;
    return {
      file,
      path: await pathTo(ctx, params.itemId),
      versions: row.level! >= mayRead ? await versionsOf(ctx, params.itemId) : [],
      lock: file.lockedBy && { by: file.lockedBy, at: lockedAt!, note: lockNote, mine: file.lockedBy.id === me },
      whyNot: {
        addVersion: whyNotWrite(facts, me), rename: whyNotPut(facts), takeOut: whyNotTakeOut(facts, me), lock: facts.lockedBy ? ['library.locked_by_other'] : whyNotPut(facts),
        unlock: whyNotUnlock(facts, me, 'given'), manage: whyNotManage(facts),
      },
    };
  },

  async versionText(ctx, { params }) {
    await readableFile(ctx, params.itemId);
    const found = await versionRow(ctx, params.itemId, Number(params.number));
    return { state: found.textState as 'read', why: found.textWhy, text: (found.text ?? '').slice(0, shownAt) };
  },
};

export const transfers: Moves<Pick<typeof contract, 'content'>> = {
  /** Under the name it has now, whatever it was called when it was uploaded. */
  async content(ctx, { params, query }) {
    const item = await readableFile(ctx, params.itemId);
    const { type, sha256, erasedAt } = await (query.version ? versionRow(ctx, item.id, query.version) : currentRow(ctx, item.fileId!));
    if (erasedAt || !(await has(sha256))) ctx.refuse('library.file_unknown');
    return { name: item.name, type, content: read(sha256) };
  },
};

const readableFile = (ctx: Reading | Transfer, id: string) =>
  itemsSeen(ctx).select(['i.id', 'i.name', 'i.fileId']).where('i.id', '=', id).where('i.isFolder', '=', false).where('l.level', '>=', mayRead).executeTakeFirstOrThrow(notFound);

/** After the newest turned out to be classified the one before counts. */
const currentRow = ({ db }: Pick<Reading, 'db'>, fileId: string) => db.selectFrom('files as f').innerJoin('blobs as b', 'b.sha256', 'f.sha256').select(['f.type', 'f.sha256', 'b.erasedAt']).where('f.id', '=', fileId).executeTakeFirstOrThrow(notFound);

const versionRow = ({ db }: Pick<Reading, 'db'>, itemId: string, number: number) =>
  db
    .selectFrom('libraryVersions as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .innerJoin('blobs as b', 'b.sha256', 'f.sha256')
    .select(['f.type', 'f.sha256', 'b.erasedAt', 'b.text', 'b.textState', 'b.textWhy'])
    .where('v.itemId', '=', itemId)
    .where('v.number', '=', number)
    .executeTakeFirstOrThrow(notFound);

const versionsOf = async ({ db }: Reading, itemId: string) => {
  const rows = await db
    .selectFrom('libraryVersions as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .innerJoin('blobs as b', 'b.sha256', 'f.sha256')
    .innerJoin('people as p', 'p.id', 'v.by')
    .select(['v.number', 'v.fileId', 'f.name', 'f.type', 'f.sha256', 'v.comment', 'v.at', 'v.restores', 'p.id as personId', 'p.name as person', sql<number>`f.size::float8`.as('size'), sql<boolean>`b.erased_at is not null`.as('erased')])
    .where('v.itemId', '=', itemId)
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map(({ personId, person, ...row }) => ({ ...row, by: { id: personId, name: person } }));
};

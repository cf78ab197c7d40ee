import { sql } from 'kysely';
import { usable } from '#mechanisms/files/files.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Listener } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { holdPackages, seenAnew, visibleTo } from '../items.ts';
import type { transfer as contract } from './contract.ts';
import { isImporting, isPacking, unmappedOf } from './standing.ts';
import { whyNotCheckPackage, whyNotDropImport, whyNotImport, whyNotPack, whyNotRemove } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'makePackage' | 'removePackage' | 'checkPackage' | 'dropImport' | 'importPackage'>> = {
  /** Which items go is settled now; the package is made of them by and by. */
  async makePackage(ctx, { body: { receiver, years, retentions } }) {
    await holdPackages(ctx);
    ctx.refuse(...whyNotPack({ running: await isPacking(ctx) }));
    const id = newId();
    const chosen = await visibleTo(ctx).select('i.id').where('i.withdrawnAt', 'is', null).where('i.destroyedAt', 'is', null).where('i.year', 'in', years).where('i.retention', 'in', retentions).limit(20_001).execute();
    ctx.refuse(...whyNotPack({ running: false, items: chosen.length }));
    await ctx.db.insertInto('archivePackages').values({ id, askedAt: ctx.now, askedBy: ctx.actor.id, receiver, years: [...new Set(years)].sort(), retentions: [...new Set(retentions)], state: 'waiting', items: chosen.length }).execute();
    await sql`insert into archive_package_items (package_id, item_id) select ${id}, unnest(${chosen.map((item) => item.id)}::uuid[])`.execute(ctx.db);
    ctx.tell('archive.package_wanted', { packageId: id });
    await seenAnew(ctx);
    return { id, items: chosen.length };
  },

  /** 删除移交包的文件: it was handed over, or is not wanted any more. */
  async removePackage(ctx, { params: { packageId }, body: { reason } }) {
    const { state, fileId, sha256 } = await ctx.db.selectFrom('archivePackages').select(['state', 'fileId', 'sha256']).where('id', '=', packageId).forUpdate().executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotRemove({ state }));
    await ctx.db.updateTable('archivePackages').set({ state: 'removed', fileId: null, removedAt: ctx.now, removedBy: ctx.actor.id, removedWhy: reason }).where('id', '=', packageId).execute();
    ctx.tell('files.dropped', { fileId, sha256 });
    await seenAnew(ctx);
    return { id: packageId };
  },

  async checkPackage(ctx, { body: { fileId } }) {
    ctx.refuse(...whyNotCheckPackage(await isImporting(ctx)));
    const file = await usable(ctx, fileId);
    if (!file) ctx.refuse('archive.package_unknown');
    const id = newId();
    await ctx.db.insertInto('archiveImports').values({ id, askedAt: ctx.now, askedBy: ctx.actor.id, fileId, sha256: file!.sha256, name: file!.name, state: 'checking' }).execute();
    ctx.tell('archive.package_brought', { importId: id });
    await seenAnew(ctx);
    return { id };
  },

  async dropImport(ctx, { params: { importId } }) {
    const { state, fileId, sha256 } = await ctx.db.selectFrom('archiveImports').select(['state', 'fileId', 'sha256']).where('id', '=', importId).forUpdate().executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotDropImport({ state }));
    await ctx.db.updateTable('archiveImports').set({ state: 'dropped', fileId: null }).where('id', '=', importId).execute();
    ctx.tell('files.dropped', { fileId, sha256 });
    await seenAnew(ctx);
    return { id: importId };
  },

  async importPackage(ctx, { params: { importId }, body }) {
    const row = await ctx.db.selectFrom('archiveImports').select(['id', 'state', 'institutions']).where('id', '=', importId).forUpdate().executeTakeFirstOrThrow(notFound);
    const departments = Object.fromEntries(unmappedOf(row.institutions, {}).map(({ code, departmentId }) => [code, body.departments[code] ?? departmentId]).filter(([, id]) => id)) as Record<string, string>;
    ctx.refuse(...whyNotImport({ state: row.state, running: await isImporting(ctx), unmapped: unmappedOf(row.institutions, departments).length }));
    const known = await ctx.db.selectFrom('departments').select('id').where('id', 'in', Object.values(departments)).execute();
    if (known.length < new Set(Object.values(departments)).size) ctx.refuse('archive.department_unknown');
    await ctx.db.updateTable('archiveImports').set({ state: 'importing', departments: JSON.stringify(departments), startedAt: ctx.now, startedBy: ctx.actor.id, looked: 0, finishedAt: null }).where('id', '=', importId).execute();
    ctx.tell('archive.import_wanted', { importId });
    await seenAnew(ctx);
    return { id: importId };
  },
};

export const listens: Record<string, Listener> = {
  'archive.package_wanted': (ctx, { packageId }: { packageId: string }) => ctx.enqueue('archive.pack', { packageId }),
  'archive.package_brought': (ctx, { importId }: { importId: string }) => ctx.enqueue('archive.check_package', { importId }),
  'archive.import_wanted': (ctx, { importId }: { importId: string }) => ctx.enqueue('archive.import_package', { importId }),
};

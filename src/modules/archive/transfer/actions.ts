import { sql } from 'kysely';
import { usable } from '#mechanisms/files/files.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Listener } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { seenAnew, visibleTo } from '../items.ts';
import type { transfer as contract } from './contract.ts';
import { isImporting, isPacking, unmappedOf } from './standing.ts';
import { whyNotCheckPackage, whyNotImport, whyNotPack } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'makePackage' | 'checkPackage' | 'importPackage'>> = {
  /** Which items go is settled now; the package is made of them by and by. */
  async makePackage(ctx, { body: { receiver, years, retentions } }) {
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

  async checkPackage(ctx, { body: { fileId } }) {
    ctx.refuse(...whyNotCheckPackage(await isImporting(ctx)));
    const file = await usable(ctx, fileId);
    if (!file) ctx.refuse('archive.package_unknown');
    const id = newId();
    await ctx.db.insertInto('archiveImports').values({ id, askedAt: ctx.now, askedBy: ctx.actor.id, fileId, name: file!.name, state: 'checking' }).execute();
    ctx.tell('archive.package_brought', { importId: id });
    await seenAnew(ctx);
    return { id };
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

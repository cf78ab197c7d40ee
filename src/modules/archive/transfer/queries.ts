import { sql } from 'kysely';
import { read } from '#mechanisms/files/store.ts';
import type { Moves, Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { visibleTo } from '../items.ts';
import type { Fault, Import, Package, transfer as contract } from './contract.ts';
import { whyNotCheckPackage, whyNotDownload, whyNotDropImport, whyNotImport, whyNotPack } from './rules.ts';
import { type Institution, isImporting, isPacking } from './standing.ts';

export const queries: Queries<Pick<typeof contract, 'packages' | 'imports' | 'oneImport' | 'ofRecord'>> = {
  async packages(ctx) {
    const packages = await ctx.db
      .selectFrom('archivePackages as k').innerJoin('people as p', 'p.id', 'k.askedBy').leftJoin('people as r', 'r.id', 'k.removedBy')
      .select(['k.id', 'k.askedAt', 'k.receiver', 'k.years', 'k.retentions', 'k.state', 'k.items', 'k.packed', 'k.files', 'k.finishedAt', 'k.why', 'k.sha256', sql<number | null>`k.size::float8`.as('size'), sql<Package['askedBy']>`as_person(p.id, p.name)`.as('askedBy'), 'k.removedAt', 'k.removedWhy', sql<Package['removedBy']>`case when r.id is not null then as_person(r.id, r.name) end`.as('removedBy')])
      .orderBy('k.askedAt', 'desc').orderBy('k.id', 'desc').limit(100).execute();
    return { packages: packages as Package[], whyNot: { makePackage: whyNotPack({ running: await isPacking(ctx) }) as string[] } };
  },

  /** What was imported has no other page than that of its item. */
  ofRecord: (ctx, { params }) => visibleTo(ctx).select('i.id').where('i.recordId', '=', params.recordId).orderBy('i.archivedAt', 'desc').executeTakeFirstOrThrow(notFound),

  async imports(ctx) {
    const imports = await importsOf(ctx).orderBy('m.askedAt', 'desc').orderBy('m.id', 'desc').limit(100).execute();
    return { imports: imports as Import[], whyNot: { checkPackage: whyNotCheckPackage(await isImporting(ctx)) as string[] } };
  },

  async oneImport(ctx, { params }) {
    const row = await importsOf(ctx).select(['m.faults', 'm.institutions']).where('m.id', '=', params.importId).executeTakeFirstOrThrow(notFound);
    const whyNot = { importPackage: whyNotImport({ state: row.state, running: await isImporting(ctx), unmapped: 0 }) as string[], dropImport: whyNotDropImport(row) as string[] };
    return { ...(row as unknown as Import), faults: row.faults as unknown as Fault[], institutions: row.institutions as unknown as Institution[], whyNot };
  },
};

const importsOf = ({ db }: Pick<Reading, 'db'>) =>
  db
    .selectFrom('archiveImports as m').innerJoin('people as p', 'p.id', 'm.askedBy').leftJoin('people as s', 's.id', 'm.startedBy')
    .select([
      'm.id', 'm.askedAt', 'm.name', 'm.sha256', 'm.state', 'm.total', 'm.looked', 'm.items', 'm.files', 'm.faultCount', 'm.finishedAt', 'm.why', 'm.keptItems', 'm.keptFiles',
      sql<number>`m.bytes::float8`.as('bytes'), sql<number | null>`m.kept_bytes::float8`.as('keptBytes'), sql<Import['askedBy']>`as_person(p.id, p.name)`.as('askedBy'), sql<Import['startedBy']>`case when s.id is not null then as_person(s.id, s.name) end`.as('startedBy'),
    ]);

export const transfers: Moves<Pick<typeof contract, 'packageContent'>> = {
  /** Who took it away is in the trail. */
  async packageContent(ctx, { params }) {
    const classified = sql<boolean>`exists (select from archive_package_items p join archive_files f on f.item_id = p.item_id where p.package_id = archive_packages.id and f.erased_at > archive_packages.asked_at)`.as('classified');
    const row = await ctx.db.selectFrom('archivePackages').select(['id', 'state', 'sha256', 'askedAt', classified]).where('id', '=', params.packageId).executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotDownload(row));
    await ctx.commit({ params }, async () => ({ id: row.id }));
    return { name: `移交包 ${dayOf(row.askedAt)}.zip`, type: 'application/zip', content: read(row.sha256!) };
  },
};

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { ZipFile } from 'yazl';
import { has, putStream, read } from '#mechanisms/files/store.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Job, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { dayOf } from '#platform/time.ts';
import { zh } from '../words.zh.ts';
import { boxPapers } from './box-papers.ts';
import { csvOf, manifestOf, names, type PackedItem, pathFor, totalsOf, xmlOf } from './layout.ts';
import { readmeOf } from './readme.ts';
import { sameName } from './rules.ts';

interface Packing {
  db: Db;
  now: () => string;
  packageId: string;
}

const retries = 2;

/** Writes the package straight to the disk, file by file, each held against its sum as it goes by. Run again after it broke off, it begins anew. */
export const packing: Job = {
  retries,
  timeout: 12 * 3600,
  work: async ({ db, now, data: { packageId }, attempt }: { db: Db; now: () => string; data: { packageId: string }; attempt: number }) => {
    const here = { db, now, packageId };
    const { state } = await db.selectFrom('archivePackages').select('state').where('id', '=', packageId).executeTakeFirstOrThrow();
    if (state === 'done' || state === 'failed') return;
    try {
      await pack(here);
    } catch (error) {
      if (!(error instanceof Damaged) && attempt <= retries) throw error;
      await finished(here, { state: 'failed', why: error instanceof Damaged ? error.message : String((error as Error).message ?? error).slice(0, 500) }, 'archive.package_failed');
    }
  },
};

/** A file of the archive is not what it was: trying again does not help. */
class Damaged extends Error {}

const pack = async (here: Packing) => {
  const { db, now, packageId } = here;
  const row = await db.updateTable('archivePackages').set({ state: 'running', packed: 0 }).where('id', '=', packageId).returningAll().executeTakeFirstOrThrow();
  const items = withPaths(await itemsOf(db, packageId));
  for (const { number, files } of items) for (const { sha256, name } of files) if (!(await has(sha256))) throw new Damaged(`${number} ${name}`);
  const { name: school } = (await db.selectFrom('school').select('name').executeTakeFirst()) ?? { name: '' };
  const totals = totalsOf(items);
  const day = dayOf(now());
  const papers = await boxPapers(db, { items, packageId, at: row.askedAt });
  const sheets = [
    [names.readme, readmeOf({ ...totals, boxes: papers.length / 2, school, receiver: row.receiver, day, years: row.years.join('、'), retentions: row.retentions.map((one) => zh.retentions[one as 'Y']).join('、') })],
    [names.csv, csvOf(items)],
    [names.xml, xmlOf(items, { school, at: row.askedAt })],
  ] as const;
  const sums = [...[...sheets, ...papers].map(([path, said]) => [path, createHash('sha256').update(said).digest('hex')] as const), ...items.flatMap(({ files }) => files.map(({ path, sha256 }) => [path, sha256] as const))];
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  const mtime = new Date(row.askedAt);
  for (const [path, said] of sheets) zip.addBuffer(Buffer.from(said), path, { mtime });
  zip.addBuffer(Buffer.from(manifestOf(totals, sums)), names.manifest, { mtime });
  for (const [path, said] of papers) zip.addBuffer(said, path, { mtime, compress: false });
  const tell = progress(here);
  for (const [i, { number, archivedAt, files }] of items.entries())
    for (const { path, sha256, name, size } of files)
      zip.addReadStreamLazy(path, { mtime: new Date(archivedAt), compress: false, size }, (send) => {
        tell(i);
        send(null, Readable.from(verified(sha256, `${number} ${name}`)).on('error', (error) => out.destroy(error)));
      });
  zip.end();
  const stored = await putStream(out);
  await finished(here, { state: 'done', why: '', packed: items.length, files: totals.files, ...stored }, 'archive.package_ready');
};

async function* verified(sha256: string, what: string) {
  const sum = createHash('sha256');
  for await (const chunk of read(sha256)) {
    sum.update(chunk as Buffer);
    yield chunk as Buffer;
  }
  if (sum.digest('hex') !== sha256) throw new Damaged(what);
}

/** How far it is, at most once a second. */
const progress = ({ db, packageId }: Packing) => {
  let last = Date.now();
  return (packed: number) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    void db.updateTable('archivePackages').set({ packed }).where('id', '=', packageId).where('state', '=', 'running').execute().then(() => changed(db, { keys: 'all', what: ['archive'] })).catch(() => undefined);
  };
};

/** Two names that a folder of Windows takes for one get a figure behind them. */
const withPaths = (items: readonly (Omit<PackedItem, 'files'> & { files: Omit<PackedItem['files'][number], 'path'>[] })[]): PackedItem[] => {
  const used = new Set<string>();
  const free = (path: string): string => {
    let tried = path;
    for (let n = 2; used.has(sameName(tried)); n += 1) tried = path.replace(/(\.[^./]{1,8})?$/, ` (${n})$1`);
    used.add(sameName(tried));
    return tried;
  };
  return items.map((item) => ({ ...item, files: item.files.map((file, i) => ({ ...file, path: free(pathFor(item, i + 1, file.name)) })) }));
};

const itemsOf = async (db: Db, packageId: string) => {
  const rows = await db
    .selectFrom('archivePackageItems as p').innerJoin('archiveItems as i', 'i.id', 'p.itemId').innerJoin('departments as d', 'd.id', 'i.departmentId').leftJoin('archiveBoxes as b', 'b.id', 'i.boxId')
    .select([
      'i.number', 'i.year', 'i.retention', 'i.code', 'd.name as institution', 'i.seq', 'i.docNumber', 'i.author', 'i.title', 'i.secrecy', 'i.secrecyPeriod', 'i.pages', 'i.remark', 'i.thickness', 'i.archivedAt',
      sql<string | null>`i.written_on::text`.as('writtenOn'), sql<string>`coalesce(b.seq::text, '')`.as('box'), sql<string>`coalesce(b.spine::text, '')`.as('spine'), sql<string>`case when position('-' in i.number) > 0 then left(split_part(i.number, '-', 1), 20) else '' end`.as('fonds'),
      sql<{ name: string; role: string; version: number; sha256: string; size: number }[]>`(select coalesce(json_agg(json_build_object('name', f.name, 'role', f.role, 'version', f.version, 'sha256', f.sha256, 'size', f.size) order by f.position), '[]') from archive_files f where f.item_id = i.id and f.erased_at is null)`.as('files'),
    ])
    .where('p.packageId', '=', packageId).where('i.destroyedAt', 'is', null).orderBy('i.yearBack', 'desc').orderBy('i.rank').orderBy('i.code').orderBy('i.seq').execute();
  return rows as unknown as (Omit<PackedItem, 'files'> & { files: Omit<PackedItem['files'][number], 'path'>[] })[];
};

interface End {
  state: 'done' | 'failed';
  why: string;
  packed?: number;
  files?: number;
  sha256?: string;
  size?: number;
}

const finished = ({ db, now, packageId }: Packing, { sha256, size, ...end }: End, what: string) =>
  db.transaction().execute(async (open) => {
    const at = now();
    const told: Promise<unknown>[] = [];
    const ctx: Working = { db: open as Db, now: at, tell: (event, data) => void told.push(tellLater(open as Db, at, event, data)), enqueue: async () => undefined };
    const { askedBy, receiver, items } = await open.selectFrom('archivePackages').select(['askedBy', 'receiver', 'items']).where('id', '=', packageId).executeTakeFirstOrThrow();
    const fileId = newId();
    if (sha256) {
      await open.insertInto('blobs').values({ sha256, size: String(size), type: 'application/zip', createdAt: at, textState: 'none' }).onConflict((conflict) => conflict.column('sha256').doUpdateSet({ erasedAt: null })).execute();
      await open.insertInto('files').values({ id: fileId, sha256, name: `移交包 ${dayOf(at)}.zip`, type: 'application/zip', size: String(size), uploadedBy: askedBy, uploadedAt: at }).execute();
    }
    await open.updateTable('archivePackages').set({ ...end, finishedAt: at, ...(sha256 && { sha256, size: String(size), fileId }) }).where('id', '=', packageId).execute();
    await notify(ctx, { to: [askedBy], what, params: { receiver, items: String(items) }, recordId: null });
    await Promise.all(told);
    await changed(open as Db, { keys: 'all', what: ['archive'] });
  });

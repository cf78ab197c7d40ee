import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { pathOf, putStream } from '#mechanisms/files/store.ts';
import { sniff } from '#mechanisms/files/types.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { constraintOf, type Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Job, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import type { Spine } from '../boxes/rules.ts';
import { enterBoxes } from '../boxes/brought.ts';
import { countOn, enterLines } from '../coming.ts';
import { keepYearsAsTheyAre } from '../items.ts';
import { fileOf, letGo, rowsOf } from './checking.ts';
import type { PackedItem } from './layout.ts';
import { openPackage, type Opened } from './zip.ts';

interface Importing {
  db: Db;
  importId: string;
  now: string;
  by: string;
  departments: Readonly<Record<string, string>>;
}

/** First the bytes, which alone are nothing; then every line in one transaction: all of it is here, or none. */
export const importingPackage: Job = {
  retries: 2,
  timeout: 12 * 3600,
  work: async ({ db, now, data: { importId }, attempt }: { db: Db; now: () => string; data: { importId: string }; attempt: number }) => {
    const { departments, startedBy, state } = await db.selectFrom('archiveImports').select(['departments', 'startedBy', 'state']).where('id', '=', importId).executeTakeFirstOrThrow();
    if (state !== 'importing') return;
    try {
      await take({ db, importId, now: now(), by: startedBy!, departments: departments as Record<string, string> });
    } catch (error) {
      const taken = /^archive_(items|boxes)_/.test(constraintOf(error) ?? '');
      if (!taken && attempt <= 2) throw error;
      await db.updateTable('archiveImports').set({ state: 'failed', why: taken ? 'number_taken' : String((error as Error).message ?? error).slice(0, 500), finishedAt: now() }).where('id', '=', importId).execute();
      await changed(db, { keys: 'all', what: ['archive'] });
    }
  },
};

const take = async (here: Importing) => {
  const { sha256 } = await fileOf(here);
  const zip = await openPackage(pathOf(sha256));
  try {
    const items = (await rowsOf(zip)).map(({ item }) => item!);
    const types = await stored(here, zip, items);
    await here.db.transaction().execute((open) => entered({ ...here, db: open as Db }, items, types));
  } finally {
    zip.close();
  }
};

/** The bytes of every file, held against its sum once more as they are written down. */
const stored = async ({ db, importId }: Importing, zip: Opened, items: readonly PackedItem[]) => {
  const files = items.flatMap((item) => item.files);
  const types = new Map<string, string>();
  await db.updateTable('archiveImports').set({ total: files.length, looked: 0 }).where('id', '=', importId).execute();
  for (const [i, file] of files.entries()) {
    if (types.has(file.sha256)) continue;
    let head: Uint8Array | undefined;
    const kept = await putStream((async function* () {
      for await (const chunk of await zip.read(file.path)) yield (head ??= chunk as Uint8Array) && (chunk as Uint8Array);
    })());
    if (kept.sha256 !== file.sha256 || kept.size !== file.size) throw new Error(`hash ${file.path}`);
    types.set(file.sha256, await sniff(head ?? Buffer.alloc(0), file.name));
    if (i % 100 === 0) {
      await db.updateTable('archiveImports').set({ looked: i + 1 }).where('id', '=', importId).execute();
      await changed(db, { keys: 'all', what: ['archive'] });
    }
  }
  return types;
};

const entered = async (here: Importing, items: readonly PackedItem[], types: ReadonlyMap<string, string>) => {
  const { db, importId, now, by, departments } = here;
  await keepYearsAsTheyAre({ db }, items.map(({ year }) => year));
  const told: [string, object][] = [];
  const boxOf = await enterBoxes({ db, now, by }, items.map((item) => ({ ...item, departmentId: departments[item.code]!, box: item.box ? Number(item.box) : null, spine: item.spine ? (Number(item.spine) as Spine) : null })));
  for (let i = 0; i < items.length; i += 200) await enterSome(here, { boxOf, items: items.slice(i, i + 200), types, tell: (event, data) => void told.push([event, data]) });
  for (const [code, departmentId] of Object.entries(departments)) await db.insertInto('archiveCodes').values({ departmentId, code, setAt: now, setBy: by }).onConflict((conflict) => conflict.doNothing()).execute();
  await countOn(db, items);
  const kept = await keptOf(db, items);
  await db.updateTable('archiveImports').set({ state: 'done', finishedAt: now, looked: kept.keptFiles, ...kept, keptBytes: String(kept.keptBytes) }).where('id', '=', importId).execute();
  await letGo({ db, importId }, now);
  for (const [event, data] of told) await tellLater(db, now, event, data);
  const wait: Promise<unknown>[] = [];
  const ctx: Working = { db, now, tell: (event, data) => void wait.push(tellLater(db, now, event, data)), enqueue: async () => undefined };
  await notify(ctx, { to: [by], what: 'archive.import_done', params: { items: String(kept.keptItems), files: String(kept.keptFiles) }, recordId: null });
  await Promise.all(wait);
  await changed(db, { keys: 'all', what: ['archive'] });
};

interface Some {
  boxOf: Awaited<ReturnType<typeof enterBoxes>>;
  items: readonly PackedItem[];
  types: ReadonlyMap<string, string>;
  tell: (event: string, data: object) => void;
}

/** A line, its record and its files. */
const enterSome = async ({ db, now, by, departments }: Importing, { boxOf, items, types, tell }: Some) => {
  const rows = items.map((item) => ({ item, id: newId(), recordId: newId(), files: item.files.map((file) => ({ ...file, id: newId() })) }));
  const files = rows.flatMap(({ id, recordId, files: some }) => some.map((file, position) => ({ ...file, itemId: id, recordId, position: position + 1 })));
  await enterLines({ db, now, by, what: 'archive.importPackage', tell }, rows.map(({ item: { files: _, fonds: _fonds, institution: _institution, box, spine: _spine, ...item }, id, recordId }) => ({ ...item, id, recordId, boxId: boxOf({ ...item, box: box ? Number(box) : null }), departmentId: departments[item.code]! })));
  if (files.length) {
    await db.insertInto('blobs').values([...new Map(files.map((file) => [file.sha256, file])).values()].map(({ sha256, size }) => ({ sha256, size: String(size), type: types.get(sha256)!, createdAt: now }))).onConflict((conflict) => conflict.column('sha256').doUpdateSet({ erasedAt: null })).execute();
    await db.insertInto('files').values(files.map(({ id, sha256, name, size }) => ({ id, sha256, name, type: types.get(sha256)!, size: String(size), uploadedBy: by, uploadedAt: now }))).execute();
    await db.insertInto('attachments').values(files.map(({ id, recordId, role, version }) => ({ id: newId(), recordId, fileId: id, role, version, replaces: null, attachedBy: by, attachedAt: now }))).execute();
    await db.insertInto('archiveFiles').values(files.map(({ id, itemId, position, name, role, version, sha256, size }) => ({ itemId, position, fileId: id, name, role, version, sha256, size: String(size) }))).execute();
  }
  for (const sha256 of new Set(files.map((file) => file.sha256))) tell('files.stored', { sha256 });
  for (const { recordId, id } of files) tell('files.attached', { recordId, fileId: id });
};

/** What stands in the tables now of what the package brought, line by line with the same sums: the other half of the report. */
const keptOf = async (db: Db, items: readonly PackedItem[]) => {
  const kept = { keptItems: 0, keptFiles: 0, keptBytes: 0 };
  for (let i = 0; i < items.length; i += 500) {
    const some = items.slice(i, i + 500);
    const expected = new Map(some.map((item) => [item.number, sumOf(item)]));
    const { rows } = await sql<{ number: string; said: unknown }>`select i.number, json_build_object('year', i.year, 'retention', i.retention, 'code', i.code, 'seq', i.seq, 'docNumber', i.doc_number, 'author', i.author, 'title', i.title, 'writtenOn', i.written_on::text, 'secrecy', i.secrecy, 'secrecyPeriod', i.secrecy_period, 'pages', i.pages, 'remark', i.remark, 'thickness', i.thickness, 'box', coalesce(b.seq::text, ''),
      'files', (select coalesce(json_agg(json_build_object('name', f.name, 'role', f.role, 'version', f.version, 'sha256', f.sha256, 'size', f.size) order by f.position), '[]') from archive_files f where f.item_id = i.id)) as said
      from archive_items i left join archive_boxes b on b.id = i.box_id where i.number = any(${some.map(({ number }) => number)}::text[])`.execute(db);
    for (const { number, said } of rows) {
      if (expected.get(number) !== sumOf(said as PackedItem)) continue;
      kept.keptItems += 1;
      kept.keptFiles += (said as PackedItem).files.length;
      kept.keptBytes += (said as PackedItem).files.reduce((sum, { size }) => sum + Number(size), 0);
    }
  }
  return kept;
};

const told = ['year', 'retention', 'code', 'seq', 'docNumber', 'author', 'title', 'writtenOn', 'secrecy', 'secrecyPeriod', 'pages', 'remark', 'thickness', 'box'] as const;

const sumOf = (item: PackedItem) => createHash('sha256').update(JSON.stringify([told.map((field) => item[field]), item.files.map(({ name, role, version, sha256, size }) => [name, role, version, sha256, Number(size)])])).digest('hex');

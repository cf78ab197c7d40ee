import { createHash } from 'node:crypto';
import { pathOf } from '#mechanisms/files/store.ts';
import { isPage, isProgram, sniff } from '#mechanisms/files/types.ts';
import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import type { Job } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { boxesBeside, inWrongBox } from '../boxes/brought.ts';
import { takenBy } from '../coming.ts';
import { isClosed } from '../items.ts';
import { departmentsCoded } from '../retention/codes.ts';
import type { Fault } from './contract.ts';
import { names, type PackedItem, readManifest, type Totals, totalsOf } from './layout.ts';
import { readRows } from './metadata.ts';
import { mostItems } from './rules.ts';
import { Faulty, openPackage, type Opened } from './zip.ts';

const mostFaults = 500;
const longest = 64 * 1024 ** 2;

interface Working {
  db: Db;
  importId: string;
}

/** Looks through a package: every name, every sum, every row. Nothing is imported. */
export const checkingPackage: Job = {
  retries: 2,
  timeout: 6 * 3600,
  work: async ({ db, now, data: { importId }, attempt }: { db: Db; now: () => string; data: { importId: string }; attempt: number }) => {
    const { state } = await db.selectFrom('archiveImports').select('state').where('id', '=', importId).executeTakeFirstOrThrow();
    if (state !== 'checking') return;
    try {
      const { faults, items, totals } = await lookedThrough({ db, importId });
      await db.updateTable('archiveImports').set({ state: faults.length ? 'refused' : 'checked', ...totals, bytes: String(totals.bytes), faultCount: faults.length, faults: JSON.stringify(faults.slice(0, mostFaults)), institutions: JSON.stringify(await institutionsOf(db, items)), finishedAt: now() }).where('id', '=', importId).execute();
      if (faults.length) await letGo({ db, importId }, now());
    } catch (error) {
      if (attempt <= 2) throw error;
      await db.updateTable('archiveImports').set({ state: 'failed', why: String((error as Error).message ?? error).slice(0, 500), finishedAt: now() }).where('id', '=', importId).execute();
    }
    await changed(db, { keys: 'all', what: ['archive'] });
  },
};

const lookedThrough = async (working: Working) => {
  const none = { items: [] as PackedItem[], totals: { items: 0, files: 0, bytes: 0 } };
  const { sha256 } = await fileOf(working);
  try {
    const zip = await openPackage(pathOf(sha256));
    try {
      return await judged(working, zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof Faulty) return { ...none, faults: [{ what: error.what, at: error.at }] };
    throw error;
  }
};

export const fileOf = ({ db, importId }: Working) => db.selectFrom('archiveImports').select(['sha256', 'fileId']).where('id', '=', importId).executeTakeFirstOrThrow();

/** The ZIP is not needed any more: it would outlive what of it is destroyed one day. */
export const letGo = async ({ db, importId }: Working, now: string) => {
  const file = await fileOf({ db, importId });
  await db.updateTable('archiveImports').set({ fileId: null }).where('id', '=', importId).execute();
  await tellLater(db, now, 'files.dropped', file);
};

/** The rows as the package has them; one that does not hold is a fault. */
export const rowsOf = async (zip: Opened) => readRows(await zip.text(names.xml, longest), mostItems);

const judged = async (working: Working, zip: Opened) => {
  for (const name of [names.manifest, names.xml]) if (!zip.entries.has(name)) throw new Faulty(name === names.manifest ? 'manifest_missing' : 'catalogue_missing', name);
  const { totals, sums } = readManifest(await zip.text(names.manifest, longest));
  const faults = [...(await wrongFiles(working, zip, new Map(sums)))];
  const rows = await rowsOf(zip);
  const items = rows.flatMap(({ item }) => (item ? [item] : []));
  faults.push(...rows.flatMap(({ item, at }) => (item ? [] : [{ what: 'row', at }])), ...wrongRefs(items, new Map(sums)), ...twice(items));
  const found = totalsOf(items);
  if (rows.every(({ item }) => item) && differ(found, totals)) faults.push({ what: 'totals', at: `${totals.items} / ${found.items}` });
  faults.push(...(await takenHere(working.db, items)));
  return { faults, items, totals: found };
};

const differ = (found: Totals, said: Totals) => found.items !== said.items || found.files !== said.files || found.bytes !== said.bytes;

/** Each file against its sum, each sum has its file, and no file comes without. */
const wrongFiles = async ({ db, importId }: Working, zip: Opened, sums: ReadonlyMap<string, string>) => {
  const faults: Fault[] = [];
  await db.updateTable('archiveImports').set({ total: zip.entries.size, looked: 0 }).where('id', '=', importId).execute();
  let looked = 0;
  for (const path of zip.entries.keys()) {
    looked += 1;
    if (path !== names.manifest) {
      const wrong = sums.has(path) ? await wrongOf(zip, path, sums.get(path)!) : 'unlisted';
      if (wrong) faults.push({ what: wrong, at: path });
    }
    if (looked % 200 === 0) {
      await db.updateTable('archiveImports').set({ looked }).where('id', '=', importId).execute();
      await changed(db, { keys: 'all', what: ['archive'] });
    }
  }
  return [...faults, ...[...sums.keys()].filter((path) => !zip.entries.has(path)).map((at) => ({ what: 'missing', at }))];
};

const wrongOf = async (zip: Opened, path: string, sha256: string) => {
  const sum = createHash('sha256');
  let head: Buffer | undefined;
  try {
    for await (const chunk of await zip.read(path)) {
      head ??= chunk as Buffer;
      sum.update(chunk as Buffer);
    }
  } catch {
    return 'unreadable';
  }
  if (sum.digest('hex') !== sha256) return 'hash';
  const type = await sniff(head ?? Buffer.alloc(0), path);
  return path.startsWith('档案/') && (isPage(type) || isProgram(path, type)) ? 'program' : undefined;
};

/** What a row speaks of is there, with the same sum. */
const wrongRefs = (items: readonly PackedItem[], sums: ReadonlyMap<string, string>) =>
  items.flatMap(({ files }) => files.filter(({ path, sha256 }) => sums.get(path) !== sha256).map(({ path }) => ({ what: 'row_file', at: path })));

const twice = (items: readonly PackedItem[]) => {
  const seen = new Set<string>();
  return items.flatMap(({ number, year, retention, code, seq }) => {
    const keys = [`n ${number}`, `p ${year} ${retention} ${code} ${seq}`];
    const again = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return again ? [{ what: 'number_twice', at: number }] : [];
  });
};

const boxOf = ({ year, retention, code, box }: { year: number; retention: string; code: string; box: number | null }) => `${year} ${retention} ${code} ${box}`;

/** 档号, a place in the row or a box that is taken here already, boxes against the order, a year that is closed. */
const takenHere = async (db: Db, items: readonly PackedItem[]) => {
  const taken = (await takenBy(db, items)).map(({ number }) => number);
  const faults: Fault[] = taken.map((at) => ({ what: 'number_taken', at }));
  const boxed = items.map((item) => ({ ...item, box: item.box ? Number(item.box) : null }));
  const isTaken = new Set(taken);
  const standing = new Set((await boxesBeside(db, boxed)).map(boxOf));
  faults.push(...boxed.filter((item) => item.box !== null && standing.has(boxOf(item)) && !isTaken.has(item.number)).map(({ number }) => ({ what: 'box_taken', at: number })));
  if (!faults.length) faults.push(...[...(await inWrongBox(db, boxed))].map(({ number }) => ({ what: 'box_order', at: number })));
  for (const year of new Set(items.map((item) => item.year))) if (await isClosed({ db }, year)) faults.push({ what: 'year_closed', at: String(year) });
  return faults;
};

/** 机构 of the package, each with the department that has its code here, or its name. */
const institutionsOf = async (db: Db, items: readonly PackedItem[]) => {
  const departments = await departmentsCoded({ db });
  return [...new Set(items.map(({ code }) => code))].map((code) => {
    const some = items.filter((item) => item.code === code);
    const { institution: name } = some[0]!;
    const fit = departments.find((one) => one.kept && one.code === code) ?? departments.find((one) => one.name === name) ?? departments.find((one) => one.code === code);
    return { code, name, items: some.length, departmentId: fit?.id ?? null };
  });
};

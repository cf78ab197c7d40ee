import { notify } from '#mechanisms/notifications/notifications.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { constraintOf, type Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Job, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { enterBoxes } from '../boxes/brought.ts';
import { countOn, enterLines } from '../coming.ts';
import { keepYearsAsTheyAre } from '../items.ts';
import { departmentsCoded } from '../retention/codes.ts';
import { thicknessOf } from '../rules.ts';
import { judged } from './judging.ts';
import type { PaperItem, Said } from './rules.ts';

interface Importing {
  db: Db;
  paperId: string;
  now: string;
  by: string;
}

class Changed extends Error {}

/** The rows that were good when it was confirmed, in one transaction: all of them, or none. */
export const importingPaper: Job = {
  retries: 2,
  timeout: 3600,
  work: async ({ db, now, data: { paperId }, attempt }: { db: Db; now: () => string; data: { paperId: string }; attempt: number }) => {
    const { state, startedBy } = await db.selectFrom('archivePapers').select(['state', 'startedBy']).where('id', '=', paperId).executeTakeFirstOrThrow();
    if (state !== 'importing') return;
    try {
      await take({ db, paperId, now: now(), by: startedBy! });
    } catch (error) {
      const moved = error instanceof Changed || /^archive_(items|boxes)_/.test(constraintOf(error) ?? '');
      if (!moved && attempt <= 2) throw error;
      await anew({ db, paperId, now: now(), by: startedBy! }, moved ? 'changed' : 'broken');
    }
    await changed(db, { keys: 'all', what: ['archive'] });
  },
};

const linesOf = async ({ db, paperId }: Pick<Importing, 'db' | 'paperId'>) =>
  (await db.selectFrom('archivePaperLines').select(['line', 'said', 'item']).where('paperId', '=', paperId).orderBy('line').execute()) as unknown as { line: number; said: Said; item: PaperItem | null }[];

const take = async (here: Importing) => {
  const good = (await linesOf(here)).filter(({ item }) => item);
  await here.db.transaction().execute(async (open) => {
    const db = open as Db;
    await keepYearsAsTheyAre({ db }, good.map(({ item }) => item!.year));
    if ((await judged({ db, now: here.now }, good)).some(({ faults }) => faults.length)) throw new Changed();
    await entered({ ...here, db }, good.map(({ item }) => item!), here.db);
  });
};

/** `beside` is outside the transaction: what it says of the progress is seen at once. */
const entered = async (here: Importing, items: readonly PaperItem[], beside: Db) => {
  const { db, paperId, now, by } = here;
  const departments = await departmentsCoded({ db });
  const idOf = new Map(departments.map(({ code, id }) => [code, id]));
  const used = new Set(items.map(({ code }) => code));
  const fresh = departments.filter(({ kept, code }) => !kept && used.has(code)).map(({ id, code }) => ({ departmentId: id, code, setAt: now, setBy: by }));
  if (fresh.length) await db.insertInto('archiveCodes').values(fresh).onConflict((conflict) => conflict.column('departmentId').doNothing()).execute();
  const sheet = await setting<number>({ db }, 'archive.sheet_mm');
  const lines = items.map((item) => ({ ...item, departmentId: idOf.get(item.code)!, thickness: thicknessOf(item.pages, sheet) }));
  const boxOf = await enterBoxes({ db, now, by }, lines);
  const told: [string, object][] = [];
  for (let i = 0; i < items.length; i += 200) {
    const some = lines.slice(i, i + 200).map(({ fonds: _, box, spine: _spine, ...item }) => ({ ...item, id: newId(), recordId: newId(), boxId: boxOf({ ...item, box }), archivedAt: now, paperId }));
    await enterLines({ db, now, by, what: 'archive.importPaper', tell: (event, data) => void told.push([event, data]) }, some);
    await beside.updateTable('archivePapers').set({ entered: i + some.length }).where('id', '=', paperId).execute();
    await changed(beside, { keys: 'all', what: ['archive'] });
  }
  await countOn(db, items);
  await db.deleteFrom('archivePaperLines').where('paperId', '=', paperId).where('item', 'is not', null).execute();
  await db.updateTable('archivePapers').set({ state: 'done', entered: items.length, finishedAt: now, why: '' }).where('id', '=', paperId).execute();
  for (const [event, data] of told) await tellLater(db, now, event, data);
  const wait: Promise<unknown>[] = [];
  const ctx: Working = { db, now, tell: (event, data) => void wait.push(tellLater(db, now, event, data)), enqueue: async () => undefined };
  await notify(ctx, { to: [by], what: 'archive.paper_done', params: { items: String(items.length) }, recordId: null });
  await Promise.all(wait);
};

/** What was good is looked at once more, so that one sees what changed meanwhile. */
const anew = async (here: Importing, why: string) => {
  const lines = await judged(here, await linesOf(here));
  await here.db.transaction().execute(async (db) => {
    for (const { line, faults, item } of lines) await db.updateTable('archivePaperLines').set({ faults, item: item && JSON.stringify(item) }).where('paperId', '=', here.paperId).where('line', '=', line).execute();
    await db.updateTable('archivePapers').set({ state: 'failed', why, entered: 0, good: lines.filter(({ item }) => item).length, finishedAt: here.now }).where('id', '=', here.paperId).execute();
  });
};

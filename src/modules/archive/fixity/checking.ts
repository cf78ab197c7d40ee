import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { read } from '#mechanisms/files/store.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Job, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { foundOf } from './rules.ts';

const retries = 3;
const atATime = 50;

/** Reads every file of the archive again. Run again after it broke off, it begins anew. */
export const checking: Job = {
  retries,
  timeout: 12 * 3600,
  work: async ({ db, now, data: { checkId }, attempt }: { db: Db; now: () => string; data: { checkId: string }; attempt: number }) => {
    try {
      await begin(db, checkId);
      await look(db, checkId);
      await end(db, now(), checkId);
    } catch (error) {
      if (attempt > retries) await db.updateTable('archiveChecks').set({ state: 'failed', finishedAt: now(), why: String((error as Error).message ?? error).slice(0, 500) }).where('id', '=', checkId).execute();
      throw error;
    }
  },
};

/** Once a month, unless one is running. */
export const monthly: Job = {
  cron: '0 2 1 * *',
  work: async ({ db, now }) => {
    const checkId = newId();
    const asked = await db.insertInto('archiveChecks').values({ id: checkId, askedAt: now(), askedBy: null, state: 'waiting' }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
    if (asked) await tellLater(db, now(), 'archive.check_wanted', { checkId });
  },
};

const begin = async (db: Db, checkId: string) => {
  await db.deleteFrom('archiveCheckFaults').where('checkId', '=', checkId).execute();
  const { total } = await db.selectFrom('archiveFiles').select(sql<number>`count(distinct sha256)::int`.as('total')).where('erasedAt', 'is', null).executeTakeFirstOrThrow();
  await db.updateTable('archiveChecks').set({ state: 'running', total, looked: 0, changed: 0, missing: 0 }).where('id', '=', checkId).execute();
};

/** Bytes that several items share are read once. */
const look = async (db: Db, checkId: string) => {
  for (let after = ''; ; ) {
    const sums = await db.selectFrom('archiveFiles').select('sha256').distinct().where('erasedAt', 'is', null).where('sha256', '>', after).orderBy('sha256').limit(atATime).execute();
    if (!sums.length) return;
    for (const { sha256 } of sums) {
      const found = foundOf(sha256, await sumNow(sha256));
      if (found !== 'sound') await keepFault(db, { checkId, sha256, found });
    }
    after = sums.at(-1)!.sha256;
    await db.updateTable('archiveChecks').set(({ eb }) => ({ looked: eb('looked', '+', sums.length) })).where('id', '=', checkId).execute();
    await changed(db, { keys: 'all', what: ['archive'] });
  }
};

const sumNow = async (sha256: string) => {
  const sum = createHash('sha256');
  try {
    await pipeline(read(sha256), sum);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
  return sum.digest('hex');
};

const keepFault = async (db: Db, { checkId, sha256, found }: { checkId: string; sha256: string; found: string }) => {
  const { numAffectedRows = 0n } = await sql`insert into archive_check_faults (check_id, item_id, position, found) select ${checkId}, item_id, position, ${found} from archive_files where sha256 = ${sha256} and erased_at is null`.execute(db);
  // Destroyed while it was being read: nothing is wrong with it.
  if (!numAffectedRows) return;
  await db.updateTable('archiveChecks').set(({ eb }) => (found === 'missing' ? { missing: eb('missing', '+', 1) } : { changed: eb('changed', '+', 1) })).where('id', '=', checkId).execute();
};

/** The archivists are told when something is not as it was; whoever asked is told in any case. */
const end = (db: Db, now: string, checkId: string) =>
  db.transaction().execute(async (open) => {
    const told: Promise<unknown>[] = [];
    const ctx: Working = { db: open as Db, now, tell: (event, data) => void told.push(tellLater(open as Db, now, event, data)), enqueue: async () => undefined };
    const check = await open.updateTable('archiveChecks').set({ state: 'done', finishedAt: now }).where('id', '=', checkId).returning(['total', 'changed', 'missing', 'askedBy']).executeTakeFirstOrThrow();
    const bad = check.changed + check.missing;
    const params = { total: String(check.total), changed: String(check.changed), missing: String(check.missing) };
    if (bad) await notify(ctx, { to: await archivists(open as Db), what: 'archive.files_damaged', params, recordId: null });
    else if (check.askedBy) await notify(ctx, { to: [check.askedBy], what: 'archive.files_sound', params, recordId: null });
    await Promise.all(told);
    await changed(open as Db, { keys: 'all', what: ['archive'] });
  });

const archivists = async (db: Db) => (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('role', '=', 'archivist').where('until', 'is', null).where('disabledAt', 'is', null).execute()).map(({ id }) => id);

import type { Db } from '#platform/db.ts';
import type { Job } from '#platform/module.ts';
import { takeAway } from './store.ts';

/** A file that is part of nothing any more: its row goes, and its bytes with the last of them. What another table speaks of stays. */
export const droppingFile: Job = {
  retries: 5,
  timeout: 600,
  work: async ({ db, now, data: { fileId, sha256 } }: { db: Db; now: () => string; data: { fileId: string; sha256: string } }) => {
    await db.deleteFrom('files').where('id', '=', fileId).execute().catch(unlessSpokenOf);
    const before = Date.now();
    if (await wasLast(db, now(), sha256)) await takeAway(sha256, before);
  },
};

export const unlessSpokenOf = (error: { code?: string }) => {
  if (error.code !== '23503') throw error;
};

const wasLast = (db: Db, now: string, sha256: string) =>
  db.transaction().execute(async (open) => {
    await open.selectFrom('blobs').select('sha256').where('sha256', '=', sha256).forUpdate().execute();
    if (await open.selectFrom('files').select('id').where('sha256', '=', sha256).executeTakeFirst()) return false;
    await open.updateTable('blobs').set({ erasedAt: now, text: null, textState: 'none', textWhy: '' }).where('sha256', '=', sha256).where('erasedAt', 'is', null).execute();
    return true;
  });

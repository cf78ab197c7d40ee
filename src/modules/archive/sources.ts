import { sql } from 'kysely';
import { incomingForArchive } from '#modules/documents/incoming/public.ts';
import { outgoingForArchive } from '#modules/documents/outgoing/public.ts';
import type { Db } from '#platform/db.ts';
import type { Ctx } from '#platform/module.ts';
import { instantOf } from '#platform/time.ts';
import type { sourceNames } from './nouns.ts';

/** A document as its book gives it to the archive. */
export interface Standing {
  recordId: string;
  source: (typeof sourceNames)[number];
  kind: string;
  docNumber: string;
  author: string;
  title: string;
  writtenOn: string | null;
  secrecy: number;
  secrecyPeriod: string;
  pages: number | null;
  departmentId: string | null;
  /** Its year: when it was done or signed, and until then when it came. */
  at: string;
  finished: boolean;
  /** Files of it are still being made. */
  filesComing: boolean;
}

interface Source {
  documents: (db: Db) => ReturnType<(typeof incomingForArchive)['documents']> | ReturnType<(typeof outgoingForArchive)['documents']>;
  hold: (ctx: Ctx<any>, ids: readonly string[]) => Promise<unknown>;
  keepNumber: (ctx: Ctx<any>, recordId: string, number: string) => Promise<unknown>;
  destroy: (ctx: Ctx<any>, ids: readonly string[]) => Promise<readonly { fileId: string; sha256: string }[]>;
}

/** The books that give the archive their documents; another one joins by a line here. */
const sources: Record<Standing['source'], Source> = { incoming: incomingForArchive, outgoing: outgoingForArchive };

/** Every document of every book, as a table. */
export const standing = (db: Db) => sql<Standing>`(${sql.join(Object.values(sources).map(({ documents }) => sql`(${documents(db)})`), sql` union all `)})`.as<'s'>('s');

export const holdAll = async (ctx: Ctx<any>, ids: readonly string[]) => {
  for (const { hold } of Object.values(sources)) await hold(ctx, [...ids].sort());
};

/** What the documents say is gone from their books; that they were there, from whom and how they were handled stays. */
export const destroyAll = async (ctx: Ctx<any>, ids: readonly string[]) => {
  await ctx.db.updateTable('records').set({ erasedAt: ctx.now }).where('id', 'in', ids).execute();
  await ctx.db.deleteFrom('searchTexts').where('recordId', 'in', ids).execute();
  for (const { destroy } of Object.values(sources)) for (const file of await destroy(ctx, ids)) ctx.tell('files.dropped', file);
  for (const recordId of ids) ctx.tell('search.record_moved', { recordId });
};

/** 档号 as the book of the document shows it; empty: it is not in the archive any more. */
export const keepNumber = (ctx: Ctx<any>, { source, recordId, number }: Pick<Standing, 'source' | 'recordId'> & { number: string }) => sources[source].keepNumber(ctx, recordId, number);

/** A year of the office's calendar, as its first moment and that of the next. */
export const boundsOf = (year: number) => ({ from: instantOf(`${year}-01-01`), until: instantOf(`${year + 1}-01-01`) });

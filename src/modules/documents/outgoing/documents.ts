import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { OutgoingDocuments, OutgoingVersions } from '#database/tables.ts';
import { mayRead } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { changed } from '#platform/live.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Content, Kind, Layout, Route, State } from './nouns.ts';
import { type Act, lifecycle } from './rules.ts';

export type DocumentRow = Omit<Selectable<OutgoingDocuments>, 'state' | 'kind' | 'route' | 'layout'> & { state: State; kind: Kind; route: Route; layout: Layout };
export type VersionRow = Selectable<OutgoingVersions>;

/** The documents the asker may see; every list and every act starts from here (EDM-3). */
export const visibleTo = (ctx: Pick<Reading, 'db' | 'actor'>) => ctx.db.selectFrom('outgoingDocuments as d').innerJoin('records', 'records.id', 'd.id').where(mayRead(ctx));

/** The document, held until the transaction ends: two people who act at once act one after the other. */
export const lockDocument = async (ctx: Ctx<any>, id: string) =>
  (await visibleTo(ctx).selectAll('d').where('d.id', '=', id).forNoKeyUpdate('d').executeTakeFirstOrThrow(notFound)) as DocumentRow;

/** Whoever has a document before them sees what became of it. */
export const seenAnew = ({ db }: Pick<Ctx, 'db'>) => changed(db, { keys: 'all', what: ['outgoing'] });

/** The act is done: the new state, and the line in the history. */
export const moved = async (ctx: Ctx<any>, document: Pick<DocumentRow, 'id' | 'version'>, act: Act, details: object = {}) => {
  await tellHistory(ctx, document.id, `outgoing.${act}`, details);
  return moveTo(ctx, document, lifecycle[act].to);
};

export const moveTo = async (ctx: Ctx<any>, document: Pick<DocumentRow, 'id' | 'version'>, state: State) => {
  await ctx.db.updateTable('outgoingDocuments').set({ state }).where('id', '=', document.id).execute();
  await seenAnew(ctx);
  return { id: document.id, state, version: document.version };
};

export const versionOf = async ({ db }: Pick<Reading, 'db'>, documentId: string, version: number) =>
  db.selectFrom('outgoingVersions').selectAll().where('documentId', '=', documentId).where('version', '=', version).executeTakeFirstOrThrow(notFound);

export const contentOf = ({ title, body, bodyFile, attachments, mainTo, copyTo, note, copyNumber, attending, absent, observing }: VersionRow): Content => ({ title, body, bodyFile, attachments, mainTo, copyTo, note, copyNumber, attending, absent, observing });

/** SHA-256 of the content, field by field in a fixed order; what came later to the fields counts where it says something. */
export const hashOf = ({ title, body, bodyFile, attachments, mainTo, copyTo, note, copyNumber = '', attending = '', absent = '', observing = '' }: Content) => {
  const later = [copyNumber, attending, absent, observing];
  return createHash('sha256').update(JSON.stringify([title, body, bodyFile, attachments, mainTo, copyTo, note, ...(later.some(Boolean) ? later : [])])).digest('hex');
};

/** 签发的文稿: a version and every attachment that hangs on the document, by their own hashes. */
export const fingerprintOf = async ({ db }: Pick<Reading, 'db'>, documentId: string, version: number) => {
  const { hash } = await versionOf({ db }, documentId, version);
  const attached = await db.selectFrom('attachments as a').innerJoin('files as f', 'f.id', 'a.fileId').select(['f.name', 'f.sha256']).where('a.recordId', '=', documentId).where('a.role', '=', 'attachment').orderBy('f.name').orderBy('f.sha256').execute();
  return createHash('sha256').update(JSON.stringify([hash, attached.map(({ name, sha256 }) => [name, sha256])])).digest('hex');
};

/** A new version behind the newest; the same content makes none. Answers the newest number. */
export const keepVersion = async (ctx: Ctx<any>, document: Pick<DocumentRow, 'id' | 'version'>, content: Content, { change = 'draft', why = '' }: { change?: string; why?: string } = {}) => {
  const hash = hashOf(content);
  const last = await ctx.db.selectFrom('outgoingVersions').select(['version', 'hash']).where('documentId', '=', document.id).orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (last?.hash === hash) return last.version;
  const version = (last?.version ?? 0) + 1;
  await ctx.db.insertInto('outgoingVersions').values({ ...content, documentId: document.id, version, at: ctx.now, by: ctx.actor.id, change, why, hash }).execute();
  await ctx.db.updateTable('outgoingDocuments').set({ version, title: content.title }).where('id', '=', document.id).execute();
  await ctx.db.updateTable('records').set({ title: content.title }).where('id', '=', document.id).execute();
  await seenAnew(ctx);
  return version;
};

/** The words by which search finds it. */
export const tellSearch = (ctx: Pick<Ctx | Working, 'tell'>, { id, number, archiveNumber = '' }: Pick<DocumentRow, 'id' | 'number'> & { archiveNumber?: string }, { title, body }: Pick<Content, 'title' | 'body'>) =>
  ctx.tell('search.record_changed', { recordId: id, title, number: number ?? '', sender: '', body, extra: archiveNumber ? [archiveNumber] : [] });

export const filesThere = async ({ db }: Pick<Reading, 'db'>, documentId: string) =>
  Number((await db.selectFrom('attachments').select(({ fn }) => fn.countAll<string>().as('n')).where('recordId', '=', documentId).where('role', '=', 'attachment').where(({ not, exists, selectFrom }) => not(exists(selectFrom('attachments as later').select('later.id').whereRef('later.replaces', '=', 'attachments.id')))).executeTakeFirstOrThrow()).n);

/** What was read in an uploaded draft; empty until it is read. */
export const textOf = async ({ db }: Pick<Reading, 'db'>, fileId: string | null) =>
  (fileId && (await db.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256').select('blobs.text').where('files.id', '=', fileId).executeTakeFirst())?.text) || '';

export const departmentNames = async ({ db }: Pick<Reading, 'db'>) =>
  (await db.selectFrom('departments').select('name').where('closedAt', 'is', null).execute()).map(({ name }) => name);

import { type Selectable, sql } from 'kysely';
import type { IncomingDocuments } from '#database/tables.ts';
import { seenWith, type Sight, sightOf } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import type { Db } from '#platform/db.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { State } from './nouns.ts';
import { type Act, lifecycle } from './rules.ts';

export type DocumentRow = Omit<Selectable<IncomingDocuments>, 'state' | 'writtenOn'> & { state: State; writtenOn: string | null };

/** The documents the asker may see; every list and every act starts from here (EDM-3). */
export const visibleTo = (ctx: Reading) => visibleWith(ctx.db, sightOf(ctx));

export const visibleWith = (db: Db, sight: Sight) => db.selectFrom('incomingDocuments as d').innerJoin('records', 'records.id', 'd.id').where(seenWith(sight));

/** The document, held until the transaction ends: two people who act at once act one after the other. */
export const lockDocument = async (ctx: Ctx<any>, id: string) =>
  (await visibleTo(ctx).selectAll('d').select(sql<string | null>`d.written_on::text`.as('writtenOn')).where('d.id', '=', id).forNoKeyUpdate('d').executeTakeFirstOrThrow(notFound)) as DocumentRow;

/** The act is done: the new state, and the line in the history. */
export const moved = async (ctx: Ctx<any>, document: DocumentRow, act: Act, told: { details?: object; forWhom?: string | undefined } = {}) => {
  const state = lifecycle[act].to;
  await setState(ctx, document.id, state);
  await tellHistory(ctx, document.id, `incoming.${act}`, told.details, told.forWhom);
  return { id: document.id, state };
};

export const setState = ({ db }: Pick<Ctx, 'db'>, id: string, state: State) =>
  db.updateTable('incomingDocuments').set({ state }).where('id', '=', id).execute();

/** A replacement was asked for and the clerk said that the document waits for it (IN-2). */
export const waitsForPages = async ({ db }: Pick<Reading, 'db'>, documentId: string) => {
  const { rows } = await sql`select from incoming_replacements where document_id = ${documentId} and waits and settled_at is null limit 1`.execute(db);
  return rows.length > 0;
};

/** The words by which search finds the document. A stub has none but its number and sender. */
export const tellSearch = (ctx: Pick<Ctx | Working, 'tell'>, { id, title, number, sender, senderNumber, remark, archiveNumber }: Pick<DocumentRow, 'id' | 'title' | 'number' | 'sender' | 'senderNumber' | 'remark' | 'archiveNumber'>) =>
  ctx.tell('search.record_changed', { recordId: id, title, number, sender, body: remark, extra: [senderNumber, archiveNumber].filter(Boolean) });

/** What a message or a letter says of a document. */
export const named = ({ number, title, sender, senderNumber }: Pick<DocumentRow, 'number' | 'title' | 'sender' | 'senderNumber'>) => ({ number, title, sender, senderNumber });

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { verify } from '#mechanisms/audit/audit.ts';
import type { Db } from '#platform/db.ts';
import type { Acknowledged } from './clients.ts';
import { look, type Product, until } from './product.ts';

/** Everything told was handed over, every file read, every entry of the audit trail linked. */
export const settled = async (product: Pick<Product, 'folder'>, seconds = 120) => {
  let waiting: object = {};
  const isSettled = () =>
    look(product, async (db) => {
      waiting = await waitingIn(db);
      return Object.values(waiting).every((count) => count === 0);
    });
  await until('every event delivered, every file read, the audit trail sealed', isSettled, seconds).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify(waiting)}`);
  });
};

const waitingIn = async (db: Db) => {
  const { rows: [row] } = await sql<Record<'events' | 'files' | 'audited', number>>`
    select (select count(*)::int from outbox) as events, (select count(*)::int from blobs where text_state = 'waiting') as files,
      (select count(*)::int from audit a where not exists (select from audit_links l where l.audit_id = a.id)) as audited`.execute(db);
  return row!;
};

/** What must be nothing, each by its name, and how much there was of everything. */
export const verdict = (product: Product, acknowledged: readonly Acknowledged[]) =>
  look(product, async (db) => ({ found: await found(db), faults: { ...(await counted(db)), ...(await ofAcknowledged(db, acknowledged)), ...(await ofFiles(db, product.folder)), chain: (await verify(db)).brokenAt ? 1 : 0 } }));

const found = async (db: Db) => {
  const { rows: [row] } = await sql<Record<'documents' | 'files' | 'unreadable' | 'audited', number>>`
    select (select count(*)::int from incoming_documents) as documents, (select count(*)::int from blobs where text_state = 'unreadable') as unreadable, (select count(*)::int from blobs) as files, (select count(*)::int from audit_links) as audited`.execute(db);
  return row!;
};

/** By the database alone: numbers, what is written with a document, and what its events lead to. */
const counted = async (db: Db) => {
  const { rows: [row] } = await sql<Record<'doubled' | 'gaps' | 'withoutTodo' | 'withoutClocks' | 'withoutHistory' | 'unaudited' | 'notFound' | 'undelivered', number>>`
    select
      (select count(*) - count(distinct title) + count(*) - count(distinct number) from incoming_documents)::int as doubled,
      (select coalesce(sum(last - found), 0) from (select c.last, (select count(*) from incoming_documents d where d.year = c.period::int and d.seq between 1 and c.last) as found
        from register_counters c where c.register = 'incoming.document') numbers)::int as gaps,
      (select count(*) from incoming_documents d where (select count(*) from todos t where t.record_id = d.id and t.what = 'incoming.review')
        <> (select count(distinct person_id) from posts where role = 'office.director'))::int as without_todo,
      (select count(*) from incoming_documents d where (select count(*) from clocks c where c.record_id = d.id) <> 2)::int as without_clocks,
      (select count(*) from incoming_documents d where (select count(*) from history h where h.record_id = d.id) <> 1)::int as without_history,
      (select count(*) from incoming_documents d where (select count(*) from audit a where a.record_id = d.id and a.action = 'incoming.register') <> 1)::int as unaudited,
      (select count(*) from incoming_documents d where not exists (select from search_entries s where s.record_id = d.id and cardinality(s.grams) > 0))::int as not_found,
      (select count(*) from outbox)::int as undelivered`.execute(db);
  return row!;
};

/** What a client was told is so: this document, with this number, and its file. */
const ofAcknowledged = async (db: Db, acknowledged: readonly Acknowledged[]) => {
  const rows = await db.selectFrom('incomingDocuments as d').leftJoin('attachments as a', 'a.recordId', 'd.id').select(['d.id', 'd.number', 'd.title', 'a.fileId']).execute();
  const kept = new Map(rows.map((row) => [row.id, row]));
  const isKept = ({ id, number, title, fileId }: Acknowledged) => kept.get(id)?.number === number && kept.get(id)?.title === title && (kept.get(id)?.fileId ?? undefined) === fileId;
  return { lost: acknowledged.filter((one) => !isKept(one)).length, neverAcknowledged: kept.size - acknowledged.length };
};

/** Every row of a file has its bytes on disk, and every file that was read is found by its words. Too slow a machine makes a file unreadable, which is no fault of these. */
const ofFiles = async (db: Db, folder: string) => {
  const blobs = await db.selectFrom('blobs').select('sha256').execute();
  const right = await Promise.all(blobs.map(({ sha256 }) => readFile(join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)).then((bytes) => createHash('sha256').update(bytes).digest('hex') === sha256, () => false)));
  const { rows: [unread] } = await sql<{ n: number }>`select count(*)::int as n from attachments a join files f on f.id = a.file_id
    join blobs b on b.sha256 = f.sha256 where b.text_state = 'read' and not exists (select from search_texts t where t.record_id = a.record_id and t.part = a.file_id and t.body <> '')`.execute(db);
  return { filesBroken: right.filter((one) => !one).length, filesNotFound: unread!.n };
};

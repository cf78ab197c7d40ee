import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import { grams, squash, squashWithMarks } from './rules.ts';

/** The part of a record that is its own words; every other part is an attachment's file. */
export const itself = '00000000-0000-0000-0000-000000000000';

export interface Findable {
  readonly recordId: string;
  readonly title: string;
  readonly number: string;
  readonly sender?: string;
  readonly body?: string;
  /** More that it is known by: the sender's number, an archive number. */
  readonly extra?: readonly string[];
}

/** Makes a record findable, or brings it up to date. Text of a classified record is refused by an error. */
export const indexRecord = async (db: Db, { recordId, title, number, sender = '', body = '', extra = [] }: Findable) => {
  const record = await recordOf(db, recordId);
  if (!record) return;
  if (record.clearance > 0 && body) throw new Error(`search: ${recordId} is classified, its text is not kept`);
  const known = [...extra, ...(number === record.number ? [] : [number]), ...(record.clearance > 0 || title === record.title ? [] : [title])];
  await enter(db, record, { sender, extra: known });
  await writeText(db, { recordId, part: itself, name: '', text: body });
  await gather(db, recordId);
};

export interface Attachment {
  readonly recordId: string;
  readonly fileId: string;
  readonly name: string;
  readonly text: string;
}

/** Makes a record findable by the text of an attachment. Of a classified record nothing is kept. */
export const indexAttachment = async (db: Db, { recordId, fileId, name, text }: Attachment) => {
  const record = await recordOf(db, recordId);
  if (!record || record.clearance > 0) return;
  if (!(await entered(db, recordId))) await enter(db, record, {});
  await writeText(db, { recordId, part: fileId, name, text });
  await gather(db, recordId);
};

/** The record, or one attachment of it, is no longer found. */
export const removeFromIndex = async (db: Db, recordId: string, fileId?: string) => {
  if (!fileId) return void (await db.deleteFrom('searchEntries').where('recordId', '=', recordId).execute());
  await db.deleteFrom('searchTexts').where('recordId', '=', recordId).where('part', '=', fileId).execute();
  await gather(db, recordId);
};

/** After the record itself changed: its title, number, readers or 密级. */
export const followRecord = async (db: Db, recordId: string) => {
  const record = await recordOf(db, recordId);
  const entry = await entered(db, recordId);
  if (!record || !entry) return;
  if (record.clearance > 0) await db.deleteFrom('searchTexts').where('recordId', '=', recordId).execute();
  await enter(db, record, entry);
  await gather(db, recordId);
};

const recordOf = (db: Db, recordId: string) => db.selectFrom('records').selectAll().where('id', '=', recordId).executeTakeFirst();

type RecordRow = NonNullable<Awaited<ReturnType<typeof recordOf>>>;

const entered = (db: Db, recordId: string) =>
  db.selectFrom('searchEntries').select(['sender', 'extra']).where('recordId', '=', recordId).executeTakeFirst();

const enter = async (db: Db, record: RecordRow, { sender = '', extra = [] }: { sender?: string; extra?: string[] }) => {
  const { id, kind, at, clearance, readers, allPermission } = record;
  const head = [record.title, record.number, sender, ...extra].map(squash).filter(Boolean).join(' ');
  const seers = sql<string[]>`${readers}::uuid[] || search_key(${allPermission})`;
  const entry = { kind, at, clearance, seers, sender, extra, head, titleGrams: grams(squash(record.title)) };
  await sql`insert into search_permissions (permission, key) values (${allPermission}, search_key(${allPermission})) on conflict do nothing`.execute(db);
  await db.insertInto('searchEntries').values({ recordId: id, ...entry }).onConflict((conflict) => conflict.column('recordId').doUpdateSet(entry)).execute();
};

const writeText = async (db: Db, { recordId, part, name, text }: { recordId: string; part: string; name: string; text: string }) => {
  const body = text.replaceAll('\0', '');
  if (!body && part === itself) return void (await db.deleteFrom('searchTexts').where('recordId', '=', recordId).where('part', '=', itself).execute());
  const row = { name, called: squash(name), body, ...squashWithMarks(body) };
  const kept = { ...row, grams: grams(`${row.called} ${row.squashed}`) };
  await db.insertInto('searchTexts').values({ recordId, part, ...kept }).onConflict((conflict) => conflict.columns(['recordId', 'part']).doUpdateSet(kept)).execute();
};

/** A line holds the grams of its head and of all its texts, so that words may stand in different ones. */
const gather = async (db: Db, recordId: string) => {
  const entry = await db.selectFrom('searchEntries').select('head').where('recordId', '=', recordId).executeTakeFirst();
  if (!entry) return;
  await sql`update search_entries set grams = array(
      select unnest(${grams(entry.head)}::integer[]) union select unnest(grams) from search_texts where record_id = ${recordId})
    where record_id = ${recordId}`.execute(db);
};

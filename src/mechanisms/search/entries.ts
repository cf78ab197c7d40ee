import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import { ageAt } from './ages.ts';
import { grams, squash, squashWithMarks } from './rules.ts';

/** The part of a record that is its own words; every other part is an attachment's file. */
export const itself = '00000000-0000-0000-0000-000000000000';

/** The seer of every line whose record stands on a shelf. */
export const onShelves = 'ffffffff-0000-7000-8000-000000000001';

export interface Findable {
  readonly recordId: string;
  readonly title: string;
  readonly number: string;
  readonly sender?: string;
  readonly body?: string;
  /** More that it is known by: the sender's number, an archive number. */
  readonly extra?: readonly string[];
}

/** Of a classified record no text is kept, nor of one that was destroyed. */
const isSilent = ({ clearance, erasedAt }: RecordRow) => clearance > 0 || erasedAt !== null;

/** Makes a record findable, or brings it up to date. Text of a classified record is refused by an error. */
export const indexRecord = async (db: Db, { recordId, title, number, sender = '', body = '', extra = [] }: Findable) => {
  const record = await recordOf(db, recordId);
  if (!record) return;
  if (record.clearance > 0 && body) throw new Error(`search: ${recordId} is classified, its text is not kept`);
  const own = new Set([record.number, record.title]);
  const known = [...extra, ...number.split(/\s+/), ...(record.clearance > 0 ? [] : [title])].filter((one) => one && !own.has(one));
  await enter(db, record, { sender, extra: known });
  await writeText(db, { recordId, part: itself, name: '', text: record.erasedAt ? '' : body });
  await refresh(db, record);
};

export interface Attachment {
  readonly recordId: string;
  readonly fileId: string;
  readonly name: string;
  readonly text: string;
}

/** Makes a record findable by the text of an attachment. */
export const indexAttachment = async (db: Db, { recordId, fileId, name, text }: Attachment) => {
  const record = await recordOf(db, recordId);
  if (!record || isSilent(record)) return;
  if (!(await entryOf(db, recordId))) await enter(db, record, { sender: '', extra: [] });
  await writeText(db, { recordId, part: fileId, name, text });
  await refresh(db, record);
};

/** The record, or one attachment of it, is no longer found. */
export const removeFromIndex = async (db: Db, recordId: string, fileId?: string) => {
  if (!fileId) return void (await db.deleteFrom('searchEntries').where('recordId', '=', recordId).execute());
  await db.deleteFrom('searchTexts').where('recordId', '=', recordId).where('part', '=', fileId).execute();
  await followRecord(db, recordId);
};

/** After the record itself changed: its title, number, readers or 密级, or was destroyed. */
export const followRecord = async (db: Db, recordId: string) => {
  const record = await recordOf(db, recordId);
  if (!record) return;
  if (isSilent(record)) await db.deleteFrom('searchTexts').where('recordId', '=', recordId).execute();
  await refresh(db, record);
};

const recordOf = (db: Db, recordId: string) => db.selectFrom('records').selectAll().where('id', '=', recordId).executeTakeFirst();
type RecordRow = NonNullable<Awaited<ReturnType<typeof recordOf>>>;

const entryOf = (db: Db, recordId: string) => db.selectFrom('searchEntries').select(['sender', 'extra']).where('recordId', '=', recordId).executeTakeFirst();

/** A line that says nothing yet. */
const enter = async (db: Db, { id, kind, at, clearance, allPermission, shelfId }: RecordRow, known: { sender: string; extra: string[] }) => {
  await sql`insert into search_permissions (permission, key) values (${allPermission}, search_key(${allPermission})) on conflict do nothing`.execute(db);
  await db
    .insertInto('searchEntries')
    .values({ recordId: id, kind, at, clearance, shelfId, age: ageAt(at), seers: [], named: '', numbers: [], sentBy: '', nameGrams: [], grams: [], ...known })
    .onConflict((conflict) => conflict.column('recordId').doUpdateSet(known))
    .execute();
};

const writeText = async (db: Db, { recordId, part, name, text }: { recordId: string; part: string; name: string; text: string }) => {
  const body = text.replaceAll('\0', '');
  if (!body && part === itself) return void (await db.deleteFrom('searchTexts').where('recordId', '=', recordId).where('part', '=', itself).execute());
  const written = { name, called: squash(name), body, ...squashWithMarks(body) };
  await db
    .insertInto('searchTexts')
    .values({ recordId, part, ...written })
    .onConflict((conflict) => conflict.columns(['recordId', 'part']).doUpdateSet(written))
    .execute();
};

/** The line as its record, its words and its attachments are now: of all of them, so that words may stand in different ones. */
const refresh = async (db: Db, { id, title, number, clearance, readers, allPermission, shelfId }: RecordRow) => {
  const entry = await entryOf(db, id);
  if (!entry) return;
  const texts = await db.selectFrom('searchTexts').select(['called', 'squashed']).where('recordId', '=', id).execute();
  const numbers = [number, ...entry.extra].map(squash).filter(Boolean);
  const named = [squash(title), ...numbers].join(' ');
  const sentBy = squash(entry.sender);
  const all = [named, sentBy, ...texts.flatMap(({ called, squashed }) => [called, squashed])].join(' ');
  await db
    .updateTable('searchEntries')
    .set({ clearance, shelfId, named, numbers, sentBy, nameGrams: grams(named), grams: grams(all), seers: sql`${shelfId ? [...readers, onShelves] : readers}::uuid[] || search_key(${allPermission})` })
    .where('recordId', '=', id)
    .execute();
};

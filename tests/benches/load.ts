import { sql } from 'kysely';
import { squash, grams, squashWithMarks } from '#mechanisms/search/rules.ts';
import type { Db } from '#platform/db.ts';
import { chance, type CorpusText, resampled } from './corpus.ts';

/** A UUID of version 7 for the n-th document, in the order of time. */
export const idOf = (n: number, kind = 8) => `01900000-${String(n).padStart(4, '0').slice(-4)}-7000-${kind}000-${String(n).padStart(12, '0')}`;

const begins = Date.UTC(2016, 0, 4, 1);
const itself = '00000000-0000-0000-0000-000000000000';

interface Range {
  from: number;
  to: number;
  corpus: readonly CorpusText[];
}

/** Documents from..to as years of work would have left them: nearly all done, the last few hundred in somebody's inbox. */
export const loadDocuments = async (db: Db, { from, to, corpus }: Range) => {
  const { rows: indexes } = await sql<{ indexname: string; indexdef: string }>`select indexname, indexdef from pg_indexes where tablename = 'search_entries' and indexdef like '%USING gin%'`.execute(db);
  for (const { indexname } of indexes) await sql`drop index ${sql.ref(indexname)}`.execute(db);
  const departments = (await db.selectFrom('departments').select('id').orderBy('position').execute()).map(({ id }) => id);
  const clerk = (await db.selectFrom('people').select('id').where('username', '=', 'office.clerk').executeTakeFirstOrThrow()).id;
  await db.insertInto('senders').values({ id: idOf(1, 9), name: '江城市教育局', word: '江教办', times: 1, lastAt: new Date(begins).toISOString() }).onConflict((c) => c.doNothing()).execute();
  await sql`insert into search_permissions (permission, key) values ('incoming.read_all', search_key('incoming.read_all')) on conflict do nothing`.execute(db);
  const random = chance(from + 1);
  const texts = resampled(corpus, to - from, random);
  for (let n = from; n < to; n += 500) await loadSome(db, { n, count: Math.min(500, to - n), texts, departments, clerk, open: n > to - 501 });
  for (const { indexdef } of indexes) await sql.raw(indexdef).execute(db);
  await sql`update search_entries set recent = false where at < (select at from search_entries order by at desc offset 4000 limit 1)`.execute(db);
  await sql`update search_recent set since = coalesce((select min(at) from search_entries where recent), since)`.execute(db);
  await sql`vacuum analyze`.execute(db);
};

interface Some {
  n: number;
  count: number;
  texts: Generator<CorpusText>;
  departments: readonly string[];
  clerk: string;
  /** These are not done. */
  open: boolean;
}

const loadSome = async (db: Db, { n, count, texts, departments, clerk, open }: Some) => {
  const rows = Array.from({ length: count }, (_, i) => rowOf(n + i, texts.next().value as CorpusText, { departments, clerk, open }));
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('records').values(rows.map(({ record }) => record)).execute();
    await trx.insertInto('incomingDocuments').values(rows.map(({ document }) => document)).execute();
    await trx.insertInto('incomingParts').values(rows.map(({ part }) => part)).execute();
    await trx.insertInto('searchEntries').values(rows.map(({ entry }) => entry)).execute();
    await trx.insertInto('searchTexts').values(rows.map(({ text }) => text)).execute();
    if (open) await trx.insertInto('todos').values(rows.map(({ todo }) => todo)).execute();
  });
};

const rowOf = (n: number, { title, body }: CorpusText, { departments, clerk, open }: Pick<Some, 'departments' | 'clerk' | 'open'>) => {
  const id = idOf(n);
  const at = new Date(begins + n * 3_000_000).toISOString();
  const year = 2016 + Math.floor(n / 10_000);
  const seq = (n % 10_000) + 1;
  const number = `${year}-${String(seq).padStart(4, '0')}`;
  const department = departments[n % departments.length]!;
  const senderNumber = `江教办〔${year}〕${seq}号`;
  const own = title.slice(0, 200) || '通知';
  const numbers = [squash(number), squash(senderNumber)];
  const named = [squash(own), ...numbers].join(' ');
  const sentBy = squash('江城市教育局');
  const squashed = squashWithMarks(body);
  return {
    record: { id, kind: 'incoming', number, title: own, readers: [department], allPermission: 'incoming.read_all', at },
    document: { id, year, seq, number, state: open ? 'dispatched' : 'done', receivedAt: at, receivedBy: clerk, registeredAt: at, registeredBy: clerk, senderId: idOf(1, 9), sender: '江城市教育局', senderNumber, title: own, kind: '通知', copies: 1, pages: 3, handling: 'action', paperCode: id, paperWith: clerk },
    part: { id: idOf(n, 9), documentId: id, departmentId: department, role: 'lead', dispatchedAt: at, dispatchedBy: clerk },
    entry: { recordId: id, kind: 'incoming', at, clearance: 0, recent: true, seers: sql<string[]>`array[${department}::uuid, search_key('incoming.read_all')]`, sender: '江城市教育局', extra: [senderNumber], named, numbers, sentBy, nameGrams: grams(named), grams: grams(`${named} ${sentBy} ${squashed.squashed}`) },
    text: { recordId: id, part: itself, name: '', called: '', body, ...squashed },
    todo: { id: idOf(n, 9), departmentId: department, kind: 'act', recordId: id, what: 'incoming.handle', askedBy: clerk, askedAt: at, dueAt: at },
  };
};

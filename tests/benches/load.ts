import { sql } from 'kysely';
import { migrate, openDb, type Address } from '#platform/db.ts';
import { loadSchool } from '#database/school/school.ts';
import type { CorpusText } from './corpus.ts';
import { chance, resampled } from './corpus.ts';
import { idOf, linesOf, type School } from './years-of-work.ts';

type Db = ReturnType<typeof openDb>;

const root = new URL('../../', import.meta.url).pathname;

/** An empty house with the sample school's people in it. */
export const emptyHouse = async (address: Address) => {
  const db = openDb(address, 4);
  await migrate(db, `${root}database/migrations`);
  await loadSchool(db, { now: new Date(Date.now() - 12 * 366 * 86_400_000).toISOString(), passwordHash: '' });
  return db;
};

interface Wanted {
  /** Counted back from the newest: 0 arrived a moment ago. */
  from: number;
  to: number;
  corpus: readonly CorpusText[];
}

/** Documents as years of work would have left them, without asking the rules: an incoming one of 25 lines and one of ours of 20. */
export const loadDocuments = async (db: Db, { from, to, corpus }: Wanted) => {
  const school = await schoolOf(db);
  const texts = resampled(corpus, to - from, chance(from + 1));
  const indexes = await droppedIndexes(db);
  let next = from;
  const loading = async () => {
    for (let n = next; n < to; n = next) {
      next = Math.min(n + batch, to);
      const documents = Array.from({ length: next - n }, (_, i) => linesOf(n + i, texts.next().value as CorpusText, school));
      await insertAll(db, documents);
    }
  };
  await Promise.all([loading(), loading()]);
  await built(db, indexes);
  await settled(db);
};

const batch = 500;

/** Rows of the same tables for each. */
export const insertAll = (db: Db, documents: readonly Readonly<Record<string, readonly object[]>>[]) =>
  db.transaction().execute(async (open) => {
    // What is loaded is whole by itself; asking each foreign key would take half of the time.
    await sql`set local session_replication_role = replica`.execute(open);
    await sql`set local synchronous_commit = off`.execute(open);
    for (const table of Object.keys(documents[0]!)) {
      const rows = documents.flatMap((lines) => lines[table]!);
      if (!rows.length) continue;
      const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)));
      await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::text::json)`.execute(open);
    }
  });

export const schoolOf = async (db: Db): Promise<School> => {
  const posts = await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').innerJoin('departments', 'departments.id', 'posts.departmentId').select(['people.id', 'people.username', 'posts.departmentId', 'posts.role', 'departments.name']).orderBy('departments.position').orderBy('posts.id').execute();
  const { version } = await db.selectFrom('calendarVersion').select('version').executeTakeFirstOrThrow();
  const named = (username: string) => posts.find((post) => post.username === username)!.id;
  await db.insertInto('senders').values(senders.map(([name, word], i) => ({ id: idOf(i, 'a'), name, word, times: 1, lastAt: new Date().toISOString() }))).onConflict((conflict) => conflict.doNothing()).execute();
  await sql`insert into search_permissions (permission, key) values ('incoming.read_all', search_key('incoming.read_all')) on conflict do nothing`.execute(db);
  const { rows: [key] } = await sql<{ key: string }>`select search_key('incoming.read_all')::text as key`.execute(db);
  const heads = posts.filter(({ role }) => role === 'department.head');
  return {
    clerk: named('office.clerk'), director: named('office.director'), leaders: [named('leader'), named('leader.2'), named('principal')], office: posts.find(({ role }) => role === 'office.director')!.departmentId,
    departments: heads.map(({ id, departmentId }) => ({ id: departmentId, head: id })), people: posts.filter(({ role }) => role === 'staff').map(({ id }) => id), seesAll: key!.key, calendar: version, senders: senders.map(([name, word], i) => ({ id: idOf(i, 'a'), name, word })),
  };
};

const senders = [
  ['江城市教育局', '江教办'], ['江城市人民政府办公室', '江政办'], ['省教育厅', '省教函'], ['江城市公安局', '江公函'], ['江城市卫生健康委员会', '江卫'], ['江城市财政局', '江财教'],
  ['江城市消防救援支队', '江消'], ['江城市人力资源和社会保障局', '江人社'], ['共青团江城市委员会', '江团'], ['江城市总工会', '江工'], ['江城市教育考试院', '江考'], ['第二实验中学', '二实校函'],
] as const;

// Built in one go afterwards: line by line it takes several times as long.
const droppedIndexes = async (db: Db) => {
  const { rows } = await sql<{ name: string; definition: string }>`select indexname as name, indexdef as definition from pg_indexes where schemaname = current_schema and indexdef like '%USING gin%'`.execute(db);
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(db);
  return rows.map(({ definition }) => definition);
};

const built = (db: Db, definitions: readonly string[]) =>
  db.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '512MB'`.execute(one);
    for (const definition of definitions) await sql.raw(definition).execute(one);
    await sql`reset maintenance_work_mem`.execute(one);
  });

/** As the nightly work would leave it: the newest lines of the search apart, statistics fresh, counters after the last number. */
const settled = async (db: Db) => {
  await sql`update search_ages a set since = coalesce((select min(at) from search_entries e where e.age = a.age), since)`.execute(db);
  await sql`insert into register_counters (register, period, last) select 'incoming.document', year, max(seq) from incoming_documents group by year on conflict (register, period) do update set last = greatest(register_counters.last, excluded.last)`.execute(db);
  // What the triggers would have written, had they been asked for each line.
  await sql`insert into incoming_lines (key, document_id, year, seq, state, handling) select distinct unnest(r.readers), d.id, d.year, d.seq, d.state, d.handling from incoming_documents d join records r on r.id = d.id on conflict do nothing`.execute(db);
  await sql`insert into archive_lines (key, item_id, year_back, rank, code, seq) select k.key, i.id, i.year_back, i.rank, i.code, i.seq from archive_items i join records r on r.id = i.record_id
    cross join lateral (select unnest(r.readers) as key union select search_key(r.all_permission)) k on conflict do nothing`.execute(db);
  await sql`insert into resolution_lines (key, resolution_id, recorded_at, is_open) select k.key, s.id, s.recorded_at, s.state in ('open', 'reported') from resolutions s join records r on r.id = s.id
    cross join lateral (select unnest(r.readers) as key union select search_key(r.all_permission)) k on conflict do nothing`.execute(db);
  await sql`update senders s set times = n.times from (select sender_id, count(*)::int as times from incoming_documents group by 1) n where n.sender_id = s.id`.execute(db);
  await sql`vacuum analyze`.execute(db);
  await sql`checkpoint`.execute(db);
};

/** What was registered to measure it lies in nobody's inbox any more. */
export const forgetSubmitted = async (db: Db, since: string) => {
  await db.deleteFrom('todos').where('askedAt', '>=', since).execute();
  await db.deleteFrom('outbox').execute();
  await sql`vacuum analyze todos, outbox`.execute(db);
};

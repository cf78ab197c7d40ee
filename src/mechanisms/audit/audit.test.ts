import { readXlsx } from 'hucre';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { openDb } from '#platform/db.ts';
import { seal, verify } from './audit.ts';
import { audit as auditModule } from './module.ts';

const { as, db, address, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const { audit } = await as('auditor');
const registered = async (title: string) => (await clerk.incoming.register({ body: { sender: '某局', title } })).id;
const sealAll = async () => { while (await seal(db)); };

/** What only the owner of the database can do: past the triggers that keep the trail. */
const tampered = (change: (open: typeof db) => Promise<unknown>) =>
  db.transaction().execute(async (open) => {
    await sql`set local session_replication_role = replica`.execute(open);
    await change(open);
  });

test('each write is one entry: who, from where, what, about which record', async () => {
  const recordId = await registered('关于某事的通知');
  const { entries } = await audit.list({ query: { recordId } });
  expect(entries).toMatchObject([{ actor: '李文静', action: 'incoming.register', recordId, sealed: false, address: '127.0.0.1' }]);
  expect(JSON.parse(entries[0]!.input)).toMatchObject({ body: { title: '关于某事的通知' } });
  await sealAll();
  expect((await audit.list({ query: { recordId } })).entries).toMatchObject([{ sealed: true }]);
});

test('a refusal leaves no entry', async () => {
  const before = await verify(db);
  await expect((await as('admin')).settings.change({ params: { name: 'incoming.ordinary_hours' }, body: { value: -1, why: '试' } })).rejects.toMatchObject({ status: 422 });
  expect((await verify(db)).unsealed).toBe(before.unsealed);
});

test('it is filtered by person, act, record and time, page by page', async () => {
  clock.now = '2026-11-24T01:00:00.000Z';
  for (const title of ['一', '二', '三']) await registered(title);
  const actorId = await personId('office.clerk');
  const filter = { actorId, action: 'incoming.', from: '2026-11-24T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' };
  const first = await audit.list({ query: { ...filter, most: '2' } });
  const second = await audit.list({ query: { ...filter, most: '2', after: first.next! } });
  expect([...first.entries, ...second.entries].map(({ input }) => JSON.parse(input).body.title)).toEqual(['三', '二', '一']);
  expect(second.next).toBeNull();
  const none = async (query: object) => expect((await audit.list({ query: { ...filter, ...query } })).entries).toEqual([]);
  await none({ actorId: await personId('staff') });
  await none({ action: 'settings.' });
  await none({ action: 'incoming_' });
  await none({ from: '2026-11-25T00:00:00.000Z', to: '2026-11-26T00:00:00.000Z' });
});

test('several sealers at once make one whole chain, and entries that come late are sealed late', async () => {
  const late = openDb(address, 1);
  let commit = () => {};
  const held = new Promise<void>((resolve) => (commit = resolve));
  const slow = late.transaction().execute(async (open) => {
    await sql`insert into audit (at, action, input) values (${clock.now}, 'late.entry', '{}')`.execute(open);
    await held;
  });
  await Promise.all(Array.from({ length: 12 }, (_, i) => registered(`第${i}件`)));
  await Promise.all(Array.from({ length: 6 }, () => seal(db, 5)));
  await sealAll();
  const before = await verify(db);
  commit();
  await slow;
  await late.destroy();
  await sealAll();
  expect(await verify(db)).toMatchObject({ entries: before.entries + 1, unsealed: 0, brokenAt: null });
});

test('the auditor verifies the chain with a button, and nobody else', async () => {
  await sealAll();
  const { entries, newest } = await verify(db);
  expect(await audit.verify({ query: {} })).toEqual({ upTo: entries, total: entries, isLast: true, unsealed: 0, newest, broken: null });
  expect(await audit.verify({ query: { after: entries - 1 } })).toMatchObject({ upTo: entries, newest, broken: null });
  for (const username of ['office.clerk', 'admin', 'security', 'principal']) {
    await expect((await as(username)).audit.verify({ query: {} })).rejects.toMatchObject({ status: 403 });
    await expect((await as(username)).audit.list({ query: {} })).rejects.toMatchObject({ status: 403 });
  }
});

const positionOf = async (recordId: string) => {
  const { rows } = await sql<{ position: string }>`select l.position from audit_links l join audit a on a.id = l.audit_id where a.record_id = ${recordId}`.execute(db);
  return rows[0]!.position;
};

test.each([
  ['what was asked', (id: string) => sql`update audit set input = '{}' where record_id = ${id}`],
  ['who did it', (id: string) => sql`update audit set actor_id = null where record_id = ${id}`],
  ['on whose behalf', (id: string) => sql`update audit set on_behalf_of = gen_random_uuid() where record_id = ${id}`],
  ['when', (id: string) => sql`update audit set at = at + interval '1 millisecond' where record_id = ${id}`],
  ['from where', (id: string) => sql`update audit set address = '10.0.0.1' where record_id = ${id}`],
  ['an entry taken out', (id: string) => sql`delete from audit where record_id = ${id}`],
  ['an entry and its link taken out', (id: string) => sql`with gone as (delete from audit where record_id = ${id} returning id) delete from audit_links where audit_id in (select id from gone)`],
  ['a link rewritten', (id: string) => sql`update audit_links set hash = md5(hash) where audit_id = (select id from audit where record_id = ${id})`],
])('tampering with %s is found where it was done', async (_, change) => {
  const recordId = await registered('关于甲的通知');
  await registered('关于乙的通知');
  await sealAll();
  const position = await positionOf(recordId);
  const [entries, links] = [await db.selectFrom('audit').selectAll().execute(), await db.selectFrom('auditLinks').selectAll().execute()];
  await tampered((open) => change(recordId).execute(open));
  expect(await verify(db)).toMatchObject({ brokenAt: position });
  const { broken } = await audit.verify({ query: {} });
  expect(broken!.position).toBe(position);
  await tampered(async (open) => {
    await sql`delete from audit_links`.execute(open);
    await sql`delete from audit`.execute(open);
    await sql`insert into audit overriding system value select * from jsonb_populate_recordset(null::audit, ${JSON.stringify(entries.map(({ onBehalfOf, actorId, recordId: about, ...row }) => ({ ...row, on_behalf_of: onBehalfOf, actor_id: actorId, record_id: about })))}::jsonb)`.execute(open);
    await open.insertInto('auditLinks').values(links).execute();
  });
  expect(await verify(db)).toMatchObject({ brokenAt: null });
});

test('the trail is never changed by the program', async () => {
  await expect(db.updateTable('audit').set({ action: 'other' }).execute()).rejects.toThrow('audit is never changed');
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow('audit is never changed');
  await expect(db.deleteFrom('auditLinks').execute()).rejects.toThrow('audit_links is never changed');
});

test('entries cut off the end together with their links are missed by the hash that was mailed before', async () => {
  await registered('关于丙的通知');
  await sealAll();
  await auditModule.jobs['audit.checkpoint']!.work({ db, now: () => clock.now, data: {}, attempt: 1 });
  await drain();
  const mail = await db.selectFrom('mails').select(['subject', 'toPerson']).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  expect(mail.toPerson).toBe(await personId('auditor'));
  const hash = /[0-9a-f]{64}/.exec(mail.subject)![0];
  const { position } = await audit.checkpoint({ params: { hash } });
  expect(position).not.toBeNull();
  await tampered(async (open) => {
    await sql`with gone as (delete from audit_links where position >= ${position} returning audit_id) delete from audit where id in (select audit_id from gone)`.execute(open);
    await sql`delete from audit where not exists (select from audit_links l where l.audit_id = audit.id)`.execute(open);
  });
  expect(await verify(db)).toMatchObject({ brokenAt: null, entries: Number(position) - 1 });
  expect(await audit.checkpoint({ params: { hash } })).toEqual({ position: null });
});

test('it is found by the number of a document, and goes into a table', async () => {
  const recordId = await registered('关于丁的通知');
  const { number } = await clerk.incoming.one({ params: { documentId: recordId } });
  expect((await audit.list({ query: { number } })).entries).toMatchObject([{ recordId, number, action: 'incoming.register' }]);
  expect((await audit.list({ query: { number: '%' } })).entries).toEqual([]);
  const content = (await audit.table({ query: { number } })) as unknown as Buffer;
  const [head, ...rows] = (await readXlsx(content)).sheets[0]!.rows;
  expect(head!.slice(0, 5)).toEqual(['编号', '时间（UTC）', '操作人', '代谁办理', '操作']);
  expect(rows.map((row) => row[4])).toEqual(['incoming.register']);
});

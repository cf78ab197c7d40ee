import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { notify } from './notifications.ts';
import { whyNotTryAgain } from './rules.ts';
import { openPost, sendMail, waitingMails } from './sending.ts';
import { gather } from './mails.ts';

const { as, db, drain, clock, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const received: { to: string[]; text: string }[] = [];
let refuses = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(refuses || address.startsWith('nobody') ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null),
  onData: (stream, { envelope }, done) => {
    let text = '';
    stream.on('data', (chunk) => (text += chunk)).on('end', () => (received.push({ to: envelope.rcptTo.map(({ address }) => address), text }), done()));
  },
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const post = { from: '综办 <zongban@localhost>', readFile: async () => undefined };
afterAll(() => (openPost({ ...post, smtpUrl: undefined }), new Promise<void>((resolve) => server.close(() => resolve()))));

const urged = async () => {
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '某局', title: '关于某事的通知' } });
  await (await as('office.director')).incoming.accept({ params: { documentId }, body: {} });
  await clerk.incoming.askForPages({ params: { documentId }, body: { what: 'missing', details: '缺第2页', waits: false, how: 'mail', contact: 'office@bureau.example.test' } });
  return documentId;
};
const mailsOf = async (recordId: string) => (await clerk.notifications.recordMails({ params: { recordId } })).mails;

test('without a mail server a mail waits in the log, and goes out when there is one', async () => {
  const documentId = await urged();
  await drain();
  expect(await mailsOf(documentId)).toMatchObject([{ state: 'waiting', error: 'SMTP_URL' }]);
  openPost({ ...post, smtpUrl });
  for (const id of await waitingMails(db)) await sendMail(db, id, clock.now);
  expect(await mailsOf(documentId)).toMatchObject([{ state: 'sent', error: '' }]);
  expect(received.at(-1)!.to).toEqual(['office@bureau.example.test']);
  await expect(clerk.notifications.tryAgain({ params: { mailId: (await mailsOf(documentId))[0]!.id }, body: {} })).rejects.toMatchObject({ codes: ['notifications.already_sent'] });
});

test('a server that is away loses nothing; what it refuses for good has failed, with its reason', async () => {
  openPost({ ...post, smtpUrl: 'smtp://127.0.0.1:1' });
  const documentId = await urged();
  await expect(drain()).rejects.toThrow();
  expect(await mailsOf(documentId)).toMatchObject([{ state: 'waiting', tries: 1 }]);
  openPost({ ...post, smtpUrl });
  refuses = true;
  for (const id of await waitingMails(db)) await sendMail(db, id, clock.now);
  refuses = false;
  const [mail] = await mailsOf(documentId);
  expect(mail).toMatchObject({ state: 'failed', tries: 2 });
  expect(mail!.error).toContain('no such box');
});

test('a person without an address is told in the application, and the log says so', async () => {
  const staffId = await personId('staff');
  await db.updateTable('people').set({ email: '' }).where('id', '=', staffId).execute();
  const documentId = await urged();
  const leader = await as('leader');
  const director = await as('office.director');
  await director.incoming.propose({ params: { documentId }, body: { text: '请批示', leaders: [await personId('leader')] } });
  await leader.incoming.setTask({ params: { documentId }, body: { sentence: '请核实', personId: staffId, dueAt: '2026-11-30T00:00:00.000Z' } });
  const mail = (await mailsOf(documentId)).find(({ state }) => state === 'no_address')!;
  expect(mail.toPerson).toBe('赵晓峰');
  await expect(clerk.notifications.tryAgain({ params: { mailId: mail.id }, body: {} })).rejects.toMatchObject({ codes: ['notifications.no_address'] });
  const staff = await as('staff');
  const { messages } = await staff.notifications.messages({ query: {} });
  expect(messages[0]).toMatchObject({ what: 'incoming.task', readAt: null });
  expect(await staff.notifications.markRead({ params: { messageId: messages[0]!.id }, body: {} })).toEqual({ unread: 0 });
});

test('of a classified record only its number leaves the house', async () => {
  const { id: recordId, number } = await clerk.incoming.register({ body: { sender: '某局', secrecy: 1, paperPlace: '机要柜' } });
  await told({ to: [await personId('office.clerk')], what: 'incoming.dispatched', params: { title: '缺页内容甲乙丙' }, recordId });
  const [mail] = await mailsOf(recordId);
  expect(mail!.subject).toBe(`综办：${number}`);
  const { body } = await db.selectFrom('mails').select('body').where('recordId', '=', recordId).executeTakeFirstOrThrow();
  expect(body).not.toContain('甲乙丙');
});

/** Told as a listener tells: in a transaction, without an actor. */
const told = (notice: Parameters<typeof notify>[1]) =>
  db.transaction().execute((open) => notify({ db: open, now: clock.now, tell: () => undefined, enqueue: async () => undefined }, notice));
const people = (usernames: string[]) => Promise.all(usernames.map(personId));
const registered = async () => (await clerk.incoming.register({ body: { sender: '某局', title: '关于甲乙丙的通知' } })).id;
const params = { title: '关于甲乙丙的通知', number: '202600001' };
const addressed = (recordId: string) => db.selectFrom('mails').select(['toAddress', 'toPerson', 'cc', 'state']).where('recordId', '=', recordId).orderBy('id').execute();

test('copies go out although the first addressee has no address; a copy without one is in the log', async () => {
  const [leader, staff, head, storekeeper] = await people(['leader', 'staff', 'department.head', 'storekeeper']);
  await db.updateTable('people').set({ email: sql`username || '@school.example.test'` }).execute();
  await db.updateTable('people').set({ email: '' }).where('id', 'in', [staff!, storekeeper!]).execute();
  const recordId = await registered();
  await told({ to: [staff!, head!], cc: [leader!, storekeeper!], what: 'incoming.dispatched', params, recordId });
  expect(await addressed(recordId)).toEqual(expect.arrayContaining([
    { toAddress: '', toPerson: staff, cc: [], state: 'no_address' },
    { toAddress: '', toPerson: storekeeper, cc: [], state: 'no_address' },
    { toAddress: 'department.head@school.example.test', toPerson: head, cc: ['leader@school.example.test'], state: 'waiting' },
  ]));
  const other = await registered();
  await told({ to: [staff!], cc: [leader!], what: 'incoming.dispatched', params, recordId: other });
  expect(await addressed(other)).toEqual(expect.arrayContaining([{ toAddress: 'leader@school.example.test', toPerson: leader, cc: [], state: 'waiting' }]));
});

test('a person is mailed in their own language', async () => {
  const [leader] = await people(['leader']);
  await db.updateTable('people').set({ locale: 'en' }).where('id', '=', leader!).execute();
  const { id: recordId, number } = await clerk.incoming.register({ body: { sender: '某局', secrecy: 1, paperPlace: '机要柜' } });
  await told({ to: [leader!], what: 'incoming.dispatched', params, recordId });
  const { subject, body } = await db.selectFrom('mails').selectAll().where('recordId', '=', recordId).executeTakeFirstOrThrow();
  expect(subject).toBe(`Zongban: ${number}`);
  expect(body).toMatch(/classified/);
  expect(body).not.toContain('甲乙丙');
});

test('what somebody may not read, no message and no mail log tells them', async () => {
  const [buyer] = await people(['buyer']);
  const recordId = await registered();
  await told({ to: [buyer!], what: 'incoming.dispatched', params, recordId });
  const seen = (await as('buyer')).notifications;
  expect(await seen.messages({ query: {} })).toEqual({ messages: [], next: null });
  expect(await seen.unread({})).toEqual({ unread: 0 });
  await db.updateTable('records').set({ readers: [buyer!] }).where('id', '=', recordId).execute();
  expect((await seen.messages({ query: {} })).messages).toMatchObject([{ what: 'incoming.dispatched', recordId }]);
  expect(await seen.unread({})).toEqual({ unread: 1 });
  const subjects = async (who: string) => (await (await as(who)).notifications.mails({ query: { most: 100 } })).mails.map(({ subject }) => subject).join();
  expect(await subjects('office.clerk')).toContain('甲乙丙');
  expect(await subjects('admin')).not.toContain('甲乙丙');
  await expect((await as('staff')).notifications.recordMails({ params: { recordId } })).rejects.toMatchObject({ status: 404 });
});

test('messages come page by page without a gap, and are read one by one or all', async () => {
  const [technician] = await people(['technician']);
  const recordId = await registered();
  await db.updateTable('records').set({ readers: [technician!] }).where('id', '=', recordId).execute();
  for (const title of ['一', '二', '三']) await told({ to: [technician!], what: 'incoming.dispatched', params: { title }, recordId });
  const mine = (await as('technician')).notifications;
  const first = await mine.messages({ query: { most: '2' } });
  const second = await mine.messages({ query: { most: '2', after: first.next! } });
  const whole = (await mine.messages({ query: {} })).messages;
  expect(whole.map((message) => message.params['title']).sort()).toEqual(['一', '三', '二']);
  expect([...first.messages, ...second.messages]).toEqual(whole);
  expect(second.next).toBeNull();
  const read = { params: { messageId: first.messages[0]!.id }, body: {} };
  expect(await (await as('buyer')).notifications.markRead(read)).toMatchObject({});
  expect(await mine.unread({})).toEqual({ unread: 3 });
  expect(await mine.markRead(read)).toEqual({ unread: 2 });
  expect(await mine.markAllRead({ body: {} })).toEqual({ unread: 0 });
});

test('each chooses what comes by mail; what is urged or late always does', async () => {
  const [receptionist] = await people(['receptionist']);
  const mine = (await as('receptionist')).notifications;
  const recordId = await registered();
  const mailed = async (what: string) => {
    await told({ to: [receptionist!], what, params, recordId });
    return (await db.selectFrom('mails').select('id').where('toPerson', '=', receptionist!).execute()).length;
  };
  expect((await mine.choices({})).choices).toEqual(expect.arrayContaining([
    { what: 'incoming.urged', zh: '催办', en: 'Reminders', mail: true, always: true },
    { what: 'incoming.dispatched', zh: '来文分办到本部门', en: 'Documents for my department', mail: true, always: false },
    { what: 'incoming.read', zh: '请我阅文', en: 'Documents to read', mail: false, always: false },
  ]));
  await mine.choose({ body: { what: 'incoming.dispatched', mail: false } });
  const { choices } = await mine.choose({ body: { what: 'incoming.read', mail: true } });
  expect(choices.filter(({ what }) => ['incoming.dispatched', 'incoming.read'].includes(what)).map(({ what, mail }) => [what, mail])).toEqual([['incoming.dispatched', false], ['incoming.read', true]]);
  expect(await mailed('incoming.dispatched')).toBe(0);
  expect(await mailed('incoming.read')).toBe(1);
  expect(await mailed('incoming.urged')).toBe(2);
  await expect(mine.choose({ body: { what: 'incoming.urged', mail: false } })).rejects.toMatchObject({ codes: ['notifications.always_mailed'] });
  await expect(mine.choose({ body: { what: 'no.such', mail: false } })).rejects.toMatchObject({ codes: ['notifications.no_such_notice'] });
});

test('forty at once are three mails and a list, and the log says into which they went', async () => {
  const [archivist] = await people(['archivist']);
  await db.updateTable('people').set({ email: 'archivist@school.example.test' }).where('id', '=', archivist!).execute();
  const recordId = await registered();
  for (let n = 0; n < 40; n++) await told({ to: [archivist!], what: 'incoming.urged', params: { title: `第${n}件` }, recordId });
  const of = async () => (await db.selectFrom('mails').selectAll().where('toPerson', '=', archivist!).orderBy('id').execute());
  expect((await of()).map(({ state }) => state)).toEqual([...Array(3).fill('waiting'), ...Array(37).fill('held')]);
  const working = { now: clock.now, tell: () => undefined, enqueue: async () => undefined };
  await db.transaction().execute((open) => gather({ db: open, ...working }));
  const list = (await of()).find(({ subject }) => subject === '综办：37 件事项')!;
  expect(list).toMatchObject({ state: 'waiting', recordId: null });
  expect(list.body).toContain('37. 催办：第39件，请尽快办理');
  expect((await of()).filter(({ gatheredInto }) => gatheredInto === list.id)).toHaveLength(37);
  await told({ to: [archivist!], what: 'incoming.urged', params, recordId });
  await db.transaction().execute((open) => gather({ db: open, ...working }));
  expect((await of()).filter(({ state }) => state === 'held')).toEqual([]);
  expect((await of()).at(-1)).toMatchObject({ state: 'waiting', recordId });
  expect(whyNotTryAgain({ state: 'gathered', toAddress: 'x' })).toEqual(['notifications.already_sent']);
});

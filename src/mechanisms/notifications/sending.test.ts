import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Letter } from './channels.ts';
import { htmlOf } from './html.ts';
import { openPost, sendMail, sendWaiting } from './sending.ts';

const { db, clock } = await openSchool('2026-11-23T01:00:00.000Z');
const received: string[][] = [];
const texts: string[] = [];
const answers: Record<string, number> = { gone: 550, full: 452 };
const refusal = (code: number) => Object.assign(new Error(`said ${code}`), { responseCode: code });
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onAuth: (_auth, _session, done) => done(refusal(535)),
  onMailFrom: ({ address }, _session, done) => done(address.startsWith('unknown') ? refusal(553) : null),
  onRcptTo: ({ address }, _session, done) => done(answers[address.split('@')[0]!] ? refusal(answers[address.split('@')[0]!]!) : null),
  onData: (stream, { envelope }, done) => {
    let text = '';
    stream.on('data', (chunk) => (text += chunk)).on('end', () => setTimeout(() => (texts.push(text), received.push(envelope.rcptTo.map(({ address }) => address)), done()), 100));
  },
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const at = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const post = { smtpUrl: `smtp://${at}`, from: 'zongban@school.example.test', readFile: async () => undefined };
beforeEach(async () => {
  openPost(post);
  received.length = 0;
  texts.length = 0;
  await db.deleteFrom('mails').execute();
});
afterAll(() => (openPost({ ...post, smtpUrl: undefined }), new Promise<void>((resolve) => server.close(() => resolve()))));

const mail = async (toAddress: string, more: { cc?: string[]; fileIds?: string[]; at?: string } = {}) => {
  const id = newId();
  await db.insertInto('mails').values({ id, at: clock.now, toAddress, subject: '关于某事的通知', body: '请查收', state: 'waiting', ...more }).execute();
  return id;
};
const stateOf = (id: string) => db.selectFrom('mails').select(['state', 'tries', 'error']).where('id', '=', id).executeTakeFirstOrThrow();
const tried = async (id: string) => {
  await sendMail(db, id, clock.now).catch(() => undefined);
  return stateOf(id);
};

test('a wrong password of ours ends no mail', async () => {
  openPost({ ...post, smtpUrl: `smtp://user:wrong@${at}` });
  expect(await tried(await mail('a@bureau.example.test'))).toMatchObject({ state: 'waiting', tries: 1, error: expect.stringContaining('535') });
});

test('a sender that the server does not take ends no mail', async () => {
  openPost({ ...post, from: 'unknown@school.example.test' });
  expect(await tried(await mail('a@bureau.example.test'))).toMatchObject({ state: 'waiting', error: expect.stringContaining('553') });
});

test('what only the copies received was not sent, and what only a copy missed was', async () => {
  expect(await tried(await mail('gone@bureau.example.test', { cc: ['a@school.example.test'] }))).toMatchObject({ state: 'failed', error: expect.stringContaining('550') });
  expect(await tried(await mail('a@bureau.example.test', { cc: ['gone@school.example.test'] }))).toMatchObject({ state: 'sent', error: expect.stringContaining('gone@school.example.test') });
});

test('a full box is tried for two days', async () => {
  expect(await tried(await mail('full@bureau.example.test'))).toMatchObject({ state: 'waiting', tries: 1 });
  expect(await tried(await mail('full@bureau.example.test', { at: '2026-11-21T00:59:00.000Z' }))).toMatchObject({ state: 'failed' });
});

test('a server that is away is waited for, however long', async () => {
  openPost({ ...post, smtpUrl: 'smtp://127.0.0.1:1' });
  expect(await tried(await mail('a@bureau.example.test', { at: '2026-10-01T00:00:00.000Z' }))).toMatchObject({ state: 'waiting', tries: 1 });
});

test('an attachment that cannot be read is said in the log, and the mail does not go without it', async () => {
  openPost({ ...post, readFile: async () => { throw new Error('no such blob'); } });
  expect(await tried(await mail('a@bureau.example.test', { fileIds: [newId()] }))).toMatchObject({ state: 'waiting', error: expect.stringContaining('no such blob') });
  expect(received).toEqual([]);
});

test('two that send at once send once', async () => {
  const id = await mail('a@bureau.example.test');
  await Promise.all([sendMail(db, id, clock.now), sendMail(db, id, clock.now), sendMail(db, id, clock.now)]);
  expect(received).toEqual([['a@bureau.example.test']]);
});

test('a try that never ended is taken up again', async () => {
  const id = await mail('a@bureau.example.test');
  await db.updateTable('mails').set({ tries: 1, triedAt: '2026-11-23T00:58:00.000Z' }).where('id', '=', id).execute();
  expect(await tried(id)).toMatchObject({ state: 'waiting', tries: 1 });
  await db.updateTable('mails').set({ triedAt: '2026-11-23T00:54:00.000Z' }).where('id', '=', id).execute();
  expect(await tried(id)).toMatchObject({ state: 'sent', tries: 2 });
});

test('one bad address holds up nobody; a server that is away is asked once', async () => {
  const ids = [await mail('full@bureau.example.test'), await mail('a@bureau.example.test')];
  await sendWaiting(db, clock.now);
  expect(await Promise.all(ids.map(stateOf))).toMatchObject([{ state: 'waiting' }, { state: 'sent' }]);
  openPost({ ...post, smtpUrl: 'smtp://127.0.0.1:1' });
  await mail('b@bureau.example.test');
  await sendWaiting(db, clock.now);
  const { n } = await db.selectFrom('mails').select(({ fn }) => fn.sum<string>('tries').as('n')).executeTakeFirstOrThrow();
  expect(Number(n)).toBe(3);
});

test('the head of a mail: one thread a record, made by a machine, a Chinese subject that every program reads', async () => {
  const recordId = newId();
  await db.insertInto('records').values({ id: recordId, kind: 'incoming', title: '通知', allPermission: 'incoming.read_all', at: clock.now, readers: [] }).execute();
  const [one, two] = [await mail('a@bureau.example.test'), await mail('a@bureau.example.test')];
  await db.updateTable('mails').set({ recordId, body: '请查收 <b>附件</b>\nhttps://school.example.test/records/1' }).where('id', 'in', [one, two]).execute();
  for (const id of [one, two]) await tried(id);
  const heads = texts.map((text) => text.split('\r\n\r\n')[0]!.replace(/\r\n\s+/g, ' '));
  const root = `<record-${recordId}@school.example.test>`;
  for (const [i, id] of [one, two].entries()) {
    expect(heads[i]).toContain(`Message-ID: <${id}@school.example.test>`);
    expect(heads[i]).toContain(`References: ${root}`);
    expect(heads[i]).toContain(`In-Reply-To: ${root}`);
    expect(heads[i]).toMatch(/^Auto-Submitted: auto-generated/m);
    const words = [.../^Subject: (.+)$/m.exec(heads[i]!)![1]!.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/gi)].map(([, text]) => Buffer.from(text!, 'base64').toString());
    expect(words.join('')).toBe('关于某事的通知');
  }
  expect(texts[0]).toContain('multipart/alternative');
});

test('HTML shows the words and runs nothing of them', () => {
  const html = htmlOf('标题 <script>alert(1)</script>\n见 https://school.example.test/records/1?a=1&b="x"');
  expect(html).not.toContain('<script');
  expect(html).toContain('&#60;script&#62;');
  expect(html).toContain('<a href="https://school.example.test/records/1?a=1"');
  expect(html).not.toMatch(/src=|@import|url\(/);
});

test.each([
  ['a second address', 'a@bureau.example.test, spy@else.example.test'],
  ['a second address behind a comma', 'a@bureau.example.test,spy'],
  ['a line end', 'a@bureau.example.test\r\nBcc: spy@else.example.test'],
  ['a name with another address', 'office <spy@else.example.test>'],
])('%s is not taken for an addressee, nor for a copy', async (_, address) => {
  expect(await tried(await mail(address))).toMatchObject({ state: 'failed', error: expect.stringContaining('not an address') });
  expect(await tried(await mail('a@bureau.example.test', { cc: [address] }))).toMatchObject({ state: 'failed' });
  expect(received).toEqual([]);
});

test('a line end in a subject begins no header', async () => {
  const id = await mail('a@bureau.example.test');
  await db.updateTable('mails').set({ subject: 'hello\r\nBcc: spy@else.example.test' }).where('id', '=', id).execute();
  await tried(id);
  expect(received).toEqual([['a@bureau.example.test']]);
  expect(texts[0]).not.toMatch(/^Bcc:/m);
});

test('another way out of the house is a few lines', async () => {
  const slips: Letter[] = [];
  openPost({ ...post, others: [{ name: 'slip', addressOf: ({ phone }) => phone, close: () => undefined, deliver: async (letter) => (slips.push(letter), { state: 'sent', error: '' }) }] });
  const id = await mail('办公室信格 3');
  await db.updateTable('mails').set({ channel: 'slip' }).where('id', '=', id).execute();
  expect(await tried(id)).toMatchObject({ state: 'sent', tries: 1 });
  expect(slips).toMatchObject([{ id, to: '办公室信格 3', subject: '关于某事的通知' }]);
  openPost(post);
  await db.updateTable('mails').set({ state: 'waiting', triedAt: null, tries: 0 }).where('id', '=', id).execute();
  expect(await tried(id)).toMatchObject({ state: 'waiting', tries: 0, error: 'SMTP_URL' });
});

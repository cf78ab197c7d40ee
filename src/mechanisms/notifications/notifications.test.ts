import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { openPost, sendMail, waitingMails } from './sending.ts';

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
  await clerk.incoming.askForPages({ params: { documentId: recordId }, body: { what: 'missing', details: '缺页内容甲乙丙', waits: false, how: 'mail', contact: 'office@bureau.example.test' } });
  const [mail] = await mailsOf(recordId);
  expect(mail!.subject).toBe(`综办：${number}`);
  const { body } = await db.selectFrom('mails').select('body').where('recordId', '=', recordId).executeTakeFirstOrThrow();
  expect(body).not.toContain('甲乙丙');
});

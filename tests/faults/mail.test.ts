import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '#platform/postgres/place.ts';
import { look, newSchool, openProduct, until } from './product.ts';

const port = await freePort();
const product = await openProduct(await newSchool(), { SMTP_URL: `smtp://127.0.0.1:${port}` });
afterAll(() => product.remove());

const id = randomUUID();
const mail = () => look(product, (db) => db.selectFrom('mails').select(['state', 'tries', 'error']).where('id', '=', id).executeTakeFirstOrThrow());

test('the mail server is down: the log says so and nothing is lost; it is back: the mail leaves by itself, once', async () => {
  await product.up();
  await look(product, async (db) => {
    const now = new Date().toISOString();
    await db.insertInto('mails').values({ id, at: now, toAddress: 'head@school.example', subject: '办理结果', body: '已办结。', state: 'waiting' }).execute();
    await db.insertInto('outbox').values({ at: now, due: now, event: 'notifications.mail', data: JSON.stringify({ mailIds: [id] }) }).execute();
  });
  await until('a try is written down', async () => (await mail()).error.includes('ECONNREFUSED'));
  expect(await mail()).toMatchObject({ state: 'waiting' });
  expect(await product.isUp()).toBe(true);

  const received: string[] = [];
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => {
    let text = '';
    stream.on('data', (bytes) => (text += bytes)).on('end', () => (received.push(text), done()));
  } });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await until('the mail left', async () => (await mail()).state === 'sent', 90);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('To: head@school.example');
  await new Promise<void>((resolve) => server.close(resolve));
});

import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const other = await as('staff');
const refusal = (...codes: string[]) => ({ status: 422, codes });
const send = (name: string, content: string | Buffer) => clerk.files.upload({ query: { name }, body: Buffer.from(content) });

test('bytes are kept once, under their sum, and come back as an attachment', async () => {
  const [one, two] = [await send('a.txt', '同一份内容'), await send('b.txt', '同一份内容')];
  expect(one).toMatchObject({ type: 'text/plain', size: 15, sha256: two.sha256 });
  expect(Buffer.from((await clerk.files.content({ params: { fileId: one.id } })) as never).toString()).toBe('同一份内容');
  await expect(other.files.content({ params: { fileId: one.id } })).rejects.toMatchObject({ status: 404 });
});

test.each([
  ['nothing in it', '空.pdf', '', 'files.empty'],
  ['a page of the web in disguise', '其实是网页.pdf', '<!DOCTYPE html><html><script>alert(1)</script></html>', 'files.page_of_the_web'],
  ['a text that says it is a PDF', '改名.pdf', '这不是PDF', 'files.not_what_it_says'],
])('%s is refused', async (_, name, content, code) => expect(send(name, content)).rejects.toMatchObject(refusal(code)));

test('a large file comes in pieces and goes on where it stopped', async () => {
  const bytes = Buffer.alloc(3_000_000, '综办');
  const { id: uploadId } = await clerk.files.startUpload({ body: { name: '大.txt', size: bytes.length } });
  const piece = (offset: number, end: number) => clerk.files.sendPiece({ params: { uploadId }, query: { offset }, body: bytes.subarray(offset, end) });
  await piece(0, 1_000_000);
  await expect(piece(2_000_000, 3_000_000)).rejects.toMatchObject(refusal('files.wrong_offset'));
  await expect(clerk.files.finishUpload({ params: { uploadId } })).rejects.toMatchObject(refusal('files.incomplete'));
  expect(await clerk.files.uploaded({ params: { uploadId } })).toMatchObject({ received: 1_000_000 });
  await piece(1_000_000, 3_000_000);
  await expect(clerk.files.sendPiece({ params: { uploadId }, query: { offset: 3_000_000 }, body: Buffer.from('多') })).rejects.toMatchObject(refusal('files.too_long'));
  expect(await clerk.files.finishUpload({ params: { uploadId } })).toMatchObject({ name: '大.txt', size: 3_000_000 });
});

test('at most fifty uploads at once', async () => {
  const start = () => other.files.startUpload({ body: { name: 'x.txt', size: 1 } });
  for (let i = 0; i < 50; i += 1) await start();
  await expect(start()).rejects.toMatchObject(refusal('files.too_many_uploads'));
});

test('what has no picture has no preview', async () => {
  const { id: fileId } = await send('说明.txt', '说明');
  await expect(clerk.files.preview({ params: { fileId } })).rejects.toMatchObject(refusal('files.no_preview'));
});

test('a text is read in a process of its own, and its fields are proposed', async () => {
  const { id: fileId } = await send('来文.txt', '江城市教育局文件\n江教办〔2026〕15号\n关于校园安全检查的通知\n各学校：\n请落实。\n江城市教育局\n2026年11月2日');
  expect(await clerk.files.reading({ params: { fileId } })).toMatchObject({ state: 'waiting' });
  await drain();
  const reading = await clerk.files.reading({ params: { fileId } });
  expect(reading).toMatchObject({ state: 'read', proposals: { sender: { value: '江城市教育局' }, number: { value: '江教办〔2026〕15号' }, date: { value: '2026-11-02' } } });
});

test('a broken PDF is kept, and says why it could not be read', async () => {
  const { id: fileId } = await send('坏.pdf', '%PDF-1.4\n这里断了');
  await drain();
  const reading = await clerk.files.reading({ params: { fileId } });
  expect(reading.state).toBe('unreadable');
  expect(reading.why).not.toBe('');
});

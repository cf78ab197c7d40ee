import { createHash } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { beside, erase, has, isThere, openStore, pathOf, put } from './store.ts';
import { sweep } from './sweep.ts';

const { as, drain, db } = await openSchool('2026-11-23T01:00:00.000Z');
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

test.each<[string, string, string | Buffer, string]>([
  ['nothing in it', '空.pdf', '', 'files.empty'],
  ['a page of the web in disguise', '其实是网页.pdf', '<!DOCTYPE html><html><script>alert(1)</script></html>', 'files.page_of_the_web'],
  ['a text that says it is a PDF', '改名.pdf', '这不是PDF', 'files.not_what_it_says'],
  ['a program that says it is a PDF', '通知.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]), 'files.not_what_it_says'],
  ['a program that says it is a Word file', '通知.doc', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]), 'files.program'],
  ['a script', '打印.vbs', 'MsgBox 1', 'files.program'],
  ['a page behind a comment and a mark of byte order', '说明.txt', '\ufeff<!-- x -->\n<html><script>alert(1)</script>', 'files.page_of_the_web'],
  ['a page that says it is a photo', '照片.jpg', '<html><script>alert(1)</script>', 'files.page_of_the_web'],
  ['a page of wide characters', '说明.txt', Buffer.from('\ufeff<script>alert(1)</script>', 'utf16le'), 'files.page_of_the_web'],
  ['a drawing with a script', '图.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'files.page_of_the_web'],
  ['a drawing behind an XML head', '图.png', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'files.page_of_the_web'],
])('%s is refused', async (_, name, content, code) => expect(send(name, content)).rejects.toMatchObject(refusal(code)));

test.each([
  ['a path', '../../etc/通知.txt', '通知.txt'],
  ['a path of Windows', 'C:\\公文\\通知.txt', '通知.txt'],
  ['letters turned round', '通知\u202egpj.txt', '通知gpj.txt'],
  ['a line that ends', '通知\r\nSet-Cookie: a.txt', '通知Set-Cookie: a.txt'],
])('of %s only the name is kept', async (_, name, kept) => expect((await send(name, '内容')).name).toBe(kept));

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

const start = (as: typeof clerk, fingerprint?: string) => as.files.startUpload({ body: { name: '大.txt', size: 6, ...(fingerprint && { fingerprint }) } });
const sendTo = (uploadId: string, offset: number, text: string, sha256?: string) => clerk.files.sendPiece({ params: { uploadId }, query: { offset, ...(sha256 && { sha256 }) }, body: Buffer.from(text) });
const textOf = async (fileId: string) => Buffer.from((await clerk.files.content({ params: { fileId } })) as never).toString();

test('the same file chosen again goes on where it stopped; another, or of another person, begins anew', async () => {
  const { id } = await start(clerk, 'one');
  await sendTo(id, 0, 'abc');
  expect(await start(clerk, 'one')).toEqual({ id, received: 3, size: 6 });
  expect((await start(clerk, 'two')).id).not.toBe(id);
  expect((await start(other, 'one')).id).not.toBe(id);
  await expect(other.files.uploaded({ params: { uploadId: id } })).rejects.toMatchObject({ status: 404 });
});

test('two windows that send one place: the first is kept whole; both that finish get the one file', async () => {
  const { id: uploadId } = await start(clerk);
  const sent = await Promise.allSettled([sendTo(uploadId, 0, 'aaaa'), sendTo(uploadId, 0, 'bbbb'), sendTo(uploadId, 0, 'cccc')]);
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await sendTo(uploadId, 4, 'zz');
  const [one, two] = await Promise.all([clerk.files.finishUpload({ params: { uploadId } }), clerk.files.finishUpload({ params: { uploadId } })]);
  expect(two).toEqual(one);
  expect(await clerk.files.finishUpload({ params: { uploadId } })).toEqual(one);
  expect(await textOf(one.id)).toMatch(/^(aaaa|bbbb|cccc)zz$/);
});

test('a piece damaged on its way is not taken', async () => {
  const { id: uploadId } = await start(clerk);
  await expect(sendTo(uploadId, 0, 'abc', '0'.repeat(64))).rejects.toMatchObject(refusal('files.wrong_sum'));
  expect(await clerk.files.uploaded({ params: { uploadId } })).toMatchObject({ received: 0 });
});

test('a page of the web in pieces of one byte is refused, and leaves nothing', async () => {
  const { id: uploadId } = await start(clerk);
  for (const [offset, sign] of [...'<html>'].entries()) await sendTo(uploadId, offset, sign);
  await expect(clerk.files.finishUpload({ params: { uploadId } })).rejects.toMatchObject(refusal('files.page_of_the_web'));
  await expect(clerk.files.uploaded({ params: { uploadId } })).rejects.toMatchObject({ status: 404 });
});

test('a disk without room is said before anything is sent', async () => {
  const folder = join(dirname(pathOf('0'.repeat(64))), '../..');
  openStore(folder, async () => 1000);
  await expect(start(clerk)).rejects.toMatchObject(refusal('files.no_room')).finally(() => openStore(folder));
});

test('a photo keeps its place of taking to itself: the preview is upright and bare', async () => {
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).withExif({ IFD0: { Orientation: '6' }, IFD3: { GPSLatitude: '30/1 0/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { id: fileId } = await send('照片.png', photo);
  const preview = await sharp(Buffer.from((await clerk.files.preview({ params: { fileId } })) as never)).metadata();
  expect(preview).toMatchObject({ format: 'webp', width: 20, height: 40 });
  expect(preview.exif).toBeUndefined();
});

const photo = (name: string) => readFile(new URL(`../reading/fixtures/${name}.heic`, import.meta.url));

test('a photo of an iPhone is shown before it is read, upright, large and small, to those who may see it; the file itself stays as it came', async () => {
  const bytes = await photo('turned');
  const { id: fileId, type, sha256 } = await send('IMG_0088.HEIC', bytes);
  expect(type).toBe('image/heic');
  for (const look of ['preview', 'thumbnail'] as const) await expect(other.files[look]({ params: { fileId } })).rejects.toMatchObject({ status: 404 });
  expect(await isThere(beside(pathOf(sha256)))).toBe(false);
  const [large, small] = await Promise.all((['preview', 'thumbnail'] as const).map(async (look) => sharp(Buffer.from((await clerk.files[look]({ params: { fileId } })) as never)).metadata()));
  expect(large).toMatchObject({ format: 'webp', width: 1200, height: 800 });
  expect(small).toMatchObject({ format: 'webp', width: 400, height: 267 });
  expect(large!.exif).toBeUndefined();
  const kept = Buffer.from((await clerk.files.content({ params: { fileId } })) as never);
  expect(kept.equals(bytes)).toBe(true);
  expect(createHash('sha256').update(kept).digest('hex')).toBe(sha256);
  await drain();
  expect(await clerk.files.reading({ params: { fileId } })).toMatchObject({ state: 'read', pages: 1, proposals: { title: { value: '关于做好校园安全检查的通知' }, number: { value: '江教安〔2026〕12号' }, sender: { value: '江城市教育局' }, date: { value: '2026-11-24' } } });
});

test('the picture of a photo stays as long as the photo and goes with it, also when it is being made', async () => {
  const { id: fileId, sha256 } = await send('IMG_0089.HEIC', await photo('upright'));
  const both = () => Promise.all([pathOf(sha256), beside(pathOf(sha256))].map(isThere));
  await clerk.files.preview({ params: { fileId } });
  const old = new Date(Date.now() - 2 * 86_400_000);
  await utimes(beside(pathOf(sha256)), old, old);
  await sweep(db, '2026-11-23T01:00:00.000Z');
  expect(await both()).toEqual([true, true]);
  await erase(sha256);
  expect(await both()).toEqual([false, false]);
  await expect(clerk.files.preview({ params: { fileId } })).rejects.toMatchObject(refusal('files.erased'));
  const { id: again } = await send('IMG_0089.HEIC', await photo('upright'));
  const looking = clerk.files.preview({ params: { fileId: again } }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await erase(sha256);
  await looking;
  expect(await both()).toEqual([false, false]);
});

test('a photo that is damaged is kept, shown to nobody, and says why; the next one is shown', async () => {
  const { id: fileId } = await send('坏.heic', (await photo('turned')).subarray(0, 9000));
  const look = () => clerk.files.preview({ params: { fileId } });
  await expect(look()).rejects.toMatchObject(refusal('files.no_preview'));
  await drain();
  expect(await clerk.files.reading({ params: { fileId } })).toMatchObject({ state: 'unreadable', why: 'broken' });
  await expect(look()).rejects.toMatchObject(refusal('files.no_preview'));
  const { id: next } = await send('IMG_0090.HEIC', Buffer.concat([await photo('upright'), Buffer.from('\0\0\0\x08free')]));
  await clerk.files.thumbnail({ params: { fileId: next } });
});

test('what still waits a day after it came is read again', async () => {
  const { id: fileId, sha256 } = await send('等着.txt', '等着识别');
  await drain();
  await db.updateTable('blobs').set({ textState: 'waiting', text: null }).where('sha256', '=', sha256).execute();
  await sweep(db, '2026-11-24T01:00:01.000Z');
  await drain();
  expect(await clerk.files.reading({ params: { fileId } })).toMatchObject({ state: 'read', text: '等着识别' });
});

test('what a crash left on the disk is swept when it is old; what a row knows, or came today, stays', async () => {
  const kept = await send('留.txt', '留下');
  const [lost, fresh] = [await put(Buffer.from('没有登记')), await put(Buffer.from('刚到'))];
  const half = join(dirname(pathOf(lost)), '../../uploads/half');
  await writeFile(half, '半截');
  const { id: uploadId } = await start(clerk);
  await sendTo(uploadId, 0, 'abc');
  const folder = dirname(half);
  const old = new Date(Date.now() - 2 * 86_400_000);
  for (const path of [pathOf(kept.sha256), pathOf(lost), ...(await readdir(folder)).map((name) => join(folder, name))]) await utimes(path, old, old);
  await sweep(db, '2026-11-23T01:00:00.000Z');
  expect([await has(kept.sha256), await has(lost), await has(fresh)]).toEqual([true, false, true]);
  expect(await readdir(folder)).not.toContain('half');
  await sendTo(uploadId, 3, 'def');
  expect(await textOf((await clerk.files.finishUpload({ params: { uploadId } })).id)).toBe('abcdef');
});

test('an upload nobody went on with goes after a day, a file that no record took after a week', async () => {
  const { id: uploadId } = await start(clerk);
  await sendTo(uploadId, 0, 'abc');
  const { id: fileId, sha256 } = await send('没人要.txt', '没人要');
  await sweep(db, '2026-12-01T01:00:01.000Z');
  await expect(clerk.files.uploaded({ params: { uploadId } })).rejects.toMatchObject({ status: 404 });
  await expect(clerk.files.content({ params: { fileId } })).rejects.toMatchObject({ status: 404 });
  expect(await db.selectFrom('blobs').select('erasedAt').where('sha256', '=', sha256).executeTakeFirst()).toMatchObject({ erasedAt: expect.any(String) });
  const again = await send('又要.txt', '没人要');
  expect(await textOf(again.id)).toBe('没人要');
});

test('at most fifty uploads at once', async () => {
  const begin = (size = 1) => other.files.startUpload({ body: { name: 'x.txt', size } });
  for (let i = 0; i < 3; i += 1) await begin(2 * 1024 ** 3 - 100);
  await expect(begin(2 * 1024 ** 3)).rejects.toMatchObject(refusal('files.too_many_uploads'));
  for (let i = 0; i < 47; i += 1) await begin();
  await expect(begin()).rejects.toMatchObject(refusal('files.too_many_uploads'));
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

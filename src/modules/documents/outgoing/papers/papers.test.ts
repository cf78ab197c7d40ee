import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { pathOf } from '#mechanisms/files/store.ts';
import { sweep } from '#mechanisms/files/sweep.ts';
import { openSigning } from '#mechanisms/signatures/folder.ts';
import { verdictOn } from '#mechanisms/signatures/verifying.ts';
import { newId } from '#platform/ids.ts';
import { making } from './making.ts';

const { as, db, clock, personId, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const [staff, clerk, director] = [(await as('staff')).outgoing, (await as('office.clerk')).outgoing, (await as('office.director')).outgoing];
await director.addSeries({ body: { word: '江实校发', name: '学校文件', layout: 'file' } });

const picture = async (svg: string) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">${svg}</svg>`)).png().toBuffer();
const round = await picture('<circle cx="150" cy="150" r="140" fill="none" stroke="#d00" stroke-width="10"/>');
const upload = async (bytes: Uint8Array, name: string) => (await (await as('office.director')).files.upload({ query: { name }, body: bytes })).id;
const { id: sealId } = await director.addSeal({ body: { name: '学校公章', keeperId: await personId('office.clerk'), picture: await upload(round, '公章.png') } });

const content = { title: '关于做好期中考试工作的通知', body: '各年级：\n一、时间\n二、要求', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: ['市教育局'], note: '' };
const at = (documentId: string) => ({ params: { documentId } });
const create = async () => (await staff.create({ body: { kind: '通知', route: 'ordinary', reason: '期中考试临近', urgency: 0, countersign: [], answers: null, content } })).id;
const decide = async (username: string, recordId: string) => {
  const client = (await as(username)).approvals;
  const { approvals: [trail] } = await client.trail({ params: { recordId } });
  const me = await personId(username);
  const signer = trail!.stages.flatMap(({ signers }) => signers).find((one) => one.person.id === me && !one.decision && !one.withdrawn)!;
  await client.decide({ params: { signerId: signer.id }, body: { decision: 'approved' } });
  await drain();
};
const sealed = async () => {
  const id = await create();
  await staff.submit({ ...at(id), body: {} });
  for (const username of ['department.head', 'office.director']) await decide(username, id);
  await clerk.check({ ...at(id), body: {} });
  await clerk.number({ ...at(id), body: { series: '江实校发' } });
  await clerk.seal({ ...at(id), body: { sealId, copies: 1 } });
  return id;
};
const finals = async (recordId: string) => {
  const { files } = await (await as('office.clerk')).files.ofRecord({ params: { recordId } });
  return { pdf: files.filter(({ role }) => role === 'final_pdf'), docx: files.filter(({ role }) => role === 'final_docx'), bytes: (one: { sha256: string }) => readFile(pathOf(one.sha256)) };
};
const textOf = async (pdf: Uint8Array) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replace(/\s/g, '');
const bytesOf = (answer: unknown) => Buffer.from(answer as Uint8Array);

test('any version is shown as it will look, a draft with its mark, and to nobody who may not read it', async () => {
  const id = await create();
  const draft = await textOf(bytesOf(await staff.paper({ ...at(id), query: { version: 1 } })));
  expect(draft).toContain('关于做好期中考试工作的通知');
  expect(draft).toContain('草稿');
  await expect(staff.paper({ ...at(id), query: { version: 9 } })).rejects.toMatchObject({ status: 404 });
  await expect((await as('yangfan')).outgoing.paper({ ...at(id), query: {} })).rejects.toMatchObject({ status: 404 });
  await expect((await as('yangfan')).outgoing.papersMade(at(id))).rejects.toMatchObject({ status: 404 });
  expect((await staff.papersMade(at(id))).papers).toBeNull();
  await expect(clerk.makePapers({ ...at(id), body: {} })).rejects.toMatchObject({ codes: ['outgoing.not_sealed_yet'] });
});

test('after the seal: the signed PDF/A-2b and the DOCX hang on the record, the office is told, and once more makes the same bytes', async () => {
  const id = await sealed();
  await drain();
  const { pdf: [pdf], docx: [docx], bytes } = await finals(id);
  const paper = await bytes(pdf!);
  expect((await clerk.papersMade(at(id))).papers).toMatchObject({ state: 'ready', why: '' });
  expect(await verdictOn(paper)).toMatchObject({ state: 'ours', reason: '江实校发〔2026〕1号', at: clock.now });
  for (const mark of ['pdfaid:part>2<', 'pdfaid:conformance>B<', '/OutputIntents', '/Subtype/Image']) expect(paper.toString('latin1').replaceAll('/Subtype /Image', '/Subtype/Image'), mark).toContain(mark);
  const words = await textOf(paper);
  expect(words).toContain('江实校发〔2026〕1号');
  expect(words).not.toContain('草稿');
  expect(docx!.name).toMatch(/^江实校发〔2026〕1号 关于做好期中考试工作的通知\.docx$/);
  const told = await db.selectFrom('messages').select('personId').where('recordId', '=', id).where('what', '=', 'outgoing.papers_ready').execute();
  expect(told.map(({ personId: to }) => to)).toContain(await personId('office.clerk'));
  await clerk.makePapers({ ...at(id), body: {} });
  await drain();
  const again = await finals(id);
  expect([again.pdf.map(({ sha256 }) => sha256), again.docx.map(({ sha256 }) => sha256)]).toEqual([[pdf!.sha256], [docx!.sha256]]);
});

test('an uploaded paper: ours and which, changed, and what is no PDF', async () => {
  const id = await sealed();
  await drain();
  const { pdf: [pdf], bytes } = await finals(id);
  const paper = await bytes(pdf!);
  expect(await clerk.verifyPaper({ body: paper })).toMatchObject({ state: 'ours', document: { id, number: '江实校发〔2026〕2号' } });
  expect(await (await as('yangfan')).outgoing.verifyPaper({ body: paper })).toMatchObject({ state: 'ours', document: null });
  const touched = Buffer.from(paper);
  touched[300] = touched[300]! ^ 1;
  expect(await clerk.verifyPaper({ body: touched })).toMatchObject({ state: 'changed', document: null });
  await expect(clerk.verifyPaper({ body: Buffer.from('hello') })).rejects.toMatchObject({ codes: ['outgoing.not_a_pdf'] });
});

test('papers that cannot be made are tried again, and in the end the office is told why', async () => {
  const id = await sealed();
  const broken = mkdtempSync(join(tmpdir(), 'zongban-signing-'));
  writeFileSync(join(broken, 'school.pem'), 'nothing');
  openSigning(broken);
  await expect(drain()).rejects.toThrow();
  expect((await clerk.papersMade(at(id))).papers).toMatchObject({ state: 'waiting' });
  await expect(making.work({ db, now: () => clock.now, data: { documentId: id }, attempt: 5 })).rejects.toThrow();
  expect((await clerk.papersMade(at(id))).papers).toMatchObject({ state: 'failed', why: expect.stringMatching(/./) });
  expect((await db.selectFrom('messages').select('id').where('recordId', '=', id).where('what', '=', 'outgoing.papers_failed').execute()).length).toBeGreaterThan(0);
  openSigning(mkdtempSync(join(tmpdir(), 'zongban-signing-')));
  await clerk.makePapers({ ...at(id), body: {} });
  await drain();
  expect((await clerk.papersMade(at(id))).papers).toMatchObject({ state: 'ready' });
});

test('the DOCX has the official fonts by name, lines of 29 points, no grid, and the foot in a box at the lower margin', async () => {
  const id = await sealed();
  await drain();
  const { docx: [docx], bytes } = await finals(id);
  const parts = unzipSync(new Uint8Array(await bytes(docx!)));
  const [body, styles] = [strFromU8(parts['word/document.xml']!), strFromU8(parts['word/styles.xml']!)];
  for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体']) expect(body).toContain(font);
  expect(body).toMatch(/w:line="580"[^>]*w:lineRule="exact"/);
  expect(body).not.toContain('docGrid');
  expect(body).not.toContain('zongban-foot');
  const [, from, high] = /<wp:positionV relativeFrom="page"><wp:posOffset>(\d+)<.*?cy="(\d+)"/.exec(body)!;
  expect((Number(from) + Number(high)) / 36_000).toBeCloseTo(262);
  expect(body).toMatch(/w:txbxContent>.*抄送：市教育局。/);
  expect(body).toMatch(/w:bottom w:val="single" w:color="E60012"/);
  expect(styles).not.toContain('w:autoSpaceDE');
  expect(styles).toMatch(/<w:spacing w:val="-5"\/>/);
});

test('a day of its own given at the issue is a new version of the paper; without one it stays the same', async () => {
  const [same, other] = [await sealed(), await sealed()];
  await clerk.printed({ ...at(same), body: { copies: 1 } });
  const deliveries = [{ unit: '市教育局', how: 'electronic' as const }];
  await clerk.issue({ ...at(same), body: { deliveries } });
  await clerk.issue({ ...at(other), body: { deliveries, issueDay: '2026-11-25' } });
  await drain();
  expect((await finals(same)).pdf).toHaveLength(1);
  const { pdf, bytes } = await finals(other);
  expect(await textOf(await bytes(pdf.at(-1)!))).toContain('2026年11月25日');
  expect(await textOf(bytesOf(await clerk.paper({ ...at(other), query: {} })))).not.toContain('草稿');
});

test.each([
  ['公章.jpg', async () => sharp(round).flatten({ background: '#fff' }).jpeg().toBuffer(), 'outgoing.seal_not_png'],
  ['大.png', async () => sharp({ create: { width: 4001, height: 10, channels: 4, background: '#0000' } }).png().toBuffer(), 'outgoing.seal_too_large'],
  ['白底.png', async () => sharp(round).flatten({ background: '#fff' }).png().toBuffer(), 'outgoing.seal_not_clear'],
  ['蓝.png', async () => picture('<circle cx="150" cy="150" r="100" fill="none" stroke="#00d" stroke-width="10"/>'), 'outgoing.seal_not_red'],
])('%s is no picture of a seal', async (name, make, code) => {
  const file = await upload(await make(), name);
  await expect(director.changeSeal({ params: { sealId }, body: { picture: file } })).rejects.toMatchObject({ codes: [code] });
});

test('a seal has its width in millimetres', async () => {
  await director.changeSeal({ params: { sealId }, body: { width: 45 } });
  expect((await clerk.sealsThere({})).seals.find(({ id }) => id === sealId)).toMatchObject({ width: 45 });
  await expect(director.changeSeal({ params: { sealId: newId() }, body: { width: 45 } })).rejects.toMatchObject({ status: 404 });
  await expect(director.changeSeal({ params: { sealId }, body: { picture: newId() } })).rejects.toMatchObject({ codes: ['outgoing.file_unknown'] });
});

test('the picture of a seal outlives the sweep, which takes what nobody speaks of', async () => {
  const loose = await upload(Buffer.from(`nobody's ${newId()}`), '零.txt');
  await sweep(db, new Date(Date.parse(clock.now) + 30 * 86_400_000).toISOString());
  expect(await db.selectFrom('files').select('id').where('id', '=', loose).executeTakeFirst()).toBeUndefined();
  const { picture: kept } = await db.selectFrom('seals').select('picture').where('id', '=', sealId).executeTakeFirstOrThrow();
  const sha256 = createHash('sha256').update(round).digest('hex');
  expect(await db.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256').select(['files.id', 'erasedAt']).where('files.sha256', '=', sha256).executeTakeFirst()).toEqual({ id: kept, erasedAt: null });
});

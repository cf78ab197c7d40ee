import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { ours, schoolCertificate } from './certificates.ts';
import { openSigning } from './folder.ts';
import { signed } from './signing.ts';
import { verdictOn } from './verifying.ts';

const folder = mkdtempSync(join(tmpdir(), 'zongban-signing-'));
const elsewhere = mkdtempSync(join(tmpdir(), 'zongban-signing-'));
afterAll(() => [folder, elsewhere].forEach((one) => rmSync(one, { recursive: true, force: true })));

const now = '2026-11-23T02:00:00.000Z';
const said = { name: '江城市实验学校', reason: '江实校发〔2026〕1号', at: now };
const template = fileURLToPath(new URL('../../modules/documents/incoming/papers/book.typ', import.meta.url));
const paper = await pdf(template, { school: '某校', title: '收文登记簿', filters: '', lines: [] }, { keptFrom: Date.parse(now) });

openSigning(join(folder, 'signing'));
const [holder, ...others] = await Promise.all(Array.from({ length: 3 }, () => schoolCertificate('江城市实验学校', now)));
const file = await signed(paper, holder!, said);

test('a certificate is made once, also by several who begin at once; the key is read by nobody else', async () => {
  for (const other of others) expect(Buffer.from(other.der).equals(holder!.der)).toBe(true);
  expect(await ours()).toHaveLength(1);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'signing', 'school.key')).mode & 0o777).toBe(0o600);
});

test('signed by us, unchanged, when, and why; the same bytes again, and nothing that was there is changed', async () => {
  expect(await verdictOn(file)).toEqual({ state: 'ours', signer: '江城市实验学校', reason: '江实校发〔2026〕1号', at: now });
  expect((await signed(paper, holder!, said)).equals(file)).toBe(true);
  expect(file.subarray(0, paper.length).equals(paper)).toBe(true);
  expect((await getDocumentProxy(new Uint8Array(file))).numPages).toBe(1);
});

test('one byte changed, or anything added behind, is found', async () => {
  const touched = Buffer.from(file);
  touched[200] = touched[200]! ^ 1;
  expect((await verdictOn(touched)).state).toBe('changed');
  expect((await verdictOn(Buffer.concat([file, Buffer.from('\n% more\n')]))).state).toBe('changed');
  const text = file.toString('latin1');
  const [range, before] = /\/ByteRange\[0 (\d+) /.exec(text)!;
  const wider = Buffer.from(text.replace(range, range.replace(before!, String(Number(before) - 10))), 'latin1');
  expect((await verdictOn(wider)).state).toBe('changed');
});

test('not signed, signed by another, and a signature that cannot be read', async () => {
  expect((await verdictOn(paper)).state).toBe('none');
  openSigning(elsewhere);
  const foreign = await signed(paper, await schoolCertificate('江城市实验学校', now), said);
  openSigning(join(folder, 'signing'));
  expect(await verdictOn(foreign)).toMatchObject({ state: 'foreign', signer: '江城市实验学校' });
  const text = file.toString('latin1');
  expect((await verdictOn(Buffer.from(text.replace(/\/Contents<[0-9a-f]{40}/, `/Contents<${'f'.repeat(40)}`), 'latin1'))).state).toBe('unreadable');
});

test('what is no PDF of the typesetter is not signed', async () => {
  await expect(signed(Buffer.from('%PDF-1.7\n'), holder!, said)).rejects.toThrow('trailer');
});

test('a key that is not RSA is refused', async () => {
  const bad = mkdtempSync(join(tmpdir(), 'zongban-signing-'));
  writeFileSync(join(bad, 'school.pem'), readFileSync(join(folder, 'signing', 'school.pem')));
  writeFileSync(join(bad, 'school.key'), '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n');
  openSigning(bad);
  await expect(schoolCertificate('某校', now)).rejects.toThrow('RSA');
  openSigning(join(folder, 'signing'));
  rmSync(bad, { recursive: true });
});

const pdfsig = spawnSync('pdfsig', ['-v']).status === 0;
test.skipIf(!pdfsig)(`pdfsig of poppler finds the signature valid${pdfsig ? '' : ' (left out: pdfsig is not installed)'}`, () => {
  const path = join(folder, 'signed.pdf');
  writeFileSync(path, file);
  const { stdout } = spawnSync('pdfsig', [path], { encoding: 'utf8' });
  expect(stdout).toContain('Signature is Valid');
  expect(stdout).toContain('Total document signed');
  expect(stdout).toContain('江城市实验学校');
});

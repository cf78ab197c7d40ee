import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sniff } from '#mechanisms/files/types.ts';
import { asRoot } from '#platform/lent.ts';
import { converted, libreOffice } from './converter.ts';
import { readFile } from './reading.ts';

// LibreOffice itself, where it is installed; reading.test.ts has a stand-in for it.
const program = process.platform === 'linux' ? await libreOffice() : undefined;
const why = program ? '' : ' (left out: LibreOffice is not installed)';
const folder = mkdtempSync(join(tmpdir(), 'zongban-converter-'));
const work = join(folder, 'work');
const before = process.env['TMPDIR'];
// A temporary folder of its own, so that what others convert meanwhile is not counted; open to the user whom root lends.
beforeAll(() => {
  chmodSync(folder, 0o755);
  mkdirSync(work);
  process.env['TMPDIR'] = work;
});
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
});

const said = ['关于做好校园安全检查的通知', '各年级组、各处室：请于2026年11月9日前检查完毕。'];
const odf = (kind: string, body: string) => zipSync({
  mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
  'META-INF/manifest.xml': strToU8(`<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`),
  'content.xml': strToU8(`<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"><office:body>${body}</office:body></office:document-content>`),
});
const slides = (more = '') => odf('presentation', `<office:presentation><draw:page draw:name="a"><draw:frame svg:width="9cm" svg:height="9cm"><draw:text-box>${said.map((line) => `<text:p>${line}</text:p>`).join('')}</draw:text-box></draw:frame>${more}</draw:page></office:presentation>`);
const sheet = (more = '') => odf('spreadsheet', `<office:spreadsheet><table:table table:name="a">${said.map((line) => `<table:table-row><table:table-cell office:value-type="string"><text:p>${line}</text:p></table:table-cell>${more}</table:table-row>`).join('')}</table:table></office:spreadsheet>`);

const at = (name: string) => join(folder, name);
const read = async (name: string) => readFile(at(name), await sniff(readFileSync(at(name)).subarray(0, 65_536), name));
const left = () => readdirSync(work).filter((name) => name.startsWith('zongban-convert-'));
/** The command lines of LibreOffice that are still there. */
const running = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).flatMap((pid) => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(work) ? [command] : [];
  } catch {
    return [];
  }
});

beforeAll(async () => {
  if (!program) return;
  const from = { docx: await Packer.toBuffer(new Document({ sections: [{ children: said.map((line) => new Paragraph(line)) }] })), odp: slides(), ods: sheet() };
  for (const [ending, bytes] of Object.entries(from)) writeFileSync(at(`made.${ending}`), bytes);
  for (const [ending, to] of [['docx', 'rtf'], ['docx', 'doc'], ['docx', 'odt'], ['odp', 'ppt'], ['ods', 'xls']] as const)
    await promisify(execFile)(program, ['--headless', `-env:UserInstallation=file://${at('profile')}`, '--convert-to', to, '--outdir', folder, at(`made.${ending}`)], { timeout: 60_000 });
  // WPS has the same containers under names of its own.
  for (const [is, name] of [['xls', 'et'], ['ppt', 'dps'], ['doc', 'wps']] as const) writeFileSync(at(`made.${name}`), readFileSync(at(`made.${is}`)));
}, 120_000);

test.skipIf(!program).each(['rtf', 'doc', 'odt', 'xls', 'ods', 'et', 'ppt', 'odp', 'dps', 'wps'])(`all that a %s says is read, also on a machine without Chinese fonts, and nothing is left${why}`, async (ending) => {
  const { found } = await read(`made.${ending}`);
  expect(found?.text.split(/\n+/).map((line) => line.trim()).filter(Boolean)).toEqual(said);
  expect([left(), running()]).toEqual([[], []]);
});

test.skipIf(!program)(`two at once do not know of each other${why}`, async () => {
  const both = await Promise.all([read('made.rtf'), read('made.ppt')]);
  expect(both.map(({ found }) => found?.text)).toEqual([expect.stringContaining(said[0]!), expect.stringContaining(said[0]!)]);
  expect([left(), running()]).toEqual([[], []]);
});

test.skipIf(!program).each([[{ time: 700, memory: 1500 }, 'slow'], [{ time: 60_000, memory: 20 }, 'large']] as const)(`bounds of %j end it with all it started: %s${why}`, async (bounds, reason) => {
  await expect(converted(at('made.ppt'), 'application/vnd.ms-powerpoint', async () => 'made', bounds)).rejects.toMatchObject({ why: reason });
  await expect.poll(running).toEqual([]);
  expect(left()).toEqual([]);
});

test.skipIf(!program)(`a file of rubbish ends as broken, or with what is no text of it${why}`, async () => {
  writeFileSync(at('broken.ppt'), Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4000, 'rubbish')]));
  expect((await read('broken.ppt')).why).toBe('broken');
  writeFileSync(at('deep.rtf'), `{\\rtf1 ${'{'.repeat(200_000)}${said[0]}`);
  expect((await read('deep.rtf')).found?.text ?? '').not.toContain('passwd');
  expect([left(), running()]).toEqual([[], []]);
});

test.skipIf(!program)(`what a file names elsewhere is not fetched, on this machine or another${why}`, async () => {
  const asked: string[] = [];
  const server = createServer((request, answer) => (asked.push(request.url!), answer.end('secret')));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const there = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  mkdirSync(at('other'));
  writeFileSync(at('other/secret.csv'), 'secret');
  writeFileSync(at('asks.odp'), slides(`<draw:frame svg:width="5cm" svg:height="5cm"><draw:image xlink:href="${there}/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`));
  writeFileSync(at('asks.ods'), sheet(`<table:table-cell table:formula='of:=WEBSERVICE("${there}/b")'/><table:table-cell table:formula="of:='file://${at('other/secret.csv')}'#$secret.A1"/>`));
  writeFileSync(at('asks.rtf'), `{\\rtf1\\ansi abc {\\field{\\*\\fldinst INCLUDEPICTURE "${there}/c.png" \\\\d}{\\fldrslt }} {\\field{\\*\\fldinst INCLUDETEXT "${at('other/secret.csv')}"}{\\fldrslt }} def}`);
  const texts = await Promise.all(['asks.odp', 'asks.ods', 'asks.rtf'].map(async (name) => (await read(name)).found?.text));
  server.close();
  expect(asked).toEqual([]);
  expect(texts).toEqual([expect.stringContaining(said[0]!), expect.stringContaining(said[0]!), expect.stringContaining('abc')]);
  expect(texts.join()).not.toContain('secret');
});

test.skipIf(!program || !asRoot)(`root lends it an ordinary user${why || (asRoot ? '' : ' (left out: not root)')}`, async () => {
  expect(await converted(at('made.rtf'), 'application/rtf', async (made) => statSync(made).uid)).toBeGreaterThan(0);
});

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { beside, openStore } from '#mechanisms/files/store.ts';
import { sniff } from '#mechanisms/files/types.ts';
import { convertible } from './converter.ts';
import { developed } from './photos.ts';
import { readBy } from './readers.ts';
import { readFile } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'zongban-reading-'));
const said = '关于做好校园安全检查的通知';
openStore(folder);

const outcomeOf = async (name: string, bytes: Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { found, why, megabytes } = await readFile(path, await sniff(bytes.subarray(0, 65_536), name));
  return { text: found?.text.trim(), why, megabytes };
};

const types = (part: string, kind: string) => strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`);
const rels = (part: string) => strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`);
const word = (body: string) => `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (body: string, more: Record<string, Uint8Array> = {}) => zipSync({ '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'), '_rels/.rels': rels('word/document.xml'), 'word/document.xml': strToU8(body), ...more });

test.each<[string, string, Uint8Array]>([
  ['UTF-8 with a mark of byte order', 'a.txt', strToU8(`\ufeff${said}`)],
  ['GBK', 'b.txt', Uint8Array.from([0xcd, 0xa8, 0xd6, 0xaa])],
  ['UTF-16, small end first', 'c.txt', Buffer.from(`\ufeff${said}`, 'utf16le')],
  ['UTF-16, big end first', 'd.txt', Buffer.from(`\ufeff${said}`, 'utf16le').swap16()],
  ['docx', 'e.docx', docx(word(paragraph(said)))],
  ['odt', 'f.odt', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8(`<office:document-content><text:p>${said}</text:p></office:document-content>`) })],
  ['ofd', 'g.ofd', zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>'), 'Doc_0/Pages/Page_0/Content.xml': strToU8(`<ofd:Page><ofd:TextObject Boundary="0 0 9 9"><ofd:TextCode X="0" Y="0">${said}</ofd:TextCode></ofd:TextObject></ofd:Page>`) })],
])('text comes out of %s', async (_, name, bytes) => expect((await outcomeOf(name, bytes)).text).toBe(name === 'b.txt' ? '通知' : said));

test('what stands at the head of the pages of a Word file is read with it: a mark of 密级 may', async () => {
  const header = strToU8(word('').replaceAll('w:document', 'w:hdr').replace('<w:body></w:body>', paragraph('机密★1年')));
  expect((await outcomeOf('h.docx', docx(word(paragraph(said)), { 'word/header1.xml': header }))).text).toBe(`机密★1年\n${said}`);
});

const photo = (name: string) => readFileSync(new URL(`./fixtures/${name}.heic`, import.meta.url));
const developedOf = async (name: string, bytes: Uint8Array, limits = { time: 30_000, memory: 300 }) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const outcome = await developed(path, limits);
  return { ...outcome, picture: outcome.why ? undefined : sharp(beside(path)) };
};
const greys = (picture: Sharp) => picture.resize(60, 40, { fit: 'fill' }).greyscale().raw().toBuffer();

test.each(['upright', 'turned'])('a photo of an iPhone is read, and shown upright: %s', async (name) => {
  expect((await outcomeOf(`${name}.heic`, photo(name))).text).toContain(said);
  const [own, page] = [sharp(beside(join(folder, `${name}.heic`))), (await developedOf('page.heic', photo('upright'))).picture!];
  const { width, height, exif, orientation } = await own.metadata();
  expect({ width, height, exif, orientation }).toEqual({ width: 1200, height: 800, exif: undefined, orientation: undefined });
  const [seen, wanted] = [await greys(own), await greys(page)];
  expect(Math.max(...seen.map((grey, at) => Math.abs(grey - wanted[at]!)))).toBeLessThan(25);
});

test('a photo of many points is made smaller tile by tile, in 300 MB', async () => {
  const { megabytes, picture } = await developedOf('large.heic', photo('large'));
  expect(megabytes).toBeLessThan(300);
  const { data, info } = await picture!.raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([2300, 3050]);
  // It was turned to the right: of each tile the corner at the left above is now at the right above, and the first tiles reach beyond the page.
  const isRed = (x: number, y: number) => data[(y * info.width + x) * 3 + 1]! < 100;
  const [first, tile] = [256 - 4, 256];
  const corners = Array.from({ length: 96 }, (_, i) => ({ x: first + tile * (i % 8), y: tile * Math.floor(i / 8) })).filter(({ x }) => x < info.width);
  expect(corners.every(({ x, y }) => isRed(x - 40, y + 20) && isRed(x - 10, y + 110) && !isRed(x - 90, y + 20) && !isRed(x - 40, y + 150))).toBe(true);
});

const random = () => Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251);

/** A photo whose head says another size. */
const claiming = (width: number, height: number) => {
  const bytes = Buffer.from(photo('upright'));
  const at = bytes.indexOf('ispe') + 8;
  bytes.writeUInt32BE(width, at);
  bytes.writeUInt32BE(height, at + 4);
  return bytes;
};

test.each<[string, string, Uint8Array, string]>([
  ['a zip bomb', 'a.docx', docx(word(paragraph(said)), { 'word/media/big.bin': new Uint8Array(60_000_000) }), 'bomb'],
  ['a DOCTYPE', 'b.docx', docx(`<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${word(paragraph('&x;')).slice(21)}`), 'doctype'],
  ['thousands of entries', 'c.docx', docx(word(paragraph(said)), Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`word/n${i}.xml`, strToU8('<a/>')]))), 'bomb'],
  ['a PDF cut short', 'd.pdf', strToU8('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), 'broken'],
  ['a Word file cut short', 'e.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...random()]), 'broken'],
  ['a Word file with a password', 'f.docx', Buffer.concat([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), random(), Buffer.from('EncryptedPackage', 'utf16le')]), 'locked'],
  ['a picture cut short', 'g.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...random()]), 'broken'],
  ['a text of blanks', 'h.txt', strToU8('  \n\n '), 'no_text'],
  ['what only begins as a photo of an iPhone', 'j.heic', Buffer.concat([Uint8Array.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), random()]), 'broken'],
  ['a photo cut short', 'k.heic', photo('turned').subarray(0, 9000), 'broken'],
  ['a photo without an end to its head', 'l.heic', photo('turned').subarray(0, 300), 'broken'],
  ['a photo that says it has 3,600 million points', 'm.heic', claiming(60_000, 60_000), 'large'],
  ['a photo that says it has more points than it has', 'n.heic', claiming(9000, 9000), 'broken'],
  ['something of no known kind', 'i.bin', random(), 'no_reader'],
])('%s is kept with the reason, in five seconds and 300 MB', async (_, name, bytes, why) => {
  const from = performance.now();
  const outcome = await outcomeOf(name, bytes);
  expect(outcome).toMatchObject({ text: undefined, why });
  expect(outcome.megabytes).toBeLessThan(300);
  expect(performance.now() - from).toBeLessThan(10_000);
});

test('a picture of more points than a page can have is refused before it is unpacked', async () => {
  const huge = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: 'white' } }).png().toBuffer();
  expect(await outcomeOf('huge.png', huge)).toMatchObject({ why: 'large' });
});

test('an old format is kept with the reason where no LibreOffice is', async () => {
  expect(convertible('application/rtf')).toBe(true);
  const path = process.env['PATH'];
  process.env['PATH'] = folder;
  const outcome = await outcomeOf('old.rtf', strToU8('{\\rtf1 abc}')).finally(() => (process.env['PATH'] = path));
  expect(outcome.why).toBe('no_converter');
});

test.runIf(process.platform !== 'win32')('an old format is read through LibreOffice where it is', async () => {
  const made = join(folder, 'made.docx');
  writeFileSync(made, docx(word(paragraph(said))));
  const programs = mkdtempSync(join(tmpdir(), 'zongban-soffice-'));
  chmodSync(programs, 0o755);
  chmodSync(folder, 0o755);
  writeFileSync(join(programs, 'soffice'), `#!/bin/sh\nfor last; do :; done\n/bin/mkdir "\${last%/*}/out"\n/bin/cp ${made} "\${last%/*}/out/file.docx"\n`, { mode: 0o755 });
  const path = process.env['PATH'];
  process.env['PATH'] = programs;
  const outcome = await outcomeOf('old.rtf', strToU8('{\\rtf1 abc}')).finally(() => (process.env['PATH'] = path));
  expect(outcome.text).toBe(said);
});

test.runIf(process.platform === 'linux')('LibreOffice ends also when the program that asked is killed meanwhile', async () => {
  const programs = mkdtempSync(join(tmpdir(), 'zongban-soffice-'));
  const work = mkdtempSync(join(tmpdir(), 'zongban-work-'));
  for (const open of [programs, work]) chmodSync(open, 0o777);
  writeFileSync(join(programs, 'soffice'), `#!/bin/sh\necho $$ > ${work}/pid\nexec /bin/sleep 60\n`, { mode: 0o755 });
  writeFileSync(join(work, 'old.rtf'), '{\\rtf1 abc}');
  const asking = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', `const { converted } = await import(${JSON.stringify(new URL('./converter.ts', import.meta.url).href)}); await converted('${work}/old.rtf', 'application/rtf', () => 0, { time: 1500, memory: 500 })`], { env: { PATH: programs, TMPDIR: work }, stdio: 'ignore' });
  const pid = () => (existsSync(join(work, 'pid')) ? readFileSync(join(work, 'pid'), 'utf8').trim() : '');
  await expect.poll(pid, { timeout: 10_000 }).not.toBe('');
  asking.kill('SIGKILL');
  expect(existsSync(`/proc/${pid()}`)).toBe(true);
  await expect.poll(() => existsSync(`/proc/${pid()}/exe`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid()}/status`, 'utf8')), { timeout: 10_000 }).toBe(false);
});

const blank = () => sharp({ create: { width: 1300, height: 900, channels: 3, background: 'white' } }).png().toBuffer();

test('a reader that takes too long, or more memory than it may, is ended', async () => {
  const path = join(folder, 'page.png');
  writeFileSync(path, await blank());
  expect(await readBy('pictures', { path, type: 'image/png', limits: { time: 150, memory: 900 } })).toMatchObject({ why: 'slow' });
  if (process.platform === 'linux') expect(await readBy('pictures', { path, type: 'image/png', limits: { time: 30_000, memory: 40 } })).toMatchObject({ why: 'large' });
});

/** The process ids of our own readers; only Linux lists them. */
const readers = () =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1] === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading/child.ts');
    } catch {
      return false;
    }
  });

test.runIf(process.platform === 'linux')('a reader that is killed says that it died', async () => {
  const path = join(folder, 'killed.png');
  writeFileSync(path, await blank());
  const reading = readBy('pictures', { path, type: 'image/png' });
  await expect.poll(() => readers().length, { timeout: 5000, interval: 20 }).toBe(1);
  process.kill(Number(readers()[0]), 'SIGKILL');
  expect(await reading).toMatchObject({ why: 'died' });
});

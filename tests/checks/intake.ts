// Real documents through the product's own reading: npm run check:intake -- FOLDER (with an index.csv).
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, pathOf, put } from '#mechanisms/files/store.ts';
import { isWhatItSays, sniff } from '#mechanisms/files/types.ts';
import { isReadable } from '#mechanisms/reading/extract.ts';
import { readText } from '#mechanisms/reading/reading.ts';
import { type Field, propose } from '#mechanisms/reading/rules.ts';

const folder = process.argv[2];
if (!folder || !existsSync(join(folder, 'index.csv'))) {
  console.error('npm run check:intake -- FOLDER   (FOLDER/index.csv: file,format,title,sender,number,date,kind,pages,phrase)');
  process.exit(2);
}
const store = mkdtempSync(join(tmpdir(), 'zongban-intake-'));
openStore(store);

/** Fields may be quoted; a quote inside is doubled. */
const csv = (text: string) => {
  const rows = text.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/).map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell]) => cell!.replace(/^"|"$/g, '').replaceAll('""', '"')));
  const [head = [], ...lines] = rows;
  return lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
};

const squashed = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
const fields: [Field, string][] = [['title', 'title'], ['sender', 'sender'], ['number', 'number'], ['date', 'date'], ['kind', 'kind']];
const limit = { time: 5000, memory: 300 };

const readOne = async (name: string, hostile: boolean) => {
  const bytes = readFileSync(join(folder, name));
  if (!bytes.length) return { refused: 'empty' };
  const sha256 = await put(bytes);
  const type = await sniff(sha256, name);
  if (!isWhatItSays(name, type)) return { refused: `it is ${type}` };
  if (!isReadable(type)) return { refused: `${type} is kept and not read` };
  return readText(pathOf(sha256), type, hostile ? limit : undefined).catch((error: Error) => ({ refused: error.message }));
};

const tally: Record<string, { files: number; text: number; right: Record<string, number>; asked: Record<string, number>; seconds: number }> = {};
const files = csv(readFileSync(join(folder, 'index.csv'), 'utf8'));
for (const row of files.filter(({ file }) => !file!.startsWith('hostile/'))) {
  const from = performance.now();
  const found = await readOne(row['file']!, false);
  const text = 'text' in found ? found.text : '';
  const proposed = propose(text, row['file']!);
  const of = (tally[row['format']!] ??= { files: 0, text: 0, right: {}, asked: {}, seconds: 0 });
  of.files += 1;
  of.seconds += (performance.now() - from) / 1000;
  const phrase = squashed(row['phrase'] ?? '');
  const read = text !== '' && (!phrase || squashed(text).includes(phrase));
  of.text += read ? 1 : 0;
  const wrong: string[] = [];
  for (const [field, column] of fields) {
    const wanted = row[column];
    if (!wanted) continue;
    of.asked[field] = (of.asked[field] ?? 0) + 1;
    const right = squashed(proposed[field]?.value ?? '') === squashed(wanted);
    of.right[field] = (of.right[field] ?? 0) + (right ? 1 : 0);
    if (!right) wrong.push(`${field}: ${proposed[field]?.value ?? '—'} ≠ ${wanted}`);
  }
  console.log(`${read ? '✓' : '✗'} ${row['file']}${'refused' in found ? `  (${found.refused})` : ''}${wrong.length ? `\n    ${wrong.join('\n    ')}` : ''}`);
}

const hostile = existsSync(join(folder, 'hostile')) ? readdirSync(join(folder, 'hostile')) : [];
const held: { file: string; why: string; seconds: number; ok: boolean }[] = [];
for (const file of hostile) {
  const from = performance.now();
  const found = await readOne(join('hostile', file), true);
  const seconds = (performance.now() - from) / 1000;
  const why = 'refused' in found ? found.refused : '';
  held.push({ file, why, seconds: Number(seconds.toFixed(1)), ok: why !== '' && seconds <= 5.5 });
  console.log(`${why ? '✓' : '✗'} hostile/${file}  ${why || 'it gave text'}  ${seconds.toFixed(1)} s`);
}
rmSync(store, { recursive: true, force: true });

console.log('\nformat            files  text  title  sender  number  date  kind   s/file');
for (const [format, of] of Object.entries(tally))
  console.log(`${format.padEnd(16)} ${String(of.files).padStart(6)}${String(of.text).padStart(6)}  ${fields.map(([field]) => `${of.right[field] ?? 0}/${of.asked[field] ?? 0}`.padStart(6)).join(' ')}  ${(of.seconds / of.files).toFixed(1).padStart(6)}`);
const sum = (pick: (of: (typeof tally)[string]) => number) => Object.values(tally).reduce((total, of) => total + pick(of), 0);
console.log(
  JSON.stringify({
    files: sum((of) => of.files), text: sum((of) => of.text),
    fields: Object.fromEntries(fields.map(([field]) => [field, { right: sum((of) => of.right[field] ?? 0), of: sum((of) => of.asked[field] ?? 0) }])),
    hostile: { files: held.length, held: held.filter(({ ok }) => ok).length },
  }),
);

// Real documents through the product's own reading: npm run check:intake -- FOLDER (with an index.csv).
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, pathOf, put } from '#mechanisms/files/store.ts';
import { isWhatItSays, sniff } from '#mechanisms/files/types.ts';
import type { Limits, Outcome } from '#mechanisms/reading/readers.ts';
import { readFile } from '#mechanisms/reading/reading.ts';
import { type Field, propose } from '#mechanisms/reading/rules.ts';
import { rowsOf } from './csv.ts';

const folder = process.argv[2];
if (!folder || !existsSync(join(folder, 'index.csv'))) {
  console.error('npm run check:intake -- FOLDER   (FOLDER/index.csv: file,format,title,sender,number,date,kind,pages,phrase)');
  process.exit(2);
}
const store = mkdtempSync(join(tmpdir(), 'zongban-intake-'));
openStore(store);

const squashed = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
const fields: Field[] = ['title', 'sender', 'number', 'date', 'kind', 'secrecy', 'urgency', 'respondBy'];
const limit: Limits = { time: 5000, memory: 300 };

interface Read extends Outcome {
  refused?: string;
  seconds: number;
}

const readOne = async (name: string, limits?: Limits): Promise<Read> => {
  const from = performance.now();
  const outcome = await read(name, limits).catch((error: Error): Outcome & { refused: string } => ({ refused: error.message, megabytes: 0 }));
  return { ...outcome, seconds: (performance.now() - from) / 1000 };
};

const read = async (name: string, limits?: Limits): Promise<Outcome & { refused?: string }> => {
  const bytes = readFileSync(join(folder, name));
  if (!bytes.length) return { refused: 'empty', megabytes: 0 };
  const sha256 = await put(bytes);
  const type = await sniff(bytes.subarray(0, 65_536), name);
  return isWhatItSays(name, type) ? readFile(pathOf(sha256), type, limits) : { refused: `it is ${type}`, megabytes: 0 };
};

interface Tally {
  files: number;
  text: number;
  seconds: number;
  megabytes: number;
  fields: Record<string, { right: number; wrong: number; none: number }>;
}

const tally: Record<string, Tally> = {};
const tell = (file: string, ok: boolean, { why, refused }: Read, faults: readonly string[]) =>
  console.log([`${ok ? '✓' : '✗'} ${file}${refused || why ? `  (${refused ?? why})` : ''}`, ...faults].join('\n    '));

const checkOne = async (row: Record<string, string>) => {
  const found = await readOne(row['file']!);
  const text = found.found?.text ?? '';
  const proposed = propose(text, row['file']);
  const of = (tally[row['format']!] ??= { files: 0, text: 0, seconds: 0, megabytes: 0, fields: {} });
  const phrase = squashed(row['phrase'] ?? '');
  const whole = text.trim() !== '' && squashed(text).includes(phrase);
  of.files += 1;
  of.text += whole ? 1 : 0;
  of.seconds = Number((of.seconds + found.seconds).toFixed(2));
  of.megabytes = Math.max(of.megabytes, found.megabytes);
  const faults = fields.flatMap((field) => {
    const wanted = row[field];
    if (!wanted) return [];
    const said = proposed[field]?.value;
    const verdict = said === undefined ? 'none' : squashed(said) === squashed(wanted) ? 'right' : 'wrong';
    (of.fields[field] ??= { right: 0, wrong: 0, none: 0 })[verdict] += 1;
    return verdict === 'right' ? [] : [`${field}: ${said ?? '—'} ≠ ${wanted}`];
  });
  tell(row['file']!, whole, found, faults);
};

const checkHostile = async (file: string) => {
  const found = await readOne(join('hostile', file), limit);
  const held = found.found === undefined && found.seconds <= limit.time / 1000 + 0.5 && found.megabytes <= limit.memory;
  console.log(`${held ? '✓' : '✗'} hostile/${file}  ${found.refused ?? found.why ?? 'it gave text'}  ${found.seconds.toFixed(1)} s  ${found.megabytes} MB`);
  return { file, why: found.refused ?? found.why ?? '', seconds: Number(found.seconds.toFixed(1)), megabytes: found.megabytes, held };
};

const hostileFolder = join(folder, 'hostile');
for (const row of rowsOf(readFileSync(join(folder, 'index.csv'), 'utf8'))) if (row['file'] && !row['file'].startsWith('hostile/')) await checkOne(row);
const hostile: Awaited<ReturnType<typeof checkHostile>>[] = [];
for (const file of existsSync(hostileFolder) ? readdirSync(hostileFolder) : []) hostile.push(await checkHostile(file));
rmSync(store, { recursive: true, force: true });

const asked = fields.filter((field) => Object.values(tally).some((of) => of.fields[field]));
console.log(`\nright / wrong / nothing proposed\nformat            files  text  ${asked.map((field) => field.padStart(10)).join('')}  s/file  most MB`);
for (const [format, of] of Object.entries(tally)) {
  const cells = asked.map((field) => { const { right = 0, wrong = 0, none = 0 } = of.fields[field] ?? {}; return `${right}/${wrong}/${none}`.padStart(10); });
  console.log(`${format.padEnd(16)} ${String(of.files).padStart(6)}${String(of.text).padStart(6)}  ${cells.join('')}  ${(of.seconds / of.files).toFixed(1).padStart(6)}  ${String(of.megabytes).padStart(7)}`);
}
const all = Object.values(tally);
const sum = (pick: (of: Tally) => number) => all.reduce((total, of) => total + pick(of), 0);
const verdicts = (field: Field) => {
  const [right, wrong, none] = (['right', 'wrong', 'none'] as const).map((verdict) => sum((of) => of.fields[field]?.[verdict] ?? 0));
  return { right, wrong, none, of: right! + wrong! + none! };
};
console.log(JSON.stringify({ files: sum((of) => of.files), text: sum((of) => of.text), formats: tally, fields: Object.fromEntries(asked.map((field) => [field, verdicts(field)])), hostile: { files: hostile.length, held: hostile.filter(({ held }) => held).length, each: hostile } }));

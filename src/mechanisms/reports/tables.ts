import { unzipSync } from 'fflate';

interface Wanted<Name extends string> {
  /** Each column with its head; they may stand in any order. */
  columns: readonly (readonly [Name, string])[];
  /** Heads without which it is another table. */
  needed: readonly Name[];
  maxRows: number;
}

export type TableRow<Name extends string> = Record<Name, string> & { row: number };

/** Lines of the first sheet with the row they stand in; of a formula only the result that was saved is read. Empty lines are none. */
export const readTable = async <Name extends string>(bytes: Uint8Array, { columns, needed, maxRows }: Wanted<Name>): Promise<{ lines: TableRow<Name>[] } | { why: 'not_a_table' | 'columns_missing' }> => {
  if (!isModest(bytes)) return { why: 'not_a_table' };
  const { readXlsx } = await import('hucre');
  const sheet = (await readXlsx(bytes, { sheets: [0], maxRows: maxRows + 2 }).catch(() => undefined))?.sheets[0];
  if (!sheet) return { why: 'not_a_table' };
  const [head = [], ...rows] = sheet.rows;
  const places = columns.map(([name, title]) => [name, head.findIndex((cell) => textOf(cell) === title)] as const);
  if (places.some(([name, place]) => place < 0 && needed.includes(name))) return { why: 'columns_missing' };
  const lines = rows.map((row, i) => ({ row: i + 2, ...(Object.fromEntries(places.map(([name, place]) => [name, textOf(row[place])])) as Record<Name, string>) }));
  return { lines: lines.filter((line) => columns.some(([name]) => line[name] !== '')) };
};

/** What is typed in full width is meant in half width. */
const textOf = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')).normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 301);

const most = 20 * 1024 ** 2;

/** Says how much it unpacks to, and that is little. The reader stops at what is said. */
const isModest = (bytes: Uint8Array) => {
  let total = 0;
  try {
    unzipSync(bytes, { filter: ({ size, originalSize }) => ((total += originalSize || size * 1000), false) });
    return total > 0 && total <= most;
  } catch {
    return false;
  }
};

import { unzipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre';
import type { FileAnswer } from '#platform/module.ts';
import type { Line } from './rules.ts';

/** The columns of the table of people, in the order of the form. */
const columns: readonly (readonly [keyof Line, string])[] = [
  ['name', '姓名'], ['username', '用户名'], ['department', '部门'], ['role', '角色'], ['title', '职务'], ['phone', '电话'], ['email', '邮箱'],
];
const needed = 4;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An empty table with one line that shows how it is filled. */
export const importForm = async (): Promise<FileAnswer> => {
  const rows = [columns.map(([, head]) => head), ['张三', 'zhangsan', '教务处', '教职工', '教师', '13800000000', 'zhangsan@example.test']];
  const sheet = { name: '人员', columns: columns.map(() => ({ width: 18 })), rows, freezePane: { rows: 1 } };
  return { name: '人员导入表.xlsx', type: xlsx, content: Buffer.from(await writeXlsx({ sheets: [sheet] })) };
};

export type Read = { lines: (Line & { row: number })[] } | { why: 'organisation.not_a_table' | 'organisation.columns_missing' };

/** Lines of the first sheet with the row they stand in; the head names the columns, in any order. */
export const readLines = async (bytes: Uint8Array, maxRows: number): Promise<Read> => {
  if (!isModest(bytes)) return { why: 'organisation.not_a_table' };
  const sheet = (await readXlsx(bytes, { sheets: [0], maxRows: maxRows + 2 }).catch(() => undefined))?.sheets[0];
  if (!sheet) return { why: 'organisation.not_a_table' };
  const [head = [], ...rows] = sheet.rows;
  const places = columns.map(([name, title]) => [name, head.findIndex((cell) => textOf(cell) === title)] as const);
  if (places.slice(0, needed).some(([, place]) => place < 0)) return { why: 'organisation.columns_missing' };
  const lines = rows.map((row, i) => ({ row: i + 2, ...(Object.fromEntries(places.map(([name, place]) => [name, textOf(row[place])])) as unknown as Line) }));
  return { lines: lines.filter(({ row: _, ...line }) => Object.values(line).some(Boolean)).map((line) => ({ ...line, username: line.username.toLowerCase() })) };
};

/** What is typed in full width is meant in half width. */
const textOf = (cell: unknown) => String(cell ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 300);

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

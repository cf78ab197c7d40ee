import { readXlsx, writeXlsx } from 'hucre';
import { malformed } from '#platform/problem.ts';
import type { FileAnswer } from '#platform/module.ts';
import type { Line } from './rules.ts';

/** The columns of the table of people, in the order of the form. */
const columns: readonly (readonly [keyof Line, string])[] = [
  ['name', '姓名'], ['username', '用户名'], ['department', '部门'], ['role', '角色'], ['title', '职务'], ['phone', '电话'], ['email', '邮箱'],
];

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An empty table with one line that shows how it is filled. */
export const importForm = async (): Promise<FileAnswer> => {
  const rows = [columns.map(([, head]) => head), ['张三', 'zhangsan', '教务处', '教职工', '教师', '13800000000', 'zhangsan@example.test']];
  return { name: '人员导入表.xlsx', type: xlsx, content: Buffer.from(await writeXlsx({ sheets: [{ name: '人员', rows }] })) };
};

/** Lines of the first sheet with the row they stand in; the head names the columns, in any order. */
export const readLines = async (bytes: Uint8Array) => {
  const sheet = (await readXlsx(bytes).catch(() => undefined))?.sheets[0];
  if (!sheet) return undefined;
  const [head = [], ...rows] = sheet.rows;
  const places = columns.map(([name, title]) => [name, head.findIndex((cell) => String(cell ?? '').trim() === title)] as const);
  if (places.slice(0, 4).some(([, place]) => place < 0)) throw malformed(`columns: ${columns.map(([, title]) => title).join(' ')}`);
  return rows
    .map((row, i) => ({ row: i + 2, ...(Object.fromEntries(places.map(([name, place]) => [name, String(row[place] ?? '').trim()])) as unknown as Line) }))
    .filter(({ row: _, ...line }) => Object.values(line).some(Boolean));
};

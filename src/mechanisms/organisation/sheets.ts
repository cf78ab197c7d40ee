import { everybody } from '#mechanisms/access/roles.ts';
import { zh as roleWords } from '#mechanisms/access/words.zh.ts';
import { asXlsx, type Column, xlsx } from '#mechanisms/reports/sheets.ts';
import { readTable } from '#mechanisms/reports/tables.ts';
import type { FileAnswer } from '#platform/module.ts';
import type { PersonLine } from './contract.ts';
import type { Line } from './rules.ts';

/** The columns of the table of people, in the order of the form. */
const columns: readonly (readonly [keyof Line, string])[] = [
  ['name', '姓名'], ['username', '用户名'], ['department', '部门'], ['role', '角色'], ['title', '职务'], ['phone', '电话'], ['email', '邮箱'],
];
const needed = 4;

/** An empty table, and a second sheet with an example and the departments and roles that may be written. */
export const importForm = async (departments: readonly string[]): Promise<FileAnswer> => {
  const heads = columns.map(([, head]) => head);
  const roles = everybody.map((role) => roleWords.roles[role as 'staff']);
  const listed = Array.from({ length: Math.max(departments.length, roles.length) }, (_, i) => [departments[i] ?? '', roles[i] ?? '']);
  const help = [['填写示例'], heads, ['张三', 'zhangsan', departments[0] ?? '', '教职工', '教师', '13800000000', 'zhangsan@example.test'], [], ['可填的部门', '可填的角色'], ...listed];
  const widths = columns.map(() => ({ width: 18 }));
  const { writeXlsx } = await import('hucre');
  return asXlsx('人员导入表', Buffer.from(await writeXlsx({ sheets: [{ name: '人员', columns: widths, rows: [heads], freezePane: { rows: 1 } }, { name: '填写说明', columns: widths, rows: help }] })));
};

interface Seat {
  person: PersonLine;
  post?: PersonLine['posts'][number];
}

/** Everybody with each of their posts, one a line, in the columns of the form. */
export const peopleBook = async (people: readonly PersonLine[]): Promise<FileAnswer> => {
  const seats = people.flatMap((person): Seat[] => (person.posts.length ? person.posts.map((post) => ({ person, post })) : [{ person }]));
  const book: Column<Seat>[] = [
    { title: '姓名', width: 12, of: ({ person }) => person.name },
    { title: '用户名', width: 18, of: ({ person }) => person.username },
    { title: '部门', width: 18, of: ({ post }) => post?.department.name ?? '' },
    { title: '角色', width: 14, of: ({ post }) => (post ? roleWords.roles[post.role as 'staff'] : '') },
    { title: '职务', width: 18, of: ({ post }) => post?.title ?? '' },
    { title: '电话', width: 18, of: ({ person }) => person.phone },
    { title: '邮箱', width: 26, of: ({ person }) => person.email },
    { title: '状态', width: 10, of: ({ person }) => (person.leftAt ? '已离校' : person.disabledAt ? '已停用' : '在岗') },
  ];
  return asXlsx('人员名册', await xlsx('人员', book, seats));
};

export type Read = { lines: (Line & { row: number })[] } | { why: 'organisation.not_a_table' | 'organisation.columns_missing' };

/** Lines of the first sheet with the row they stand in; the head names the columns, in any order. */
export const readLines = async (bytes: Uint8Array, maxRows: number): Promise<Read> => {
  const read = await readTable(bytes, { columns, needed: columns.slice(0, needed).map(([name]) => name), maxRows });
  if ('why' in read) return { why: `organisation.${read.why}` };
  return { lines: read.lines.map((line) => ({ ...line, username: line.username.toLowerCase() })) };
};

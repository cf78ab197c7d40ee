import { z } from 'zod';
import { day, instant } from '#platform/time.ts';
import { spines } from '../boxes/rules.ts';
import { retentions } from '../nouns.ts';
import { safeName } from './rules.ts';

const text = (most: number) => z.string().max(most);

export const PackedFile = z.object({
  path: text(400).min(1),
  name: text(255).min(1),
  role: text(40).min(1),
  version: z.coerce.number().int().min(1).max(10_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.coerce.number().int().min(1),
});
export type PackedFile = z.infer<typeof PackedFile>;

/** A line of the catalogue as the package says it, after DA/T 22 and DA/T 46. */
export const PackedItem = z.object({
  number: text(100).min(1),
  fonds: text(20),
  year: z.coerce.number().int().min(1949).max(9999),
  retention: z.enum(retentions),
  code: z.string().regex(/^[A-Z0-9]{1,8}$/),
  institution: text(100),
  seq: z.coerce.number().int().min(1).max(10_000_000),
  docNumber: text(100),
  author: text(200).min(1),
  title: text(300),
  writtenOn: z.preprocess((on) => (on === '' ? null : on), day.nullable()),
  secrecy: z.coerce.number().int().min(0).max(3),
  secrecyPeriod: text(40),
  pages: z.coerce.number().int().min(1).max(100_000),
  remark: text(300),
  thickness: z.coerce.number().int().min(1).max(500),
  /** 盒号, empty: in no box; and 盒脊, which packages of before do not say. */
  box: z.string().regex(/^(?:[1-9]\d{0,3})?$/),
  spine: z.enum(['', ...spines.map(String)]).default(''),
  archivedAt: instant,
});
export type PackedItem = z.infer<typeof PackedItem> & { files: PackedFile[] };

/** The fields of a line: how the catalogue calls each, in the order in which it names them. */
export const fields: readonly (readonly [Exclude<keyof PackedItem, 'files'>, string])[] = [
  ['number', '档号'], ['fonds', '全宗号'], ['year', '年度'], ['retention', '保管期限代码'], ['code', '机构代码'], ['institution', '机构'], ['seq', '件号'], ['docNumber', '文号'], ['author', '责任者'], ['title', '题名'],
  ['writtenOn', '日期'], ['secrecy', '密级代码'], ['secrecyPeriod', '保密期限'], ['pages', '页数'], ['remark', '备注'], ['thickness', '厚度'], ['box', '盒号'], ['spine', '盒脊'], ['archivedAt', '归档时间'],
];

export const fileFields: readonly (readonly [keyof PackedFile, string])[] = [['path', '位置'], ['name', '计算机文件名'], ['role', '文件作用'], ['version', '版本'], ['size', '计算机文件大小'], ['sha256', '数字摘要']];

export const names = { readme: '说明.txt', csv: '归档文件目录.csv', xml: '归档文件目录.xml', manifest: '校验清单.sha256' } as const;

/** 档案/2026-D10/0001-WS·2026-D10-ZHBGS-0001/01 关于….pdf */
export const pathFor = ({ year, retention, number }: Pick<PackedItem, 'year' | 'retention' | 'number'>, nth: number, name: string) =>
  `档案/${year}-${retention}/${safeName(number)}/${String(nth).padStart(2, '0')} ${safeName(name)}`;

/** 档案盒/2026-D10-ZHBGS 第1盒/备考表.pdf */
export const pathForBox = ({ year, retention, code, seq }: { year: number; retention: string; code: string; seq: number }, name: string) => `档案盒/${safeName(`${year}-${retention}-${code} 第${seq}盒`)}/${name}.pdf`;

const cell = (value: unknown) => {
  const said = String(value ?? '');
  // A spreadsheet takes what begins so for a formula.
  return `"${(/^[=+\-@\t\r]/.test(said) ? `'${said}` : said).replaceAll('"', '""')}"`;
};

/** Opens in a spreadsheet as it is: UTF-8 with its mark. */
export const csvOf = (items: readonly PackedItem[]) =>
  `\uFEFF${[[...fields.map(([, name]) => name), '电子文件'].map(cell), ...items.map((item) => [...fields.map(([field]) => cell(item[field])), cell(item.files.map(({ path }) => path).join('；'))])].map((line) => line.join(',')).join('\r\n')}\r\n`;

// eslint-disable-next-line no-control-regex
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (value: unknown) => String(value ?? '').replace(unfit, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
const element = (name: string, value: unknown) => `<${name}>${escaped(value)}</${name}>`;

export const xmlOf = (items: readonly PackedItem[], { school, at }: { school: string; at: string }) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>', '<移交包 版本="1">', `  ${element('移交单位', school)}`, `  ${element('生成时间', at)}`,
    ...items.map((item) => `  <件>${fields.map(([field, name]) => element(name, item[field])).join('')}${item.files.map((file) => `<电子文件>${fileFields.map(([field, name]) => element(name, file[field])).join('')}</电子文件>`).join('')}</件>`),
    '</移交包>', '',
  ].join('\n');

export interface Totals {
  items: number;
  files: number;
  bytes: number;
}

export const totalsOf = (items: readonly PackedItem[]): Totals => ({
  items: items.length,
  files: items.reduce((sum, { files }) => sum + files.length, 0),
  bytes: items.reduce((sum, { files }) => sum + files.reduce((inner, { size }) => inner + size, 0), 0),
});

/** As `sha256sum -c` reads it; the totals are its remarks. */
export const manifestOf = (totals: Totals, sums: readonly (readonly [path: string, sha256: string])[]) =>
  [`# 件数 ${totals.items}`, `# 文件数 ${totals.files}`, `# 字节数 ${totals.bytes}`, ...sums.map(([path, sha256]) => `${sha256} *${path}`), ''].join('\n');

export const readManifest = (said: string) => {
  const total = (name: string) => Number(new RegExp(`^# ${name} (\\d{1,15})$`, 'm').exec(said)?.[1] ?? Number.NaN);
  const lines = [...said.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, sha256, path]) => [path!, sha256!] as const);
  return { totals: { items: total('件数'), files: total('文件数'), bytes: total('字节数') }, sums: lines };
};

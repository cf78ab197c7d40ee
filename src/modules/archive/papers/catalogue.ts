import { fileURLToPath } from 'node:url';
import { setting } from '#mechanisms/settings/settings.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf, asXlsx, type Column, xlsx } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import type { Filters } from '../catalogue/contract.ts';
import type { Line } from '../nouns.ts';
import { zh } from '../words.zh.ts';

export const template = (name: string) => fileURLToPath(new URL(`./${name}.typ`, import.meta.url));

export const schoolOf = async ({ db }: Pick<Reading, 'db'>) => (await db.selectFrom('school').select('name').executeTakeFirst())?.name ?? '';

/** What the paper says of a document. */
export type Listed = Pick<Line, 'number' | 'docNumber' | 'author' | 'title' | 'writtenOn' | 'secrecy' | 'secrecyPeriod' | 'pages' | 'remark' | 'withdrawnAt' | 'destroyedAt'>;

/** YYYYMMDD, as DA/T 22-2015 writes dates. */
const onDay = (day: string | null) => (day ?? '').replaceAll('-', '');

const titleOf = ({ title, secrecy }: Pick<Line, 'title' | 'secrecy'>) => (secrecy > 0 ? zh.labels.stubTitle : title);
const secrecyOf = ({ secrecy, secrecyPeriod }: Listed) => [zh.secrecies[secrecy], secrecyPeriod].filter(Boolean).join('★');
const remarkOf = ({ remark, withdrawnAt, destroyedAt }: Listed) => (withdrawnAt ? '作废' : destroyedAt ? '已销毁' : remark);

/** 序号、档号、文号、责任者、题名、日期、密级、页数、备注. */
export const catalogueLines = (lines: readonly Listed[]) =>
  lines.map((line, i) => [String(i + 1), line.number, line.docNumber, line.author, titleOf(line), onDay(line.writtenOn), secrecyOf(line), String(line.pages), remarkOf(line)]);

const columns: readonly Column<Line>[] = [
  { title: '档号', width: 28, of: (l) => l.number },
  { title: '文号', width: 22, of: (l) => l.docNumber },
  { title: '责任者', width: 22, of: (l) => l.author },
  { title: '题名', width: 60, of: titleOf },
  { title: '日期', width: 12, of: (l) => l.writtenOn, as: 'day' },
  { title: '密级', width: 10, of: secrecyOf },
  { title: '页数', width: 6, of: (l) => l.pages },
  { title: '盒号', width: 6, of: (l) => l.box?.seq ?? null },
  { title: '备注', width: 16, of: remarkOf },
];

/** 归档文件目录 as it is filtered on the screen, in the order of the numbers. */
export const catalogueOf = async (ctx: Reading, lines: readonly Line[], { as, filters }: { as: 'pdf' | 'xlsx'; filters: Filters }): Promise<FileAnswer> => {
  if (as === 'xlsx') return asXlsx('归档文件目录', await xlsx('归档文件目录', columns, lines));
  const department = filters.departmentId && (await ctx.db.selectFrom('departments').select('name').where('id', '=', filters.departmentId).executeTakeFirst())?.name;
  const said = [`全宗号 ${await setting<string>(ctx, 'archive.fonds')}`, filters.year && `年度 ${filters.year}`, filters.retention && `保管期限 ${zh.retentions[filters.retention]}`, department && `机构 ${department}`, filters.q && `“${filters.q}”`].filter(Boolean);
  return asPdf('归档文件目录', await pdf(template('catalogue'), { school: await schoolOf(ctx), title: '归档文件目录', said: said.join('　'), note: `打印于 ${dayOf(ctx.now)}　共 ${lines.length} 件`, lines: catalogueLines(lines) }));
};

import { fileURLToPath } from 'node:url';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { pdf } from './pdf.ts';
import { asPdf, asXlsx, type Column, xlsx } from './sheets.ts';

const template = fileURLToPath(new URL('./book.typ', import.meta.url));

interface Book<Row> {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  as: 'pdf' | 'xlsx';
}

/** A register as it is shown: across a landscape sheet, or as a table for a spreadsheet. */
export const bookOf = async <Row>(ctx: Pick<Reading, 'db' | 'now'>, { title, columns, rows, as }: Book<Row>): Promise<FileAnswer> => {
  if (as === 'xlsx') return asXlsx(title, await xlsx(title, columns, rows));
  const school = (await ctx.db.selectFrom('school').select('name').executeTakeFirst())?.name ?? '';
  const lines = rows.map((row) => columns.map(({ of }) => String(of(row) ?? '')));
  return asPdf(title, await pdf(template, { school, title, printed: dayOf(ctx.now), columns: columns.map(({ title: name, width }) => ({ name, width })), lines }));
};

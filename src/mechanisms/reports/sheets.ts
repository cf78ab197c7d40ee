import type { FileAnswer } from '#platform/module.ts';

export interface Column<Row> {
  title: string;
  /** Characters wide. */
  width: number;
  of: (row: Row) => string | number | null;
  /** A day (YYYY-MM-DD) or a time of the office (YYYY-MM-DD HH:MM), which a spreadsheet can then sort and reckon with. */
  as?: 'day' | 'time';
}

const formats = { day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' };

/** One sheet with a head that stays. Cells are values, never formulas: what begins with = is text. */
export const xlsx = async <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<Buffer> => {
  const sheet = {
    name,
    columns: columns.map(({ width, as }) => ({ width, ...(as && { numFmt: formats[as] }) })),
    rows: [columns.map(({ title }) => title), ...rows.map((row) => columns.map((column) => cell(column, row)))],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letter(columns.length)}${rows.length + 1}` },
  };
  const { writeXlsx } = await import('hucre');
  return Buffer.from(await writeXlsx({ sheets: [sheet] }));
};

const cell = <Row>({ of, as }: Column<Row>, row: Row) => {
  const value = of(row);
  return as && typeof value === 'string' && value !== '' ? new Date(`${value.replace(' ', 'T')}${as === 'day' ? 'T00:00' : ''}:00Z`) : value;
};

const letter = (n: number): string => (n > 26 ? letter(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));

export const asPdf = (name: string, content: Buffer, inline = true): FileAnswer => ({ name: `${name}.pdf`, type: 'application/pdf', content, inline });

export const asXlsx = (name: string, content: Buffer): FileAnswer => ({ name: `${name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content });

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const asDocx = (name: string, content: Buffer): FileAnswer => ({ name: `${name}.docx`, type: docxType, content });

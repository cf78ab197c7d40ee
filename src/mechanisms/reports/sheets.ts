import { writeXlsx } from 'hucre';
import type { FileAnswer } from '#platform/module.ts';

export interface Column<Row> {
  title: string;
  /** Characters wide. */
  width: number;
  of: (row: Row) => string | number | null;
}

/** One sheet with a head that stays. Cells are values, never formulas: what begins with = is text. */
export const xlsx = async <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<Buffer> => {
  const sheet = {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ of }) => of(row)))],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letter(columns.length)}${rows.length + 1}` },
  };
  return Buffer.from(await writeXlsx({ sheets: [sheet] }));
};

const letter = (n: number): string => (n > 26 ? letter(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));

export const asPdf = (name: string, content: Buffer, inline = true): FileAnswer => ({ name: `${name}.pdf`, type: 'application/pdf', content, inline });

export const asXlsx = (name: string, content: Buffer): FileAnswer => ({ name: `${name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content });

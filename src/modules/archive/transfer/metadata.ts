import { SaxesParser } from 'saxes';
import { readNumber } from '../paper/rules.ts';
import { fields, fileFields, PackedFile, PackedItem } from './layout.ts';
import { Faulty } from './zip.ts';

const itemNames = new Map(fields.map(([field, name]) => [name, field as string]));
const fileNames = new Map(fileFields.map(([field, name]) => [name, field as string]));

export interface Row {
  item: PackedItem | undefined;
  /** By which one finds the row: its 档号, or where it stands. */
  at: string;
}

/** The rows of 归档文件目录.xml; one that does not hold is there without its item. */
export const readRows = (xml: string, mostRows: number): Row[] => {
  const rows: Row[] = [];
  const parser = new SaxesParser();
  let item: Record<string, unknown> | undefined;
  let file: Record<string, string> | undefined;
  let said = '';
  parser.on('doctype', () => { throw new Faulty('xml', 'DOCTYPE'); });
  parser.on('error', (error) => { throw new Faulty('xml', error.message.slice(0, 200)); });
  parser.on('opentag', ({ name }) => {
    said = '';
    if (name === '件') item = { files: [] };
    if (name === '电子文件') file = {};
  });
  parser.on('text', (text) => { said += text; });
  parser.on('closetag', ({ name }) => {
    if (name === '电子文件' && file && item) {
      (item['files'] as unknown[]).push(file);
      file = undefined;
    } else if (name === '件' && item) {
      if (rows.length >= mostRows) throw new Faulty('too_many', String(mostRows));
      rows.push(rowOf(item, rows.length + 1));
      item = undefined;
    } else if (file && fileNames.has(name)) file[fileNames.get(name)!] = said;
    else if (item && itemNames.has(name)) item[itemNames.get(name)!] = said;
  });
  parser.write(xml).close();
  return rows;
};

/** A 档号 of this form says the same as the fields beside it. */
const agrees = ({ number, year, retention, code, seq }: Omit<PackedItem, 'files'>) => {
  const place = readNumber(number);
  return !place || (place.year === year && place.retention === retention && place.code === code && place.seq === seq);
};

const Whole = PackedItem.extend({ files: PackedFile.array() }).refine(({ secrecy, title, remark, files }) => (secrecy === 0 ? title !== '' : title === '' && remark === '' && files.length === 0)).refine(agrees);

const rowOf = (said: Record<string, unknown>, nth: number): Row => {
  const read = Whole.safeParse(said);
  const at = typeof said['number'] === 'string' && said['number'] !== '' ? said['number'].slice(0, 100) : `${nth}`;
  return { item: read.success ? read.data : undefined, at };
};

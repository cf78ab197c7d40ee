import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { refuseBomb } from './archives.ts';
import type { Extracted } from './extract.ts';

interface Piece {
  x: number;
  y: number;
  text: string;
}

/** OFD (GB/T 33190): the text of each page from its Content.xml, line by line from the top. */
export const readOfd = async (path: string): Promise<Extracted> => {
  await refuseBomb(path);
  const entries = unzipSync(await readFile(path), { filter: ({ name }) => name.endsWith('.xml') });
  const pages = Object.keys(entries).filter((name) => /Pages?\/.*Content\.xml$/i.test(posix.normalize(name))).sort((a, b) => pageOf(a) - pageOf(b));
  const text = pages.map((name) => linesOf(piecesOf(strFromU8(entries[name]!)))).join('\n');
  return { text, pages: pages.length, how: 'text' };
};

const pageOf = (name: string) => Number(/Page_?(\d+)/i.exec(name)?.[1] ?? 0);

/** A TextObject has a boundary; each TextCode in it starts at X, Y inside that. */
const piecesOf = (xml: string) => {
  const pieces: Piece[] = [];
  const parser = new SaxesParser();
  let boundary = [0, 0];
  let current: Piece | undefined;
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.replace(/^.*:/, '');
    const number = (key: string) => Number(attributes[key] ?? 0) || 0;
    if (local === 'TextObject') boundary = String(attributes['Boundary'] ?? '0 0').split(/\s+/).map(Number);
    if (local === 'TextCode') pieces.push((current = { x: boundary[0]! + number('X'), y: boundary[1]! + number('Y'), text: '' }));
  });
  parser.on('text', (text) => current && (current.text += text));
  parser.on('closetag', ({ name }) => name.endsWith('TextCode') && (current = undefined));
  parser.write(xml).close();
  return pieces;
};

const linesOf = (pieces: Piece[]) => {
  const lines: Piece[][] = [];
  for (const piece of pieces.sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - piece.y) < 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x).map(({ text }) => text).join('')).join('\n');
};

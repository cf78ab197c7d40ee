/** Where a signature stands in a PDF: the bytes it covers are those before and after it. */
export interface Place {
  before: number;
  after: number;
  end: number;
}

const room = 16_384;

interface Said {
  name: string;
  reason: string;
  at: string;
}

/**
 * The PDF with room for a signature appended to it (ISO 32000-1 12.8): nothing that was there is changed.
 * Refuses a PDF whose table of objects is not written out in classic form, as the typesetter writes it.
 */
export const withRoom = (pdf: Buffer, said: Said): { pdf: Buffer; place: Place } => {
  const text = pdf.toString('latin1');
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  if (!trailer) throw new Error('the PDF has no classic trailer');
  const [, entries, start] = trailer as unknown as [string, string, string];
  const [size, root] = [Number(/\/Size (\d+)/.exec(entries)![1]), Number(/\/Root (\d+)/.exec(entries)![1])];
  const catalog = objectOf(text, root);
  const page = firstPage(text, catalog);
  const [signature, widget] = [size, size + 1];
  const objects = [
    [signature, `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name${hex(said.name)}/Reason${hex(said.reason)}/M(${pdfDate(said.at)})/ByteRange[${'0'.padEnd(48)}]/Contents<${'0'.repeat(room)}>>>`],
    [widget, `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/F 132/Rect[0 0 0 0]/P ${page} 0 R/V ${signature} 0 R>>`],
    [page, added(objectOf(text, page), `/Annots[${widget} 0 R]`)],
    [root, added(catalog, `/AcroForm<</SigFlags 3/Fields[${widget} 0 R]>>`)],
  ] as const;
  let out = text.endsWith('\n') ? text : `${text}\n`;
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, out.length);
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const table = [...offsets].toSorted(([a], [b]) => a - b).map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const from = out.length;
  out += `xref\n${table}trailer\n<<${entries.replace(/\/Size \d+/, `/Size ${size + 2}`)}/Prev ${start}>>\nstartxref\n${from}\n%%EOF\n`;
  const contents = out.indexOf('/Contents<', offsets.get(signature)) + 9;
  const place = { before: contents, after: contents + room + 2, end: out.length };
  const range = `0 ${place.before} ${place.after} ${place.end - place.after}`.padEnd(49);
  const ranged = out.indexOf('/ByteRange[', offsets.get(signature)) + 11;
  return { pdf: Buffer.from(out.slice(0, ranged) + range.slice(0, 48) + out.slice(ranged + 48), 'latin1'), place };
};

export const covered = (pdf: Buffer, { before, after, end }: Place) => Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, end)]);

export const filled = (pdf: Buffer, { before }: Place, signature: Buffer) => {
  if (signature.length * 2 > room) throw new Error('the signature is longer than its room');
  const out = Buffer.from(pdf);
  out.write(signature.toString('hex'), before + 1, 'latin1');
  return out;
};

const objectOf = (text: string, number: number) => {
  const from = text.lastIndexOf(`\n${number} 0 obj`);
  if (from < 0) throw new Error(`the PDF has no object ${number}`);
  return text.slice(text.indexOf('obj', from) + 3, text.indexOf('endobj', from)).trim();
};

const firstPage = (text: string, catalog: string): number => {
  let number = Number(/\/Pages (\d+) 0 R/.exec(catalog)![1]);
  for (let kids = /\/Kids\s*\[\s*(\d+)/.exec(objectOf(text, number)); kids; kids = /\/Kids\s*\[\s*(\d+)/.exec(objectOf(text, number))) number = Number(kids[1]);
  return number;
};

const added = (dictionary: string, entry: string) => `${dictionary.slice(0, dictionary.lastIndexOf('>>'))}${entry}>>`;

const hex = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const pdfDate = (at: string) => `D:${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)}+08'00'`;

import { AlignmentType, BorderStyle, convertMillimetersToTwip as mm, Document, Footer, Header, Packer, PageNumber, Paragraph, type ParagraphChild, type IParagraphOptions, Tab, Table, TableCell, TableRow, TabStopType, TextRun, WidthType } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Official } from './official.ts';

// 22 lines of 28 characters: an exact line of 579 twips, and characters drawn together by a quarter of a point (GB/T 9704-2012, 5.2.2).
const line = { line: 579, lineRule: 'exact' as const, before: 0, after: 0 };
const character = 320;
const width = mm(156);
// An exact line has its letters at four fifths of its height, the PDF's first line stands at the upper edge of the type area: on every page the text begins so much higher.
const above = mm(3.4);
const red = 'E60012';
const fonts = { song: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', title: '方正小标宋简体' };

/** The paper as an editable DOCX with the official fonts by name; the same facts are the same bytes. */
export const docxOf = async (data: Official, at: string): Promise<Buffer> => {
  const isLetter = data.layout === 'letter';
  const document = new Document({
    title: data.title, creator: data.issuer, evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.song, size: 32, characterSpacing: -5 }, paragraph: { spacing: line } } } },
    sections: [{
      properties: { titlePage: isLetter, page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37) - above, bottom: mm(35), left: mm(28), right: mm(26), header: mm(isLetter ? 30 : 15), footer: mm(isLetter ? 20 : 25) } } },
      ...(isLetter && { headers: { first: letterHead(data), default: emptyHead(), even: emptyHead() } }),
      footers: { default: numbered(AlignmentType.RIGHT, isLetter), even: numbered(AlignmentType.LEFT, isLetter), ...(isLetter && { first: letterFoot() }) },
      children: [...head(data), ...text(data), ...tail(data), ...foot(data)],
    }],
  });
  return settled(await Packer.toBuffer(document), at);
};

const run = (text: string, font: string = fonts.song, more: object = {}) => new TextRun({ text, font: { ascii: font, hAnsi: font, eastAsia: font, cs: font }, ...more });
const paragraph = (children: ParagraphChild[], more: IParagraphOptions = {}) => new Paragraph({ spacing: line, widowControl: false, children, ...more });
const empty = (count: number) => Array.from({ length: count }, () => paragraph([]));

/** Less than a line: a line of text has its room above it, what stands beside it in another size has none. */
const part = (twips: number) => paragraph([], { spacing: { ...line, line: twips } });

/** — n —, one character in from the edge; in a 函 above the place of the double line of its first page. */
const numbered = (alignment: 'left' | 'right', isLetter: boolean) => new Footer({ children: [new Paragraph({ alignment, ...(isLetter && { spacing: { after: mm(5) } }), indent: { left: character, right: character }, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: '宋体', size: 28 })] })] });

const namesOf = (data: Official, before: number) => data.issuerLines.map((name, i) => new Paragraph({
  alignment: AlignmentType.CENTER, children: [run(name, fonts.title, { size: data.issuerSize * 2, color: red, characterSpacing: 0 })],
  spacing: { line: Math.round(data.issuerSize * (i === 0 ? 20 : 26)), lineRule: 'exact', after: 0, before: i === 0 ? before : 0 },
}));

/** The double lines of a 函 are 170 mm long: 8 and 6 mm beyond the type area. */
const beyond = { left: -mm(8), right: -mm(6) };
const double = (side: 'top' | 'bottom', style: (typeof BorderStyle)[keyof typeof BorderStyle]) => new Paragraph({ indent: beyond, spacing: { ...line, line: side === 'bottom' ? mm(4) : 20 }, border: { [side]: { style, size: 18, color: red, space: 0 } }, children: [] });

/** Above the type area: the name 30 mm below the paper's edge, 4 mm below it the double line (10.1). */
const letterHead = (data: Official) => new Header({ children: [...namesOf(data, 0), double('bottom', BorderStyle.THICK_THIN_SMALL_GAP)] });
/** So low that it pushes no text down. */
const emptyHead = () => new Header({ children: [part(20)] });
const letterFoot = () => new Footer({ children: [double('top', BorderStyle.THIN_THICK_SMALL_GAP)] });

const head = (data: Official) => {
  if (data.layout === 'plain') return [];
  const isLetter = data.layout === 'letter';
  const marks = [data.copyNumber, data.urgency].filter(Boolean);
  if (isLetter) return [...marks.map((mark, i) => paragraph([run(mark, fonts.hei), ...(i === 0 ? [new TextRun({ children: [new Tab()] }), run(data.number)] : [])], { tabStops: [{ type: TabStopType.RIGHT, position: width }] })), ...(marks.length ? [] : [paragraph([run(data.number)], { alignment: AlignmentType.RIGHT })]), ...empty(1), part(afterNumber)];
  const border = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } };
  const names = namesOf(data, Math.max(0, above + mm(data.layout === 'order' ? 20 : 35) - line.line * marks.length));
  const number = data.layout === 'upward'
    ? paragraph([run(data.number), new TextRun({ children: [new Tab()] }), run('签发人：'), run(data.signer, fonts.kai)], { indent: { left: character, right: character }, tabStops: [{ type: TabStopType.RIGHT, position: width - character }], border })
    : paragraph([run(data.number)], { alignment: AlignmentType.CENTER, ...(data.layout !== 'order' && { border }) });
  return [...marks.map((mark) => paragraph([run(mark, fonts.hei)])), ...names, ...empty(1), part(beforeNumber), number, ...empty(1), part(data.layout === 'order' ? line.line : afterNumber)];
};

// Two lines below the number begins the title, and one below it the text: without the room that lines of other sizes bring along.
const beforeNumber = 330;
const afterNumber = 324;
const afterTitle = 335;

const text = (data: Official) => [
  ...(data.layout === 'order' ? [] : [...data.titleLines.map((one) => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...line, line: 660 }, children: [run(one, fonts.title, { size: 44, characterSpacing: 0 })] })), part(afterTitle)]),
  ...(data.mainTo ? [paragraph([run(`${data.mainTo}：`)])] : []),
  ...data.body.map((one) => ('rows' in one ? table(one) : paragraph([run(one.text, one.level === 1 ? fonts.hei : one.level === 2 ? fonts.kai : fonts.song)], { indent: { firstLineChars: 200, firstLine: 630 }, alignment: AlignmentType.BOTH }))),
  ...data.attachments.flatMap((name, i) => [...(i === 0 ? empty(1) : []), paragraph([run(`${i === 0 ? '附件：' : ''}${data.attachments.length > 1 ? `${i + 1}. ` : ''}${name}`)], { indent: { left: character * (data.attachments.length > 1 ? 6.2 : 5), hanging: i === 0 ? character * (data.attachments.length > 1 ? 4.2 : 3) : character * 1.2 } })]),
  ...data.present.map(({ label, names }) => paragraph([run(`${label}：`, fonts.hei), run(names)], { indent: { left: character * 5, hanging: character * 3 } })),
];

const table = ({ rows, widths }: { rows: readonly (readonly string[])[]; widths: readonly number[] }) => {
  const shares = widths.map((one) => Math.floor((width * one) / widths.reduce((sum, next) => sum + next, 0)));
  return new Table({ columnWidths: shares, width: { size: width, type: WidthType.DXA }, rows: rows.map((cells, i) => new TableRow({ tableHeader: i === 0, children: cells.map((cell, n) => new TableCell({ width: { size: shares[n]!, type: WidthType.DXA }, children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(cell, i === 0 ? fonts.hei : fonts.song, { size: 28 })] })] })) })) });
};

/** Kept together and with the end of the text. The seal is on the PDF and on paper; an editable file has none. */
const tail = (data: Official) => {
  if (data.layout === 'minutes') return [];
  const signer = data.layout === 'order' ? `${data.signerTitle}　　${data.signer}` : data.issuer;
  const right = { alignment: AlignmentType.RIGHT, indent: { right: character * 4 }, keepLines: true };
  return [...empty(2).map(() => paragraph([], { keepNext: true })), paragraph([run(signer)], { ...right, keepNext: true }), ...(data.layout === 'order' ? empty(1) : []), paragraph([run(data.date)], right), ...(data.note ? [paragraph([run(`（${data.note}）`)], { indent: { firstLine: character * 2 } })] : [])];
};

const footMark = 'zongban-foot';

/** 版记: a text box at the lower margin, put in its place when the file is packed. */
const foot = (data: Official) => {
  const rows = [...(data.mainToBelow ? [`主送：${data.mainToBelow}。`] : []), ...(data.copyTo ? [`抄送：${data.copyTo}。`] : []), ...(data.layout === 'letter' || data.layout === 'plain' ? [] : [`${data.printer}\t${data.printDate}印发`])];
  return rows.length ? [new Paragraph({ children: [run(footMark + JSON.stringify({ rows, isLined: data.layout !== 'letter' }))], spacing: { line: 20, lineRule: 'exact' } })] : [];
};

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const footXml = ({ rows, isLined }: { rows: string[]; isLined: boolean }) => {
  // Eighths of a point: 0.35 mm and 0.25 mm.
  const edge = (side: string, size: number) => `<w:${side} w:val="single" w:sz="${size}" w:space="1" w:color="000000"/>`;
  const font = `<w:rPr><w:rFonts w:ascii="${fonts.song}" w:hAnsi="${fonts.song}" w:eastAsia="${fonts.song}"/><w:sz w:val="28"/></w:rPr>`;
  const lines = rows.map((row, i) => {
    const borders = isLined ? `<w:pBdr>${edge('top', i === 0 ? 8 : 6)}${i === rows.length - 1 ? edge('bottom', 8) : ''}</w:pBdr>` : '';
    const runs = row.split('\t').map((part) => `<w:r>${font}<w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`).join(`<w:r>${font}<w:tab/></w:r>`);
    return `<w:p><w:pPr>${borders}<w:tabs><w:tab w:val="right" w:pos="${width - 280}"/></w:tabs><w:spacing w:line="420" w:lineRule="exact"/><w:ind w:left="280" w:right="280"/></w:pPr>${runs}</w:p>`;
  });
  const high = (rows.reduce((sum, row) => sum + Math.ceil(row.length / 29), 0) * 420 * 635) + 60_000;
  const wide = Math.round(156 * 36_000);
  return `<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV><wp:extent cx="${wide}" cy="${high}"/><wp:wrapTopAndBottom/><wp:docPr id="900" name="foot"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${lines.join('')}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
};

/** The foot in its text box, no grid, no room added between Chinese and digits; and no time but the paper's own. */
const settled = (packed: Buffer, at: string) => {
  const entries = unzipSync(new Uint8Array(packed));
  const body = strFromU8(entries['word/document.xml']!)
    .replace(/<w:docGrid[^>]*\/>/g, '')
    .replace(new RegExp(`<w:r>(?:(?!</w:r>).)*${footMark}(.*?)</w:t></w:r>`), (_all, json: string) => footXml(JSON.parse(json.replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')) as { rows: string[]; isLined: boolean }));
  entries['word/document.xml'] = strToU8(body);
  const styles = strFromU8(entries['word/styles.xml']!).replace(/<w:pPrDefault><w:pPr>/, '<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>');
  entries['word/styles.xml'] = strToU8(styles);
  entries['docProps/core.xml'] = strToU8(strFromU8(entries['docProps/core.xml']!).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.slice(0, 19)}Z`));
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => a.localeCompare(b))), { mtime: new Date(2026, 0, 1) }));
};

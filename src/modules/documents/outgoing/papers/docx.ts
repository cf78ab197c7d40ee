import { AlignmentType, BorderStyle, convertMillimetersToTwip as mm, Document, Footer, Header, Packer, PageNumber, Paragraph, type ParagraphChild, type IParagraphOptions, Tab, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, VerticalAlign, WidthType } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Official } from './official.ts';

// 22 lines of 28 characters: an exact line of 29 points, and characters drawn together by a quarter of a point (GB/T 9704-2012, 5.2.2).
const line = { line: 580, lineRule: 'exact' as const, before: 0, after: 0 };
const character = 320;
const width = mm(156);
const cell = width / 28;
// An exact line has its letters at four fifths of its height, the PDF's first line stands at the upper edge of the type area: on every page the text begins so much higher.
const above = mm(3.3);
// The PDF sets the issuer's name by its ink.
const lower = mm(0.95);
const red = 'E60012';
const fonts = { song: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', title: '方正小标宋简体' };

/** The paper as an editable DOCX with the official fonts by name; the same facts are the same bytes. */
export const docxOf = async (data: Official, at: string): Promise<Buffer> => {
  const isLetter = data.layout === 'letter';
  const document = new Document({
    title: data.title, creator: data.issuer, evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.song, size: 32, characterSpacing: -5, language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph: { spacing: line } } } },
    sections: [{
      properties: { titlePage: isLetter, page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37) - above, bottom: mm(35), left: mm(28), right: mm(26), header: isLetter ? mm(30) + lower : mm(15), footer: mm(isLetter ? 20 : 24.5) } } },
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

/** A line left empty, except at the head of a page. */
const lineAbove = { spacing: { ...line, before: line.line } };

/** An empty line that goes with what follows. */
const kept = () => paragraph([], { keepNext: true });

/** Less than a line: a line of text has its room above it, what stands beside it in another size has none. */
const part = (twips: number) => paragraph([], { spacing: { ...line, line: twips } });

/** — n —, one character in from the edge; in a 函 above the place of the double line of its first page. */
const numbered = (alignment: 'left' | 'right', isLetter: boolean) => new Footer({ children: [new Paragraph({ alignment, ...(isLetter && { spacing: { after: mm(4.5) } }), indent: { left: character, right: character }, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: '宋体', size: 28 })] })] });

const namesOf = (data: Official, before: number) => data.issuerLines.map((name, i) => new Paragraph({
  alignment: AlignmentType.CENTER, children: [run(name, fonts.title, { size: data.issuerSize * 2, color: red, characterSpacing: 0 })],
  spacing: { line: Math.round(data.issuerSize * (i === 0 ? 20 : 26)), lineRule: 'exact', after: 0, before: i === 0 ? before : 0 },
}));

/** The double lines of a 函 are 170 mm long: 8 and 6 mm beyond the type area. */
const beyond = { left: -mm(8), right: -mm(6) };
const double = (style: (typeof BorderStyle)[keyof typeof BorderStyle], spacing: { line: number; after: number }) => new Paragraph({ indent: beyond, spacing: { ...line, ...spacing }, border: { bottom: { style, size: 12, color: red, space: 0 } }, children: [] });

/** Above the type area: the name 30 mm below the paper's edge, 4 mm below it the double line (10.1). */
const letterHead = (data: Official) => new Header({ children: [...namesOf(data, 0), double(BorderStyle.THICK_THIN_SMALL_GAP, { line: mm(2), after: 95 })] });
/** So low that it pushes no text down. */
const emptyHead = () => new Header({ children: [part(20)] });
const letterFoot = () => new Footer({ children: [double(BorderStyle.THIN_THICK_SMALL_GAP, { line: 20, after: 0 })] });

const head = (data: Official) => {
  if (data.layout === 'plain') return [part(mm(0.7))];
  const isLetter = data.layout === 'letter';
  const marks = [data.copyNumber, data.urgency].filter(Boolean);
  if (isLetter) return [...marks.map((mark, i) => paragraph([run(mark, fonts.hei), ...(i === 0 ? [new TextRun({ children: [new Tab()] }), run(data.number)] : [])], { tabStops: [{ type: TabStopType.RIGHT, position: width }] })), ...(marks.length ? [] : [paragraph([run(data.number)], { alignment: AlignmentType.RIGHT })]), ...empty(1), part(afterLetterNumber)];
  const names = namesOf(data, Math.max(0, above + lower + mm(data.layout === 'order' ? 20 : 35) - line.line * marks.length));
  const number = data.layout === 'upward'
    ? paragraph([run(data.number), new TextRun({ children: [new Tab()] }), run('签发人：'), run(data.signer, fonts.kai)], { indent: { left: character, right: character }, tabStops: [{ type: TabStopType.RIGHT, position: width - character }] })
    : paragraph([run(data.number)], { alignment: AlignmentType.CENTER });
  return [...marks.map((mark) => paragraph([run(mark, fonts.hei)])), ...names, ...empty(1), part(beforeNumber), number, ...(data.layout === 'order' ? empty(2) : [redLine(), ...empty(1), part(afterNumber)])];
};

// Two lines below the number begins the title, and one below it the text: without the room that lines of other sizes bring along.
const beforeNumber = 299;
const afterNumber = 407;
const afterLetterNumber = 357;
const afterTitle = 319;

/** By itself: the number's own line is shorter where it stands one character in. */
const redLine = () => new Paragraph({ spacing: { ...line, line: 134 }, border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 0 } }, children: [] });

const text = (data: Official) => [
  ...(data.layout === 'order' ? [] : [...data.titleLines.map((one) => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...line, line: 667 }, children: [run(one, fonts.title, { size: 44, characterSpacing: 0 })] })), part(afterTitle)]),
  ...(data.mainTo ? [paragraph([run(`${data.mainTo}：`)])] : []),
  ...data.body.flatMap((one, i) => ('rows' in one ? table(one) : [paragraph([run(one.text, one.level === 1 ? fonts.hei : one.level === 2 ? fonts.kai : fonts.song)], { indent: { firstLineChars: 200, firstLine: 630 }, alignment: AlignmentType.BOTH, keepNext: isHeading(one) || isHeld(data, i) })])),
  ...data.attachments.map((name, i) => attachment(name, i, data.attachments.length > 1)),
  ...data.present.map(({ label, names }, i) => paragraph([run(`${label}：`, fonts.hei), run(names)], { indent: { left: Math.round(5 * cell), hanging: Math.round(3 * cell) }, ...(i === 0 && lineAbove) })),
];

/** A name that runs on stands under its own first character. */
const attachment = (name: string, i: number, isOneOfMany: boolean) => {
  const left = isOneOfMany ? 6.4 * cell : 5 * cell;
  const before = `${i === 0 ? '附件：' : ''}${isOneOfMany ? `${i + 1}.` : ''}`;
  return paragraph([run(before), ...(isOneOfMany ? [new TextRun({ children: [new Tab()] })] : []), run(name)], { indent: { left: Math.round(left), hanging: Math.round(left - (i === 0 ? 2 : 5) * cell) }, keepNext: true, ...(i === 0 && lineAbove) });
};

/** A short one goes with the signature. A long one does not: LibreOffice would take all of its lines to the next page. */
const isHeld = ({ body, attachments, layout }: Official, i: number) => i === body.length - 1 && attachments.length === 0 && layout !== 'minutes' && lengthOf(body[i]!) <= 5 * 28 - 2;
const lengthOf = (one: Official['body'][number]) => ('rows' in one ? 0 : [...one.text].length);

/** It stays with what it heads; a numbered sentence is none. */
const isHeading = ({ level, text: words }: { level: number; text: string }) => (level === 1 || level === 2) && [...words].length <= 26 && !/[。；！？]$/.test(words);

// Twips: a table's lines are 21 points apart, and what is above and below it to the lines of text.
const tables = { line: 420, above: 220, below: 116, inset: { top: 8, bottom: 42, left: 60, right: 60 } };

const table = ({ rows, widths }: { rows: readonly (readonly string[])[]; widths: readonly number[] }) => {
  const shares = widths.map((one) => Math.floor((width * one) / widths.reduce((sum, next) => sum + next, 0)));
  const cellOf = (cell: string, isHead: boolean, wide: number) => new TableCell({ width: { size: wide, type: WidthType.DXA }, margins: tables.inset, verticalAlign: VerticalAlign.CENTER, children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...line, line: tables.line }, children: [run(cell, isHead ? fonts.hei : fonts.song, { size: 28, characterSpacing: 0 })] })] });
  return [part(tables.above), new Table({ columnWidths: shares, width: { size: width, type: WidthType.DXA }, layout: TableLayoutType.FIXED, rows: rows.map((cells, i) => new TableRow({ tableHeader: i === 0, cantSplit: true, children: cells.map((cell, n) => cellOf(cell, i === 0, shares[n]!)) })) }), part(tables.below)];
};

/** Kept together and with the end of the text. The seal is on the PDF and on paper; an editable file has none. */
const tail = (data: Official) => [...(data.layout === 'minutes' ? [] : signature(data)), ...(data.note ? [paragraph([run(`（${data.note}）`)], { indent: { firstLine: 630 } })] : [])];

const signature = (data: Official) => {
  const right = (more: number) => ({ alignment: AlignmentType.RIGHT, indent: { right: Math.round(character * 4 + more) }, keepLines: true });
  const name = data.layout === 'order' ? paragraph([run(`${data.signerTitle}　　`), run(data.signer, fonts.kai)], { ...right(0), keepNext: true }) : paragraph([run(data.issuer)], { ...right(Math.max(-4 * character, (widthOf(data.date) - widthOf(data.issuer)) / 2)), keepNext: true });
  return [kept(), kept(), name, ...(data.layout === 'order' ? [kept()] : []), paragraph([run(data.date)], right(0))];
};

/** About: figures are half as wide, and a fifth of a character stands between them and Chinese. */
const widthOf = (words: string) => [...words].reduce((sum, letter) => sum + (letter < '\u007f' ? 0.54 : 1) * 315, 0) + (words.match(/(?<=\d)(?=\D)|(?<=\D)(?=\d)/g)?.length ?? 0) * 64;

const footMark = 'zongban-foot';

/** 版记: a text box at the lower margin, put in its place when the file is packed. */
const foot = (data: Official) => {
  const rows = [...(data.mainToBelow ? [`主送：${data.mainToBelow}。`] : []), ...(data.copyTo ? [`抄送：${data.copyTo}。`] : []), ...(data.layout === 'letter' || data.layout === 'plain' ? [] : [`${data.printer}\t${data.printDate}印发`])];
  return rows.length ? [new Paragraph({ children: [run(footMark + JSON.stringify({ rows, isLined: data.layout !== 'letter' }))], spacing: { line: 20, lineRule: 'exact' } })] : [];
};

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

// Points: a line's pitch, what is above and below it to the lines of the 版记; and from the box to the text, so that an empty line fits between where it does in the PDF.
const foots = { pitch: 20, above: 1.3, below: 1.9, clear: { lined: 22.7, plain: 19.4 } };

const footXml = ({ rows, isLined }: { rows: string[]; isLined: boolean }) => {
  // Eighths of a point: 0.35 mm and 0.25 mm. By itself, for a paragraph's own line begins where its text does.
  const rule = (size: number, high: number) => (isLined ? `<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="${size}" w:space="0" w:color="000000"/></w:pBdr><w:spacing w:line="${Math.round(high * 20)}" w:lineRule="exact"/></w:pPr></w:p>` : '');
  const font = `<w:rPr><w:rFonts w:ascii="${fonts.song}" w:hAnsi="${fonts.song}" w:eastAsia="${fonts.song}"/><w:spacing w:val="0"/><w:sz w:val="28"/></w:rPr>`;
  const lines = rows.map((row, i) => {
    const runs = row.split('\t').map((part) => `<w:r>${font}<w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`).join(`<w:r>${font}<w:tab/></w:r>`);
    const isGroup = i === 0 || row.includes('\t');
    return `${isGroup && i > 0 ? rule(6, foots.below) : ''}<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="${width - 280}"/></w:tabs><w:spacing ${isLined && isGroup ? `w:before="${foots.above * 20}" ` : ''}w:line="${foots.pitch * 20}" w:lineRule="exact"/><w:ind w:left="${row.includes('\t') ? 280 : 1120}" w:right="280"${row.includes('\t') ? '' : ' w:hanging="840"'}/></w:pPr>${runs}</w:p>`;
  });
  const points = 2 + rows.reduce((sum, row) => sum + foots.pitch * (1 + Math.max(0, Math.ceil((row.length - 29) / 26))), 0) + (isLined ? rows.length * (foots.above + foots.below + 1) : 0);
  const [wide, high] = [156 * 36_000, Math.round(points * 12_700)];
  // The last line's letters stand on the type area's edge where no line does.
  const from = 262 * 36_000 - high + (isLined ? 0 : 29_000);
  return `<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="${Math.round(foots.clear[isLined ? 'lined' : 'plain'] * 12_700)}" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${from}</wp:posOffset></wp:positionV><wp:extent cx="${wide}" cy="${high}"/><wp:wrapTopAndBottom/><wp:docPr id="900" name="foot"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${rule(8, 1)}${lines.join('')}${rule(8, foots.below)}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
};

/** The foot in its text box, no grid; marks at the end of a line within the type area, which LibreOffice reads the other way round; and no time but the paper's own. */
const settled = (packed: Buffer, at: string) => {
  const entries = unzipSync(new Uint8Array(packed));
  const body = strFromU8(entries['word/document.xml']!)
    .replace(/<w:docGrid[^>]*\/>/g, '')
    .replace(new RegExp(`<w:r>(?:(?!</w:r>).)*${footMark}(.*?)</w:t></w:r>`), (_all, json: string) => footXml(JSON.parse(json.replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')) as { rows: string[]; isLined: boolean }));
  entries['word/document.xml'] = strToU8(body);
  const styles = strFromU8(entries['word/styles.xml']!).replace(/<w:pPrDefault><w:pPr>/, '<w:pPrDefault><w:pPr><w:overflowPunct w:val="1"/>');
  entries['word/styles.xml'] = strToU8(styles);
  entries['docProps/core.xml'] = strToU8(strFromU8(entries['docProps/core.xml']!).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.slice(0, 19)}Z`));
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => a.localeCompare(b))), { mtime: new Date(2026, 0, 1) }));
};

import { reasons } from '#platform/rules.ts';
import { day } from '#platform/time.ts';
import { spines } from '../boxes/rules.ts';
import type { Retention } from '../nouns.ts';
import { numberWritten } from '../rules.ts';

/** A row as it was typed, in the columns of the form. */
export interface Said {
  number: string;
  fonds: string;
  year: string;
  retention: string;
  code: string;
  seq: string;
  docNumber: string;
  author: string;
  title: string;
  writtenOn: string;
  secrecy: string;
  pages: string;
  remark: string;
  /** 盒号 and 盒脊 of the box it stands in. */
  box: string;
  spine: string;
}

export interface Place {
  fonds: string;
  year: number;
  retention: Retention;
  code: string;
  seq: number;
}

/** What the rows are held against. */
export interface Known {
  fonds: string;
  thisYear: number;
  codes: ReadonlySet<string>;
  closed: ReadonlySet<number>;
  taken: ReadonlySet<string>;
}

const written = /^([0-9A-Z]{1,20})-WS·(\d{4})-(Y|D30|D10)-([A-Z0-9]{1,8})-(\d{1,7})$/;

/** 档号 as it is written, with a dot of any kind, a blank more or letters in small. */
export const readNumber = (said: string) => placed(written.exec(said.toUpperCase().replace(/\s/g, '').replace(/[—–_]/g, '-').replace(/WS[.•・‧∙-]/, 'WS·')));

const placed = (parts: RegExpExecArray | null): Place | undefined => (parts ? { fonds: parts[1]!, year: Number(parts[2]), retention: parts[3] as Retention, code: parts[4]!, seq: Number(parts[5]) } : undefined);

/** 档号.pdf, 档号-2.jpg: what a file name cannot hold stands there as - or _. */
export const readScanName = (name: string) => {
  const stem = name.normalize('NFKC').replace(/\.[^.]{1,8}$/, '').trim();
  const [, number = stem, page] = /^(.*-\d{3,7})(?:[-_ ]+| *\()(\d{1,3})\)?$/.exec(stem.replace(/_/g, '-')) ?? [];
  const place = readNumber(number);
  return place && { place, page: Number(page ?? 1) };
};

const retentions: Readonly<Record<string, Retention>> = { Y: 'Y', 永久: 'Y', D30: 'D30', '30年': 'D30', '30': 'D30', D10: 'D10', '10年': 'D10', '10': 'D10' };
const secrecies: Readonly<Record<string, number>> = { '': 0, 无: 0, 公开: 0, 非涉密: 0, 内部: 0, 秘密: 1, 机密: 2, 绝密: 3 };

/** 秘密★10年: the level and how long it lasts. Undefined: no level that is known. */
export const secrecyOf = (said: string) => {
  const [level = '', period = ''] = said.split(/[★☆*]/).map((one) => one.trim());
  return level in secrecies ? { secrecy: secrecies[level]!, secrecyPeriod: secrecies[level] ? period.slice(0, 40) : '' } : undefined;
};

/** 2006-3-5, 2006.03.05, 2006年3月5日, 20060305. */
export const dateOf = (said: string) => {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(said);
  if (!parts) return undefined;
  const on = `${parts[1]}-${(parts[2] ?? parts[4])!.padStart(2, '0')}-${(parts[3] ?? parts[5])!.padStart(2, '0')}`;
  return day.safeParse(on).success ? on : undefined;
};

/** Where a row belongs: by its 档号, or by its parts. */
export const placeOf = (said: Said, fonds: string): Partial<Place> => {
  const given = readNumber(said.number);
  if (given || said.number !== '') return given ?? {};
  return {
    fonds: said.fonds || fonds, code: said.code.toUpperCase(),
    ...(/^\d{4}$/.test(said.year) && { year: Number(said.year) }), ...(retentions[said.retention.toUpperCase()] && { retention: retentions[said.retention.toUpperCase()]! }), ...(/^\d{1,7}$/.test(said.seq) && { seq: Number(said.seq) }),
  };
};

export const placeKey = ({ year, retention, code, seq }: Partial<Place>) => `${year} ${retention} ${code} ${seq}`;

/** The parts that stand beside a 档号 say the same as it does. */
const differs = (said: Said, place: Partial<Place>) =>
  said.number !== '' && place.seq !== undefined && [[said.fonds, place.fonds], [said.year, String(place.year)], [retentions[said.retention.toUpperCase()] ?? said.retention, place.retention], [said.code.toUpperCase(), place.code], [said.seq.replace(/^0+/, ''), String(place.seq)]].some(([typed, read]) => typed !== '' && typed !== read);

const isBox = (said: string) => said === '' || (/^\d{1,4}$/.test(said) && Number(said) > 0);

const spineOf = (said: string) => spines.find((spine) => String(spine) === said.replace(/(毫米|mm)$/i, '').trim()) ?? null;

const isPages = (said: string) => /^\d{1,6}$/.test(said) && Number(said) >= 1 && Number(said) <= 100_000;

/** What is wrong with a row, as one would tell whoever typed it. */
export const faultsOf = (said: Said, known: Known, before: ReadonlySet<string>) => {
  const place = placeOf(said, known.fonds);
  const readable = said.number === '' || place.seq !== undefined;
  const level = secrecyOf(said.secrecy);
  const { year, fonds, retention, seq, code = '' } = place;
  return reasons(
    [!readable,                                                                    'number'],
    [differs(said, place),                                                         'number_differs'],
    [readable && fonds !== known.fonds,                                            'fonds'],
    [readable && (year === undefined || year < 1949 || year > known.thisYear),     'year'],
    [readable && retention === undefined,                                          'retention'],
    [readable && !known.codes.has(code),                                           'code'],
    [readable && (seq === undefined || seq < 1),                                   'seq'],
    [seq !== undefined && before.has(placeKey(place)),                             'twice'],
    [seq !== undefined && known.taken.has(placeKey(place)),                        'taken'],
    [year !== undefined && known.closed.has(year),                                 'closed'],
    [level === undefined,                                                          'secrecy'],
    [level?.secrecy === 0 && said.title === '',                                    'title'],
    [said.author === '',                                                           'author'],
    [said.writtenOn !== '' && dateOf(said.writtenOn) === undefined,                'date'],
    [!isPages(said.pages),                                                         'pages'],
    [!isBox(said.box),                                                             'box'],
    [said.spine !== '' && (spineOf(said.spine) === null || said.box === ''),       'spine'],
    [said.title.length > 300 || said.remark.length > 300 || said.author.length > 200 || said.docNumber.length > 100, 'too_long'],
  );
};

/** A row without a fault as the line of the catalogue that it becomes; of 秘密 and above there is a stub. */
export const itemOf = (said: Said, fonds: string) => {
  const place = placeOf(said, fonds) as Place;
  const level = secrecyOf(said.secrecy)!;
  const stub = level.secrecy > 0;
  return { ...place, ...level, number: numberWritten(place), docNumber: said.docNumber, author: said.author, title: stub ? '' : said.title, remark: stub ? '' : said.remark, writtenOn: dateOf(said.writtenOn) ?? null, pages: Number(said.pages), box: said.box === '' ? null : Number(said.box), spine: spineOf(said.spine) };
};
export type PaperItem = ReturnType<typeof itemOf>;

/** What may be kept of a row: where its level is 秘密 or above, or not understood, neither title nor remark. */
export const keptOf = (said: Said): Said => (secrecyOf(said.secrecy)?.secrecy === 0 ? said : { ...said, title: '', remark: '' });

export const whyNotImportPaper = ({ state, running, good, confirmed = good }: { state: string; running: boolean; good: number; confirmed?: number }) => reasons(
  [state !== 'checked' && state !== 'failed',  'archive.paper_imported_already'],
  [running,                                    'archive.paper_running'],
  [good === 0,                                 'archive.paper_nothing_good'],
  [good !== confirmed,                         'archive.paper_changed'],
);

interface Scanned {
  read: boolean;
  item: { secrecy: number; paperId: string | null } | undefined;
}

/** A scan goes to the line whose 档号 its name says; of what is classified there is none. */
export const whyNotScan = ({ read, item }: Scanned) => reasons(
  [!read,                                                      'archive.scan_name_unread'],
  [read && !item,                                              'archive.scan_no_such_number'],
  [item !== undefined && item.secrecy > 0,                     'archive.scan_of_stub'],
  [item !== undefined && item.secrecy === 0 && !item.paperId,  'archive.scan_not_of_paper'],
);

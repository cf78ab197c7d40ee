import { keepAbove } from '#mechanisms/registers/registers.ts';
import type { Db } from '#platform/db.ts';
import type { Retention } from './nouns.ts';

export interface Seat {
  year: number;
  retention: Retention;
  code: string;
  seq: number;
}

/** Lines whose 档号 or place in the row is taken here already. */
export const takenBy = async (db: Db, items: readonly (Seat & { number: string })[]) => {
  const taken: (Seat & { number: string })[] = [];
  for (let i = 0; i < items.length; i += 500) {
    const some = items.slice(i, i + 500);
    const found = await db.selectFrom('archiveItems').select(['number', 'year', 'retention', 'code', 'seq']).where(({ eb, or, refTuple, tuple }) => or([eb('number', 'in', some.map(({ number }) => number)), eb(refTuple('year', 'retention', 'code', 'seq'), 'in', some.map(({ year, retention, code, seq }) => tuple(year, retention as string, code, seq)))])).execute();
    taken.push(...(found as typeof taken));
  }
  return taken;
};

/** What is numbered here later comes after what was brought. */
export const countOn = async (db: Db, items: readonly Seat[]) => {
  const last = new Map<string, { register: string; period: string; last: number }>();
  for (const { year, retention, code, seq } of items) {
    const place = { register: `archive.${retention}-${code}`, period: String(year) };
    const key = `${place.register} ${place.period}`;
    last.set(key, { ...place, last: Math.max(seq, last.get(key)?.last ?? 0) });
  }
  for (const [, place] of [...last].sort(([a], [b]) => (a < b ? -1 : 1))) await keepAbove({ db }, place);
};

interface Entered extends Seat {
  id: string;
  recordId: string;
  number: string;
  departmentId: string;
  docNumber: string;
  author: string;
  title: string;
  writtenOn: string | null;
  secrecy: number;
  secrecyPeriod: string;
  pages: number;
  remark: string;
  thickness: number;
  archivedAt: string;
  paperId?: string;
  boxId: string | null;
}

export interface Entering {
  db: Db;
  now: string;
  by: string;
  /** The act that the history names. */
  what: string;
  tell: (event: string, data: object) => void;
}

/** Lines that come from elsewhere with their numbers, and a record for each: paper that the archive keeps, read by the office and the archivist. */
export const enterLines = async ({ db, now, by, what, tell }: Entering, lines: readonly Entered[]) => {
  await db.insertInto('records').values(lines.map(({ recordId, number, title, secrecy, archivedAt }) => ({ id: recordId, kind: 'archive', number, title, allPermission: 'archive.read_all', clearance: secrecy, readers: [], at: archivedAt }))).execute();
  await db.insertInto('archiveItems').values(lines.map((line) => ({ ...line, because: ['imported'], archivedBy: by }))).execute();
  await db.insertInto('history').values(lines.map(({ recordId, number }) => ({ recordId, at: now, actorId: by, onBehalfOf: null, post: '', what, details: JSON.stringify({ number }) }))).execute();
  for (const { recordId, title, number, author, docNumber } of lines) tell('search.record_changed', { recordId, title, number, sender: author, body: '', extra: [docNumber].filter(Boolean) });
};

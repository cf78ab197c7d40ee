import { beside, pathOf } from '#mechanisms/files/store.ts';
import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { convertible, converted } from './converter.ts';
import { isPicture, isReadable } from './extract.ts';
import { developed, isPhoto } from './photos.ts';
import { type Limits, type Outcome, readBy } from './readers.ts';
import { whyOf } from './unreadable.ts';

const longest = 2_000_000;
const mostTries = 3;

interface Reading {
  db: Db;
  sha256: string;
  now: string;
  attempt: number;
  /** Page pictures and conversions take long: they wait in a queue of their own. */
  queue: 'soon' | 'long';
}

/** Reads a stored file once. What cannot be read is kept as a file, marked with the reason; a reader that died is tried again. */
export const readBlob = async ({ db, sha256, now, attempt, queue }: Reading) => {
  const blob = await db.selectFrom('blobs').select(['type', 'textState']).where('sha256', '=', sha256).where('erasedAt', 'is', null).executeTakeFirst();
  if (blob?.textState !== 'waiting') return;
  const outcome = await (queue === 'soon' ? readSoon : readLong)(pathOf(sha256), blob.type);
  if (outcome.why === 'died' && attempt < mostTries) throw new Error(`the reader of ${sha256} died`);
  await db.transaction().execute(async (open) => {
    if (queue === 'soon' && outcome.why === 'pictures') return tellLater(open, now, 'files.pictures_found', { sha256 });
    await open.updateTable('blobs').set({ ...written(outcome), readAt: now }).where('sha256', '=', sha256).where('erasedAt', 'is', null).execute();
    await tellLater(open, now, 'files.read', { sha256 });
  });
};

const nothing = { megabytes: 0 };

const readSoon = async (path: string, type: string, limits?: Limits): Promise<Outcome> => {
  if (isPicture(type) || isPhoto(type) || convertible(type)) return { why: 'pictures', ...nothing };
  return isReadable(type) ? readBy('text', { path, type, limits }) : { why: 'no_reader', ...nothing };
};

const readLong = async (path: string, type: string, limits?: Limits): Promise<Outcome> => {
  if (convertible(type)) return converted(path, type, (made, its) => readBy('text', { path: made, type: its, limits })).catch((error) => ({ why: whyOf(error), ...nothing }));
  return isPhoto(type) ? readPhoto(path, limits) : readBy('pictures', { path, type, limits });
};

const readPhoto = async (path: string, limits?: Limits): Promise<Outcome> => {
  const picture = await developed(path, limits);
  return picture.why ? picture : readBy('pictures', { path: beside(path), type: 'image/jpeg', limits });
};

/** Both queues one after the other, for a file by itself. */
export const readFile = async (path: string, type: string, limits?: Limits): Promise<Outcome> => {
  const soon = await readSoon(path, type, limits);
  return soon.why === 'pictures' ? readLong(path, type, limits) : soon;
};

const written = ({ found, why }: Outcome) => {
  if (!found) return { textState: why === 'no_reader' ? 'none' : 'unreadable', textWhy: why ?? 'broken' };
  // PostgreSQL keeps no zero byte.
  const text = found.text.replaceAll('\0', '').slice(0, longest);
  return text.trim() ? { textState: 'read', text, pages: found.pages } : { textState: 'unreadable', textWhy: 'no_text', pages: found.pages };
};

import { beside, isThere, keepBeside, pathOf } from '#mechanisms/files/store.ts';
import { type Limits, type Outcome, readBy } from './readers.ts';

/** A photo as iPhones keep it, which no browser but their own shows. */
export const isPhoto = (type: string) => /^image\/hei[cf]/.test(type);

interface Kept {
  sha256: string;
  type: string;
  /** Why reading gave it up, if it did. */
  textWhy: string;
}

/** Where the bytes are that show a picture: the file itself, or the JPEG that stands beside a photo. What reading gave up is not tried again by everybody who looks. */
export const shownPath = async ({ sha256, type, textWhy }: Kept) => {
  const path = pathOf(sha256);
  if (!isPhoto(type)) return path;
  if (await isThere(beside(path))) return beside(path);
  return ['', 'no_text'].includes(textWhy) && !(await developed(path)).why ? beside(path) : undefined;
};

const underWay = new Map<string, Promise<Outcome>>();
let last: Promise<unknown> = Promise.resolve();

/** The JPEG of a photo is beside it afterwards, unless the answer says why not. One is made at a time, and of a photo only one. */
export const developed = async (path: string, limits?: Limits): Promise<Outcome> => {
  if (await isThere(beside(path))) return { megabytes: 0 };
  const making = underWay.get(path) ?? last.then(() => make(path, limits)).finally(() => underWay.delete(path));
  underWay.set(path, making);
  last = making.catch(() => undefined);
  return making;
};

const make = async (path: string, limits?: Limits): Promise<Outcome> => {
  const { picture, ...outcome } = await readBy('photo', { path, type: 'image/heic', limits });
  if (picture) await keepBeside(path, picture);
  return outcome;
};

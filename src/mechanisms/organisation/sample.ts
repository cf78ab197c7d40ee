import type { Db } from '#platform/db.ts';

export type LoadSample = (db: Db, now: string) => Promise<{ password: string; usernames: string[] }>;

let load: LoadSample | undefined;

/** At boot: how the sample school is made, which only the composition above knows. */
export const openSample = (loader: LoadSample) => {
  load = loader;
};

export const sampleLoader = () => {
  if (!load) throw new Error('no sample school was opened');
  return load;
};

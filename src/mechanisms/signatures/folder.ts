import { join } from 'node:path';

let opened: string | undefined;

/** At boot: the folder of the key, which is in no database and in no export. A certificate of the school's own is put there as school.pem and school.key. */
export const openSigning = (folder: string) => {
  opened = folder;
};

export const inFolder = (name: string) => {
  if (!opened) throw new Error('the folder of the certificate was not opened');
  return join(opened, name);
};

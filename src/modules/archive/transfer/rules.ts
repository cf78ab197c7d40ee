import { reasons } from '#platform/rules.ts';

/** As many items as one package holds: its catalogue is read whole. */
export const mostItems = 20_000;

export const whyNotPack = ({ running, items }: { running: boolean; items?: number }) => reasons(
  [running,                                    'archive.package_running'],
  [items === 0,                                'archive.package_empty'],
  [items !== undefined && items > mostItems,   'archive.package_too_large'],
);

/** A package in which something later turned out to be classified is not given away any more. */
export const whyNotDownload = ({ state, classified }: { state: string; classified: boolean }) => reasons(
  [state !== 'done', 'archive.package_not_ready'],
  [classified,       'archive.package_holds_classified'],
);

export const whyNotRemove = ({ state }: { state: string }) => reasons(
  [state !== 'done', 'archive.package_not_ready'],
);

export const whyNotDropImport = ({ state }: { state: string }) => reasons(
  [state !== 'checked' && state !== 'failed', 'archive.import_ended'],
);

export const whyNotCheckPackage = (running: boolean) => reasons(
  [running, 'archive.import_running'],
);

export const whyNotImport = ({ state, running, unmapped }: { state: string; running: boolean; unmapped: number }) => reasons(
  [state !== 'checked',  'archive.import_not_checked'],
  [running,              'archive.import_running'],
  [unmapped > 0,         'archive.institution_unmapped'],
);

// eslint-disable-next-line no-control-regex
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that a folder of Windows takes as well: no sign it forbids, no dot or blank at the end, none of its own names, not too long. */
export const safeName = (name: string, most = 80) => {
  const clean = name.normalize('NFC').replace(forbidden, '_').replace(/[. ]+$/, '').trim();
  const short = shortened(clean === '' ? '_' : clean, most);
  return reserved.test(short) ? `_${short}` : short;
};

const shortened = (name: string, most: number) => {
  const letters = [...name];
  if (letters.length <= most) return name;
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, most - ending.length).join('').replace(/[. ]+$/, '') + ending;
};

/** The same name for a folder of Windows, which knows no capitals. */
export const sameName = (path: string) => path.normalize('NFC').toLowerCase();

interface Entry {
  size: number;
  pressed: number;
}

/** What unpacks to far more than it is, or to more than there is room for, is not unpacked. */
export const isBomb = ({ size, pressed }: Entry) => size > 10_000_000 && size > 200 * Math.max(pressed, 1);

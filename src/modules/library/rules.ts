import { reasons } from '#platform/rules.ts';

/** The levels by their numbers: 1 可见, 2 可阅, 3 可编辑, 4 可管理. */
export const [see, read, edit, manage] = [1, 2, 3, 4] as const;

export interface ItemFacts {
  isTop: boolean;
  /** The asker's level on it, and on the folder it lies in. */
  level: number;
  above: number;
  lockedBy: string | null;
}

const isLockedByOther = ({ lockedBy }: Pick<ItemFacts, 'lockedBy'>, who: string) => lockedBy !== null && lockedBy !== who;

/** New things in a folder: folders, files. */
export const whyNotPut = (folder: Pick<ItemFacts, 'level'>) => reasons([folder.level < edit, 'library.may_not_edit']);

export const whyNotRename = (item: ItemFacts) => reasons(
  [item.isTop,         'library.is_top'],
  [item.level < edit,  'library.may_not_edit'],
);

/** What lies there belongs to the folder, too: both must be open to the asker. */
export const whyNotTakeOut = (item: ItemFacts, who: string) => reasons(
  [item.isTop,                                                  'library.is_top'],
  [!item.isTop && (item.level < edit || item.above < edit),     'library.may_not_edit'],
  [isLockedByOther(item, who),                                  'library.locked_by_other'],
);

export const whyNotWrite = (item: Pick<ItemFacts, 'level' | 'lockedBy'>, who: string) => reasons(
  [item.level < edit,          'library.may_not_edit'],
  [isLockedByOther(item, who), 'library.locked_by_other'],
);

/** Two wrote from the same version: the second is told, and keeps what they have. */
export const whyNotAdd = (item: Pick<ItemFacts, 'level' | 'lockedBy'> & { version: number }, who: string, base: number) => [
  ...whyNotWrite(item, who),
  ...reasons([item.version !== base, 'library.newer_version']),
];

export const whyNotUnlock = (item: Pick<ItemFacts, 'level' | 'lockedBy'>, who: string, reason: string) => reasons(
  [item.lockedBy === null,                                                    'library.not_locked'],
  [isLockedByOther(item, who) && item.level < manage,                         'library.may_not_manage'],
  [isLockedByOther(item, who) && item.level >= manage && reason === '',       'library.reason_missing'],
);

export const whyNotManage = (item: Pick<ItemFacts, 'level'>) => reasons([item.level < manage, 'library.may_not_manage']);

/** The first free name beside those that are taken: 方案.docx, 方案（2）.docx. */
export const freeName = (name: string, taken: readonly string[]) => {
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const used = new Set(taken);
  const candidates = [name, ...taken.map((_, i) => `${stem}（${i + 2}）${end}`)];
  return candidates.find((one) => !used.has(one)) ?? name;
};

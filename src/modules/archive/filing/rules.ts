import { reasons } from '#platform/rules.ts';

interface Facts {
  finished: boolean;
  filesComing: boolean;
  archived: boolean;
  excluded: boolean;
  yearClosed: boolean;
  secrecy: number;
}

/** Only what is finished is archived, once. Of a stub there is only the paper: what is written of it says nothing. */
export const whyNotArchive = (document: Facts, wanted: { title?: string | undefined; remark?: string | undefined } = {}) => reasons(
  [document.archived,                                                   'archive.archived_already'],
  [document.excluded,                                                   'archive.excluded_already'],
  [!document.finished,                                                  'archive.not_finished'],
  [document.filesComing,                                                'archive.files_coming'],
  [document.yearClosed,                                                 'archive.year_closed'],
  [document.secrecy > 0 && Boolean(wanted.title || wanted.remark),      'archive.stub_says_nothing'],
);

export const whyNotExclude = (document: Pick<Facts, 'finished' | 'archived' | 'excluded' | 'yearClosed'>) => reasons(
  [document.archived,                                                   'archive.archived_already'],
  [document.excluded,                                                   'archive.excluded_already'],
  [!document.finished,                                                  'archive.not_finished'],
  [document.yearClosed,                                                 'archive.year_closed'],
);

export const whyNotInclude = (document: Pick<Facts, 'excluded' | 'yearClosed'>) => reasons(
  [!document.excluded,                                                  'archive.not_excluded'],
  [document.yearClosed,                                                 'archive.year_closed'],
);

interface Item {
  withdrawnAt: string | null;
  boxId: string | null;
  yearClosed: boolean;
  destroyed: boolean;
  /** On a destruction list that is not finished. */
  listed: boolean;
  /** Lent, approved to be read, or asked for. */
  lent: boolean;
  because: readonly string[];
}

/** What is in a box is taken out of it first; the number stays in the catalogue as void. */
export const whyNotWithdraw = (item: Item) => reasons(
  [item.withdrawnAt !== null,                                           'archive.withdrawn_already'],
  [item.destroyed,                                                      'archive.destroyed_already'],
  [item.listed,                                                         'archive.on_open_list'],
  [item.lent,                                                           'archive.in_use'],
  [item.boxId !== null,                                                 'archive.boxed_already'],
  [item.yearClosed,                                                     'archive.year_closed'],
  [item.because.includes('imported'),                                   'archive.came_whole'],
);

/** A slip in the catalogue is mended at any time, with the reason. A thickness that a box was filled by stays. */
export const whyNotCorrect = (item: Pick<Item, 'withdrawnAt' | 'boxId' | 'destroyed'> & { secrecy: number }, wanted?: { title?: string | undefined; remark?: string | undefined; thickness?: number | undefined; changes: number }) => reasons(
  [item.withdrawnAt !== null,                                           'archive.withdrawn_already'],
  [item.destroyed,                                                      'archive.destroyed_already'],
  [wanted?.changes === 0,                                               'archive.nothing_changed'],
  [item.secrecy > 0 && Boolean(wanted?.title || wanted?.remark),        'archive.stub_says_nothing'],
  [item.secrecy === 0 && wanted?.title === '',                          'archive.title_missing'],
  [item.boxId !== null && wanted?.thickness !== undefined,              'archive.boxed_already'],
);

import { reasons } from '#platform/rules.ts';
import type { How } from './nouns.ts';

interface Wanted {
  how: How;
  until: string;
}

interface Item {
  withdrawn: boolean;
  destroyed: boolean;
  /** On a destruction list that is not finished. */
  listed: boolean;
  files: number;
}

/** What is borrowed is there, until a day that is neither over nor too far. */
export const whyNotBorrow = (item: Item, wanted: Wanted, { today, latest }: { today: string; latest: string }) => reasons(
  [item.withdrawn,                                  'archive.withdrawn_already'],
  [item.destroyed,                                  'archive.destroyed_already'],
  [item.listed,                                     'archive.on_open_list'],
  [wanted.until < today,                            'archive.until_is_over'],
  [wanted.until > latest,                           'archive.until_too_far'],
  [wanted.how === 'read' && item.files === 0,       'archive.nothing_to_read'],
);

interface Loan {
  how: string;
  state: string;
  until: string;
}

export const whyNotBorrowAgain = (loan: Loan, wanted: Pick<Wanted, 'until'>, { mine, today, latest }: { mine: boolean; today: string; latest: string }) => reasons(
  [!mine,                                           'archive.not_the_borrower'],
  [loan.state !== 'asked',                          'archive.loan_running'],
  [wanted.until < today,                            'archive.until_is_over'],
  [wanted.until > latest,                           'archive.until_too_far'],
);

export const whyNotHandOut = (loan: Loan, { today, outWithOther }: { today: string; outWithOther: boolean }) => reasons(
  [loan.how === 'read',                             'archive.read_not_handed'],
  [loan.state !== 'approved',                       'archive.loan_not_approved'],
  [loan.how === 'lend' && outWithOther,             'archive.lent_already'],
  [loan.state === 'approved' && loan.until < today, 'archive.until_is_over'],
);

interface Renewing {
  mine: boolean;
  renewed: number;
  most: number;
  waits: boolean;
  latest: string;
  until?: string;
}

export const whyNotAskRenewal = (loan: Loan, { mine, renewed, most, waits, latest, until }: Renewing) => reasons(
  [!mine,                                           'archive.not_the_borrower'],
  [loan.state !== 'out',                            'archive.not_out'],
  [renewed >= most,                                 'archive.renewed_often'],
  [waits,                                           'archive.renewal_waits'],
  [until !== undefined && until <= loan.until,      'archive.until_not_later'],
  [until !== undefined && until > latest,           'archive.until_too_far'],
);

export const whyNotDecideRenewal = ({ waits, refusedWithout = false }: { waits: boolean; refusedWithout?: boolean }) => reasons(
  [!waits,                                          'archive.no_renewal'],
  [refusedWithout,                                  'archive.reason_missing'],
);

export const whyNotTakeBack = (loan: Pick<Loan, 'state'>, wanted?: { whole: boolean; condition: string }) => reasons(
  [loan.state !== 'out',                            'archive.not_out'],
  [wanted?.whole === false && !wanted.condition,    'archive.damage_unsaid'],
);

/** 阅览: the reader alone, what was approved for reading, until its day is over. */
export const whyNotView = (loan: Loan, { mine, today }: { mine: boolean; today: string }) => reasons(
  [!mine,                                           'archive.not_the_borrower'],
  [loan.how !== 'read' || loan.state !== 'approved', 'archive.reading_not_open'],
  [loan.until < today,                              'archive.reading_over'],
);

/** What the reading room shows: pages and pictures. */
export const isShown = (type: string) => type === 'application/pdf' || /^image\/(?:png|jpeg|webp|gif|tiff|bmp|heic|heif)$/.test(type);

import { reasons } from '#platform/rules.ts';

interface Item {
  withdrawn: boolean;
  destroyed: boolean;
  /** The last year through which it is kept; null: for ever. */
  dueAfter: number | null;
  /** Lent, approved to be read, or asked for. */
  lent: boolean;
  /** On a list that is not finished. */
  listed: boolean;
}

/** Only what nobody uses and whose retention ended with a full year goes on a list (ARC-1). */
export const whyNotList = (item: Item, { year }: { year: number }) => reasons(
  [item.destroyed,                                            'archive.destroyed_already'],
  [item.withdrawn,                                            'archive.withdrawn_already'],
  [item.dueAfter === null,                                    'archive.kept_for_ever'],
  [item.dueAfter !== null && item.dueAfter >= year,           'archive.retention_runs'],
  [item.lent,                                                 'archive.in_use'],
  [item.listed,                                               'archive.on_open_list'],
);

interface Judged {
  verdict: 'destroy' | 'keep';
  keepUntil: number | null;
  why: string;
}

/** 鉴定 of one item: it is destroyed, or kept longer until a year, with the reason. */
export const whyNotJudge = ({ verdict, keepUntil, why }: Judged, { year }: { year: number }) => reasons(
  [verdict === 'keep' && (keepUntil === null || keepUntil < year), 'archive.keep_until_is_over'],
  [verdict === 'keep' && !why,                                'archive.keep_why_missing'],
);

interface List {
  state: string;
  number: string;
  decidedOn: string | null;
  /** Who approved it. */
  approvers: readonly string[];
  /** Transfer packages that still hold something of it. */
  packages: number;
}

interface Wanted {
  number: string;
  on: string;
  witnesses: readonly string[];
}

/** 销毁: by an archivist who did not approve it, and only where no package would outlive it. */
export const whyNotDestroy = (list: List, { actor }: { actor: string }) => reasons(
  [list.state !== 'approved',                                 'archive.list_not_approved'],
  [list.approvers.includes(actor),                            'archive.approver_destroys'],
  [list.packages > 0,                                         'archive.packages_hold_it'],
);

/** Before two 监销人 who neither keep the archive, nor carry it out, nor approved it, and the number typed by hand. */
export const whyNotWitness = (list: List, wanted: Wanted, { today, archivists }: { today: string; archivists: readonly string[] }) => reasons(
  [wanted.number !== list.number,                             'archive.list_number_differs'],
  [wanted.witnesses[0] === wanted.witnesses[1],               'archive.witnesses_same'],
  [wanted.witnesses.some((id) => archivists.includes(id)),    'archive.witness_is_archivist'],
  [wanted.witnesses.some((id) => list.approvers.includes(id)), 'archive.witness_approved'],
  [wanted.on > today || wanted.on < (list.decidedOn ?? ''),   'archive.destroyed_on_wrong_day'],
);

/** 放弃销毁: what was approved and not yet carried out. */
export const whyNotGiveUp = ({ state }: Pick<List, 'state'>) => reasons(
  [state !== 'approved',                                      'archive.list_not_approved'],
);

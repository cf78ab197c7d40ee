import { reasons } from '#platform/rules.ts';

interface Paper {
  withPerson: string | null;
  offered: boolean;
  lostAt: string | null;
}

type Asker = { id: string; isOffice: boolean };

/** The holder gives it away, or the office does for a paper that lies in its cabinet. */
export const whyNotOffer = (paper: Paper, asker: Asker) => reasons(
  [!isTheirs(paper, asker),                           'incoming.paper_not_with_you'],
  [paper.offered,                                     'incoming.paper_already_offered'],
  [paper.lostAt !== null,                             'incoming.paper_is_lost'],
);

const isTheirs = (paper: Paper, asker: Asker) => paper.withPerson === asker.id || (paper.withPerson === null && asker.isOffice);

export const whyNotTake = (paper: Paper, asker: { id: string }) => reasons(
  [!paper.offered,                                    'incoming.paper_not_offered'],
  [paper.offered && paper.withPerson === asker.id,    'incoming.paper_is_yours'],
);

export const whyNotKeep = (paper: Paper, asker: Asker) => reasons(
  [!paper.offered,                                    'incoming.paper_not_offered'],
  [!isTheirs(paper, asker),                           'incoming.paper_not_with_you'],
);

export const whyNotReportLost = (paper: Paper, asker: Asker) => reasons(
  [!isTheirs(paper, asker) && !asker.isOffice,        'incoming.paper_not_with_you'],
  [paper.lostAt !== null,                             'incoming.paper_is_lost'],
);

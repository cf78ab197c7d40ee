import { reasons } from '#platform/rules.ts';

interface Paper {
  withPerson: string | null;
  offered: boolean;
}

/** The holder gives it away, or the office does for a paper that lies in its cabinet. */
export const whyNotOffer = (paper: Paper, asker: { id: string; isOffice: boolean }) => reasons(
  [paper.withPerson !== asker.id && !(paper.withPerson === null && asker.isOffice),  'incoming.paper_not_with_you'],
  [paper.offered,                                                                    'incoming.paper_already_offered'],
);

export const whyNotTake = (paper: Paper, asker: { id: string }) => reasons(
  [!paper.offered,                                    'incoming.paper_not_offered'],
  [paper.offered && paper.withPerson === asker.id,    'incoming.paper_is_yours'],
);

import type { Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { visibleTo } from '../documents.ts';
import { whyNotKeep, whyNotOffer, whyNotReportLost, whyNotTake } from './rules.ts';

/** The original with this code on its label, as the asker may see it. */
export const paperByCode = async (ctx: Reading, code: string) => {
  const row = await visibleTo(ctx)
    .leftJoin('people as holder', 'holder.id', 'd.paperWith')
    .leftJoin('incomingHandovers as h', (join) => join.onRef('h.documentId', '=', 'd.id').on('h.takenAt', 'is', null).on('h.cancelledAt', 'is', null))
    .select(['d.id', 'd.number', 'd.title', 'd.sender', 'd.senderNumber', 'd.paperWith', 'd.paperPlace', 'd.paperLostAt', 'holder.name as holder', 'h.id as handoverId'])
    .where('d.paperCode', '=', code)
    .executeTakeFirstOrThrow(notFound);
  return row;
};

export type Paper = Awaited<ReturnType<typeof paperByCode>>;

export const factsOf = (paper: Paper) => ({ withPerson: paper.paperWith, offered: paper.handoverId !== null, lostAt: paper.paperLostAt });

export const presented = ({ actor }: Reading, paper: Paper) => ({
  documentId: paper.id,
  number: paper.number,
  title: paper.title,
  with: paper.paperWith ? { id: paper.paperWith, name: paper.holder ?? '' } : null,
  place: paper.paperPlace,
  offered: paper.handoverId !== null,
  lostAt: paper.paperLostAt,
  whyNot: paperWhyNots(factsOf(paper), actor),
});

/** What the asker may do with the original, and why not. */
export const paperWhyNots = (paper: ReturnType<typeof factsOf>, actor: Reading['actor']) => {
  const asker = { id: actor.id, isOffice: isOffice({ actor }) };
  return {
    offer: whyNotOffer(paper, asker), take: whyNotTake(paper, asker), keep: whyNotKeep(paper, asker), reportLost: whyNotReportLost(paper, asker),
    ...(asker.isOffice && { locate: [] }),
  };
};

export const isOffice = ({ actor }: Pick<Reading, 'actor'>) => actor.permissions.has('incoming.register');

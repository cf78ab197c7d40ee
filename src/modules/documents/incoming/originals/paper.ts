import type { Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { visibleTo } from '../documents.ts';
import { whyNotOffer, whyNotTake } from './rules.ts';

/** The original with this code on its label, as the asker may see it. */
export const paperByCode = async (ctx: Reading, code: string) => {
  const row = await visibleTo(ctx)
    .leftJoin('people as holder', 'holder.id', 'd.paperWith')
    .leftJoin('incomingHandovers as h', (join) => join.onRef('h.documentId', '=', 'd.id').on('h.takenAt', 'is', null).on('h.cancelledAt', 'is', null))
    .select(['d.id', 'd.number', 'd.title', 'd.paperWith', 'd.paperPlace', 'holder.name as holder', 'h.id as handoverId'])
    .where('d.paperCode', '=', code)
    .executeTakeFirstOrThrow(notFound);
  return row;
};

export type Paper = Awaited<ReturnType<typeof paperByCode>>;

export const presented = ({ actor }: Reading, paper: Paper) => {
  const facts = { withPerson: paper.paperWith, offered: paper.handoverId !== null };
  return {
    documentId: paper.id,
    number: paper.number,
    title: paper.title,
    with: paper.paperWith ? { id: paper.paperWith, name: paper.holder ?? '' } : null,
    place: paper.paperPlace,
    offered: facts.offered,
    whyNot: { offer: whyNotOffer(facts, { id: actor.id, isOffice: isOffice({ actor }) }), take: whyNotTake(facts, actor) },
  };
};

export const isOffice = ({ actor }: Pick<Reading, 'actor'>) => actor.permissions.has('incoming.register');

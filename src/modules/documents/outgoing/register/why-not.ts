import type { Reading } from '#platform/module.ts';
import { whyNotCheck, whyNotCorrect, whyNotSignAgain } from '../checking/rules.ts';
import { whyNotDrop, whyNotEdit, whyNotSubmit } from '../drafts/rules.ts';
import { whyNotCollect, whyNotIssue, whyNotReceive, whyNotSendMore, whyNotTakeBack } from '../issuing/rules.ts';
import type { Delivery, Document } from '../nouns.ts';
import { whyNotNumber, whyNotVoid } from '../numbers/rules.ts';

type Bare = Omit<Document, 'whyNot' | 'deliveries'> & { deliveries: Omit<Delivery, 'whyNot'>[] };
type Reasons = Record<string, readonly string[]>;

/** The document with the reasons against each act that the asker's permissions could allow: the same rules that guard the acts. */
export const whyNots = (ctx: Reading, document: Bare, keepsSeal: boolean): Document => ({ ...document, deliveries: document.deliveries.map((delivery) => ({ ...delivery, whyNot: ofDelivery(ctx, delivery) })), whyNot: ofDocument(ctx, document, keepsSeal) });

const ofTheirs = ({ actor }: Reading, byPermission: Record<string, Reasons>) =>
  Object.assign({}, ...Object.entries(byPermission).map(([permission, reasons]) => (actor.permissions.has(permission) ? reasons : {}))) as Record<string, string[]>;

const ofDocument = (ctx: Reading, document: Bare, keepsSeal: boolean) => {
  const draft = { state: document.state, drafterId: document.drafter.id };
  const given = document.deliveries.reduce((sum, { copies, returnedAt }) => sum + (returnedAt ? 0 : copies), 0);
  return ofTheirs(ctx, {
    'outgoing.draft': { save: whyNotEdit(draft, ctx.actor), submit: whyNotSubmit(draft, ctx.actor, []), drop: whyNotDrop(draft, ctx.actor) },
    'outgoing.check': {
      check: whyNotCheck(document, undefined), correct: whyNotCorrect(document.state), signAgain: whyNotSignAgain(document.state), number: whyNotNumber(document.state, { closedAt: null }),
      voidNumber: document.number ? whyNotVoid({ state: 'taken' }, document.state) : ['outgoing.not_numbered_yet'],
      printed: document.number ? [] : ['outgoing.not_numbered_yet'], issue: whyNotIssue(document), sendMore: whyNotSendMore({ ...document, given }),
    },
    'outgoing.read': keepsSeal ? { seal: document.state === 'numbered' || document.state === 'sealed' ? [] : ['outgoing.not_numbered_yet'] } : {},
  });
};

const ofDelivery = (ctx: Reading, delivery: Omit<Delivery, 'whyNot'>) => {
  const facts = { ...delivery, departmentId: delivery.department?.id ?? null };
  return ofTheirs(ctx, {
    'outgoing.read': { receive: whyNotReceive(facts, ctx.actor.departments) },
    'outgoing.check': { collect: whyNotCollect(facts), takeBack: whyNotTakeBack(facts) },
  });
};

import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { canStart } from '../rules.ts';

type Who = { id: string; deputyFor: readonly { id: string }[] };

/** 用印 needs the keeper, the approval and the number. Whoever witnesses is another person than whoever seals. */
export const whyNotSeal = (document: { state: State; number: string | null; signedAt: string | null }, seal: { keeperId: string; retiredAt: string | null } | undefined, who: Who, witness?: string) => reasons(
  [document.signedAt === null,                                                            'outgoing.not_signed_yet'],
  [document.signedAt !== null && (document.number === null || !canStart('seal', document.state)), 'outgoing.not_numbered_yet'],
  [seal === undefined || seal.retiredAt !== null,                                         'outgoing.seal_unknown'],
  [seal !== undefined && seal.keeperId !== who.id && !who.deputyFor.some(({ id }) => id === seal.keeperId), 'outgoing.not_the_keeper'],
  [witness !== undefined && witness === who.id,                                           'outgoing.witness_is_sealer'],
);

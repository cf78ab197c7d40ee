import { signsFor, standsInFor } from '#mechanisms/access/deputies.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import type { Ctx } from '#platform/module.ts';
import type { Held } from './part.ts';
import { actsAs } from './rules.ts';

/** The history of the document says what became of a part, and for whom it was done. */
export const tell = async (ctx: Ctx<any>, { document, part, department }: Held, what: string, details: object = {}) => {
  const asWhom = actsAs(part.assigned, ctx.actor);
  const forWhom = signsFor(ctx, part.departmentId) ?? (asWhom ? standsInFor(ctx.actor, asWhom) : undefined);
  await tellHistory(ctx, document.id, `incoming.${what}`, { ...details, partId: part.id, department }, forWhom);
  return { id: part.id, documentId: document.id, documentDone: false };
};

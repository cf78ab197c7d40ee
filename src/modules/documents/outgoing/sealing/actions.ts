import { ask, settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions } from '#platform/module.ts';
import { lockDocument, moved } from '../documents.ts';
import { officeOf } from '../people.ts';
import type { sealing as contract } from './contract.ts';
import { whyNotSeal } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'seal'>> = {
  /** 用印, with its line in the seal register; a second seal on the same document is a second line. */
  async seal(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const seal = await ctx.db.selectFrom('seals').selectAll().where('id', '=', body.sealId).executeTakeFirst();
    ctx.refuse(...whyNotSeal(document, seal, ctx.actor, body.witnessId));
    await ctx.db
      .insertInto('sealUses')
      .values({ id: newId(), sealId: body.sealId, documentId: document.id, reason: body.reason ?? `${document.number} 用印`, copies: body.copies, approvedBy: document.signedBy!, sealedBy: ctx.actor.id, witnessedBy: body.witnessId ?? null, at: ctx.now })
      .execute();
    if (document.state === 'numbered') {
      await ctx.db.updateTable('outgoingDocuments').set({ sealedAt: ctx.now }).where('id', '=', document.id).execute();
      await settle(ctx, { recordId: document.id, what: 'outgoing.seal' });
      await ask(ctx, { departmentId: await officeOf(ctx), kind: 'act', recordId: document.id, what: 'outgoing.issue' });
    }
    ctx.tell('outgoing.papers_wanted', { documentId: document.id, by: ctx.actor.id });
    return moved(ctx, document, 'seal', { seal: seal!.name, copies: body.copies });
  },
};

import { newId } from '#platform/ids.ts';
import type { Actions, Listener } from '#platform/module.ts';
import { seenAnew } from '../items.ts';
import type { fixity as contract } from './contract.ts';
import { whyNotCheck } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'checkFiles'>> = {
  async checkFiles(ctx) {
    const running = await ctx.db.selectFrom('archiveChecks').select('id').where('state', 'in', ['waiting', 'running']).executeTakeFirst();
    ctx.refuse(...whyNotCheck(running !== undefined));
    const id = newId();
    await ctx.db.insertInto('archiveChecks').values({ id, askedAt: ctx.now, askedBy: ctx.actor.id, state: 'waiting' }).execute();
    ctx.tell('archive.check_wanted', { checkId: id });
    await seenAnew(ctx);
    return { id };
  },
};

export const checkWanted: Listener = (ctx, { checkId }: { checkId: string }) => ctx.enqueue('archive.check_files', { checkId });

import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { askInTime } from '../asking.ts';
import { type DocumentRow, named } from '../documents.ts';

const leaderRoles = ['leader', 'principal'];

/** Among the people named, those who are leaders of the school. */
export const canInstruct = async ({ db }: Pick<Reading, 'db'>, ids: readonly string[]) => {
  if (!ids.length) return [];
  const rows = await db
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .select('people.id')
    .where('people.id', 'in', [...ids])
    .where('posts.role', 'in', leaderRoles)
    .where('posts.until', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
};

/** The next leader in order is asked. False: nobody is left to ask. */
export const askNextLeader = async (ctx: Ctx<any>, document: DocumentRow) => {
  const next = await ctx.db
    .selectFrom('incomingInstructions')
    .selectAll()
    .where('documentId', '=', document.id)
    .where('givenAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('position')
    .executeTakeFirst();
  if (!next) return false;
  if (next.askedAt) return true;
  await ctx.db.updateTable('incomingInstructions').set({ askedAt: ctx.now }).where('id', '=', next.id).execute();
  await askInTime(ctx, { personId: next.leaderId, kind: 'act', recordId: document.id, itemId: next.id, what: 'incoming.instruct' });
  await notify(ctx, { to: [next.leaderId], what: 'incoming.instruct', params: named(document), recordId: document.id });
  return true;
};

import { ask } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Listener } from '#platform/module.ts';
import { holdersOf } from '../people.ts';
import { seenAnew, tellSearch } from './topics.ts';

interface Proposed {
  proposalId: string;
  recordId: string;
  title: string;
  why: string;
}

const usualMinutes = 20;

/** 重大事项: an important incoming document is a topic by itself (IN-5). */
const proposed: Listener = async (ctx, { proposalId, recordId, title, why }: Proposed) => {
  const { proposedBy } = await ctx.db.selectFrom('agendaProposals').select('proposedBy').where('id', '=', proposalId).executeTakeFirstOrThrow();
  const source = await ctx.db.selectFrom('records').select('clearance').where('id', '=', recordId).executeTakeFirstOrThrow();
  const there = await ctx.db.selectFrom('meetingTopics').select('id').where('proposalId', '=', proposalId).executeTakeFirst();
  if (there || source.clearance > 0) return;
  const id = newId();
  const post = await ctx.db.selectFrom('posts').select('departmentId').where('personId', '=', proposedBy).orderBy('since').limit(1).executeTakeFirstOrThrow();
  await ctx.db.insertInto('records').values({ id, kind: 'topic', title, allPermission: 'meetings.read_all', clearance: 0, readers: [proposedBy], at: ctx.now }).execute();
  await ctx.db.insertInto('meetingTopics').values({ id, title, reason: why, departmentId: post.departmentId, appliedBy: proposedBy, appliedAt: ctx.now, minutes: usualMinutes, state: 'applied', sourceId: recordId, proposalId }).execute();
  tellSearch(ctx, id, { title, reason: why });
  for (const personId of await holdersOf(ctx, 'office.clerk')) await ask(ctx, { personId, kind: 'act', recordId: id, what: 'meetings.takeUp', askedBy: proposedBy });
  await seenAnew(ctx);
};

export const listens: Record<string, Listener> = { 'agenda.proposed': proposed };

import { sql } from 'kysely';
import { filesOf } from '#mechanisms/files/files.ts';
import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { namesOf } from '../people.ts';
import type { Kind } from '../nouns.ts';
import type { topics as contract } from './contract.ts';
import { whyNotChangeTopic, whyNotClassify, whyNotReturnTopic } from './rules.ts';
import { isMine, lastPutOff, presentedTopic, topicLines } from './topics.ts';

/** More than a meeting could take up. */
const mostWaiting = 200;

export const queries: Queries<Pick<typeof contract, 'topics' | 'backlog' | 'topic'>> = {
  async topics(ctx, { query: { show, after, most } }) {
    const rows = await topicLines(ctx)
      .$if(show === 'waiting', (t) => t.where('t.state', 'in', ['applied', 'deferred']))
      .$if(show === 'mine', (t) => t.where('t.appliedBy', '=', ctx.actor.id))
      .$if(after !== undefined, (t) => t.where(sql<boolean>`(t.applied_at, t.id) < (select applied_at, id from meeting_topics where id = ${after})`))
      .orderBy('t.appliedAt', 'desc').orderBy('t.id', 'desc').limit(most + 1).execute();
    return { topics: rows.slice(0, most).map(presentedTopic), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async backlog(ctx, { query: { kind } }) {
    const rows = await topicLines(ctx).leftJoinLateral(lastPutOff, (on) => on.onTrue()).select(['o.kind', 'o.meeting', 'o.startsAt', 'o.why'])
      .where('t.state', 'in', ['applied', 'deferred']).where('records.clearance', '=', 0)
      .orderBy(sql`(o.kind is not distinct from ${kind}) desc`).orderBy(sql`(o.kind is not null) desc`).orderBy('t.appliedAt').orderBy('t.id').limit(mostWaiting).execute();
    return { topics: rows.map(({ kind: of, meeting, startsAt, why, ...row }) => ({ ...presentedTopic(row), putOff: of ? { kind: of as Kind, meeting: meeting!, at: startsAt!, why: why! } : null })) };
  },

  async topic(ctx, { params }) {
    const row = await topicLines(ctx).where('t.id', '=', params.topicId).executeTakeFirstOrThrow(notFound);
    const { reason, said, attendees, sourceId } = row;
    const topic = presentedTopic(row);
    const meetings = await ctx.db.selectFrom('meetingItems as i').innerJoin('meetings as m', 'm.id', 'i.meetingId').select(['m.id', 'm.title', 'm.startsAt', 'i.state', 'i.why']).where('i.topicId', '=', topic.id).orderBy('m.startsAt').execute();
    const source = sourceId ? await ctx.db.selectFrom('records').select(['id', 'number']).where('id', '=', sourceId).executeTakeFirst() : undefined;
    const mine = isMine(ctx, { appliedBy: topic.appliedBy.id, departmentId: topic.department.id });
    const whyNot: Record<string, string[]> = {
      ...(ctx.actor.permissions.has('meetings.manage') && topic.state !== 'withdrawn' && topic.state !== 'dealt' && { returnTopic: whyNotReturnTopic(topic) }),
      ...(ctx.actor.permissions.has('meetings.manage') && topic.secrecy === 0 && { classifyTopic: whyNotClassify(topic, 1) }),
      ...(mine && topic.state !== 'withdrawn' && topic.state !== 'dealt' && { changeTopic: whyNotChangeTopic(topic, mine), withdrawTopic: whyNotChangeTopic(topic, mine) }),
    };
    return { ...topic, reason, said, attendees: await namesOf(ctx, attendees), files: await filesOf(ctx, topic.id), source: source ?? null, meetings, whyNot };
  },
};

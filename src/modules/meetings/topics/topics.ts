import { type ExpressionBuilder, sql } from 'kysely';
import type { DB, MeetingTopics } from '#database/tables.ts';
import { mayRead } from '#mechanisms/access/records.ts';
import { changed } from '#platform/live.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Topic } from '../nouns.ts';

/** The topics the asker may see: their department's, those of meetings they are asked to, all for the office. */
export const topicsFor = (ctx: Pick<Reading, 'db' | 'actor'>) => ctx.db.selectFrom('meetingTopics as t').innerJoin('records', 'records.id', 't.id').where(mayRead(ctx));

export const topicLines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  topicsFor(ctx).innerJoin('departments as d', 'd.id', 't.departmentId').innerJoin('people as a', 'a.id', 't.appliedBy').select([
    't.id', 't.title', 't.appliedAt', 't.minutes', 't.state', 't.reason', 't.said', 't.attendees', 't.sourceId', 'records.clearance as secrecy', sql<string | null>`t.wished_on::text`.as('wishedOn'),
    sql<{ id: string; name: string }>`as_person(d.id, d.name)`.as('department'), sql<{ id: string; name: string }>`as_person(a.id, a.name)`.as('appliedBy'),
    sql<number>`(select count(*)::int from meeting_items i where i.topic_id = t.id and i.state = 'deferred')`.as('deferrals'),
  ]);

/** Of a topic `t`: the meeting that put it off last, and why. */
export const lastPutOff = (eb: ExpressionBuilder<DB & { t: MeetingTopics }, 't'>) =>
  eb.selectFrom('meetingItems as i').innerJoin('meetings as m', 'm.id', 'i.meetingId').select(['m.kind', 'm.title as meeting', 'm.startsAt', 'i.why']).whereRef('i.topicId', '=', 't.id').where('i.state', '=', 'deferred').orderBy('m.startsAt', 'desc').orderBy('m.id').limit(1).as('o');

export type TopicRow = Awaited<ReturnType<ReturnType<typeof topicLines>['execute']>>[number];
export const presentedTopic = ({ reason: _, said: __, attendees: ___, sourceId: ____, ...row }: TopicRow) => row as Topic;

/** The topic, held until the transaction ends. */
export const lockTopic = async (ctx: Ctx<any>, id: string) => topicsFor(ctx).selectAll('t').where('t.id', '=', id).forNoKeyUpdate('t').executeTakeFirstOrThrow(notFound);

/** Whose it is: of the applicant, and of whoever signs for the department. */
export const isMine = (ctx: Pick<Reading, 'actor'>, { appliedBy, departmentId }: { appliedBy: string; departmentId: string }) => ctx.actor.id === appliedBy || ctx.actor.departments.includes(departmentId);

export const seenAnew = ({ db }: Pick<Ctx<any>, 'db'>) => changed(db, { keys: 'all', what: ['meetings'] });

/** Of what turns out to be classified search forgets the words by itself. */
export const tellSearch = (ctx: Pick<Ctx<any> | Working, 'tell'>, recordId: string, { title, reason }: { title: string; reason: string }) => ctx.tell('search.record_changed', { recordId, title, number: '', body: reason });

import { z } from 'zod';
import { Attached } from '#mechanisms/files/contract.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Done, files, kinds, most, Person, reason, text, Topic, WaitingTopic, WhyNot } from '../nouns.ts';

const Application = z.object({ title: text(200).min(1), reason: text(4000).min(1), minutes: z.int().min(1).max(480), wishedOn: day.nullable().default(null), attendees: z.array(z.uuid()).max(100).default([]), files });

export const topicsShown = ['waiting', 'mine', 'all'] as const;

/** 议题 (MTG-1): applied for by a department; returned with the reason, taken up by a meeting, put off to a later one, dealt with. */
export const topics = {
  topics: endpoint({
    path: 'GET /topics',
    permission: 'meetings.take_part',
    query: z.object({ show: z.enum(topicsShown).default('waiting'), after: z.uuid().optional(), most }),
    returns: z.object({ topics: z.array(Topic), next: z.uuid().nullable() }),
  }),
  /** For the next meeting of this kind: what one of its kind put off comes first, then what another put off, then the oldest. */
  backlog: endpoint({ path: 'GET /topic-backlog', permission: 'meetings.manage', query: z.object({ kind: z.enum(kinds) }), returns: z.object({ topics: z.array(WaitingTopic) }) }),
  topic: endpoint({
    path: 'GET /topics/:topicId',
    permission: 'meetings.take_part',
    returns: Topic.extend({
      reason: z.string(),
      said: z.string(),
      attendees: z.array(Person),
      files: z.array(Attached),
      source: z.object({ id: z.uuid(), number: z.string() }).nullable(),
      /** The meetings that took it up, in order, and what became of it there. */
      meetings: z.array(z.object({ id: z.uuid(), title: z.string(), startsAt: instant, state: z.string(), why: z.string() })),
      whyNot: WhyNot,
    }),
  }),
  applyTopic: endpoint({ path: 'POST /topics', permission: 'meetings.take_part', body: Application, returns: Done, refuses: ['meetings.person_unknown', 'meetings.file_unknown'] }),
  /** What was returned is applied for again. */
  changeTopic: endpoint({ path: 'PUT /topics/:topicId', permission: 'meetings.take_part', body: Application, returns: Done, refuses: ['meetings.not_the_applicant', 'meetings.topic_taken_up', 'meetings.person_unknown', 'meetings.file_unknown'] }),
  returnTopic: endpoint({ path: 'POST /topics/:topicId/return', permission: 'meetings.manage', body: z.object({ reason }), returns: Done, refuses: ['meetings.topic_not_waiting'] }),
  /** 改按涉密登记: it turned out to be classified. Nothing of it stays but a line; the database empties and erases in the same transaction. */
  classifyTopic: endpoint({ path: 'POST /topics/:topicId/classification', permission: 'meetings.manage', body: z.object({ secrecy: z.int().min(1).max(3) }), returns: Done, refuses: ['meetings.classified_already'] }),
  withdrawTopic: endpoint({ path: 'POST /topics/:topicId/withdrawal', permission: 'meetings.take_part', body: z.object({ reason }), returns: Done, refuses: ['meetings.not_the_applicant', 'meetings.topic_taken_up'] }),
};

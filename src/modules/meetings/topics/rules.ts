import { reasons } from '#platform/rules.ts';

const open = ['applied', 'returned', 'deferred'];

/** The applicant, as long as no meeting has it. */
export const whyNotChangeTopic = (topic: { state: string }, mine: boolean) => reasons(
  [!mine,                          'meetings.not_the_applicant'],
  [!open.includes(topic.state),    'meetings.topic_taken_up'],
);

export const whyNotReturnTopic = (topic: { state: string }) => reasons(
  [topic.state !== 'applied' && topic.state !== 'deferred', 'meetings.topic_not_waiting'],
);

export const whyNotClassify = (topic: { secrecy: number }, wanted: number) => reasons([topic.secrecy >= wanted, 'meetings.classified_already']);

import { expect, test } from 'vitest';
import { whyNotCancel, whyNotChangeCalled, whyNotReply, whyNotUrge } from './calling/rules.ts';
import { whyNotCall, whyNotChangePlan, whyNotPlan, whyNotSend } from './planning/rules.ts';
import { whyNotChangeTopic, whyNotClassify, whyNotReturnTopic } from './topics/rules.ts';

const now = '2026-11-23T01:00:00.000Z';
const later = '2026-11-27T01:00:00.000Z';
const meeting = { state: 'called', startsAt: later, endsAt: '2026-11-27T03:00:00.000Z', urgentWhy: '' };
const item = (topicId: string, minutes = 20) => ({ topicId, minutes });
const plan = { minutes: 60, startsAt: later, items: [item('a'), item('b')] };
const enough = { enough: true, missingYear: null };
const short = { enough: false, missingYear: null };
const unknown = { enough: false, missingYear: 2028 };

test.each([
  ['a topic that waits, by its applicant', whyNotChangeTopic({ state: 'applied' }, true), []],
  ['one that was returned', whyNotChangeTopic({ state: 'returned' }, true), []],
  ['on an agenda, by somebody else', whyNotChangeTopic({ state: 'scheduled' }, false), ['meetings.not_the_applicant', 'meetings.topic_taken_up']],
  ['classified twice', whyNotClassify({ secrecy: 1 }, 1), ['meetings.classified_already']],
  ['classified higher', whyNotClassify({ secrecy: 1 }, 2), []],
  ['returned: it waits', whyNotReturnTopic({ state: 'deferred' }), []],
  ['returned: it is dealt with', whyNotReturnTopic({ state: 'dealt' }), ['meetings.topic_not_waiting']],
  ['a plan', whyNotPlan(plan, { now, free: true }), []],
  ['nothing to talk about', whyNotPlan({ ...plan, items: [] }, { now, free: true }), ['meetings.no_agenda']],
  ['a topic twice', whyNotPlan({ ...plan, items: [item('a'), item('a')] }, { now, free: true }), ['meetings.topic_twice']],
  ['seventy minutes in an hour', whyNotPlan({ ...plan, items: [item('a', 50), item('b')] }, { now, free: true }), ['meetings.agenda_too_long']],
  ['yesterday, and a topic that somebody else has', whyNotPlan({ ...plan, startsAt: now }, { now, free: false }), ['meetings.starts_in_the_past', 'meetings.topic_not_waiting']],
  ['a plan that is being approved', whyNotChangePlan({ state: 'approving', version: 1 }), ['meetings.not_a_plan']],
  ['a plan that somebody else changed', whyNotChangePlan({ state: 'draft', version: 2 }, { version: 1 }), ['meetings.changed_meanwhile']],
  ['sent in time', whyNotSend({ ...meeting, state: 'draft' }, enough, now), []],
  ['sent too late', whyNotSend({ ...meeting, state: 'draft' }, short, now), ['meetings.notice_too_late']],
  ['sent too late, and it says why', whyNotSend({ ...meeting, state: 'draft', urgentWhy: '台风停课' }, short, now), []],
  ['a year whose calendar nobody published', whyNotSend({ ...meeting, state: 'draft' }, unknown, now), ['meetings.calendar_unknown']],
  ['sent twice', whyNotSend({ ...meeting, state: 'approving' }, enough, now), ['meetings.not_a_draft']],
  ['called before it is approved', whyNotCall({ ...meeting, state: 'approving' }, enough, now), ['meetings.not_approved']],
  ['approved, and too late by now', whyNotCall({ ...meeting, state: 'approved' }, short, now), ['meetings.notice_too_late']],
  ['approved, and over by now', whyNotCall({ ...meeting, state: 'approved', startsAt: now }, short, now), ['meetings.starts_in_the_past']],
  ['put off', whyNotChangeCalled(meeting, { now, wanted: { startsAt: '2026-11-30T01:00:00.000Z', minutes: 60 }, enough: false, minutes: 60 }), []],
  ['brought forward', whyNotChangeCalled(meeting, { now, wanted: { startsAt: '2026-11-24T01:00:00.000Z', minutes: 60 }, enough: false, minutes: 60 }), ['meetings.moved_too_soon']],
  ['brought forward into a year without a calendar', whyNotChangeCalled(meeting, { now, wanted: { startsAt: '2026-11-24T01:00:00.000Z', minutes: 60 }, enough: false, known: false, minutes: 60 }), ['meetings.calendar_unknown']],
  ['made shorter than its topics', whyNotChangeCalled(meeting, { now, wanted: { startsAt: later, minutes: 30 }, minutes: 60 }), ['meetings.agenda_too_long']],
  ['changed when it has begun', whyNotChangeCalled(meeting, { now: later }), ['meetings.has_begun']],
  ['cancelled', whyNotCancel(meeting, now), []],
  ['cancelled when it has begun', whyNotCancel(meeting, later), ['meetings.has_begun']],
  ['cancelled twice', whyNotCancel({ ...meeting, state: 'cancelled' }, now), ['meetings.cancelled_already']],
  ['comes', whyNotReply(meeting, { asked: true, now, wanted: { reply: 'comes', why: '', deputyId: null, deputyAsked: false } }), []],
  ['sends nobody by name, and says not why', whyNotReply(meeting, { asked: true, now, wanted: { reply: 'deputy', why: '', deputyId: null, deputyAsked: false } }), ['meetings.deputy_missing', 'meetings.why_away']],
  ['sends somebody who comes anyway', whyNotReply(meeting, { asked: true, now, wanted: { reply: 'deputy', why: '出差', deputyId: 'x', deputyAsked: true } }), ['meetings.deputy_asked_already']],
  ['a stranger', whyNotReply(meeting, { asked: false, now }), ['meetings.not_asked']],
  ['urged', whyNotUrge(meeting, { now, silent: 2, minutesSince: 40 }), []],
  ['urged again at once', whyNotUrge(meeting, { now, silent: 2, minutesSince: 5 }), ['meetings.urged_just_now']],
  ['everybody answered', whyNotUrge(meeting, { now, silent: 0, minutesSince: undefined }), ['meetings.nobody_silent']],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

import { sql } from 'kysely';
import { startClock } from '#mechanisms/deadlines/clocks.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';
import { comingTo, itemsOf, type MeetingRow } from '../meetings.ts';
import { openPaper } from '../papers/papers.ts';
import { resolutionsOf } from '../resolutions/resolutions.ts';
import { attendanceOf } from '../signin/attendance.ts';
import { pointsOf } from '../sitting/sitting.ts';
import { draftOf, type Recorded } from './drafting.ts';

type Acting = Ctx<any> | Working;

/** Everything that was written down at a meeting. */
export const recordedOf = async (ctx: Pick<Reading, 'db' | 'now'>, meeting: Pick<MeetingRow, 'id' | 'title' | 'place' | 'startsAt' | 'begunAt' | 'endedAt' | 'endsAt' | 'chairId' | 'minuteTakerId'>): Promise<Recorded> => {
  const names = await ctx.db.selectFrom('people').select(['id', 'name']).where('id', 'in', [meeting.chairId, meeting.minuteTakerId]).execute();
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? '';
  const { lines, others, came } = await attendanceOf(ctx, meeting);
  const [items, points, resolutions] = [await itemsOf(ctx, meeting.id), await pointsOf(ctx, meeting.id), await resolutionsOf(ctx, meeting.id)];
  const said = (itemId: string | null) => points.filter((point) => point.itemId === itemId).map(({ text }) => text);
  return {
    title: meeting.title, place: meeting.place, chair: nameOf(meeting.chairId), minuteTaker: nameOf(meeting.minuteTakerId), startsAt: meeting.begunAt ?? meeting.startsAt, endedAt: meeting.endedAt ?? meeting.endsAt,
    people: lines.map(({ person, part, reply, why, deputy, came: here }) => ({ name: person.name, part, reply, why, deputy: here ? (here.name === person.name ? null : here.name) : (deputy?.name ?? null), came: came.length ? here !== null : null })),
    others: others.map(({ name }) => name),
    points: said(null),
    items: items.map(({ id, title, secrecy, department, presenter, state, why }) => ({
      title, secrecy, department: department.name, presenter: presenter.name, state, why, points: said(id),
      resolutions: resolutions.filter(({ itemId }) => itemId === id).map(({ number, text, department: inCharge, owner, assisting, dueOn }) => ({ number, text, department: inCharge.name, owner: owner.name, assisting: assisting.map(({ name }) => name), dueOn })),
    })),
  };
};

/** Drawn when the meeting is over; from that moment run the promises to send it and to have it approved. */
export const makeMinutes = async (ctx: Acting, meeting: MeetingRow) => {
  const departments = await ctx.db.selectFrom('meetingItems as i').innerJoin('meetingTopics as t', 't.id', 'i.topicId').leftJoin('resolutions as s', 's.itemId', 'i.id').select(['t.departmentId', 's.departmentId as inCharge', 's.assisting']).where('i.meetingId', '=', meeting.id).execute();
  const theirs = [...new Set(departments.flatMap(({ departmentId, inCharge, assisting }) => [departmentId, ...(inCharge ? [inCharge] : []), ...(assisting ?? [])]))];
  const paperId = await openPaper(ctx, { kind: 'minutes', readers: [meeting.minuteTakerId], madeBy: null, meetingId: meeting.id, departments: theirs }, draftOf(await recordedOf(ctx, meeting)));
  const ended = { ...ctx, now: meeting.endedAt ?? ctx.now };
  for (const promise of ['meetings.minutes_sent', 'meetings.minutes_final']) await startClock(ended, { promise, recordId: paperId, personId: meeting.minuteTakerId });
  await ask(ctx, { personId: meeting.minuteTakerId, kind: 'act', recordId: paperId, what: 'meetings.sendMinutes', askedBy: meeting.minuteTakerId });
  return paperId;
};

/** Whoever was there, of the school: by the list that was signed, else by what they answered. */
export const attendeesOf = async (ctx: Pick<Reading, 'db'>, meetingId: string) => {
  const signed = await ctx.db.selectFrom('meetingAttendance').select('personId').where('meetingId', '=', meetingId).where('personId', 'is not', null).execute();
  return signed.length ? signed.map(({ personId }) => personId!) : comingTo(ctx, meetingId);
};

/** Numbers of the meeting's resolutions that a text does not name. */
export const leftOutOf = async ({ db }: Pick<Reading, 'db'>, meetingId: string, body: string) => {
  const rows = await db.selectFrom('resolutions as s').innerJoin('meetingItems as i', 'i.id', 's.itemId').select('s.number').where('i.meetingId', '=', meetingId).orderBy('s.recordedAt').orderBy('s.id').execute();
  return rows.map(({ number }) => number).filter((number) => !body.includes(number));
};

/** How far the attendees are: corrections undecided, and who has not read it. */
export const heardOf = async ({ db }: Pick<Reading, 'db'>, paperId: string) =>
  db.selectNoFrom([
    sql<number>`(select count(*)::int from minutes_corrections where paper_id = ${paperId} and decided_at is null)`.as('open'),
    sql<number>`(select count(*)::int from minutes_receipts where paper_id = ${paperId} and person_id is not null and read_at is null)`.as('unread'),
  ]).executeTakeFirstOrThrow();

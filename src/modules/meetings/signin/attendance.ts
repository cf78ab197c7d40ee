import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { type MeetingRow, participantsOf } from '../meetings.ts';
import type { Came } from './contract.ts';
import { lateMinutes } from './times.ts';

type Of = Pick<MeetingRow, 'id' | 'startsAt' | 'begunAt'>;

/** Everybody who came, in the order they came. */
export const cameTo = async ({ db }: Pick<Reading, 'db'>, meeting: Of) => {
  const rows = await db.selectFrom('meetingAttendance as a').leftJoin('people as p', 'p.id', 'a.personId').select(['a.id', 'a.personId', 'a.forId', sql<string>`coalesce(p.name, a.guest)`.as('name'), 'a.at', sql<'code'>`a.way`.as('way')]).where('a.meetingId', '=', meeting.id).orderBy('a.at').orderBy('a.id').execute();
  return rows.map((row, i) => ({ ...row, order: i + 1, late: lateMinutes(row.at, meeting) }));
};

type Row = Awaited<ReturnType<typeof cameTo>>[number];
export const presentedCame = ({ personId: _, forId: __, ...came }: Row): Came => came;

/** The list of those called, each with who came: themselves or somebody for them; then those who were not called. */
export const attendanceOf = async (ctx: Pick<Reading, 'db'>, meeting: Of) => {
  const [came, people] = [await cameTo(ctx, meeting), await participantsOf(ctx, meeting.id)];
  const lines = people.map((line) => ({ ...line, row: came.find(({ personId }) => personId === line.person.id) ?? came.find(({ forId }) => forId === line.person.id) }));
  const counted = new Set(lines.map(({ row }) => row?.id));
  return {
    lines: lines.map(({ row, ...line }) => ({ ...line, came: row ? presentedCame(row) : null })),
    others: came.filter(({ id }) => !counted.has(id)).map((row) => ({ ...presentedCame(row), guest: row.personId === null })),
    came,
  };
};

/** Whom this person comes for, or `null`: for themselves. Undefined: they were not called. */
export const comesFor = async ({ db }: Pick<Reading, 'db'>, meetingId: string, personId: string) => {
  const called = await db.selectFrom('meetingPeople').select(['personId', 'deputyId']).where('meetingId', '=', meetingId).where(({ or, eb }) => or([eb('personId', '=', personId), eb('deputyId', '=', personId)])).execute();
  if (!called.length) return undefined;
  return called.some((one) => one.personId === personId) ? null : called[0]!.personId;
};

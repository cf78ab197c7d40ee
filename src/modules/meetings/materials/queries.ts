import { fileURLToPath } from 'node:url';
import { filesOf } from '#mechanisms/files/files.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf } from '#mechanisms/reports/sheets.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { isOver, whyNotPrepare } from '../equipment/rules.ts';
import { meetingsFor, person } from '../meetings.ts';
import { momentInFull, schoolOf } from '../papers.ts';
import { seatingOf } from '../seating/seats.ts';
import { zh } from '../words.zh.ts';
import type { materials as contract } from './contract.ts';
import { handsIn, materialLines, type MaterialRow, presentedMaterial } from './materials.ts';
import { whyNotGive, whyNotHandIn, whyNotReadMaterial, whyNotUrgeMaterial, whyNotWithdraw } from './rules.ts';

const bagTemplate = fileURLToPath(new URL('./bags.typ', import.meta.url));

export const queries: Queries<Pick<typeof contract, 'materials' | 'material' | 'bagList'>> = {
  async materials(ctx, { params }) {
    const meeting = await readMeeting(ctx, params.meetingId);
    const rows = await materialLines(ctx).where('g.meetingId', '=', meeting.id).orderBy('g.askedAt').orderBy('g.id').execute();
    const waiting = rows.filter(({ handedInAt, distributedAt, withdrawnAt }) => handedInAt && !distributedAt && !withdrawnAt).length;
    const manages = ctx.actor.permissions.has('meetings.manage') && !isOver(meeting, ctx.now);
    const bags = rows.some(({ bagged, withdrawnAt }) => bagged && !withdrawnAt);
    return { materials: rows.map((row) => presentedMaterial(row, ctx.now)), whyNot: { ...(manages && { askMaterial: [], ...(rows.length > 0 && { distribute: whyNotGive(meeting, waiting) as string[] }), ...(bags && { bag: [] }) }) } };
  },

  async material(ctx, { params }) {
    const row = await materialLines(ctx).where('g.id', '=', params.materialId).executeTakeFirstOrThrow(notFound);
    const meeting = await ctx.db.selectFrom('meetings').select(['id', 'title', 'startsAt', 'endsAt', 'state']).where('id', '=', row.meetingId).executeTakeFirstOrThrow();
    const concerned = handsIn(ctx, row);
    const readers = concerned ? await ctx.db.selectFrom('meetingMaterialReaders as c').innerJoin('people as p', 'p.id', 'c.personId').select([person('p.id', 'p.name').as('person'), 'c.givenAt', 'c.readAt']).where('c.materialId', '=', row.id).orderBy('c.readAt').orderBy('p.name').execute() : [];
    const numbered = concerned ? await copiesOf(ctx, [row.id]) : [];
    const { state: _, ...of } = meeting;
    return { ...presentedMaterial(row, ctx.now), meeting: of, withdrawnWhy: row.withdrawnWhy, files: await filesOf(ctx, row.id), readers, numbered: numbered.map(({ materialId: __, ...copy }) => copy), whyNot: whyNotOf(ctx, row, meeting) };
  },

  /** 装袋清单: which numbers lie in whose bag; signed for, taken back. */
  async bagList(ctx, { params }) {
    const meeting = await readMeeting(ctx, params.meetingId);
    const rows = (await materialLines(ctx).where('g.meetingId', '=', meeting.id).where('g.bagged', '=', true).where('g.withdrawnAt', 'is', null).orderBy('g.askedAt').orderBy('g.id').execute());
    const copies = rows.length ? await copiesOf(ctx, rows.map(({ id }) => id)) : [];
    const seats = (await seatingOf(ctx, meeting.id)).seats.map(({ person: { id } }) => id);
    const people = [...new Map(copies.map((copy) => [copy.person.id, copy.person.name])).entries()].toSorted(([a], [b]) => placeIn(seats, a) - placeIn(seats, b));
    const lines = people.map(([id, name]) => ({ name, numbers: rows.map((row) => copies.find((copy) => copy.materialId === row.id && copy.person.id === id)).map((copy) => (copy ? String(copy.number).padStart(3, '0') : '')), back: copies.filter((copy) => copy.person.id === id).every(({ returnedAt }) => returnedAt !== null) }));
    const materials = rows.map(({ title, secrecy, secrecyPeriod, place, copies: count }) => ({ title: secrecy > 0 ? '（涉密，不显示标题）' : title, mark: secrecy > 0 ? `${zh.secrecies[secrecy]}${secrecyPeriod && `★${secrecyPeriod}`}` : '', place, copies: count }));
    return asPdf(`装袋清单 ${meeting.title}`, await pdf(bagTemplate, { school: await schoolOf(ctx), title: meeting.title, when: momentInFull(meeting.startsAt), place: meeting.place, materials, lines }));
  },
};

const readMeeting = (ctx: Pick<Reading, 'db' | 'actor'>, id: string) => meetingsFor(ctx).select(['m.id', 'm.title', 'm.startsAt', 'm.endsAt', 'm.place', 'm.state']).where('m.id', '=', id).executeTakeFirstOrThrow(notFound);

/** Whoever has a copy and no seat any more stands last. */
const placeIn = (seats: readonly string[], id: string) => (seats.includes(id) ? seats.indexOf(id) : seats.length);

const copiesOf = ({ db }: Pick<Reading, 'db'>, materialIds: readonly string[]) =>
  db.selectFrom('meetingMaterialCopies as c').innerJoin('people as p', 'p.id', 'c.personId').select(['c.materialId', 'c.number', 'c.returnedAt', person('p.id', 'p.name').as('person')]).where('c.materialId', 'in', [...materialIds]).orderBy('c.number').execute();

const whyNotOf = (ctx: Reading, row: MaterialRow, meeting: { state: string; endsAt: string }): Record<string, string[]> => {
  const manages = ctx.actor.permissions.has('meetings.manage');
  const over = isOver(meeting, ctx.now);
  const open = row.withdrawnAt === null && row.endedAt === null && !over;
  return {
    ...(handsIn(ctx, row) && row.secrecy === 0 && open && { handIn: [...whyNotHandIn(row, true), ...whyNotPrepare(meeting, ctx.now)] }),
    ...(row.myGivenAt !== null && row.myReadAt === null && { readMaterial: whyNotReadMaterial({ readAt: row.myReadAt }) }),
    ...(manages && row.handedInAt === null && row.secrecy === 0 && open && { urgeMaterial: whyNotUrgeMaterial(row, row.urgedAt ? (Date.parse(ctx.now) - Date.parse(row.urgedAt)) / 60_000 : undefined) }),
    ...(manages && open && { withdrawMaterial: whyNotWithdraw(row) }),
    ...(manages && row.copies > row.returned && { takeBack: [] }),
  };
};

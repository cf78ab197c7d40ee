import { openRecord } from '#mechanisms/access/records.ts';
import { breakOffApproval, submit } from '#mechanisms/approvals/approvals.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { takeNumber } from '#mechanisms/registers/registers.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { enter, giveUp, hold, needsApproval, type NewBooking, recordTitle, seenAnew, tellSearch } from '../bookings/booking.ts';
import type { RoomFound } from '../bookings/contract.ts';
import { type Fitted, foundRooms } from '../bookings/fitting.ts';
import { type Span, whyNotTitle } from '../bookings/rules.ts';
import { keepWait } from '../waiting/waits.ts';
import type { series as contract } from './contract.ts';
import { datesOf } from './expansion.ts';
import { whyNotEndSeries, whyNotPlan, whyNotSeries } from './rules.ts';

/** A school year of weekly meetings. */
const most = 60;

export const actions: Actions<Pick<typeof contract, 'planSeries' | 'bookSeries' | 'endSeries'>> = {
  async planSeries(ctx, { body }) {
    const dates = datesOf(body, body.rule, most + 1);
    ctx.refuse(...whyNotPlan({ dates: dates?.length, most }));
    return { dates: (await planned(ctx, body, dates!)).map(({ span, room }) => ({ ...span, whyNot: room.whyNot, takenBy: room.takenBy?.organiser ?? null })) };
  },

  /** Approved as one; a date that does not fit is kept with the reason, and offered when it falls free. */
  async bookSeries(ctx, { body: { rule, skip, ...wanted } }) {
    ctx.refuse(...whyNotTitle(wanted));
    await hold(ctx, wanted);
    const dates = datesOf(wanted, rule, most + 1);
    ctx.refuse(...whyNotPlan({ dates: dates?.length, most }));
    const all = await planned(ctx, wanted, dates!);
    const [fit, rest] = [all.filter(({ room }) => !room.whyNot.length), all.filter(({ room }) => room.whyNot.length)];
    ctx.refuse(...whyNotSeries({ dates: all.length, fit: fit.length, skip }));
    const id = await open(ctx, { ...wanted, rule }, fit[0]!.room);
    for (const { span, room } of fit) await enter(ctx, { ...wanted, ...span }, room, { state: 'booked', seriesId: id });
    for (const { span, room } of rest) await keepWait(ctx, { ...wanted, ...span, seriesId: id, reasons: room.whyNot });
    await settle(ctx, id, wanted, fit.map(({ room }) => room));
    return { id, booked: fit.length, skipped: rest.length };
  },

  async endSeries(ctx, { params }) {
    const one = await ctx.db.selectFrom('roomSeries').select(['id', 'organiserId']).where('id', '=', params.seriesId).forNoKeyUpdate().executeTakeFirstOrThrow(notFound);
    const coming = await ctx.db.selectFrom('roomBookings').select('id').where('seriesId', '=', one.id).where('startsAt', '>', ctx.now).where('state', 'in', ['asked', 'booked']).orderBy('startsAt').forNoKeyUpdate().execute();
    ctx.refuse(...whyNotEndSeries({ mine: ctx.actor.keys.includes(one.organiserId) || ctx.actor.permissions.has('rooms.manage'), coming: coming.length }));
    for (const { id } of coming) await giveUp(ctx, id, 'cancelled', '');
    await breakOffApproval(ctx, one.id);
    await ctx.db.updateTable('roomWaits').set({ state: 'withdrawn' }).where('seriesId', '=', one.id).where('state', '=', 'waiting').execute();
    await tellHistory(ctx, one.id, 'rooms.endSeries');
    return { id: one.id, cancelled: coming.length };
  },
};

const planned = async (ctx: Reading, wanted: NewBooking, dates: readonly Span[]) => {
  const all: { span: Span; room: RoomFound }[] = [];
  for (const span of dates) {
    const { rooms: [room] } = await foundRooms(ctx, { ...wanted, ...span }, { most: 1 });
    if (!room) throw notFound();
    all.push({ span, room });
  }
  return all;
};

const open = async (ctx: Ctx<any>, wanted: NewBooking & { rule: string }, room: Fitted) => {
  const id = newId();
  const number = await takeNumber(ctx, 'rooms.series');
  await openRecord(ctx, { id, kind: 'room-series', number, title: recordTitle(wanted, room), allPermission: 'rooms.manage', clearance: 0, readers: [ctx.actor.id] });
  await ctx.db.insertInto('roomSeries').values({ id, number, roomId: wanted.roomId, rule: wanted.rule, organiserId: ctx.actor.id, askedAt: ctx.now }).execute();
  await tellHistory(ctx, id, 'rooms.bookSeries');
  tellSearch(ctx, { id, number, title: recordTitle(wanted, room) }, room);
  return id;
};

const settle = async (ctx: Ctx<any>, id: string, { people }: NewBooking, rooms: readonly Fitted[]) => {
  const ofSeries = () => ctx.db.updateTable('roomBookings').where('seriesId', '=', id);
  if (rooms.some(needsApproval)) {
    const approval = await submit(ctx, { recordId: id, subject: 'rooms.booking', facts: { class: rooms[0]!.class, exception: rooms.some(({ late }) => late), people }, drafterId: ctx.actor.id, departmentId: ctx.actor.departmentId });
    await ofSeries().set({ state: 'asked', approvalId: approval.id }).execute();
  } else for (const { id: bookingId } of await ctx.db.selectFrom('roomBookings').select('id').where('seriesId', '=', id).execute()) ctx.tell('rooms.booked', { bookingId });
  await seenAnew(ctx);
};

import { type CompiledQuery, type Insertable, sql } from 'kysely';
import type { RoomBookings } from '#database/tables.ts';
import { openRecord } from '#mechanisms/access/records.ts';
import { breakOffApproval, submit } from '#mechanisms/approvals/approvals.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { takeNumber } from '#mechanisms/registers/registers.ts';
import { withdraw } from '#mechanisms/todos/todos.ts';
import { prepare } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Counted } from '../nouns.ts';
import { lockRoom } from '../register/rooms.ts';
import { type Fitted, fitting, type Wish } from './fitting.ts';
import { type Span, whyNotTitle } from './rules.ts';

/** What somebody wants to book. */
export interface NewBooking extends Span {
  roomId: string;
  people: number;
  title: string;
  /** Instead of the title: shown to the organiser alone. */
  secretTitle: string;
  equipment: readonly Counted[];
  /** Why it is asked for later than the rules allow. */
  exception: string | null;
}

/** Books a room for the actor, or asks for it where somebody has to approve; refuses what `booking` of the contract names. */
export const bookRoom = async (ctx: Ctx<any>, wanted: NewBooking) => {
  ctx.refuse(...whyNotTitle(wanted));
  const room = await fitted(ctx, wanted);
  const id = await enter(ctx, wanted, room, { state: 'booked' });
  return settled(ctx, id, room, { people: wanted.people, event: 'rooms.booked' });
};

/** Another time, room or size: looked at anew, and approved anew. */
export const changeBooking = async (ctx: Ctx<any>, id: string, wanted: NewBooking) => {
  ctx.refuse(...whyNotTitle(wanted));
  const { number, ...freed } = await standingOf(ctx, id);
  const room = await fitted(ctx, { ...wanted, except: id });
  await breakOffApproval(ctx, id);
  await ctx.db.updateTable('roomBookings').set({ ...columns(wanted, room), state: 'booked', approvalId: null, decidedAt: null }).where('id', '=', id).execute();
  await ctx.db.updateTable('records').set({ title: recordTitle(wanted, room) }).where('id', '=', id).execute();
  await ctx.db.deleteFrom('roomBookingEquipment').where('bookingId', '=', id).execute();
  await keepEquipment(ctx, id, wanted.equipment);
  await tellHistory(ctx, id, 'rooms.change');
  tellSearch(ctx, { id, number, title: recordTitle(wanted, room) }, room);
  return settled(ctx, id, room, { people: wanted.people, event: 'rooms.changed', freed });
};

/** Another name and another head count, there and then: nobody has to approve it again, and whoever is invited hears of it. */
export const amend = async (ctx: Ctx<any>, { id, number, roomId, private: isPrivate, state }: Awaited<ReturnType<typeof lockBooking>>, { title, people }: { title: string; people: number }) => {
  const room = await ctx.db.selectFrom('rooms').select(['name', 'seats']).where('id', '=', roomId).executeTakeFirstOrThrow();
  if (people > room.seats) ctx.refuse('rooms.too_small');
  const said = recordTitle(isPrivate ? { title: '', secretTitle: title } : { title, secretTitle: '' }, room);
  await ctx.db.updateTable('roomBookings').set({ title, people }).where('id', '=', id).execute();
  await ctx.db.updateTable('records').set({ title: said }).where('id', '=', id).execute();
  await tellHistory(ctx, id, 'rooms.change');
  tellSearch(ctx, { id, number, title: said }, room);
  if (state === 'booked') ctx.tell('rooms.changed', { bookingId: id });
  await seenAnew(ctx);
};

/** Given up in one of the ways in which a booking ends before its time. */
export const giveUp = async (ctx: Ctx<any>, id: string, state: 'cancelled' | 'released', why: string) => {
  await breakOffApproval(ctx, id);
  for (const what of asksOf) await withdraw(ctx, { recordId: id, what });
  await ctx.db.updateTable('roomBookings').set({ state, endedAt: ctx.now, endedBy: ctx.actor.id, endedWhy: why }).where('id', '=', id).execute();
  ctx.tell(`rooms.${state}`, { bookingId: id, freed: await freedBy(ctx, id) });
  await seenAnew(ctx);
};

/** What a booking may ask of its organiser. */
export const asksOf = ['rooms.answerOffer', 'rooms.signIn', 'rooms.leave'];

/** The booking, held until the transaction ends. */
export const lockBooking = (ctx: Ctx<any>, id: string) =>
  ctx.db.selectFrom('roomBookings').selectAll().select(['startsAt as from', 'endsAt as to']).where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow(notFound);

export const seenAnew = (ctx: Pick<Ctx<any> | Working, 'db'>) => changed(ctx.db, { keys: 'all', what: ['rooms'] });

const standingOf = ({ db }: Pick<Ctx<any>, 'db'>, id: string) => db.selectFrom('roomBookings').select(['number', 'roomId', 'startsAt as from', 'endsAt as to']).where('id', '=', id).executeTakeFirstOrThrow();

/** The time a booking has, which somebody may have who waits. */
const freedBy = async (ctx: Pick<Ctx<any>, 'db'>, id: string) => {
  const { number: _, ...freed } = await standingOf(ctx, id);
  return freed;
};

/** The room and what is carried to it are held, then the rule is asked: of many who want one hour, one has it and the others are told. */
export const fitted = async (ctx: Ctx<any>, wanted: Wish & { roomId: string }) => {
  await hold(ctx, wanted);
  const [room] = await fitting(ctx, wanted);
  ctx.refuse(...room!.whyNot);
  return room!;
};

export const hold = async (ctx: Ctx<any>, { roomId, equipment }: Pick<Wish, 'equipment'> & { roomId: string }) => {
  await lockRoom(ctx, roomId);
  if (equipment.length) await sql`select id from room_equipment where id = any(${equipment.map(({ equipmentId }) => equipmentId)}::uuid[]) order by id for no key update`.execute(ctx.db);
};

interface Entered {
  state: 'booked' | 'offered';
  seriesId?: string;
}

/** Written into the register, with its number and its record. */
export const enter = async (ctx: Ctx<any>, wanted: NewBooking, room: Fitted, { state, seriesId }: Entered) => {
  const id = newId();
  const number = await takeNumber(ctx, 'rooms.booking');
  await openRecord(ctx, { id, kind: 'rooms', number, title: recordTitle(wanted, room), allPermission: 'rooms.manage', clearance: 0, readers: [ctx.actor.id] });
  await entered(ctx.db, { ...columns(wanted, room), id, number, seriesId: seriesId ?? null, organiserId: ctx.actor.id, departmentId: ctx.actor.departmentId, state, askedAt: ctx.now });
  await keepEquipment(ctx, id, wanted.equipment);
  await tellHistory(ctx, id, state === 'offered' ? 'rooms.offer' : 'rooms.book');
  tellSearch(ctx, { id, number, title: recordTitle(wanted, room) }, room);
  return id;
};

/** Found by its number, what it is for and its room; a private purpose is told to nobody. */
export const tellSearch = (ctx: Ctx<any>, { id, number, title }: { id: string; number: string; title: string }, { name }: Pick<Fitted, 'name'>) => ctx.tell('search.record_changed', { recordId: id, title, number, sender: ctx.actor.name, body: name });

const entered = prepare<Insertable<RoomBookings>, never>((db, blank) => {
  const names = ['id', 'number', 'roomId', 'startsAt', 'endsAt', 'people', 'title', 'private', 'exception', 'seriesId', 'organiserId', 'departmentId', 'state', 'askedAt'] as const;
  return db.insertInto('roomBookings').values(Object.fromEntries(names.map((name) => [name, blank((one) => one[name])])) as never).compile() as CompiledQuery<never>;
});

const columns = ({ from, to, people, title, secretTitle, exception, roomId }: NewBooking, { late }: Fitted) =>
  ({ roomId, people, startsAt: from, endsAt: to, title: secretTitle || title, private: secretTitle !== '', exception: late ? exception : null });

/** Lists, inbox and messages name a private booking by its room. */
export const recordTitle = ({ title, secretTitle }: Pick<NewBooking, 'title' | 'secretTitle'>, { name }: Pick<Fitted, 'name'>) => (secretTitle ? name : title);

const keepEquipment = async ({ db }: Ctx<any>, bookingId: string, equipment: readonly Counted[]) => {
  if (equipment.length) await db.insertInto('roomBookingEquipment').values(equipment.map((one) => ({ ...one, bookingId }))).execute();
};

export const needsApproval = (room: Pick<Fitted, 'free' | 'late'>) => !room.free || room.late;

/** 审批 by the class of the room; a room that is free of it is booked at once, unless an exception is asked for. */
export const settled = async (ctx: Ctx<any>, id: string, room: Pick<Fitted, 'free' | 'late' | 'class'>, { people, event, standing = 'booked', freed }: { people: number; event: string; standing?: 'booked' | 'offered'; freed?: object }) => {
  const state = needsApproval(room) ? 'asked' : 'booked';
  const approval = state === 'asked' && (await submit(ctx, { recordId: id, subject: 'rooms.booking', facts: { class: room.class, exception: room.late, people }, drafterId: ctx.actor.id, departmentId: ctx.actor.departmentId }));
  if (approval || standing !== state) await ctx.db.updateTable('roomBookings').set({ state, approvalId: approval ? approval.id : null }).where('id', '=', id).execute();
  if (state === 'booked' || event !== 'rooms.booked') ctx.tell(event, { bookingId: id, freed });
  await seenAnew(ctx);
  return { id, state };
};

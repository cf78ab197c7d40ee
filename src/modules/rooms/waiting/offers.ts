import { sql } from 'kysely';
import { wouldBe } from '#mechanisms/access/who.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import type { Ctx, Listener, Working } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { officeTime } from '#platform/time.ts';
import { enter, hold, seenAnew } from '../bookings/booking.ts';
import { type Fitted, fitting } from '../bookings/fitting.ts';
import type { Counted } from '../nouns.ts';

interface Freed {
  roomId: string;
  from: string;
  to: string;
}

const columns = ['id', 'roomId', 'startsAt as from', 'endsAt as to', 'people', 'title', 'private', 'equipment', 'organiserId', 'askedAt', 'state'] as const;

export const lockWait = (ctx: Pick<Ctx<any>, 'db'>, id: string) => ctx.db.selectFrom('roomWaits').select(columns).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

type WaitRow = NonNullable<Awaited<ReturnType<typeof lockWait>>>;

/** What fell free is kept for the first who waits for it, until they answer. */
const offer: Listener = async (ctx, { freed }: { freed?: Freed }) => {
  if (!freed || freed.to <= ctx.now) return;
  const waits = await ctx.db.selectFrom('roomWaits').select(columns).where('state', '=', 'waiting').where('startsAt', '>', ctx.now)
    .where(sql<boolean>`during && tstzrange(${freed.from}, ${freed.to}, '[)') and (room_id is null or room_id = ${freed.roomId})`).orderBy('askedAt').orderBy('id').limit(20).forNoKeyUpdate().execute();
  for (const wait of waits) {
    const acting = await actingFor(ctx, wait.organiserId);
    if (acting) await offerTo(acting, wait);
  }
};

export const listens: Record<string, Listener> = Object.fromEntries(['rooms.cancelled', 'rooms.released', 'rooms.refused', 'rooms.changed'].map((event) => [event, offer]));

/** What is offered is what they might book themselves. */
export const actingFor = async ({ db, now, tell }: Working, personId: string): Promise<Ctx<any> | undefined> => {
  const actor = await wouldBe(db, personId, now);
  return actor && { db, now, tell, actor, refuse: (...codes) => { if (codes.length) throw refused(codes); } };
};

const offerTo = async (ctx: Ctx<any>, wait: WaitRow) => {
  const entered = await enterFor(ctx, wait);
  if (!entered) return;
  const { bookingId, room } = entered;
  const last = new Date(Date.parse(ctx.now) + (await setting<number>(ctx, 'rooms.offer_minutes')) * 60_000).toISOString();
  const until = last < wait.from ? last : wait.from;
  await ctx.db.updateTable('roomWaits').set({ state: 'offered', offeredUntil: until, bookingId }).where('id', '=', wait.id).execute();
  await ask(ctx, { personId: wait.organiserId, kind: 'act', recordId: bookingId, what: 'rooms.answerOffer', dueAt: until });
  await notify(ctx, { to: [wait.organiserId], what: 'rooms.offered', params: { room: room.name, when: officeTime(wait.from), until: officeTime(until) }, recordId: bookingId });
  await seenAnew(ctx);
};

/** A booking that holds the room, if one fits now; whoever waited keeps their place in time. */
export const enterFor = async (ctx: Ctx<any>, { equipment, title, private: isPrivate, ...wait }: WaitRow): Promise<{ bookingId: string; room: Fitted } | undefined> => {
  const wish = { from: wait.from, to: wait.to, people: wait.people, equipment: equipment as unknown as Counted[], roomId: wait.roomId ?? undefined, askedAt: wait.askedAt };
  const found = (await fitting(ctx, wish)).find(({ whyNot }) => !whyNot.length);
  if (!found) return undefined;
  await hold(ctx, { ...wish, roomId: found.id });
  const [room] = await fitting(ctx, { ...wish, roomId: found.id });
  if (room!.whyNot.length) return undefined;
  const bookingId = await enter(ctx, { ...wish, roomId: found.id, title: isPrivate ? '' : title, secretTitle: isPrivate ? title : '', exception: null }, room!, { state: 'offered' });
  return { bookingId, room: room! };
};

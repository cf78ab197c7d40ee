import { notify } from '#mechanisms/notifications/notifications.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { seenAnew } from '../bookings/booking.ts';
import type { statistics as contract, Suggestion } from './contract.ts';
import { roomFigures, suggestionsOf } from './figures.ts';
import { whyNotPropose } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'propose'>> = {
  /** In one press: a series to whoever holds it, a room to the director of the office. */
  async propose(ctx, { body: { month, kind, subjectId, note } }) {
    const suggestion = (await suggestionsOf(ctx, month, await roomFigures(ctx, month))).find((one) => one.kind === kind && one.subjectId === subjectId);
    ctx.refuse(...whyNotPropose({ suggested: suggestion !== undefined, proposed: suggestion?.proposed != null }));
    const id = newId();
    await ctx.db.insertInto('roomProposals').values({ id, month, kind, subjectId, note, at: ctx.now, by: ctx.actor.id }).execute();
    await tell(ctx, suggestion!, { month, note });
    await seenAnew(ctx);
    return { id };
  },
};

const messages = { few_people: 'rooms.propose_few_people', hardly_used: 'rooms.propose_hardly_used', often_full: 'rooms.propose_often_full', missed_series: 'rooms.propose_missed_series' } as const;

const tell = async (ctx: Ctx<any>, { kind, subjectId, name, count, of }: Suggestion, { month, note }: { month: string; note: string }) => {
  const params = { name, month, count: String(count), of: String(of), note };
  if (kind === 'missed_series') {
    const { organiserId } = await ctx.db.selectFrom('roomSeries').select('organiserId').where('id', '=', subjectId).executeTakeFirstOrThrow();
    return notify(ctx, { to: [organiserId], what: messages[kind], params, recordId: subjectId });
  }
  const directors = await ctx.db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('role', '=', 'office.director').where('until', 'is', null).where('disabledAt', 'is', null).execute();
  return notify(ctx, { to: directors.map(({ id }) => id), what: messages[kind], params: { ...params, href: '/rooms/statistics' }, recordId: null });
};

import type { Queries } from '#platform/module.ts';
import type { statistics as contract } from './contract.ts';
import { departmentFigures, hourFigures, roomFigures, spanOf, suggestionsOf } from './figures.ts';

export const queries: Queries<Pick<typeof contract, 'statistics'>> = {
  async statistics(ctx, { query: { month } }) {
    const { from, to } = spanOf(month);
    const rooms = await roomFigures(ctx, month);
    const { exceptions } = await ctx.db.selectFrom('roomBookings').select(({ fn }) => fn.countAll<number>().as('exceptions')).where('startsAt', '>=', from).where('startsAt', '<', to).where('exception', 'is not', null).executeTakeFirstOrThrow();
    return {
      rooms: rooms.map(({ hours: _, few: __, ...room }) => room), hours: await hourFigures(ctx, month, rooms), departments: await departmentFigures(ctx, month),
      exceptions: Number(exceptions), suggestions: await suggestionsOf(ctx, month, rooms),
    };
  },
};

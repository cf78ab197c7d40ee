import type { Moves } from '#platform/module.ts';
import type { calendar as contract } from './contract.ts';
import { readSheet } from './sheet.ts';

export const transfers: Moves<typeof contract> = {
  async readSheet(ctx, { body }) {
    const proposal = await readSheet(body);
    if (!proposal) ctx.refuse('calendar.not_a_sheet');
    if (!proposal!.days.length && !proposal!.faults.length) ctx.refuse('calendar.no_days_found');
    return proposal!;
  },
};

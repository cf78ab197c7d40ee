import type { Queries } from '#platform/module.ts';
import type { originals as contract } from './contract.ts';
import { heldBy } from './held.ts';
import { paperByCode, presented } from './paper.ts';

export const queries: Queries<typeof contract> = {
  held: (ctx, { query }) => heldBy(ctx, query),
  whereIs: async (ctx, { params }) => presented(ctx, await paperByCode(ctx, params.code)),
};

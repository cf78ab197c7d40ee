import type { Queries } from '#platform/module.ts';
import type { originals as contract } from './contract.ts';
import { paperByCode, presented } from './paper.ts';

export const queries: Queries<typeof contract> = {
  whereIs: async (ctx, { params }) => presented(ctx, await paperByCode(ctx, params.code)),
};

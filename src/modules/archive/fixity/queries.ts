import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { checkPaperOf } from '../papers/check.ts';
import { checksOf, faultsOf, presented } from './checks.ts';
import type { fixity as contract } from './contract.ts';
import { whyNotCheck } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'checks' | 'check' | 'checkPaper'>> = {
  async checks(ctx) {
    const checks = (await checksOf(ctx).orderBy('c.askedAt', 'desc').orderBy('c.id', 'desc').limit(50).execute()).map(presented);
    const running = checks.some(({ state }) => state === 'waiting' || state === 'running');
    return { checks, whyNot: (ctx.actor.permissions.has('archive.manage') ? { checkFiles: whyNotCheck(running) } : {}) as Record<string, string[]> };
  },

  async check(ctx, { params: { checkId } }) {
    const check = presented(await checksOf(ctx).where('c.id', '=', checkId).executeTakeFirstOrThrow(notFound));
    return { ...check, faults: await faultsOf(ctx, checkId) };
  },

  async checkPaper(ctx, { params: { checkId } }) {
    const check = presented(await checksOf(ctx).where('c.id', '=', checkId).executeTakeFirstOrThrow(notFound));
    return checkPaperOf(ctx, check, await faultsOf(ctx, checkId));
  },
};

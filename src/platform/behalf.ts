import type { Ctx } from './module.ts';

const behalf = new WeakMap<object, string>();

/** Whoever acts stands in for this person: the audit entry of the write says so. */
export const actsFor = (ctx: Ctx<any>, personId: string) => void behalf.set(ctx, personId);

/** For whom it was done, if not for oneself. */
export const actedFor = (ctx: object) => behalf.get(ctx) ?? null;

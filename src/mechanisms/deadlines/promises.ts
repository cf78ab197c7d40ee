import { type Role, roles } from '#mechanisms/access/roles.ts';
import type { KindOfTime } from '#mechanisms/calendar/rules.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Reading } from '#platform/module.ts';
import type { Terms } from './rules.ts';

/** Time of the promise's kind; by a setting where an administrator may change it. */
export type Amount = { readonly setting: string; readonly unit: 'minutes' | 'hours' | 'days' } | { readonly minutes: number };

export interface PromiseWords {
  title: string;
  /** What starts it and what ends it: 登记 → 各承办部门办结. */
  from: string;
  to: string;
}

/** A promise of the office, declared by the module that keeps it. */
export interface Promised {
  /** Full name such as 'incoming.ordinary'. */
  readonly name: string;
  readonly kind: KindOfTime;
  readonly length: Amount;
  /** When this share is used, or this long before it is due. */
  readonly warn: { readonly share: number } | { readonly lead: Amount };
  /** How long after it broke, and to which role. */
  readonly escalate?: { readonly after: Amount; readonly to: string };
  readonly zh: PromiseWords;
  readonly en: PromiseWords;
}

const declared = new Map<string, Promised>();

/** At boot, by each module: a name declared twice in different ways, or a role that does not exist, stops the start. */
export const declarePromises = (promises: readonly Promised[]) => {
  for (const promise of promises) {
    const same = declared.get(promise.name);
    if (same && JSON.stringify(same) !== JSON.stringify(promise)) throw new Error(`promise ${promise.name} is declared twice`);
    if (promise.escalate && !roles.includes(promise.escalate.to as Role)) throw new Error(`promise ${promise.name}: no role ${promise.escalate.to}`);
    declared.set(promise.name, promise);
  }
};

export const promises = (): readonly Promised[] => [...declared.values()];

export const promiseNamed = (name: string): Promised => {
  const promise = declared.get(name);
  if (!promise) throw new Error(`no promise ${name}`);
  return promise;
};

const minutesIn = { minutes: 1, hours: 60, days: 1440 };

/** A promise with the figures now in force. */
export const termsOf = async (ctx: Pick<Reading, 'db'>, promise: Promised): Promise<Terms> => {
  const minutes = await amount(ctx, promise.length);
  const warnAfter = 'share' in promise.warn ? Math.round(minutes * promise.warn.share) : Math.max(0, minutes - (await amount(ctx, promise.warn.lead)));
  return { kind: promise.kind, minutes, warnAfter, escalateAfter: promise.escalate ? await amount(ctx, promise.escalate.after) : null };
};

const amount = async (ctx: Pick<Reading, 'db'>, wanted: Amount) =>
  'minutes' in wanted ? wanted.minutes : Math.round(Number(await setting(ctx, wanted.setting)) * minutesIn[wanted.unit]);

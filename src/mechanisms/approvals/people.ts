import type { Reading } from '#platform/module.ts';
import type { Facts, Step, Who } from './route.ts';

type Asking = Pick<Reading, 'db'>;

/** For whom a step is worked out. */
export interface Case {
  facts: Facts;
  chosen: Readonly<Record<string, readonly string[]>>;
  drafterId: string;
  departmentId: string;
}

export interface Found {
  people: readonly string[];
  /** Others than the route says, because of their own draft or an empty seat. */
  instead: 'own_draft' | 'vacant' | null;
}

/** Who signs a step of this case, in order. Where only the drafter would, or nobody, it climbs: leader in charge, principal, any leader. */
export const signersOf = async (ctx: Asking, step: Pick<Step, 'key' | 'who'>, of: Case): Promise<Found> => {
  if (step.who.kind === 'heads_of') return headsFor(ctx, step, of, step.who.field);
  const wanted = await named(ctx, step, of);
  const others = wanted.filter((id) => id !== of.drafterId);
  // Whom the drafter is to choose is never guessed.
  if (others.length || step.who.kind === 'chosen') return { people: others, instead: null };
  for (const who of above) {
    const people = (await named(ctx, { key: step.key, who }, of)).filter((id) => id !== of.drafterId);
    if (people.length) return { people, instead: wanted.length ? 'own_draft' : 'vacant' };
  }
  return { people: [], instead: 'vacant' };
};

/** One head of each department, and where a department has none, whoever stands above it. */
const headsFor = async (ctx: Asking, { key }: Pick<Step, 'key'>, of: Case, field: string): Promise<Found> => {
  const found: Found[] = [];
  for (const departmentId of (of.facts[field] as readonly string[] | undefined) ?? []) found.push(await signersOf(ctx, { key, who: { kind: 'head' } }, { ...of, departmentId }));
  return { people: [...new Set(found.flatMap(({ people }) => people.slice(0, 1)))], instead: found.find(({ instead }) => instead)?.instead ?? null };
};

const above: readonly Who[] = [{ kind: 'leader' }, { kind: 'role', role: 'principal' }, { kind: 'role', role: 'leader' }, { kind: 'role', role: 'office.director' }];

const named = async (ctx: Asking, { key, who }: Pick<Step, 'key' | 'who'>, { chosen, departmentId }: Case): Promise<string[]> => {
  switch (who.kind) {
    case 'role': return holdersOf(ctx, who.role);
    case 'head':
    case 'heads_of': return headsOf(ctx, departmentId);
    case 'leader': return leadersOf(ctx, departmentId);
    case 'person': return present(ctx, [who.personId]);
    case 'chosen': return present(ctx, chosen[key] ?? []);
  }
};

/** Whoever holds a role now; the longest in it first. */
export const holdersOf = async ({ db }: Asking, role: string) => {
  const rows = await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').where('role', '=', role).where('until', 'is', null).where('disabledAt', 'is', null).orderBy('since').orderBy('people.id').execute();
  return [...new Set(rows.map(({ id }) => id))];
};

/** Whoever has been head longest comes first. */
const headsOf = async ({ db }: Asking, departmentId: string) => {
  const rows = await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').where('departmentId', '=', departmentId).where('role', 'in', ['department.head', 'office.director']).where('until', 'is', null).where('disabledAt', 'is', null).orderBy('since').orderBy('people.id').execute();
  return rows.map(({ id }) => id);
};

const leadersOf = async ({ db }: Asking, departmentId: string) => {
  const rows = await db.selectFrom('oversight').innerJoin('people', 'people.id', 'oversight.personId').select('people.id').where('departmentId', '=', departmentId).where('disabledAt', 'is', null).orderBy('people.id').execute();
  return rows.map(({ id }) => id);
};

/** Those of these people who are still here, in the order given. */
export const present = async ({ db }: Asking, ids: readonly string[]) => {
  if (!ids.length) return [];
  const rows = await db.selectFrom('people').select('id').where('id', 'in', [...ids]).where('disabledAt', 'is', null).execute();
  return [...new Set(ids)].filter((id) => rows.some((row) => row.id === id));
};

/** Ids with names, in the order given. */
export const peopleNamed = async ({ db }: Asking, ids: readonly string[]) => {
  if (!ids.length) return [];
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', [...ids]).execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
};

export interface Gap {
  key: string;
  departments: string[];
}

/** Steps of a route for which nobody would be there: at all, or for some drafting departments, which are named. */
export const gapsOf = async (ctx: Asking, steps: readonly Pick<Step, 'key' | 'who'>[]): Promise<Gap[]> => {
  const departments = await ctx.db.selectFrom('departments').select(['id', 'name']).where('closedAt', 'is', null).orderBy('position').execute();
  const gaps: Gap[] = [];
  for (const { key, who } of steps) {
    if (who.kind === 'chosen') continue;
    const nobody = { facts: {}, chosen: {}, drafterId: '', departmentId: '' };
    const empty = who.kind === 'role' || who.kind === 'person' ? [] : await emptyOf(ctx, who, departments);
    const missing = who.kind === 'role' || who.kind === 'person' ? (await named(ctx, { key, who }, nobody)).length === 0 : empty.length > 0;
    if (missing) gaps.push({ key, departments: empty });
  }
  return gaps;
};

const emptyOf = async (ctx: Asking, who: Who, departments: readonly { id: string; name: string }[]) => {
  const empty: string[] = [];
  for (const { id, name } of departments) {
    const { people } = await signersOf(ctx, { key: '', who: who.kind === 'heads_of' ? { kind: 'head' } : who }, { facts: {}, chosen: {}, drafterId: '', departmentId: id });
    if (!people.length) empty.push(name);
  }
  return empty;
};

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { everybodyKey, membersKey, roleKey } from './keys.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { type Db, prepare } from '#platform/db.ts';
import type { Absent, Actor, Module } from '#platform/module.ts';

/** Only the hash of a token is stored. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');

const tokenMark = 'zb_';

/** Who holds this session or access token now, if anybody does. */
export const whoIs = async (db: Db, token: string, { now, address }: { now: string; address: string }): Promise<Actor | undefined> => {
  const hash = hashOfToken(token);
  const isToken = token.startsWith(tokenMark);
  const [found] = await (isToken ? byAccessToken : bySession)(db, { hash, now, idleSince: isToken ? now : await idleSince(db, now) });
  if (!found) return undefined;
  await touch(db, found, isToken, now);
  const actor = { ...actorOf(found, await grantsOf(db), address), ...(found.readsOnly !== undefined && { token: found.readsOnly ? ('reads' as const) : ('writes' as const) }) };
  return found.mustChange ? { ...actor, ...nothingYet } : actor;
};

/** A one-time password opens the change of the password, and nothing else. */
const nothingYet = { permissions: new Set<string>(), keys: [], departments: [], deputyFor: [], clearance: 0 };

interface Post { id: string; person: string; department: string; merged: string[]; role: string; title: string }
interface Found {
  id: string;
  name: string;
  clearance: number;
  actingPostId: string | null;
  mustChange: boolean;
  sessionId: string;
  seenAt: string | null;
  readsOnly?: boolean;
  posts: Post[] | null;
  passes: string[];
  absent: { person: string; name: string; scope: string }[] | null;
}

const person = (now: string) => {
  const onLeave = sql`starts <= ${now} and ends > ${now} and ended_at is null`;
  return sql`p.id, p.name, p.clearance, p.acting_post_id, p.must_change,
  (select json_agg(json_build_object('person', l.person_id, 'name', (select name from people where id = l.person_id), 'scope', l.scope)) from
    (select person_id, scope from leaves where deputy_id = p.id and ${onLeave} union all select id, 'all' from people where successor_id = p.id) l) as absent,
  (select json_agg(json_build_object('id', o.id, 'person', o.person_id, 'department', o.department_id,
      'merged', array(select id from departments where merged_into = o.department_id), 'role', o.role, 'title', o.title) order by o.since, o.id) from posts o
    where (o.until is null or o.until > ${now}) and o.person_id = any(array(select p.id union all select person_id from leaves where deputy_id = p.id and ${onLeave}))) as posts,
  array(select key from passes where person_id = p.id and ends_at > ${now}) as passes`;
};

interface Asked {
  hash: string;
  now: string;
  idleSince: string;
}

const bySession = prepare<Asked, Found>((db, blank) => {
  const now = blank((asked) => asked.now);
  return sql<Found>`select s.id as session_id, s.seen_at, ${person(now)} from sessions s join people p on p.id = s.person_id
    where s.token_hash = ${blank(({ hash }) => hash)} and s.ends_at > ${now} and s.seen_at > ${blank(({ idleSince }) => idleSince)} and p.disabled_at is null`.compile(db);
});

const byAccessToken = prepare<Asked, Found>((db, blank) => {
  const now = blank((asked) => asked.now);
  return sql<Found>`select t.id as session_id, t.used_at as seen_at, t.reads_only, ${person(now)} from access_tokens t join people p on p.id = t.person_id
    where t.token_hash = ${blank(({ hash }) => hash)} and t.revoked_at is null and (t.ends_at is null or t.ends_at > ${now}) and p.disabled_at is null`.compile(db);
});

/** This person as they would be if they signed in now, to tell what they may see. */
export const wouldBe = async (db: Db, personId: string, now: string): Promise<Actor | undefined> => {
  const [found] = await byId(db, { personId, now });
  return found && actorOf(found, await grantsOf(db), '');
};

const byId = prepare<{ personId: string; now: string }, Found>((db, blank) =>
  sql<Found>`select p.id as session_id, null as seen_at, ${person(blank(({ now }) => now))} from people p where p.id = ${blank(({ personId }) => personId)} and p.disabled_at is null`.compile(db));

const idleSince = async (db: Db, now: string) => new Date(Date.parse(now) - (await setting<number>({ db }, 'access.session_idle_hours')) * 3_600_000).toISOString();

/** Once a minute is enough to know that a session is alive. */
const touch = async (db: Db, { sessionId, seenAt }: Found, isToken: boolean, now: string) => {
  if (seenAt && Date.parse(now) - Date.parse(seenAt) < 60_000) return;
  await (isToken
    ? db.updateTable('accessTokens').set({ usedAt: now }).where('id', '=', sessionId).execute()
    : db.updateTable('sessions').set({ seenAt: now }).where('id', '=', sessionId).execute());
};

const actorOf = (found: Found, grants: Grants, address: string): Actor => {
  const [posts, absences] = [found.posts ?? [], found.absent ?? []];
  const seats = posts.filter((post) => post.person === found.id);
  const acting = seats.find((post) => post.id === found.actingPostId) ?? seats.find((post) => post.role !== 'staff') ?? seats[0];
  const deputyFor = neverLent.has(acting?.role ?? '') ? [] : absences.map((absent) => standsFor(absent, posts, grants));
  const lent = deputyFor.flatMap((absent) => absent.departments);
  const departments = [...headed(acting ? [acting] : []), ...lent];
  const own = new Set(permissionsOf(acting?.role, grants));
  return {
    id: found.id,
    name: found.name,
    own,
    permissions: new Set([...own, ...deputyFor.flatMap(({ permissions }) => [...permissions])]),
    keys: [...new Set([found.id, ...headed(seats), ...lent, ...deputyFor.map(({ id }) => id), ...shared(seats), ...found.passes])],
    departments,
    clearance: neverLent.has(acting?.role ?? '') ? noRecord : found.clearance,
    deputyFor,
    post: acting?.title ?? '',
    departmentId: acting?.department ?? '',
    sessionId: found.sessionId,
    address,
  };
};

/** Everybody is also staff, but an administrator sees no documents. */
const permissionsOf = (role = 'staff', grants: Grants) => [...(grants.get(role) ?? []), ...(neverLent.has(role) ? [] : (grants.get('staff') ?? []))];

// Whoever acts as one of the three sees no record, not even what was sent to them as a colleague.
const noRecord = -1;

// 三员分立: the three administrators' duties are never lent to a deputy.
const neverLent = new Set(['admin', 'security', 'auditor']);

const standsFor = ({ person, name, scope }: NonNullable<Found['absent']>[number], posts: readonly Post[], grants: Grants): Absent => {
  const theirs = posts.filter((post) => post.person === person && !neverLent.has(post.role));
  const all = theirs.flatMap(({ role }) => [...(grants.get(role) ?? [])]);
  return { id: person, name, scope, departments: headed(theirs), permissions: new Set(scope === 'all' ? all : all.filter((permission) => permission.startsWith(`${scope}.`))) };
};

// The office's clerk shares the office's inbox; what only its director may do, a permission decides.
const atTheDesk = new Set(['department.head', 'office.director', 'office.clerk']);

/** With the departments that went into theirs: what was open there is theirs to finish. */
const headed = (posts: readonly Post[]) => posts.filter(({ role }) => atTheDesk.has(role)).flatMap(({ department, merged }) => [department, ...merged]);

/** What a person holds together with others: as one of everybody, of a department, of a role. */
const shared = (posts: readonly Post[]) => [everybodyKey, ...posts.flatMap(({ department, merged, role }) => [membersKey(department), ...merged.map(membersKey), roleKey(role)])];

type Grants = ReadonlyMap<string, ReadonlySet<string>>;

const defaults = new Map<string, Set<string>>();

/** At boot: which role holds which permission, as the modules declare it. */
export const declareGrants = (modules: readonly Pick<Module, 'grants'>[]) => {
  defaults.clear();
  for (const { grants } of modules)
    for (const [permission, roles] of Object.entries(grants))
      for (const role of roles) defaults.set(role, (defaults.get(role) ?? new Set()).add(permission));
};

export const defaultGrants = (): Grants => defaults;

const cache = new WeakMap<object, { at: number; grants: Grants }>();

/** A transaction and its pool share one cache. */
const poolOf = (db: Db) => db.getExecutor().adapter as object;

/** Defaults and what the security administrator changed; another process' change is seen within five seconds. */
export const grantsOf = async (db: Db): Promise<Grants> => {
  const kept = cache.get(poolOf(db));
  if (kept && performance.now() - kept.at < 5000) return kept.grants;
  const grants = new Map([...defaults].map(([role, permissions]) => [role, new Set(permissions)]));
  for (const { role, permission, granted } of await db.selectFrom('rolePermissions').selectAll().execute()) {
    const held = grants.get(role) ?? new Set();
    if (granted) held.add(permission);
    else held.delete(permission);
    grants.set(role, held);
  }
  cache.set(poolOf(db), { at: performance.now(), grants });
  return grants;
};

/** After a change of role permissions in this process. */
export const forgetGrants = (db: Db) => void cache.delete(poolOf(db));

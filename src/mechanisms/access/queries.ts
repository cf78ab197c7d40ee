import type { Queries } from '#platform/module.ts';
import type { access as contract } from './contract.ts';
import { roles } from './roles.ts';
import { defaultGrants, grantsOf } from './who.ts';

export const queries: Queries<typeof contract> = {
  async me({ db, actor }) {
    const person = await db.selectFrom('people').selectAll().where('id', '=', actor.id).executeTakeFirstOrThrow();
    const posts = await db
      .selectFrom('posts as o')
      .innerJoin('departments as d', 'd.id', 'o.departmentId')
      .select(['o.id', 'o.role', 'o.title', 'd.id as departmentId', 'd.name as department'])
      .where('o.personId', '=', actor.id)
      .where('o.until', 'is', null)
      .orderBy('o.since')
      .orderBy('o.id')
      .execute();
    const school = await db.selectFrom('school').select(['name', 'sample']).executeTakeFirst();
    return {
      id: person.id,
      name: person.name,
      username: person.username,
      email: person.email,
      phone: person.phone,
      posts: posts.map(({ departmentId, department, ...post }) => ({ ...post, department: { id: departmentId, name: department } })),
      actingPostId: person.actingPostId,
      permissions: [...actor.permissions].sort(),
      departments: [...actor.departments],
      deputyFor: actor.deputyFor.map(({ id, name }) => ({ id, name })),
      locale: person.locale as 'en',
      largeText: person.largeText,
      hasTotp: person.totp !== null,
      recoveryLeft: person.totp ? person.recovery.length : 0,
      mustChange: person.mustChange,
      school: school?.name ?? '',
      sample: school?.sample ?? false,
    };
  },

  async sessions({ db, actor, now }) {
    const rows = await db
      .selectFrom('sessions')
      .select(['id', 'createdAt', 'seenAt', 'endsAt', 'address', 'agent'])
      .where('personId', '=', actor.id)
      .where('endsAt', '>', now)
      .orderBy('seenAt', 'desc')
      .execute();
    return { sessions: rows.map((row) => ({ ...row, current: row.id === actor.sessionId })) };
  },

  async tokens({ db, actor }) {
    const tokens = await db
      .selectFrom('accessTokens')
      .select(['id', 'name', 'createdAt', 'endsAt', 'usedAt', 'readsOnly'])
      .where('personId', '=', actor.id)
      .where('revokedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .execute();
    return { tokens };
  },

  async postRequests({ db }, { query: { after, most } }) {
    const rows = await db
      .selectFrom('postRequests as r')
      .innerJoin('people as p', 'p.id', 'r.personId')
      .innerJoin('departments as d', 'd.id', 'r.departmentId')
      .innerJoin('people as a', 'a.id', 'r.askedBy')
      .select(['r.id', 'r.role', 'r.title', 'r.askedAt', 'p.id as personId', 'p.name as person', 'd.id as departmentId', 'd.name as department', 'a.name as askedBy'])
      .where('r.settledAt', 'is', null)
      .$if(after !== undefined, (s) => s.where('r.id', '>', after!))
      .orderBy('r.id')
      .limit(most + 1)
      .execute();
    const requests = rows.slice(0, most).map(({ personId, person, departmentId, department, ...row }) => ({ ...row, person: { id: personId, name: person }, department: { id: departmentId, name: department } }));
    return { requests, next: rows.length > most ? requests.at(-1)!.id : null };
  },

  async grants({ db }) {
    const grants = await grantsOf(db);
    const permissions = [...new Set([...defaultGrants().values()].flatMap((held) => [...held]))].sort();
    return { permissions, roles: roles.map((role) => ({ role, permissions: [...(grants.get(role) ?? [])].sort(), standard: [...(defaultGrants().get(role) ?? [])].sort() })) };
  },
};

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
      .select(['id', 'name', 'createdAt', 'endsAt', 'usedAt'])
      .where('personId', '=', actor.id)
      .where('revokedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .execute();
    return { tokens };
  },

  async grants({ db }) {
    const grants = await grantsOf(db);
    const permissions = [...new Set([...defaultGrants().values()].flatMap((held) => [...held]))].sort();
    return { permissions, roles: roles.map((role) => ({ role, permissions: [...(grants.get(role) ?? [])].sort() })) };
  },
};

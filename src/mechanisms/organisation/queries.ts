import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { organisation as contract } from './contract.ts';
import { codeOf } from './first-run.ts';
import { importForm, peopleBook } from './sheets.ts';

type Named = { id: string; name: string };

export const queries: Queries<typeof contract> = {
  async school({ db }) {
    const school = await db.selectFrom('school').select(['name', 'short', 'sample']).executeTakeFirst();
    return { exists: school !== undefined, name: school?.name ?? '', short: school?.short ?? '', sample: school?.sample ?? false, asksCode: school === undefined && (await codeOf(db)) !== undefined };
  },

  async departments({ db }) {
    const departments = await db
      .selectFrom('departments as d')
      .select([
        'd.id', 'd.parentId', 'd.name', 'd.short', 'd.phone', 'd.position', 'd.closedAt', sql<string | null>`(select name from departments where id = d.merged_into)`.as('mergedInto'),
        sql<Named[]>`(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by o.since), '[]') from posts o join people p on p.id = o.person_id and p.disabled_at is null
          where o.department_id = d.id and o.until is null and o.role in ('department.head', 'office.director', 'principal'))`.as('heads'),
        sql<Named[]>`(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]') from oversight v join people p on p.id = v.person_id where v.department_id = d.id)`.as('leaders'),
        sql<number>`(select count(distinct o.person_id)::int from posts o join people p on p.id = o.person_id and p.disabled_at is null where o.department_id = d.id and o.until is null)`.as('people'),
      ])
      .orderBy('d.closedAt', (order) => order.asc().nullsFirst())
      .orderBy('d.position')
      .orderBy('d.name')
      .execute();
    return { departments };
  },

  /** For pickers: who there is, nothing private. */
  async directory({ db }, { query: { q, departmentId, role } }) {
    const people = await db
      .selectFrom('people as p')
      .innerJoin('posts as o', 'o.personId', 'p.id')
      .innerJoin('departments as d', 'd.id', 'o.departmentId')
      .select(['p.id', 'p.name', 'd.name as department', 'o.title'])
      .distinctOn('p.id')
      .where('o.until', 'is', null)
      .where('p.disabledAt', 'is', null)
      .$if(q !== '', (s) => s.where((eb) => eb.or([eb('p.name', 'ilike', like(q)), eb('p.username', 'ilike', like(q)), eb('d.name', 'ilike', like(q))])))
      .$if(departmentId !== undefined, (s) => s.where('o.departmentId', '=', departmentId!))
      .$if(role !== undefined, (s) => s.where('o.role', 'in', role === 'leader' ? ['leader', 'principal'] : [role!]))
      .orderBy('p.id')
      .orderBy(sql`o.role = 'staff'`)
      .orderBy('o.since')
      .orderBy('o.id')
      .limit(3000)
      .execute();
    return { people };
  },

  async people(ctx, { query: { q, departmentId, after, most } }) {
    const rows = await peopleOf(ctx)
      .$if(q !== '', (s) => s.where((eb) => eb.or([eb('p.name', 'ilike', like(q)), eb('p.username', 'ilike', like(q)), inDepartment(q)])))
      .$if(departmentId !== undefined, (s) => s.where(sql<boolean>`exists (select from posts where person_id = p.id and department_id = ${departmentId} and until is null)`))
      .$if(after !== undefined, (s) => s.where('p.username', '>', after!))
      .orderBy('p.username')
      .limit(most + 1)
      .execute();
    return { people: rows.slice(0, most), next: rows.length > most ? rows[most - 1]!.username : null };
  },

  async person(ctx, { params: { personId } }) {
    const person = await peopleOf(ctx).where('p.id', '=', personId).executeTakeFirstOrThrow(notFound);
    const oversees = await ctx.db.selectFrom('oversight as v').innerJoin('departments as d', 'd.id', 'v.departmentId').select(['d.id', 'd.name']).where('v.personId', '=', personId).orderBy('d.position').execute();
    return { ...person, oversees };
  },

  /** One's own leaves, those one stands in for, and for the office all that have not ended. */
  async leaves({ db, actor, now }) {
    const rows = await db
      .selectFrom('leaves as l')
      .innerJoin('people as p', 'p.id', 'l.personId')
      .innerJoin('people as d', 'd.id', 'l.deputyId')
      .select(['l.id', 'l.starts', 'l.ends', 'l.scope', 'l.reason', 'l.endedAt', 'p.id as personId', 'p.name as person', 'd.id as deputyId', 'd.name as deputy'])
      .where((eb) => (actor.permissions.has('leaves.manage') ? eb('l.ends', '>', now) : eb.or([eb('l.personId', '=', actor.id), eb('l.deputyId', '=', actor.id)])))
      .orderBy('l.starts', 'desc')
      .limit(200)
      .execute();
    return { leaves: rows.map(({ personId, person, deputyId, deputy, ...row }) => ({ ...row, person: { id: personId, name: person }, deputy: { id: deputyId, name: deputy } })) };
  },

  async importForm({ db }) {
    const departments = await db.selectFrom('departments').select('name').where('closedAt', 'is', null).orderBy('position').execute();
    return importForm(departments.map(({ name }) => name));
  },

  async book(ctx) {
    return peopleBook(await peopleOf(ctx).orderBy('p.username').execute());
  },
};

const like = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

const inDepartment = (q: string) =>
  sql<boolean>`exists (select from posts o join departments d on d.id = o.department_id where o.person_id = p.id and o.until is null and d.name ilike ${like(q)})`;

const peopleOf = ({ db, now, actor }: Reading) =>
  db.selectFrom('people as p').select([
    'p.id', 'p.username', 'p.name', 'p.phone', 'p.email', 'p.disabledAt', 'p.leftAt', sql<string | null>`(select name from people where id = p.successor_id)`.as('successor'),
    sql<number | null>`case when ${actor.permissions.has('roles.read')} then p.clearance end`.as('clearance'),
    sql<{ id: string; role: string; title: string; department: Named }[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'role', o.role, 'title', o.title,
      'department', json_build_object('id', d.id, 'name', d.name)) order by o.since, o.id), '[]') from posts o join departments d on d.id = o.department_id
      where o.person_id = p.id and o.until is null)`.as('posts'),
    sql<{ deputy: string; ends: string } | null>`(select json_build_object('deputy', d.name, 'ends', to_char(l.ends at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from leaves l join people d on d.id = l.deputy_id where l.person_id = p.id and l.starts <= ${now} and l.ends > ${now} and l.ended_at is null limit 1)`.as('leave'),
  ]);

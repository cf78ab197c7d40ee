import { hashPassword, oneTimePassword } from '#mechanisms/access/passwords.ts';
import { roles } from '#mechanisms/access/roles.ts';
import { whyNotPassword } from '#mechanisms/access/rules.ts';
import { zh as roleWords } from '#mechanisms/access/words.zh.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Moves, Reading } from '#platform/module.ts';
import type { organisation as contract } from './contract.ts';
import { faultsOf, type Line } from './rules.ts';
import { sampleLoader } from './sample.ts';
import { readLines } from './sheets.ts';

const most = 2000;

/** A role by its code or by its Chinese name. */
const roleOf = (written: string) => Object.entries(roleWords.roles).find(([, name]) => name === written)?.[0] ?? written;

export const transfers: Moves<typeof contract> = {
  /** The first run: the school, its departments, its three administrators and the director of the office. */
  async createSchool(ctx, { body }) {
    await refuseSecond(ctx);
    const people = [body.admin, body.security, body.auditor, body.director];
    for (const person of people) ctx.refuse(...whyNotPassword(person.password, person));
    if (new Set(people.map(({ username }) => username)).size < people.length) ctx.refuse('organisation.person_twice');
    const names = ['综合办公室', ...body.departments.filter((name) => name !== '综合办公室')];
    if (new Set(names).size < names.length) ctx.refuse('organisation.department_twice');
    const hashes = await Promise.all(people.map(({ password }) => hashPassword(password)));
    return ctx.commit({ name: body.name }, async (open) => {
      await open.db.insertInto('school').values({ name: body.name, short: body.short, code: body.code }).execute();
      const departments = names.map((name, i) => ({ id: newId(), name, short: name, position: i + 1 }));
      await open.db.insertInto('departments').values(departments).execute();
      for (const [i, role] of (['admin', 'security', 'auditor', 'office.director'] as const).entries())
        await insertPerson(open, { ...people[i]!, role, title: roleWords.roles[role], password: hashes[i]!, departmentId: departments[0]!.id });
      return {};
    });
  },

  async loadSample(ctx) {
    await refuseSecond(ctx);
    return sampleLoader()(ctx.db, ctx.now);
  },

  async previewImport(ctx, { body }) {
    const lines = await readLines(body);
    if (!lines) ctx.refuse('organisation.not_a_table');
    if (lines!.length > most) ctx.refuse('organisation.too_many_people');
    return { lines: await judged(ctx, lines!) };
  },

  /** All or none: a table with a fault creates nobody. */
  async importPeople(ctx, { body }) {
    const lines = await judged(ctx, body.lines.map((line, i) => ({ ...line, row: i + 2 })));
    if (lines.some(({ faults }) => faults.length)) ctx.refuse('organisation.lines_have_faults');
    const departments = new Map((await ctx.db.selectFrom('departments').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]));
    const passwords = lines.map(() => oneTimePassword());
    const hashes = await Promise.all(passwords.map(hashPassword));
    return ctx.commit({ people: lines.map(({ username }) => username) }, async (open) => {
      for (const [i, line] of lines.entries())
        await insertPerson(open, { ...line, role: roleOf(line.role), password: hashes[i]!, departmentId: departments.get(line.department)!, mustChange: true });
      return { created: lines.length, oneTime: lines.map(({ username }, i) => ({ username, password: passwords[i]! })) };
    });
  },
};

const refuseSecond = async (ctx: Reading & { refuse: (code: 'organisation.school_exists') => void }) => {
  if (await ctx.db.selectFrom('school').select('id').executeTakeFirst()) ctx.refuse('organisation.school_exists');
};

interface NewPerson {
  name: string;
  username: string;
  role: string;
  title: string;
  password: string;
  departmentId: string;
  phone?: string;
  email?: string;
  mustChange?: boolean;
}

const insertPerson = async (ctx: Ctx<any>, { role, title, departmentId, name, username, password, phone = '', email = '', mustChange = false }: NewPerson) => {
  const id = newId();
  await ctx.db.insertInto('people').values({ id, name, username, password, phone, email, mustChange, createdAt: ctx.now }).execute();
  await ctx.db.insertInto('posts').values({ id: newId(), personId: id, departmentId, role, title: title || name, since: ctx.now }).execute();
};

const judged = async ({ db }: Pick<Reading, 'db'>, lines: readonly (Line & { row: number })[]) => {
  const usernames = new Set((await db.selectFrom('people').select('username').execute()).map(({ username }) => username));
  const departments = new Set((await db.selectFrom('departments').select('name').where('closedAt', 'is', null).execute()).map(({ name }) => name));
  // Administrators are named one by one, by the security administrator.
  const known = { usernames, departments, roles: roles.filter((role) => !['admin', 'security', 'auditor'].includes(role)) };
  return lines.map((line, i) => ({ ...line, faults: faultsOf({ ...line, role: roleOf(line.role) }, known, lines.slice(0, i).map(({ username }) => username)) }));
};

import { hashOneTime, hashPassword, oneTimePassword } from '#mechanisms/access/passwords.ts';
import { everybody } from '#mechanisms/access/roles.ts';
import { whyNotPassword } from '#mechanisms/access/rules.ts';
import { zh as roleWords } from '#mechanisms/access/words.zh.ts';
import { constraintOf } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Moves, Reading } from '#platform/module.ts';
import type { organisation as contract } from './contract.ts';
import { refuseStranger } from './first-run.ts';
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
    await refuseStranger(ctx, body.startCode);
    const people = [body.admin, body.security, body.auditor, body.director];
    for (const person of people) ctx.refuse(...whyNotPassword(person.password, person));
    if (new Set(people.map(({ username }) => username)).size < people.length) ctx.refuse('organisation.person_twice');
    const names = ['综合办公室', ...body.departments.filter((name) => name !== '综合办公室')];
    if (new Set(names).size < names.length) ctx.refuse('organisation.department_twice');
    const hashes = await Promise.all(people.map(({ password }) => hashPassword(password)));
    return ctx.commit({ name: body.name }, async (open) => {
      await open.db.deleteFrom('firstRun').execute();
      await open.db.insertInto('school').values({ name: body.name, short: body.short, code: body.code }).execute();
      const departments = names.map((name, i) => ({ id: newId(), name, short: name, position: i + 1 }));
      await open.db.insertInto('departments').values(departments).execute();
      for (const [i, role] of (['admin', 'security', 'auditor', 'office.director'] as const).entries())
        await insertPerson(open, { ...people[i]!, role, title: roleWords.roles[role], password: hashes[i]!, departmentId: departments[0]!.id });
      return {};
    });
  },

  async loadSample(ctx, { body }) {
    await refuseSecond(ctx);
    await refuseStranger(ctx, body.startCode);
    try {
      return await sampleLoader()(ctx.db, ctx.now);
    } catch (error) {
      // Somebody else made the school in the same moment.
      if (constraintOf(error) === 'school_pkey') ctx.refuse('organisation.school_exists');
      throw error;
    }
  },

  async previewImport(ctx, { body }) {
    const read = await readLines(body, most);
    if ('why' in read) return ctx.refuse(read.why) as never;
    if (read.lines.length > most) ctx.refuse('organisation.too_many_people');
    if (!read.lines.length) ctx.refuse('organisation.no_people');
    return { lines: await judged(ctx, read.lines) };
  },

  /** All or none: a table with a fault creates nobody. A post beyond 教职工 waits for the security administrator. */
  async importPeople(ctx, { body }) {
    const lines = await judged(ctx, body.lines.map((line, i) => ({ ...line, row: i + 2 })));
    if (lines.some(({ faults }) => faults.length)) ctx.refuse('organisation.lines_have_faults');
    const people = await Promise.all(lines.map(async (line) => ({ ...line, id: newId(), role: roleOf(line.role), ...(await oneTime()) })));
    return ctx.commit({ people: people.map(({ username }) => username) }, async (open) => {
      const postsAsked = await insertLines(open, people);
      return { created: people.length, postsAsked, oneTime: people.map(({ username, password }) => ({ username, password })) };
    });
  },
};

const oneTime = async () => {
  const password = oneTimePassword();
  return { password, hash: await hashOneTime(password) };
};

type Wanted = Line & { id: string; hash: string };

const insertLines = async ({ db, now, actor, refuse }: Ctx<any>, people: readonly Wanted[]) => {
  const departments = new Map((await db.selectFrom('departments').select(['id', 'name']).where('closedAt', 'is', null).forShare().execute()).map(({ id, name }) => [name, id]));
  if (people.some(({ department }) => !departments.has(department))) refuse('organisation.lines_have_faults');
  const at = (line: Wanted) => ({ id: newId(), personId: line.id, departmentId: departments.get(line.department)! });
  await db.insertInto('people').values(people.map(({ id, name, username, hash, phone, email }) => ({ id, name, username, password: hash, phone, email, mustChange: true, createdAt: now }))).execute();
  await db
    .insertInto('posts')
    .values(people.map((line) => ({ ...at(line), role: 'staff', title: (line.role === 'staff' && line.title) || `${line.department}教职工`, since: now })))
    .execute();
  const asked = people
    .filter(({ role }) => role !== 'staff')
    .map((line) => ({ ...at(line), role: line.role, title: line.title || roleWords.roles[line.role as 'staff'], askedBy: actor.id, askedAt: now }));
  if (asked.length) await db.insertInto('postRequests').values(asked).execute();
  return asked.length;
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
}

const insertPerson = async ({ db, now }: Ctx<any>, { role, title, departmentId, ...person }: NewPerson) => {
  const personId = newId();
  await db.insertInto('people').values({ ...person, id: personId, createdAt: now }).execute();
  await db.insertInto('posts').values({ id: newId(), personId, departmentId, role, title, since: now }).execute();
};

const judged = async ({ db }: Pick<Reading, 'db'>, lines: readonly (Line & { row: number })[]) => {
  const usernames = new Set((await db.selectFrom('people').select('username').execute()).map(({ username }) => username));
  const departments = new Set((await db.selectFrom('departments').select('name').where('closedAt', 'is', null).execute()).map(({ name }) => name));
  // Administrators are named one by one, by the security administrator.
  const known = { usernames, departments, roles: everybody };
  const names = new Set((await db.selectFrom('people').select('name').where('leftAt', 'is', null).execute()).map(({ name }) => name));
  const namesakes = new Set(lines.map(({ name }) => name).filter((name, i, all) => names.has(name) || all.indexOf(name) !== i || all.lastIndexOf(name) !== i));
  const before = new Set<string>();
  return lines.map((line) => {
    const faults = faultsOf({ ...line, role: roleOf(line.role) }, known, before);
    before.add(line.username);
    return { ...line, faults, notes: line.name && namesakes.has(line.name) ? ['organisation.note_namesake'] : [] };
  });
};

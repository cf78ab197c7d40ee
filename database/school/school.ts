import type { Db } from '#platform/db.ts';
import { departments, oversight, people, secondPosts } from './people.ts';

/** Fixed ids, so that everybody can name the same people: kind and place in the list. */
const idOf = (kind: 1 | 2 | 3, place: number) => `00000000-0000-7000-800${kind}-${String(place + 1).padStart(12, '0')}`;
const departmentId = (name: string) => idOf(1, departments.findIndex(([other]) => other === name));
const personId = (username: string) => idOf(2, people.findIndex(([other]) => other === username));

/** The sample school's people, without any document. All accounts share one password hash; an empty one lets nobody sign in by password. */
export const loadSchool = async (db: Db, { now, passwordHash }: { now: string; passwordHash: string }) => {
  await db.insertInto('school').values({ name: '江城实验学校', short: '江城实验', code: '江实校', sample: true }).execute();
  await db.insertInto('departments').values(departments.map(([name, short, phone], i) => ({ id: departmentId(name), name, short, phone, position: i + 1 }))).execute();
  await db
    .insertInto('people')
    .values(
      people.map(([username, name, , , , clearance], i) => ({
        id: personId(username), username, name, clearance, phone: `1380571${String(1001 + i)}`, email: `${username}@jiangcheng.example.test`, password: passwordHash || null, createdAt: now,
      })),
    )
    .execute();
  await db.insertInto('posts').values(seats.map(([username, department, role, title], i) => ({ id: idOf(3, i), personId: personId(username), departmentId: departmentId(department), role, title, since: now }))).execute();
  await db.insertInto('oversight').values(oversight.map(([department, username]) => ({ departmentId: departmentId(department), personId: personId(username) }))).execute();
};

const seats = [...people.map(([username, , department, role, title]) => [username, department, role, title] as const), ...secondPosts];

export const sampleUsernames = people.map(([username]) => username);

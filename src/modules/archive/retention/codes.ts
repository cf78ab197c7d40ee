import type { Reading } from '#platform/module.ts';
import { codesOf } from './rules.ts';

export const initialsOf = async (name: string) => {
  const { pinyin } = await import('pinyin-pro');
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toUpperCase().replace(/[^A-Z0-9]/g, '');
};

/** Every department with its 机构代码, kept or proposed. */
export const departmentsCoded = async ({ db }: Pick<Reading, 'db'>) => {
  const departments = await db
    .selectFrom('departments as d').leftJoin('archiveCodes as c', 'c.departmentId', 'd.id').select(['d.id', 'd.name', 'c.code', 'd.closedAt']).orderBy('d.position').orderBy('d.id').execute();
  const codes = codesOf(await Promise.all(departments.map(async ({ id, name, code }) => ({ id, code, initials: code ? '' : await initialsOf(name) }))));
  return departments.map((department) => ({ ...department, kept: department.code !== null, code: codes.get(department.id)! }));
};

/** Where a document goes that no department had: the office. */
export const officeId = async ({ db }: Pick<Reading, 'db'>) =>
  (await db.selectFrom('posts').select('departmentId').where('role', '=', 'office.director').where('until', 'is', null).orderBy('since').executeTakeFirst())?.departmentId ?? null;

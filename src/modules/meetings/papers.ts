import type { Reading } from '#platform/module.ts';

/** The school's name, as its papers are headed. */
export const schoolOf = async ({ db }: Pick<Reading, 'db'>) => (await db.selectFrom('school').select('name').executeTakeFirst())?.name ?? '';

const zone = 8 * 3_600_000;

/** 14:05 by the office's clock. */
export const timeWritten = (at: string) => new Date(Date.parse(at) + zone).toISOString().slice(11, 16);

/** 2026年11月27日（周五）14:00 */
export const momentInFull = (at: string) => {
  const wall = new Date(Date.parse(at) + zone);
  return `${wall.getUTCFullYear()}年${wall.getUTCMonth() + 1}月${wall.getUTCDate()}日（周${'日一二三四五六'[wall.getUTCDay()]}）${timeWritten(at)}`;
};

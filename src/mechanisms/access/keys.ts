import { createHash } from 'node:crypto';

const keys = new Map<string, string>();

/** The same as the database's functions of these names. There are as many as departments and roles, and every request asks for some. */
const keyOf = (text: string) => {
  const key = keys.get(text) ?? createHash('md5').update(text).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  keys.set(text, key);
  return key;
};

/** Everybody but the three administrators. */
export const everybodyKey = keyOf('everybody');

/** Whoever has a post in the department. The department's own id is the key of its desk. */
export const membersKey = (departmentId: string) => keyOf(`members:${departmentId}`);

/** Whoever has a post with this role. */
export const roleKey = (role: string) => keyOf(`role:${role}`);

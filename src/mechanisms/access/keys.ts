import { createHash } from 'node:crypto';

/** The same as the database's functions of these names. */
const keyOf = (text: string) => createHash('md5').update(text).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Everybody but the three administrators. */
export const everybodyKey = keyOf('everybody');

/** Whoever has a post in the department. The department's own id is the key of its desk. */
export const membersKey = (departmentId: string) => keyOf(`members:${departmentId}`);

/** Whoever has a post with this role. */
export const roleKey = (role: string) => keyOf(`role:${role}`);

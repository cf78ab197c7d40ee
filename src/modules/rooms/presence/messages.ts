import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { officeTime } from '#platform/time.ts';

interface About {
  id: string;
  organiserId: string;
  number: string;
  room: string;
  from: string;
  to: string;
}

/** The organiser is told about a booking, which is named by its number and its room and never by its purpose. */
export const tellOrganiser = (ctx: Ctx<any> | Working, { id, organiserId, number, room, from, to }: About, what: string, more: Record<string, string> = {}) =>
  notify(ctx, { to: [organiserId], what, params: { number, room, when: officeTime(from), until: officeTime(to), ...more }, recordId: id });

export const aboutOf = ({ db }: Pick<Working, 'db'>) =>
  db.selectFrom('roomBookings as b').innerJoin('rooms as r', 'r.id', 'b.roomId').select(['b.id', 'b.roomId', 'b.organiserId', 'b.number', 'r.name as room', 'b.startsAt as from', 'b.endsAt as to']);

export const managerIds = async ({ db }: Pick<Working, 'db'>) =>
  (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('role', '=', 'office.clerk').where('until', 'is', null).where('disabledAt', 'is', null).execute()).map(({ id }) => id);

import { sql } from 'kysely';
import { mayRead, seenWith, type Sight, sightOf } from '#mechanisms/access/records.ts';
import type { Db } from '#platform/db.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { type Named, person } from '../meetings.ts';
import type { Resolution } from '../nouns.ts';

/** The resolutions the asker may see: their department's, those of meetings they were called to, all for the office and the leaders. */
export const resolutionsFor = (ctx: Pick<Reading, 'db' | 'actor'>) => ctx.db.selectFrom('resolutions as s').innerJoin('records', 'records.id', 's.id').where(mayRead(ctx));

export const resolutionLines = (ctx: Pick<Reading, 'db' | 'actor' | 'now'>) => linesFor(ctx.db, { sight: sightOf(ctx, 'meetings.'), today: dayOf(ctx.now) });

/** As whoever has this sight finds them on this day. */
export const linesFor = (db: Db, { sight, today }: { sight: Sight; today: string }) =>
  db.selectFrom('resolutions as s').innerJoin('records', 'records.id', 's.id').where(seenWith(sight)).innerJoin('departments as d', 'd.id', 's.departmentId').innerJoin('people as o', 'o.id', 's.ownerId').select([
    's.id', 's.number', 's.text', 's.state', 's.recordedAt', sql<string>`s.due_on::text`.as('dueOn'), 'd.id as departmentId', 'd.name as departmentName', 'o.id as ownerId', 'o.name as ownerName',
    sql<boolean>`s.state in ('open', 'reported') and s.due_on < ${today}::date`.as('late'),
    sql<number>`(select count(*)::int from resolution_deferrals f where f.resolution_id = s.id and f.granted)`.as('deferrals'),
  ]);

export type Line = Awaited<ReturnType<ReturnType<typeof linesFor>['execute']>>[number];

export const presentedResolution = ({ departmentId, departmentName, ownerId, ownerName, ...line }: Line) => ({ ...line, department: { id: departmentId, name: departmentName }, owner: { id: ownerId, name: ownerName } }) as Resolution;

/** The resolution, held until the transaction ends. */
export const lockResolution = async (ctx: Ctx<any>, id: string) =>
  resolutionsFor(ctx).selectAll('s').select(sql<string>`s.due_on::text`.as('dueOn')).where('s.id', '=', id).forNoKeyUpdate('s').executeTakeFirstOrThrow(notFound);

/** Whoever carries it out, signs for the department, or for those that assist. */
export const isTheirs = ({ actor }: Pick<Reading, 'actor'>, { ownerId, departmentId, assisting }: { ownerId: string; departmentId: string; assisting: readonly string[] }) =>
  actor.keys.includes(ownerId) || actor.departments.includes(departmentId) || assisting.some((id) => actor.departments.includes(id));

export const openDeferral = async ({ db }: Pick<Reading, 'db'>, resolutionId: string) =>
  db.selectFrom('resolutionDeferrals').select(['id', sql<string>`until::text`.as('until'), 'by']).where('resolutionId', '=', resolutionId).where('decidedAt', 'is', null).executeTakeFirst();

/** What a meeting resolved, in the order it was written down. */
export const resolutionsOf = async (ctx: Pick<Reading, 'db' | 'now'>, meetingId: string) =>
  ctx.db.selectFrom('resolutions as s').innerJoin('meetingItems as i', 'i.id', 's.itemId').innerJoin('departments as d', 'd.id', 's.departmentId').innerJoin('people as o', 'o.id', 's.ownerId')
    .select(['s.id', 's.itemId', 's.number', 's.text', sql<'open'>`s.state`.as('state'), sql<string>`s.due_on::text`.as('dueOn'), person('d.id', 'd.name').as('department'), person('o.id', 'o.name').as('owner'),
      sql<Named[]>`coalesce((select json_agg(as_person(x.id, x.name) order by x.position) from departments x where x.id = any(s.assisting)), '[]')`.as('assisting'),
      sql<boolean>`s.state in ('open', 'reported') and s.due_on < ${dayOf(ctx.now)}::date`.as('late')])
    .where('i.meetingId', '=', meetingId).orderBy('s.recordedAt').orderBy('s.id').execute();

/** Whoever heads it now, with acting heads. */
export const headsOf = async ({ db }: Pick<Reading, 'db'>, departmentIds: readonly string[]) =>
  (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('departmentId', 'in', [...departmentIds]).where('role', 'in', ['department.head', 'office.director']).where('until', 'is', null).where('disabledAt', 'is', null).execute()).map(({ id }) => id);

/** What its line of the inbox and of messages says. */
export const titleOf = ({ text }: { text: string }) => [...text].slice(0, 200).join('');

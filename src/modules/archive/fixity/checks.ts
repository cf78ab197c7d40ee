import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { visibleTo } from '../items.ts';
import type { Check } from './contract.ts';

export const checksOf = ({ db }: Pick<Reading, 'db'>) =>
  db.selectFrom('archiveChecks as c').leftJoin('people as p', 'p.id', 'c.askedBy')
    .select(['c.id', 'c.askedAt', 'c.state', 'c.total', 'c.looked', 'c.changed', 'c.missing', 'c.finishedAt', 'c.why', sql<Check['askedBy']>`as_person(p.id, p.name)`.as('askedBy')]);

export const presented = (row: Awaited<ReturnType<ReturnType<typeof checksOf>['execute']>>[number]) => row as Check;

/** The files that were not what they should be, of the items the asker may see. */
export const faultsOf = (ctx: Pick<Reading, 'db' | 'actor'>, checkId: string) =>
  visibleTo(ctx)
    .innerJoin('archiveCheckFaults as x', 'x.itemId', 'i.id').innerJoin('archiveFiles as f', (join) => join.onRef('f.itemId', '=', 'x.itemId').onRef('f.position', '=', 'x.position'))
    .select(['x.itemId', 'i.number', 'i.title', 'i.secrecy', 'f.name', 'f.sha256', sql<'changed' | 'missing'>`x.found`.as('found')])
    .where('x.checkId', '=', checkId).orderBy('i.number').orderBy('f.position').limit(1000).execute();

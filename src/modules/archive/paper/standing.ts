import type { Reading } from '#platform/module.ts';
import { visibleTo } from '../items.ts';
import type { Place } from './rules.ts';
import { numberWritten } from '../rules.ts';

export const isEntering = async ({ db }: Pick<Reading, 'db'>) => (await db.selectFrom('archivePapers').select('id').where('state', '=', 'importing').executeTakeFirst()) !== undefined;

/** The item of a 档号, if the asker may see it. */
export const itemAt = (ctx: Pick<Reading, 'db' | 'actor'>, place: Place) =>
  visibleTo(ctx).select(['i.id', 'i.number', 'i.secrecy', 'i.paperId']).where('i.number', '=', numberWritten(place)).executeTakeFirst();

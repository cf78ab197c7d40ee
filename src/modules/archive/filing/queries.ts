import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { boundsOf } from '../sources.ts';
import type { filing as contract } from './contract.ts';
import { documentsFor, factsOf, proposing } from './documents.ts';
import { whyNotArchive } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'waiting'>> = {
  /** The oldest first, as the paper lies. */
  async waiting(ctx, { query: { year, standing, source, after, most } }) {
    const { from, until } = boundsOf(year);
    const last = after && (await documentsFor(ctx).select(['s.at', 's.recordId']).where('s.recordId', '=', after).executeTakeFirst());
    const rows = await factsOf(documentsFor(ctx))
      .leftJoin('people as b', 'b.id', 'x.by')
      .select([
        sql<number>`(select count(*)::int from attachments a where a.record_id = s.record_id and not exists (select from attachments l where l.replaces = a.id))`.as('files'),
        sql<{ at: string; by: { id: string; name: string }; reason: string } | null>`case when x.id is not null then json_build_object('at', as_instant(x.at), 'by', as_person(b.id, b.name), 'reason', x.reason) end`.as('exclusion'),
      ])
      .where('s.at', '>=', from).where('s.at', '<', until)
      .$if(standing === 'waiting', (d) => d.where('s.finished', '=', true).where('i.id', 'is', null).where('x.id', 'is', null))
      .$if(standing === 'open', (d) => d.where('s.finished', '=', false))
      .$if(standing === 'excluded', (d) => d.where('x.id', 'is not', null).where('i.id', 'is', null))
      .$if(source !== undefined, (d) => d.where('s.source', '=', source!))
      .$if(Boolean(last), (d) => d.where(sql<boolean>`(s.at, s.record_id) > (${last && last.at}::timestamptz, ${last && last.recordId}::uuid)`))
      .orderBy('s.at').orderBy('s.recordId').limit(most + 1).execute();
    const propose = await proposing(ctx);
    const documents = rows.slice(0, most).map((row) => ({ ...row, ...propose(row), whyNot: { archive: whyNotArchive(row) as string[] } }));
    return { documents, next: rows.length > most ? rows[most - 1]!.recordId : null };
  },
};

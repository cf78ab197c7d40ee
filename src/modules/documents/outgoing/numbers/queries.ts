import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import type { Layout, State } from '../nouns.ts';
import { numberWritten } from '../rules.ts';
import type { numbers as contract } from './contract.ts';
import { whyNotVoid } from './rules.ts';

const page = 200;

export const queries: Queries<Pick<typeof contract, 'series' | 'report'>> = {
  async series({ db, now }) {
    const year = dayOf(now).slice(0, 4);
    const rows = await db
      .selectFrom('outgoingSeries as s').leftJoin('registerCounters as c', (join) => join.on('c.register', '=', sql<string>`'outgoing.' || s.word`).on('c.period', '=', year))
      .select(['s.word', 's.name', 's.layout', 's.closedAt', 'c.last']).orderBy('s.position').execute();
    return { series: rows.map(({ word, name, layout, closedAt, last }) => ({ word, name, layout: layout as Layout, closed: closedAt !== null, next: (last ?? 0) + 1 })) };
  },

  /** Each number from 1 to the last one given out; a number that the book does not know is said to be missing. */
  async report({ db, actor }, { query: { series, year, only, after } }) {
    const counter = await db.selectFrom('registerCounters').select('last').where('register', '=', `outgoing.${series}`).where('period', '=', String(year)).executeTakeFirst();
    const last = counter?.last ?? 0;
    const { rows } = await sql<{ seq: number; state: 'taken' | null; documentId: string | null; title: string | null; standing: State | null; why: string | null; at: string | null; byId: string | null; by: string | null }>`
      select g.seq, n.state, n.document_id, d.title, d.state as standing, n.why, n.at, p.id as by_id, p.name as by
      from generate_series(${after + 1}::int, ${last}::int) g (seq) left join outgoing_numbers n on n.series = ${series} and n.year = ${year} and n.seq = g.seq
        left join outgoing_documents d on d.id = n.document_id left join people p on p.id = n.by
      where ${only === 'all'} or n.state is distinct from 'taken' order by g.seq limit ${page + 1}`.execute(db);
    const numbers = rows.slice(0, page).map(({ seq, state, documentId, title, standing, why, at, byId, by }) => ({
      number: numberWritten(series, year, seq), series, year, seq, state: state ?? ('missing' as const), document: documentId ? { id: documentId, title: title ?? '' } : null, why: why ?? '', at, by: byId ? { id: byId, name: by ?? '' } : null,
      whyNot: (state && actor.permissions.has('outgoing.check') ? { voidNumber: whyNotVoid({ state }, standing ?? undefined) } : {}) as Record<string, string[]>,
    }));
    return { last, numbers, next: rows.length > page ? rows[page - 1]!.seq : null };
  },
};

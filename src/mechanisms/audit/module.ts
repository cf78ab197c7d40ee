import { sql } from 'kysely';
import { defineModule, type Queries } from '#platform/module.ts';
import { verify } from './audit.ts';
import { audit as contract } from './contract.ts';

const queries: Queries<typeof contract> = {
  async list({ db }, { query: { after, most, actorId, action, recordId, from, to } }) {
    const rows = await db
      .selectFrom('audit as a')
      .leftJoin('people as p', 'p.id', 'a.actorId')
      .select([
        'a.id', 'a.at', 'a.address', 'a.action', 'a.recordId', sql<string>`coalesce(p.name, '')`.as('actor'), sql<string>`a.input::text`.as('input'),
        sql<boolean>`exists (select from audit_links l where l.audit_id = a.id)`.as('sealed'),
      ])
      .$if(after !== undefined, (q) => q.where('a.id', '<', after!))
      .$if(actorId !== undefined, (q) => q.where('a.actorId', '=', actorId!))
      .$if(action !== undefined, (q) => q.where('a.action', 'like', `${action!.replace(/[\\%_]/g, '\\$&')}%`))
      .$if(recordId !== undefined, (q) => q.where('a.recordId', '=', recordId!))
      .$if(from !== undefined, (q) => q.where('a.at', '>=', from!))
      .$if(to !== undefined, (q) => q.where('a.at', '<', to!))
      .orderBy('a.id', 'desc')
      .limit(most + 1)
      .execute();
    return { entries: rows.slice(0, most), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  verify: ({ db }) => verify(db),
};

export const audit = defineModule({ name: 'audit', contract, queries, actions: {}, grants: { 'audit.read': ['auditor'] } });

import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { visibleTo } from '../documents.ts';
import type { sealing as contract } from './contract.ts';

export const queries: Queries<Pick<typeof contract, 'sealsThere' | 'sealUses'>> = {
  async sealsThere({ db }) {
    const rows = await db.selectFrom('seals as s').innerJoin('people as p', 'p.id', 's.keeperId').select(['s.id', 's.name', 's.picture', 's.width', 's.retiredAt', 'p.id as keeperId', 'p.name as keeper']).orderBy('s.name').execute();
    return { seals: rows.map(({ id, name, picture, width, retiredAt, keeperId, keeper }) => ({ id, name, picture, width, retired: retiredAt !== null, keeper: { id: keeperId, name: keeper } })) };
  },

  async sealUses(ctx, { query: { sealId, after, most } }) {
    const rows = await visibleTo(ctx)
      .innerJoin('sealUses as u', 'u.documentId', 'd.id').innerJoin('seals as s', 's.id', 'u.sealId').innerJoin('people as a', 'a.id', 'u.approvedBy').innerJoin('people as b', 'b.id', 'u.sealedBy').leftJoin('people as w', 'w.id', 'u.witnessedBy')
      .select([
        'u.id', 's.name as seal', 'u.reason', 'u.copies', 'u.at', sql<Named>`as_person(a.id, a.name)`.as('approvedBy'), sql<Named>`as_person(b.id, b.name)`.as('sealedBy'), sql<Named | null>`as_person(w.id, w.name)`.as('witnessedBy'),
        sql<{ id: string; number: string; title: string }>`json_build_object('id', d.id, 'number', d.number, 'title', d.title)`.as('document'),
      ])
      .$if(sealId !== undefined, (u) => u.where('u.sealId', '=', sealId!))
      .$if(after !== undefined, (u) => u.where(sql<boolean>`(u.at, u.id) < (select at, id from seal_uses where id = ${after})`))
      .orderBy('u.at', 'desc').orderBy('u.id', 'desc').limit(most + 1).execute();
    return { uses: rows.slice(0, most), next: rows.length > most ? rows[most - 1]!.id : null };
  },
};

interface Named {
  id: string;
  name: string;
}

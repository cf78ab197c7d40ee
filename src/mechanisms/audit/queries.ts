import { sql } from 'kysely';
import { asXlsx, type Column, xlsx } from '#mechanisms/reports/sheets.ts';
import type { Db } from '#platform/db.ts';
import type { Queries } from '#platform/module.ts';
import { linkAt, placeOf, unsealed, verifyPiece } from './audit.ts';
import type { audit as contract, Entry, Filters } from './contract.ts';

export const queries: Queries<typeof contract> = {
  async list({ db }, { query: { after, most, ...filters } }) {
    const rows = await entriesOf(db, filters)
      .$if(after !== undefined, (q) => q.where('a.id', '<', after!))
      .limit(most + 1)
      .execute();
    return { entries: rows.slice(0, most), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async table({ db }, { query }) {
    const rows = await entriesOf(db, query).limit(mostLines + 1).execute();
    const name = rows.length > mostLines ? `审计记录（最新${mostLines}条）` : '审计记录';
    return asXlsx(name, await xlsx('审计记录', book, rows.slice(0, mostLines)));
  },

  async verify({ db }, { query: { after } }) {
    const { hash, total } = await linkAt(db, after);
    const piece = await verifyPiece(db, { position: after, hash });
    const broken = piece.brokenAt && { position: piece.brokenAt, entry: await entryAt(db, piece.brokenAt) };
    return { upTo: piece.position, total, isLast: piece.isLast, unsealed: await unsealed(db), newest: piece.hash, broken: broken || null };
  },

  async checkpoint({ db }, { params: { hash } }) {
    return { position: await placeOf(db, hash.toLowerCase()) };
  },
};

const mostLines = 20_000;

const book: Column<Entry>[] = [
  { title: '编号', width: 10, of: ({ id }) => id },
  { title: '时间（UTC）', width: 24, of: ({ at }) => at },
  { title: '操作人', width: 12, of: ({ actor }) => actor },
  { title: '代谁办理', width: 12, of: ({ forWhom }) => forWhom },
  { title: '操作', width: 30, of: ({ action }) => action },
  { title: '文件编号', width: 14, of: ({ number }) => number },
  { title: '来源地址', width: 18, of: ({ address }) => address },
  { title: '内容', width: 80, of: ({ input }) => input.slice(0, 32_000) },
];

const entriesOf = (db: Db, { actorId, onBehalfOf, action, recordId, number, from, to }: Filters) =>
  allEntries(db)
    .$if(actorId !== undefined, (q) => q.where('a.actorId', '=', actorId!))
    .$if(onBehalfOf !== undefined, (q) => q.where('a.onBehalfOf', '=', onBehalfOf!))
    .$if(action !== undefined, (q) => q.where('a.action', 'like', `${likely(action!)}%`))
    .$if(recordId !== undefined, (q) => q.where('a.recordId', '=', recordId!))
    .$if(!!number, (q) => q.where('a.recordId', 'in', (eb) => eb.selectFrom('records').select('id').where('number', 'ilike', `%${likely(number!)}%`)))
    .$if(from !== undefined, (q) => q.where('a.at', '>=', from!))
    .$if(to !== undefined, (q) => q.where('a.at', '<', to!))
    .orderBy('a.id', 'desc');

const likely = (text: string) => text.replace(/[\\%_]/g, '\\$&');

const allEntries = (db: Db) =>
  db
    .selectFrom('audit as a')
    .leftJoin('people as p', 'p.id', 'a.actorId')
    .leftJoin('people as f', 'f.id', 'a.onBehalfOf')
    .leftJoin('records as r', 'r.id', 'a.recordId')
    .select([
      'a.id', 'a.at', 'a.address', 'a.action', 'a.recordId', sql<string>`coalesce(p.name, '')`.as('actor'), sql<string>`coalesce(f.name, '')`.as('forWhom'), sql<string>`coalesce(r.number, '')`.as('number'), sql<string>`a.input::text`.as('input'),
      sql<boolean>`exists (select from audit_links l where l.audit_id = a.id)`.as('sealed'),
    ]);

/** What stands at this place of the chain; nothing where the entry was taken out. */
const entryAt = async (db: Db, position: string) =>
  (await allEntries(db).innerJoin('auditLinks as l', 'l.auditId', 'a.id').where('l.position', '=', position).executeTakeFirst()) ?? null;

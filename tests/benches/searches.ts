import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '#database/tables.ts';
import { declareAll } from '#app/house.ts';
import { whoIs } from '#mechanisms/access/who.ts';
import { Asked } from '#mechanisms/search/contract.ts';
import { queries } from '#mechanisms/search/queries.ts';
import type { Address } from '#platform/db.ts';
import type { Screen } from './requests.ts';
import type { Searches } from './raw.ts';

// After so many turns the words come round again.
const mostTurns = 60;

/** The statements the product runs for each of these searches, with their values. */
export const searchesOf = async (address: Address, screens: readonly Screen[], users: number): Promise<Searches> => {
  const asks = await Promise.all(screens.filter(({ kind }) => kind === 'search').map(({ asks }) => asks()));
  const asked = asks.flatMap((ask) => Array.from({ length: users }, (_, user) => Array.from({ length: mostTurns }, (__, turn) => ask(user, turn))).flat());
  declareAll();
  const seen: { text: string; values: unknown[] }[] = [];
  const pool = new pg.Pool({ ...address, max: 1, options: '-c TimeZone=UTC' });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()], log: ({ query }) => void seen.push({ text: query.sql, values: [...query.parameters] }) });
  const searches: Record<string, typeof seen> = {};
  for (const { token, path } of asked) {
    if (searches[`Bearer ${token} ${path}`]) continue;
    const now = new Date().toISOString();
    const actor = (await whoIs(db, token, { now, address: '' }))!;
    seen.length = 0;
    await queries.find({ db, actor, now }, { params: {}, query: Asked.parse({ q: new URL(path, 'http://bench').searchParams.get('q') }) });
    searches[`Bearer ${token} ${path}`] = [...seen];
  }
  await db.destroy();
  return searches;
};

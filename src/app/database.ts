import { join } from 'node:path';
import { sql } from 'kysely';
import { type Address, type Db, migrate, openDb } from '#platform/db.ts';
import { type Embedded, startPostgres } from '#platform/postgres.ts';
import { CannotStart } from '#platform/problem.ts';
import { type Server, whyNoServer, whyNotServer } from '#platform/server-explained.ts';
import type { Config } from './config.ts';
import type { Say } from './console.ts';
import { root } from './house.ts';

export interface Database {
  db: Db;
  address: Address;
  embedded: Embedded | undefined;
  close: () => Promise<void>;
}

/** The server that DATABASE_URL names, or our own in DATA_DIR, with every table up to date. What was started is ended if that fails. */
export const openDatabase = async (config: Config, say: Say): Promise<Database> => {
  const embedded = config.databaseUrl ? undefined : await startPostgres(config.dataDir);
  const address: Address = embedded ? addressOf(embedded) : { connectionString: config.databaseUrl! };
  const db = openDb(address, 16);
  const close = async () => {
    await db.destroy();
    await embedded?.stop();
  };
  try {
    if (!embedded) await checked(db);
    say('数据库已启动', 'the database is up');
    await migrate(db, join(root, 'database/migrations')).catch(explainMigration);
    say('数据表已是最新', 'the tables are up to date');
  } catch (error) {
    await close();
    throw error;
  }
  return { db, address, embedded, close };
};

const addressOf = ({ host, port, user, password }: Embedded): Address => ({ host, port, user, database: 'postgres', ...(password && { password }) });

/** A server of somebody else's is looked at before anything is written to it. */
const checked = async (db: Db) => {
  const asked = sql<Server>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as shown, current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby`;
  const { rows: [server] } = await asked.execute(db).catch((error) => {
    throw whyNoServer(error);
  });
  const why = whyNotServer(server!);
  if (why) throw new CannotStart(`DATABASE_URL：${why}`);
};

const explainMigration = (error: unknown) => {
  const said = String((error as Error)?.message ?? error);
  if (/corrupted migrations/.test(said)) throw new CannotStart(`数据库是由更新的或另一版本的程序建立的；没有改动任何数据。请使用同一版本或更新的程序。\nThe database was made by a newer or another version of this program; nothing was changed. Use the same version or a newer one.\n${said}`);
  if (/No space left|ENOSPC/.test(said)) throw new CannotStart(`磁盘已满，没有改动任何数据。请腾出空间后再启动。\nThe disk is full; nothing was changed. Free some space and start again.\n${said}`);
  throw new CannotStart(`数据表没有更新成功；没有改动任何数据。\nThe tables could not be brought up to date; nothing was changed.\n${said}`);
};

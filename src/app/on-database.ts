import { type Db, openDb } from '#platform/db.ts';
import { startPostgres } from '#platform/postgres.ts';
import { loadConfig } from './config.ts';

/** For a command beside the server: on DATABASE_URL, or on the embedded database of DATA_DIR while the server is stopped. */
export const onDatabase = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
  const config = loadConfig(process.env, []);
  const embedded = config.databaseUrl ? undefined : await startPostgres(config.dataDir);
  const db = openDb(embedded ? { ...embedded, database: 'postgres' } : { connectionString: config.databaseUrl! }, 2);
  return work(db).finally(async () => {
    await db.destroy();
    await embedded?.stop();
  });
};

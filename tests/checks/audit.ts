// Verifies the audit chain of a database: npm run check:audit (DATABASE_URL, or the embedded one of DATA_DIR when the server is stopped).
import { verify } from '#mechanisms/audit/audit.ts';
import { loadConfig } from '#app/config.ts';
import { openDb } from '#platform/db.ts';
import { startPostgres } from '#platform/postgres.ts';

const config = loadConfig(process.env, []);
const embedded = config.databaseUrl ? undefined : await startPostgres(config.dataDir);
const db = openDb(embedded ? { ...embedded, database: 'postgres' } : { connectionString: config.databaseUrl! }, 2);
const found = await verify(db);
await db.destroy();
await embedded?.stop();
console.log(JSON.stringify(found));
process.exit(found.brokenAt ? 1 : 0);

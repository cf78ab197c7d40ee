// Verifies the audit chain of a database: npm run check:audit [-- HASH] (DATABASE_URL, or the embedded one of DATA_DIR when the server is stopped).
// HASH is one kept elsewhere, from a daily mail: it must still stand in the chain.
import { placeOf, verify } from '#mechanisms/audit/audit.ts';
import { onDatabase } from '#app/on-database.ts';

const [hash] = process.argv.slice(2);
const found = await onDatabase(async (db) => ({ ...(await verify(db)), ...(hash && { stands: await placeOf(db, hash) }) }));
console.log(JSON.stringify(found));
process.exit(found.brokenAt || found.stands === null ? 1 : 0);

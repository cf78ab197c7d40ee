// Any corpus through the product's own search: npm run check:search -- CORPUS.jsonl.gz [QUERIES.json]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '#app/house.ts';
import { startPostgres } from '#platform/postgres.ts';
import { Connection } from '../benches/client.ts';
import { readCorpus } from '../benches/corpus.ts';
import { emptyHouse } from '../benches/load.ts';
import { peopleOf } from '../benches/requests.ts';
import { askAll } from './search/asked.ts';
import { file } from './search/filed.ts';
import { madeFrom, readQueries } from './search/queries.ts';
import { summed } from './search/summed.ts';

const help = `npm run check:search -- CORPUS.jsonl.gz [QUERIES.json]

  CORPUS   one JSON object a line, gzipped or not: { "id", "title", "body" }; anything else in it is left aside
  QUERIES  [ { "q": "教办[2024]15号", "ids": ["…"] }, … ], or plain strings, or the list under "queries".
           ids: the texts that ought to be found. Where they are missing, every text that holds each word of q literally
           (compatibility forms and case folded, letters and digits alone counted) ought to be.
           Without the file, queries are made from the texts themselves.

The texts go into a database of their own, which is dropped afterwards: two of three are sent to one department, the rest to
another. Each query is asked by the clerk, who sees all, and by the head of the first department, page after page to the end.
Exit code 1 when recall is below 100 % (ids not given) or anything was shown to who may not see it. The last line is JSON.`;

const [corpusFile, queryFile] = process.argv.slice(2).filter((word) => word !== '--');
if (!corpusFile || corpusFile === '--help') stop(help, corpusFile ? 0 : 2);
for (const name of [corpusFile, queryFile]) if (name && !existsSync(name)) stop(`${name}: no such file\n\n${help}`, 2);

const texts = readCorpus(corpusFile!);
const queries = queryFile ? readQueries(queryFile) : madeFrom(texts);
const home = mkdtempSync(join(tmpdir(), 'zongban-search-'));
const engine = await startPostgres(home, { fsync: 'off' });
let sound = false;
try {
  const db = await emptyHouse({ host: engine.host, port: engine.port, user: engine.user, database: 'postgres' });
  const began = performance.now();
  const filed = await file(db, texts);
  console.log(`${texts.length} texts made findable in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const app = openHouse({ db });
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const connection = await Connection.to(Number(port));
  const [clerk, head] = await peopleOf(db, 2);
  const answers = await askAll(connection, queries, filed, { clerk: clerk!.token, head: head!.token });
  connection.close();
  await app.close();
  await db.destroy();
  sound = summed(texts.length, answers);
} finally {
  await engine.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exit(sound ? 0 : 1);

function stop(text: string, code: number): never {
  (code ? console.error : console.log)(text);
  process.exit(code);
}

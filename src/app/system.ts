import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seal } from '#mechanisms/audit/audit.ts';
import { openStore, pathOf } from '#mechanisms/files/store.ts';
import { openPost } from '#mechanisms/notifications/sending.ts';
import { openSample } from '#mechanisms/organisation/sample.ts';
import { openReports } from '#mechanisms/reports/pdf.ts';
import { type Address, type Db, migrate, openDb } from '#platform/db.ts';
import { openWorker, type Worker } from '#platform/jobs.ts';
import { type Live, openLive } from '#platform/live.ts';
import { type Embedded, startPostgres } from '#platform/postgres.ts';
import { CannotStart } from '#platform/problem.ts';
import type { Config } from './config.ts';
import { openHouse, root } from './house.ts';
import { modules } from './modules.ts';
import { makeSample } from './school/sample.ts';
import { serveWeb } from './web-server.ts';

type Say = (zh: string, en: string) => void;

const now = () => new Date().toISOString();

/** Database, tables, web and worker, as the configuration says; `close` ends all of it in order. */
export const openSystem = async (config: Config, say: Say) => {
  const embedded = config.databaseUrl ? undefined : await startPostgres(join(config.dataDir));
  const address: Address = embedded ? addressOf(embedded) : { connectionString: config.databaseUrl! };
  say('数据库已启动', 'the database is up');
  const db = openDb(address, 16);
  await migrate(db, join(root, 'database/migrations')).catch((error) => {
    throw config.databaseUrl ? new CannotStart(`DATABASE_URL: ${String(error?.message ?? error)}`) : error;
  });
  say('数据表已是最新', 'the tables are up to date');
  openMechanisms(config);
  const password = config.sample ? await sampleOnce(db, config, say) : undefined;
  const onError = (error: unknown) => void (config.logLevel !== 'silent' && console.error(error));
  const keeping = embedded && keepAlive(embedded, onError);
  let live: Live | undefined;
  let worker: Worker | undefined;
  const sealing = beat(() => seal(db), 1000);
  let app: ReturnType<typeof openHouse> | undefined;
  return {
    sample: { password, ...(await schoolOf(db)) },
    listen: async (webFolder: string) => {
      if (config.role !== 'web') worker = await openWorker({ db, address, modules, now, onError });
      if (config.role === 'worker') return undefined;
      live = openLive(address, onError);
      app = openHouse({ db, live, logger: config.logLevel === 'silent' ? false : { level: config.logLevel }, trustProxy: config.trustProxy, secure: config.publicUrl?.startsWith('https:') ?? false, wrote: () => worker?.wake() });
      await serveWeb(app, webFolder, config.dev);
      return app.listen({ port: config.port, host: config.host }).catch((error) => {
        throw error.code === 'EADDRINUSE' ? new CannotStart(`PORT=${config.port}：端口已被占用，请换一个。\nThe port is in use: choose another.`) : error;
      });
    },
    close: async () => {
      await Promise.race([app?.close(), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
      await Promise.all([worker?.stop(), live?.close(), sealing.stop(), keeping?.stop()]);
      await db.destroy();
      await embedded?.stop();
    },
  };
};

const addressOf = ({ host, port, user, password }: Embedded): Address => ({ host, port, user, database: 'postgres', ...(password && { password }) });

/** Once a process: what the mechanisms need of the outside. */
const openMechanisms = (config: Config) => {
  openStore(join(config.dataDir, 'files'));
  openReports(config.fontDir);
  openPost({ smtpUrl: config.smtpUrl, from: config.mailFrom, readFile: storedFile });
  openSample(async (db, at) => makeSample(db, at, config.samplePassword));
};

const storedFile = async (db: Db, fileId: string) => {
  const file = await db.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256').select(['name', 'files.sha256']).where('files.id', '=', fileId).where('erasedAt', 'is', null).executeTakeFirst();
  return file && { name: file.name, content: await readFile(pathOf(file.sha256)) };
};

const sampleOnce = async (db: Db, config: Config, say: Say) => {
  if ((await schoolOf(db)).school) return undefined;
  say('正在建立示例学校…', 'making the sample school …');
  return (await makeSample(db, now(), config.samplePassword)).password;
};

const schoolOf = async (db: Db) => {
  const school = await db.selectFrom('school').select('sample').executeTakeFirst();
  return { school: school !== undefined, exists: school?.sample ?? false };
};

/** A database that died is started again within a second; requests wait or are told to come again. */
const keepAlive = (embedded: Embedded, onError: (error: unknown) => void) => beat(() => embedded.revive().catch(onError), 500);

const beat = (work: () => Promise<unknown>, every: number) => {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = work().catch(() => undefined).finally(() => (busy = false));
  }, every);
  return { stop: async () => (clearInterval(timer), await running) };
};

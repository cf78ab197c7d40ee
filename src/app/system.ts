import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seal } from '#mechanisms/audit/audit.ts';
import { openStore, pathOf } from '#mechanisms/files/store.ts';
import { openPost } from '#mechanisms/notifications/sending.ts';
import { openFirstRun } from '#mechanisms/organisation/first-run.ts';
import { openSample } from '#mechanisms/organisation/sample.ts';
import { openReports } from '#mechanisms/reports/pdf.ts';
import { openSigning } from '#mechanisms/signatures/folder.ts';
import type { Db } from '#platform/db.ts';
import { openWorker, type Worker } from '#platform/jobs.ts';
import { type Live, openLive } from '#platform/live.ts';
import type { Embedded } from '#platform/postgres.ts';
import { CannotStart } from '#platform/problem.ts';
import type { Config } from './config.ts';
import type { Say } from './console.ts';
import { openDatabase } from './database.ts';
import { declareAll, openHouse } from './house.ts';
import { modules } from './modules.ts';
import { serveWeb } from './web-server.ts';

const now = () => new Date().toISOString();

/** Database, tables, web and worker, as the configuration says; `close` ends all of it in order. */
export const openSystem = async (config: Config, say: Say) => {
  const { db, address, embedded, close } = await openDatabase(config, say);
  const onError = complaining(config.logLevel);
  declareAll();
  openMechanisms(config);
  const password = config.sample ? await sampleOnce(db, config, say).catch(async (error) => { await close(); throw error; }) : undefined;
  const keeping = embedded && keepAlive(embedded, onError);
  let live: Live | undefined;
  let worker: Worker | undefined;
  const sealing = beat(() => seal(db), 1000, onError);
  let app: ReturnType<typeof openHouse> | undefined;
  const startWorker = async () => {
    if (config.role !== 'web') worker = await openWorker({ db, address, modules, now, onError });
  };
  // Eight weeks pass in a few seconds: meanwhile nothing is delivered or urged by today's clock.
  openSample(async (into, at) => {
    await worker?.stop();
    const { makeSample } = await import('./school/sample.ts');
    return makeSample(into, at, config.samplePassword).finally(startWorker);
  });
  return {
    sample: { password, code: await openFirstRun(db, isReachable(config)), ...(await schoolOf(db)) },
    listen: async (webFolder: string) => {
      await startWorker();
      if (config.role === 'worker') return undefined;
      live = openLive(address, onError);
      app = openHouse({ db, live, logger: loggerOf(config.logLevel), trustProxy: config.trustProxy, secure: config.publicUrl?.startsWith('https:') ?? false, wrote: () => worker?.wake() });
      await serveWeb(app, webFolder, config.dev);
      return app.listen({ port: config.port, host: config.host }).catch((error) => {
        throw whyNotListen(error, config);
      });
    },
    close: async () => {
      await Promise.race([app?.close(), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
      await Promise.all([worker?.stop(), live?.close(), sealing.stop(), keeping?.stop()]);
      await close();
    },
  };
};

/** The console leaves out what a full disk does not take: a log never ends the server. */
const loggerOf = (level: string) => level !== 'silent' && { level, stream: { write: (line: string) => console.log(line.trimEnd()) } };

const whyNotListen = (error: NodeJS.ErrnoException, { port, host }: Config) => {
  if (error.code === 'EADDRINUSE') return new CannotStart(`PORT=${port}：端口已被占用，请换一个。\nThe port is in use: choose another.`);
  if (error.code === 'EACCES') return new CannotStart(`PORT=${port}：没有权限使用这个端口，请用 1024 以上的。\nNo permission to use this port: choose one above 1024.`);
  if (error.syscall === 'listen' || error.syscall === 'getaddrinfo') return new CannotStart(`HOST=${host}：本机没有这个地址。\nThis machine has no such address.\n${error.message}`);
  return error;
};

const again = 60_000;

/** What goes wrong every second is said once a minute. */
const complaining = (level: string) => {
  const said = { text: '', at: 0 };
  return (error: unknown) => {
    const { message, stack } = error as Error;
    const text = message ?? String(error);
    if (level === 'silent' || (text === said.text && Date.now() - said.at < again)) return;
    Object.assign(said, { text, at: Date.now() });
    console.error(stack ?? text);
  };
};

/** Once a process: what the mechanisms need of the outside. */
const openMechanisms = (config: Config) => {
  openStore(join(config.dataDir, 'files'));
  openSigning(join(config.dataDir, 'signing'));
  openReports({ fontFolder: config.fontDir, address: config.publicUrl });
  openPost({ smtpUrl: config.smtpUrl, from: config.mailFrom, readFile: storedFile });
};

const storedFile = async (db: Db, fileId: string) => {
  const file = await db.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256').select(['name', 'files.sha256']).where('files.id', '=', fileId).where('erasedAt', 'is', null).executeTakeFirst();
  return file && { name: file.name, content: await readFile(pathOf(file.sha256)) };
};

const sampleOnce = async (db: Db, config: Config, say: Say) => {
  const { school, exists } = await schoolOf(db);
  if (school) return void (exists || say('这里已有学校，不载入示例', 'there is a school already, the sample is not loaded'));
  say('正在建立示例学校…', 'making the sample school …');
  const { makeSample } = await import('./school/sample.ts');
  return (await makeSample(db, now(), config.samplePassword)).password;
};

/** By others than the people at this machine. */
const isReachable = ({ host, trustProxy, publicUrl }: Config) => trustProxy || publicUrl !== undefined || !(host === 'localhost' || host === '::1' || host.startsWith('127.'));

const schoolOf = async (db: Db) => {
  const school = await db.selectFrom('school').select('sample').executeTakeFirst();
  return { school: school !== undefined, exists: school?.sample ?? false };
};

/** A database that died is started again within a second; requests wait or are told to come again. */
const keepAlive = (embedded: Embedded, onError: (error: unknown) => void) =>
  beat(async () => {
    if (await embedded.revive()) onError('数据库中断后已重新启动 / the database had stopped and was started again');
  }, 500, onError);

const beat = (work: () => Promise<unknown>, every: number, onError: (error: unknown) => void) => {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = work().catch(onError).finally(() => (busy = false));
  }, every);
  return { stop: async () => (clearInterval(timer), await running) };
};

import { PgBoss, fromKysely } from 'pg-boss';
import type { Address, Db } from './db.ts';
import type { Job, Module } from './module.ts';
import { deliver, type Enqueue, type Listeners } from './outbox.ts';

export const officeZone = 'Asia/Shanghai';

export interface Worker {
  /** Looks at the outbox now instead of at the next beat. */
  wake(): void;
  stop(): Promise<void>;
}

interface Works {
  db: Db;
  address: Address;
  modules: readonly Module[];
  now: () => string;
  onError: (error: unknown) => void;
}

export const listenersOf = (modules: readonly Module[]): Listeners => {
  const all = new Map<string, Module['listens'][string][]>();
  for (const { listens } of modules) for (const [event, listener] of Object.entries(listens)) all.set(event, [...(all.get(event) ?? []), listener]);
  return all;
};

export const jobsOf = (modules: readonly Module[]): Readonly<Record<string, Job>> => Object.assign({}, ...modules.map((module) => module.jobs));

/** Delivers events and runs jobs and schedules until it is stopped. Several may run on one database. */
export const openWorker = async (works: Works): Promise<Worker> => {
  const boss = new PgBoss({ ...works.address, max: 4, application_name: 'zongban-worker', options: '-c TimeZone=UTC', schema: 'jobs', superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 });
  boss.on('error', works.onError);
  await boss.start();
  for (const [queue, job] of Object.entries(jobsOf(works.modules))) await openQueue(boss, works, queue, job);
  const enqueue: Enqueue = async (db, queue, data, options) => {
    await boss.send(queue, data, {
      db: fromKysely(db as never),
      ...(options?.after && { startAfter: options.after }),
      ...(options?.key && { singletonKey: options.key }),
    });
  };
  const beat = beating(() => deliver(works.db, listenersOf(works.modules), enqueue, works.now()), works.onError);
  return {
    wake: beat.wake,
    stop: async () => {
      await beat.stop();
      await boss.stop({ graceful: true, timeout: 8000 });
    },
  };
};

/** Seconds after which a job is somebody else's whose worker was not heard of. */
const silence = 20;
const longestPause = 300;

const openQueue = async (boss: PgBoss, { db, now, onError }: Works, queue: string, job: Job) => {
  const rules = { retryLimit: job.retries ?? 5, retryBackoff: true, retryDelay: 5, retryDelayMax: longestPause, expireInSeconds: job.timeout ?? 120, heartbeatSeconds: silence };
  await boss.createQueue(queue, { ...rules, ...(job.cron && { policy: 'short' as const }) });
  // A queue that was there already has the figures of an earlier version.
  await boss.updateQueue(queue, rules);
  const options = { pollingIntervalSeconds: 1, localConcurrency: job.atOnce ?? 1, includeMetadata: true as const };
  await boss.work(queue, options, async (jobs) => {
    for (const { data, retryCount } of jobs) await job.work({ db, now, data, attempt: retryCount + 1 }).catch((error) => { onError(error); throw error; });
  });
  if (job.cron) await boss.schedule(queue, job.cron, {}, { tz: officeZone });
};

/** Runs `work` again and again: at once while there is something to do, else every half second. */
const beating = (work: () => Promise<number>, onError: (error: unknown) => void) => {
  let running = true;
  let timer: NodeJS.Timeout | undefined;
  let wakeUp: (() => void) | undefined;
  const loop = async () => {
    while (running) {
      const done = await work().catch((error) => (onError(error), 0));
      if (done === 0 && running)
        await new Promise<void>((resolve) => {
          wakeUp = resolve;
          timer = setTimeout(resolve, 500);
        });
    }
  };
  const ended = loop();
  const wake = () => (clearTimeout(timer), wakeUp?.());
  return { wake, stop: () => ((running = false), wake(), ended) };
};

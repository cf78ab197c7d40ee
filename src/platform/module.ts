import type { Readable } from 'node:stream';
import type { Answer, Contract, Endpoint, Input, Reads, Refusal, RefusalOf, Shape, Transfers, Writes } from './contract.ts';
import type { Db } from './db.ts';
import type { Instant } from './time.ts';

/** A person on leave, and what their deputy may act in. */
export interface Absent {
  readonly id: string;
  readonly name: string;
  readonly departments: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** 'all', or the module to which the deputy is limited. */
  readonly scope: string;
}

export interface Actor {
  /** The person. */
  readonly id: string;
  readonly name: string;
  /** Held without standing in for anybody. */
  readonly own: ReadonlySet<string>;
  /** With those of the people they stand in for. */
  readonly permissions: ReadonlySet<string>;
  /** The ids a record may be shared with so that this person sees it: themselves, departments they head or act for, people they deputise for. */
  readonly keys: readonly string[];
  /** Departments this person signs for (as head or acting head). */
  readonly departments: readonly string[];
  /** Highest 密级 the person may see: 0 none, 1 秘密, 2 机密, 3 绝密; -1 no record at all, as the three administrators. */
  readonly clearance: number;
  /** People on leave whose deputy this person is now. What is done for them is shown as "Li for Wang". */
  readonly deputyFor: readonly Absent[];
  /** The post in which this person acts, as it is shown: 教务处主任. */
  readonly post: string;
  /** The department of that post. */
  readonly departmentId: string;
  /** The session or access token by which they came. */
  readonly sessionId: string;
  /** They came by an access token: one that may write, or one that only reads. */
  readonly token?: 'writes' | 'reads';
  readonly address: string;
}

/** What a query may use. */
export interface Reading {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Instant;
}

/** What an action may use. `db` is the open transaction. This type never grows. */
export interface Ctx<R extends string = string> extends Reading {
  refuse(...reasons: readonly R[]): void;
  tell(event: string, data: object): void;
}

/** What a transfer may use: no transaction is open until it commits. */
export interface Transfer<R extends string = string> extends Reading {
  refuse(...reasons: readonly R[]): void;
  /** One transaction, with its audit entry (of what is given) and its events; under `as` where somebody proved just now who they are. */
  commit<T>(audited: object, action: (ctx: Ctx<R>) => Promise<T>, as?: Actor): Promise<T>;
}

/** What a listener, a job or a clock may use: the transaction in which the event is delivered. */
export interface Working {
  readonly db: Db;
  readonly now: Instant;
  tell(event: string, data: object): void;
  /** A job of the named queue, in this transaction. `after` in seconds. */
  enqueue(queue: string, data: object, options?: { after?: number; key?: string }): Promise<void>;
}

/** Bytes sent to the asker, always as an attachment unless `inline` names a type the browser shows safely. */
export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | Readable;
  readonly inline?: boolean;
  /** The asker's own browser may show it again for an hour without asking. */
  readonly keeps?: boolean;
}

export type Listener = (ctx: Working, data: any) => Promise<void>;

/** Parts of a module that hear of the same events: each hears of every one, in this order. */
export const together = (...parts: readonly Record<string, Listener>[]): Record<string, Listener> =>
  Object.fromEntries([...new Set(parts.flatMap((part) => Object.keys(part)))].map((event) => [event, async (ctx: Working, data: unknown) => { for (const part of parts) await part[event]?.(ctx, data); }]));

export interface Job {
  /** Outside a transaction: may send mail, read files, start a child. Idempotent: it may run twice. */
  readonly work: (job: { db: Db; now: () => Instant; data: any; attempt: number }) => Promise<void>;
  /** Tries after the first, with growing pauses. */
  readonly retries?: number;
  /** Seconds one try may take. */
  readonly timeout?: number;
  /** How many at once in a process. */
  readonly atOnce?: number;
  /** Five-field cron in office time, for a job that runs by itself. */
  readonly cron?: string;
}

export interface SettingDeclared {
  readonly value: number | string | boolean;
  readonly unit: string;
  /** Where the figure comes from: the plan's id or the regulation. */
  readonly clause: string;
  readonly zh: string;
  readonly en: string;
  readonly least?: number;
  readonly most?: number;
}

type Saved<E extends Endpoint> = E['returns'] extends Shape<infer I, any> ? I : Answer<E>;

export type Queries<C extends Contract> = {
  [K in keyof Reads<C>]: (ctx: Reading, input: Input<C[K]>) => Promise<Saved<C[K]>>;
};
export type Actions<C extends Contract> = {
  [K in keyof Writes<C>]: (ctx: Ctx<Refusal<C[K]>>, input: Input<C[K]>) => Promise<Saved<C[K]>>;
};
export type Moves<C extends Contract> = {
  [K in keyof Transfers<C>]: (ctx: Transfer<Refusal<C[K]>>, input: Input<C[K]>) => Promise<Saved<C[K]>>;
};

export interface Module {
  readonly name: string;
  readonly contract: Contract;
  readonly queries: Record<string, (ctx: Reading, input: any) => Promise<unknown>>;
  readonly actions: Record<string, (ctx: Ctx<any>, input: any) => Promise<unknown>>;
  readonly transfers: Record<string, (ctx: Transfer<any>, input: any) => Promise<unknown>>;
  readonly constraints: Readonly<Record<string, string>>;
  readonly registers: Readonly<Record<string, string>>;
  readonly listens: Readonly<Record<string, Listener>>;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly settings: Readonly<Record<string, SettingDeclared>>;
  readonly grants: Readonly<Record<string, readonly string[]>>;
  readonly alarms: readonly string[];
}

interface Declared<C extends Contract> {
  name: string;
  contract: C;
  queries: Queries<C>;
  actions: Actions<C>;
  transfers: Moves<C>;
  /** What PostgreSQL refuses by itself, and the refusal that means the same. */
  constraints?: Record<string, RefusalOf<C>>;
  /** Running numbers: full name → pattern with {year} and {seq:width}. */
  registers?: Record<string, string>;
  /** Events of any module, by name. Delivered at least once, in the order they were told. */
  listens?: Record<string, Listener>;
  /** Queues, by full name such as 'files.extract'. */
  jobs?: Record<string, Job>;
  /** Figures an administrator can change, by full name such as 'incoming.ordinary_hours'. */
  settings?: Record<string, SettingDeclared>;
  /** Permission → the roles that hold it until the security administrator says otherwise. */
  grants?: Record<string, readonly string[]>;
  /** Refusals that are written to the audit trail although nothing else happens. */
  alarms?: readonly RefusalOf<C>[];
}

const nothing = { constraints: {}, registers: {}, listens: {}, jobs: {}, settings: {}, grants: {}, alarms: [] };

export const defineModule = <C extends Contract>(
  declared: Omit<Declared<C>, 'transfers'> & (keyof Transfers<C> extends never ? { transfers?: never } : { transfers: Moves<C> }),
): Module => ({ ...nothing, transfers: {}, ...declared }) as Module;

import { sql } from 'kysely';
import { giveClock, type NewClock, overrideClock, pauseClock, resumeClock, startClocks, stopClock } from '#mechanisms/deadlines/clocks.ts';
import type { Promised } from '#mechanisms/deadlines/promises.ts';
import type { Ctx } from '#platform/module.ts';
import type { DocumentRow } from './documents.ts';

const warnEarly = { share: 0.75 } as const;
const toDirector = { after: { minutes: 60 }, to: 'office.director' } as const;

/** SLA-1 and what the office promises itself on the way. */
export const promised: readonly Promised[] = [
  {
    name: 'incoming.ordinary', kind: 'working_days', length: { setting: 'incoming.ordinary_hours', unit: 'hours' }, warn: warnEarly, escalate: toDirector,
    zh: { title: '一般来文办结', from: '登记', to: '各承办部门办结' }, en: { title: 'Ordinary document processed', from: 'registered', to: 'every part closed' },
  },
  {
    name: 'incoming.urgent_answer', kind: 'elapsed', length: { setting: 'incoming.urgent_hours', unit: 'hours' }, warn: { share: 0.5 }, escalate: { after: { minutes: 15 }, to: 'leader' },
    zh: { title: '急件首次答复', from: '登记', to: '主办部门首次答复' }, en: { title: 'Urgent document answered', from: 'registered', to: 'first response by the lead' },
  },
  {
    name: 'incoming.last', kind: 'working_days', length: { setting: 'incoming.last_hours', unit: 'hours' }, warn: warnEarly, escalate: { after: { minutes: 0 }, to: 'leader' },
    zh: { title: '来文办理最后期限', from: '登记', to: '各承办部门办结' }, en: { title: 'Last limit of any document', from: 'registered', to: 'every part closed' },
  },
  {
    name: 'incoming.sign', kind: 'office_hours', length: { setting: 'incoming.sign_hours', unit: 'hours' }, warn: warnEarly, escalate: toDirector,
    zh: { title: '部门签收', from: '分办', to: '部门签收' }, en: { title: 'Department signs for it', from: 'dispatched', to: 'signed for' },
  },
  {
    name: 'incoming.reading', kind: 'working_days', length: { setting: 'incoming.reading_hours', unit: 'hours' }, warn: warnEarly,
    zh: { title: '传阅', from: '送阅', to: '阅毕' }, en: { title: 'Reading', from: 'sent to the reader', to: 'read' },
  },
  {
    name: 'incoming.task', kind: 'elapsed', length: { minutes: 1440 }, warn: { lead: { minutes: 240 } }, escalate: toDirector,
    zh: { title: '领导交办事项', from: '交办', to: '完成' }, en: { title: 'Task set by a leader', from: 'set', to: 'finished' },
  },
  {
    name: 'incoming.replacement', kind: 'working_days', length: { setting: 'incoming.replacement_days', unit: 'days' }, warn: warnEarly, escalate: toDirector,
    zh: { title: '来文单位补页', from: '提出补页', to: '补页到齐' }, en: { title: 'Pages from the sender', from: 'asked for', to: 'arrived' },
  },
];

type Timed = Pick<DocumentRow, 'id' | 'urgency' | 'handling' | 'respondBy'>;

/** 12 h for an ordinary document, 2 h to the first answer of an urgent one, 24 h for any. The letter's own date goes first. The one that is due first is answered. */
export const startDocumentClocks = async (ctx: Ctx<any>, document: Timed, departmentId: string) => {
  const clocks = await startClocks(ctx, promisesOf(document).map((promise) => clockOf(document, promise, departmentId)));
  return clocks.toSorted((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1))[0]!;
};

const promisesOf = ({ handling, urgency }: Timed) =>
  handling === 'reading' ? ['incoming.last'] : ['incoming.last', urgency > 0 ? 'incoming.urgent_answer' : 'incoming.ordinary'];

const clockOf = ({ id: recordId, respondBy }: Timed, promise: string, departmentId: string): NewClock =>
  ({ recordId, promise, departmentId, ...(respondBy && promise !== 'incoming.urgent_answer' && { dueAt: respondBy, why: askedByLetter }) });

const askedByLetter = '来文要求的期限';

const ofDocument = ['incoming.ordinary', 'incoming.urgent_answer', 'incoming.last'];

export const stopDocumentClocks = (ctx: Ctx<any>, recordId: string) => stopClock(ctx, { recordId, promise: ofDocument });

/** Everything that still runs on the document: parts, readers, tasks, pages. */
export const stopAllClocks = (ctx: Ctx<any>, recordId: string) => stopClock(ctx, { recordId });

/**
 * Another urgency, another handling or another date asked for: promises that no longer fit stop, new ones count from the
 * registration, all follow the date of the letter. The time the document waited for pages until now is not given to new ones.
 */
export const retime = async (ctx: Ctx<any>, document: Timed & Pick<DocumentRow, 'registeredAt'>, departmentId: string) => {
  const wanted = promisesOf(document);
  const which = { recordId: document.id, promise: ofDocument.filter((promise) => !wanted.includes(promise)) };
  const stopped = await stopClock(ctx, which);
  const before = await ctx.db.selectFrom('clocks').select('promise').where('recordId', '=', document.id).where('promise', 'in', wanted).execute();
  const missing = wanted.filter((promise) => !before.some((clock) => clock.promise === promise));
  if (missing.length) await startClocks({ ...ctx, now: document.registeredAt }, missing.map((promise) => clockOf(document, promise, departmentId)));
  await followLetter(ctx, document);
  await followClock(ctx, document.id, stopped);
};

const followLetter = async (ctx: Ctx<any>, { id: recordId, respondBy }: Timed) => {
  const clocks = await ctx.db.selectFrom('clocks').select(['promise', 'dueAt']).where('recordId', '=', recordId).where('stoppedAt', 'is', null).where('promise', 'in', ['incoming.ordinary', 'incoming.last']).execute();
  const overridden = await sql`select from clock_events e join clocks c on c.id = e.clock_id where c.record_id = ${recordId} and c.stopped_at is null and e.what = 'overridden' limit 1`.execute(ctx.db);
  if (!respondBy && !overridden.rows.length) return;
  const promise = clocks.filter(({ dueAt }) => dueAt !== respondBy).map((clock) => clock.promise);
  await overrideClock(ctx, { recordId, promise, dueAt: respondBy, reason: askedByLetter });
};

/** The clock of the document itself that ends first. */
export const firstClock = ({ db }: Pick<Ctx, 'db'>, recordId: string) =>
  db.selectFrom('clocks').select(['id', 'dueAt']).where('recordId', '=', recordId).where('promise', 'in', ofDocument).where('stoppedAt', 'is', null).orderBy('dueAt').executeTakeFirst();

/** What was asked with a clock that stopped is due with the one that is due first now. */
const followClock = async ({ db }: Ctx<any>, recordId: string, stopped: readonly string[]) => {
  const first = stopped.length ? await firstClock({ db }, recordId) : undefined;
  if (!first) return;
  await db.updateTable('todos').set({ clockId: first.id, dueAt: first.dueAt }).where('clockId', 'in', stopped).where('doneAt', 'is', null).where('withdrawnAt', 'is', null).execute();
};

/** The lead answered: an urgent document has its first response. */
export const firstResponse = async (ctx: Ctx<any>, recordId: string) => followClock(ctx, recordId, await stopClock(ctx, { recordId, promise: 'incoming.urgent_answer' }));

/** From the office's desk to the lead, or back: now it is that department's clock. */
export const giveToDepartment = (ctx: Ctx<any>, recordId: string, departmentId: string) => giveClock(ctx, { recordId, promise: ofDocument, departmentId });

export const pauseForPages = (ctx: Ctx<any>, recordId: string, reason: string) => pauseClock(ctx, { recordId, promise: ofDocument, reason });

export const resumeAfterPages = (ctx: Ctx<any>, recordId: string) => resumeClock(ctx, { recordId, promise: ofDocument });

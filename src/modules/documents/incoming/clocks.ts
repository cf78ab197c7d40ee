import { pauseClock, resumeClock, startClock, stopClock } from '#mechanisms/deadlines/deadlines.ts';
import type { Ctx } from '#platform/module.ts';
import type { DocumentRow } from './documents.ts';

type Timed = Pick<DocumentRow, 'id' | 'urgency' | 'handling' | 'respondBy'>;

/** SLA-1: 12 h for an ordinary document, 2 h to the first answer of an urgent one, 24 h for any. The letter's own date goes first. */
export const startClocks = async (ctx: Ctx<any>, { id, urgency, handling, respondBy }: Timed, officeId: string) => {
  const owner = { recordId: id, departmentId: officeId };
  const asked = respondBy ? { dueAt: respondBy, why: 'incoming.asked_in_letter' } : {};
  const clocks = [await startClock(ctx, { ...owner, promise: 'incoming.last', ...asked })];
  if (handling === 'action' && urgency === 0) clocks.push(await startClock(ctx, { ...owner, promise: 'incoming.ordinary', ...asked }));
  if (handling === 'action' && urgency > 0) clocks.push(await startClock(ctx, { ...owner, promise: 'incoming.urgent_answer' }));
  return clocks.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt !== null).sort()[0] ?? null;
};

export const restartClocks = async (ctx: Ctx<any>, document: Timed, officeId: string) => {
  await stopDocumentClocks(ctx, document.id);
  return startClocks(ctx, document, officeId);
};

const promises = ['incoming.ordinary', 'incoming.urgent_answer', 'incoming.last'];

export const stopDocumentClocks = async (ctx: Ctx<any>, recordId: string) => {
  for (const promise of promises) await stopClock(ctx, { recordId, promise });
};

/** Everything that still runs on the document: parts, readers, tasks, pages. */
export const stopAllClocks = (ctx: Ctx<any>, recordId: string) => stopClock(ctx, { recordId });

/** The lead answered: an urgent document has its first response. */
export const firstResponse = (ctx: Ctx<any>, recordId: string) => stopClock(ctx, { recordId, promise: 'incoming.urgent_answer' });

export const pauseForPages = async (ctx: Ctx<any>, recordId: string, reason: string) => {
  for (const promise of promises) await pauseClock(ctx, { recordId, promise, reason });
};

export const resumeAfterPages = async (ctx: Ctx<any>, recordId: string) => {
  for (const promise of promises) await resumeClock(ctx, { recordId, promise, reason: '' });
};

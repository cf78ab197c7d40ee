import { shareWith } from '#mechanisms/access/records.ts';
import { wallAt } from '#mechanisms/calendar/days.ts';
import type { ClockTold } from '#mechanisms/deadlines/tick.ts';
import { tellHistoryBy } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { changed } from '#platform/live.ts';
import type { Listener, Working } from '#platform/module.ts';
import { newId } from '#platform/ids.ts';
import { whyNotAnswerSender } from './closing/rules.ts';
import { named } from './documents.ts';
import type { State } from './nouns.ts';
import { eraseClassified, indexFiles } from './reading.ts';
import { headsOf, leadersOf, officePeople } from './people.ts';

interface Told {
  documentId: string;
}

const documentOf = ({ db }: Working, { documentId }: Told) => db.selectFrom('incomingDocuments').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow();

/** 执行反馈: the result of a part by mail to the office, with copies to the leaders concerned (IN-5). */
const feedback: Listener = async (ctx, told: Told & { partId: string }) => {
  const document = await documentOf(ctx, told);
  const part = await ctx.db.selectFrom('incomingParts as p').innerJoin('departments as d', 'd.id', 'p.departmentId').select(['p.departmentId', 'p.result', 'd.name']).where('p.id', '=', told.partId).executeTakeFirstOrThrow();
  const asked = await ctx.db.selectFrom('incomingInstructions').select('leaderId').where('documentId', '=', document.id).where('givenAt', 'is not', null).execute();
  const cc = [...new Set([...asked.map(({ leaderId }) => leaderId), ...(await leadersOf(ctx, [part.departmentId])).map(({ id }) => id)])];
  const params = { ...named(document), department: part.name, result: part.result ?? '' };
  await notify(ctx, { to: [document.registeredBy], cc, what: 'incoming.feedback', params, recordId: document.id });
};

/** A clock of a document warns or breaks: whoever holds it hears of it, and when it broke the office, too, with whose it is. */
const late = (what: string): Listener => async (ctx, { recordId, promise, personId, departmentId, ...when }: ClockTold) => {
  const document = await ctx.db.selectFrom('incomingDocuments').selectAll().where('id', '=', recordId).executeTakeFirst();
  // The ordinary limit speaks for the last one; twice about one document helps nobody.
  if (!document || (promise === 'incoming.last' && document.handling === 'action' && document.urgency === 0)) return;
  const broke = what === 'incoming.late';
  const heads = departmentId ? (await headsOf(ctx, [departmentId])).map(({ id }) => id) : [];
  const to = [...new Set([...(personId ? [personId] : []), ...heads])];
  const params = { ...named(document), ...whenOf(when) };
  await notify(ctx, { to, what, params, recordId });
  const office = broke ? (await officePeople(ctx, ['office.clerk'])).filter((id) => !to.includes(id)) : [];
  await notify(ctx, { to: office, what, params: { ...params, whom: await holder(ctx, { personId, departmentId }) }, recordId });
};

const holder = async ({ db }: Working, { personId, departmentId }: Pick<ClockTold, 'personId' | 'departmentId'>) => {
  const person = personId && (await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst());
  const department = departmentId && (await db.selectFrom('departments').select('name').where('id', '=', departmentId).executeTakeFirst());
  return (person || department || { name: '' }).name;
};

const whenOf = ({ dueAt, toldLate }: Pick<ClockTold, 'dueAt' | 'toldLate'>) => ({ due: dueAt ? `${wallAt(dueAt).day} ${wallAt(dueAt).time}` : '', ...(toldLate && { toldLate: 'true' }) });

/** Still late after a while: it goes up, to the director or to the leaders. */
const escalated: Listener = async (ctx, { recordId, to: role, personId, departmentId, ...when }: ClockTold) => {
  const document = await ctx.db.selectFrom('incomingDocuments').selectAll().where('id', '=', recordId).executeTakeFirst();
  if (!document || !role) return;
  const lead = await ctx.db.selectFrom('incomingParts').select('departmentId').where('documentId', '=', recordId).where('role', '=', 'lead').where('returnedAt', 'is', null).executeTakeFirst();
  const inCharge = role === 'leader' && lead ? (await leadersOf(ctx, [lead.departmentId])).map(({ id }) => id) : [];
  const to = inCharge.length ? inCharge : await officePeople(ctx, ['office.director']);
  await shareWith(ctx, recordId, to);
  await notify(ctx, { to, what: 'incoming.escalated', params: { ...named(document), ...whenOf(when), whom: await holder(ctx, { personId, departmentId }) }, recordId });
};

interface Issued {
  number: string;
  title: string;
  answers: string | null;
  by: string;
}

/** 答复: an outgoing document that answers one of ours was issued; what the office has noted by hand already stays as it is. */
const answered: Listener = async (ctx, { number, title, answers, by }: Issued) => {
  const document = answers && (await ctx.db.selectFrom('incomingDocuments').select(['id', 'state']).where('id', '=', answers).forUpdate().executeTakeFirst());
  if (!document || whyNotAnswerSender(document.state as State).length) return;
  const noted = await ctx.db.selectFrom('incomingAnswers').select('id').where('documentId', '=', document.id).where('outgoingNumber', '=', number).executeTakeFirst();
  if (noted) return;
  const answer = { how: 'document', outgoingNumber: number, text: title };
  await ctx.db.insertInto('incomingAnswers').values({ ...answer, id: newId(), documentId: document.id, at: ctx.now, by }).execute();
  await tellHistoryBy(ctx, { recordId: document.id, by, what: 'incoming.answerSender', details: answer });
  await changed(ctx.db, { keys: 'all', what: ['incoming'] });
};

const refresh: Listener = async ({ db }) => void (await changed(db, { keys: 'all', what: ['incoming', 'deadlines'] }));

export const listens: Record<string, Listener> = {
  'incoming.part_closed': feedback,
  'outgoing.issued': answered,
  'incoming.registered': refresh,
  'incoming.dispatched': refresh,
  'incoming.done': refresh,
  'incoming.voided': refresh,
  'incoming.files_erased': async (ctx, { erased }: { erased: string[] }) => {
    for (const sha256 of erased) await ctx.enqueue('incoming.erase', { sha256 });
  },
  'deadlines.warned': late('incoming.warned'),
  'deadlines.broken': late('incoming.late'),
  'deadlines.escalated': escalated,
  'files.read': async (ctx, { sha256 }: { sha256: string }) => void ((await eraseClassified(ctx, sha256)) || (await indexFiles(ctx, sha256))),
  'files.attached': async (ctx, { recordId, fileId }: { recordId: string; fileId: string }) => indexFiles(ctx, undefined, { recordId, fileId }),
};

import { standsInFor } from '#mechanisms/access/deputies.ts';
import { sql } from 'kysely';
import { shareWith } from '#mechanisms/access/records.ts';
import { startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { type DocumentRow, lockDocument, moved, named, setState, waitsForPages } from '../documents.ts';
import { askFirstStep } from '../first-step.ts';
import { end } from '../parts/ending.ts';
import { headsOf, knownPeople } from '../people.ts';
import type { circulation as contract } from './contract.ts';
import { nextPosition, whyNotAddNote, whyNotAddReader, whyNotCirculate, whyNotMarkRead, whyNotRecall } from './rules.ts';

export const actions: Actions<typeof contract> = {
  /** To people, and to departments through their heads; all at once, or one after the other. */
  async circulate(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const heads = await headsOf(ctx, body.departments);
    const readers = [...new Set([...body.people, ...heads.map(({ id }) => id)])];
    const headless = body.departments.some((id) => !heads.some(({ departmentId }) => departmentId === id));
    const situation = { state: document.state, waitsForPages: await waitsForPages(ctx, document.id) };
    ctx.refuse(...whyNotCirculate(situation, { readers, known: await knownPeople(ctx, readers), headless }));
    await addReadings(ctx, document, readers, body.inOrder);
    await settle(ctx, { recordId: document.id, what: 'incoming.circulate' });
    await sendNext(ctx, document);
    const details = { readers, inOrder: body.inOrder };
    if (document.handling === 'reading') return moved(ctx, document, 'circulate', { details });
    await tellHistory(ctx, document.id, 'incoming.circulate', details);
    return { id: document.id, state: document.state };
  },

  async addReader(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const readings = await readingsOf(ctx, document.id);
    const reading = readings.filter(({ readAt }) => readAt === null).map(({ personId }) => personId);
    const mayAdd = ctx.actor.permissions.has('incoming.dispatch') || readings.some(({ personId }) => ctx.actor.keys.includes(personId));
    ctx.refuse(...whyNotAddReader(document.state, mayAdd, { readers: body.people, known: await knownPeople(ctx, body.people), reading }));
    await addReadings(ctx, document, [...new Set(body.people)], false);
    await sendNext(ctx, document);
    await tellHistory(ctx, document.id, 'incoming.addReader', { readers: body.people, why: body.why });
    return { id: document.id, state: document.state };
  },

  /** Read, with a note or without. The last reader ends a 阅件. */
  async markRead(ctx, { params, body }) {
    const { document, reading } = await hold(ctx, params.readingId);
    ctx.refuse(...whyNotMarkRead(reading, ctx.actor));
    if (reading.readAt) return note(ctx, document, reading, body.note);
    await ctx.db.updateTable('incomingReadings').set({ readAt: ctx.now, readBy: ctx.actor.id, note: body.note || null }).where('id', '=', reading.id).execute();
    await stopClock(ctx, { recordId: document.id, promise: 'incoming.reading', itemId: reading.id });
    await settle(ctx, { recordId: document.id, what: 'incoming.read', itemId: reading.id });
    await tellHistory(ctx, document.id, 'incoming.markRead', { note: body.note }, standsInFor(ctx.actor, reading.personId));
    await sendNext(ctx, document);
    return { id: document.id, state: await endIfRead(ctx, document) };
  },

  /** A second thought is added below the first: nobody's note is lost. */
  async addNote(ctx, { params, body }) {
    const { document, reading } = await hold(ctx, params.readingId);
    ctx.refuse(...whyNotAddNote(reading, ctx.actor));
    return note(ctx, document, reading, body.note);
  },

  async recallReader(ctx, { params, body }) {
    const { document, reading } = await hold(ctx, params.readingId);
    ctx.refuse(...whyNotRecall(reading, ctx.actor));
    await ctx.db.updateTable('incomingReadings').set({ recalledAt: ctx.now }).where('id', '=', reading.id).execute();
    await stopClock(ctx, { recordId: document.id, promise: 'incoming.reading', itemId: reading.id });
    await withdraw(ctx, { recordId: document.id, what: 'incoming.read', itemId: reading.id });
    await unshare(ctx, document.id, reading.personId);
    await tellHistory(ctx, document.id, 'incoming.recallReader', { readers: [reading.personId], reason: body.reason });
    await sendNext(ctx, document);
    return { id: document.id, state: await endIfRead(ctx, document) };
  },
};

/** A second thought is added below the first. */
const note = async (ctx: Ctx<any>, document: DocumentRow, reading: Reading, text: string) => {
  const answer = { id: document.id, state: document.state };
  if (!text) return answer;
  await ctx.db.updateTable('incomingReadings').set({ note: reading.note ? `${reading.note}\n${text}` : text }).where('id', '=', reading.id).execute();
  await tellHistory(ctx, document.id, 'incoming.addNote', { note: text }, standsInFor(ctx.actor, reading.personId));
  return answer;
};

/** Somebody who has nothing else to do with the document does not see it any more. */
const unshare = async ({ db }: Ctx<any>, documentId: string, personId: string) => {
  const { rows } = await sql`
    select from incoming_readings where document_id = ${documentId} and person_id = ${personId} and recalled_at is null
    union all select from incoming_documents where id = ${documentId} and ${personId}::uuid in (registered_by, paper_with)
    union all select from incoming_tasks where document_id = ${documentId} and person_id = ${personId}
    union all select from incoming_instructions where document_id = ${documentId} and leader_id = ${personId}
    union all select from incoming_parts where document_id = ${documentId} and assigned_to = ${personId}
    union all select from incoming_helpers h join incoming_parts p on p.id = h.part_id where p.document_id = ${documentId} and h.person_id = ${personId} limit 1`.execute(db);
  if (!rows.length) await sql`update records set readers = array_remove(readers, ${personId}::uuid) where id = ${documentId}`.execute(db);
};

const hold = async (ctx: Ctx<any>, readingId: string) => {
  const { documentId } = await ctx.db.selectFrom('incomingReadings').select('documentId').where('id', '=', readingId).executeTakeFirstOrThrow(notFound);
  const document = await lockDocument(ctx, documentId);
  const reading = await ctx.db.selectFrom('incomingReadings').selectAll().where('id', '=', readingId).executeTakeFirstOrThrow(notFound);
  return { document, reading };
};

type Reading = Awaited<ReturnType<typeof hold>>['reading'];

const readingsOf = ({ db }: Ctx<any>, documentId: string) =>
  db.selectFrom('incomingReadings').selectAll().where('documentId', '=', documentId).where('recalledAt', 'is', null).orderBy('position').execute();

/** Whoever is still to read it is not asked twice. Positions go on after the last. */
const addReadings = async (ctx: Ctx<any>, document: DocumentRow, readers: readonly string[], inOrder: boolean) => {
  const before = await readingsOf(ctx, document.id);
  const reading = new Set(before.filter(({ readAt }) => readAt === null).map(({ personId }) => personId));
  const last = before.at(-1)?.position ?? 0;
  const position = inOrder || !before.some(({ sentAt, readAt }) => sentAt && !readAt) ? last + 1 : last;
  const rows = readers
    .filter((personId) => !reading.has(personId))
    .map((personId, i) => ({ id: newId(), documentId: document.id, personId, position: position + (inOrder ? i : 0), addedBy: ctx.actor.id, addedAt: ctx.now }));
  if (!rows.length) return;
  await ctx.db.insertInto('incomingReadings').values(rows).execute();
  await shareWith(ctx, document.id, rows.map(({ personId }) => personId));
};

/** Those whose turn it is are asked to read. */
const sendNext = async (ctx: Ctx<any>, document: DocumentRow) => {
  const readings = await readingsOf(ctx, document.id);
  const position = nextPosition(readings);
  const turn = readings.filter((reading) => reading.position === position && reading.sentAt === null && reading.readAt === null);
  for (const { id, personId } of turn) {
    await ctx.db.updateTable('incomingReadings').set({ sentAt: ctx.now }).where('id', '=', id).execute();
    const clock = await startClock(ctx, { promise: 'incoming.reading', recordId: document.id, itemId: id, personId });
    await ask(ctx, { personId, kind: 'read', recordId: document.id, itemId: id, what: 'incoming.read', dueAt: clock.dueAt ?? undefined, clockId: clock.id });
  }
  if (turn.length) await notify(ctx, { to: turn.map(({ personId }) => personId), what: 'incoming.read', params: named(document), recordId: document.id });
};

/** The last reader ends a 阅件; when nobody is left who has read it, the office circulates it anew. */
const endIfRead = async (ctx: Ctx<any>, document: DocumentRow) => {
  if (document.state !== 'circulating') return document.state;
  const readings = await readingsOf(ctx, document.id);
  if (readings.some(({ readAt }) => readAt === null)) return document.state;
  if (readings.length) await end(ctx, document);
  if (readings.length) return 'done' as const;
  await setState(ctx, document.id, 'accepted');
  await askFirstStep(ctx, document);
  return 'accepted' as const;
};

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openRecord } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { takeNumber } from '#mechanisms/registers/registers.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { restartClocks, startDocumentClocks } from '../clocks.ts';
import { type DocumentRow, lockDocument, tellSearch } from '../documents.ts';
import { attachAll } from '../files.ts';
import { askDirectors, officeAnd, officeOf } from '../people.ts';
import type { intake as contract, NewDocument } from './contract.ts';
import { whyNotCorrect, whyNotRegister, wordOf } from './rules.ts';

export const actions: Actions<typeof contract> = {
  /** 签收登记: the line, its number, its clocks, and the office is asked for the first check (IN-1). */
  async register(ctx, { body }) {
    const receivedAt = body.receivedAt ?? ctx.now;
    ctx.refuse(...whyNotRegister({ ...body, receivedAt }, ctx.now, dayOf(ctx.now)));
    const { office, directors } = await officeAnd(ctx);
    const document = await insertDocument(ctx, { ...body, receivedAt });
    const clock = document.state === 'stub' ? undefined : await startDocumentClocks(ctx, document, office);
    await attachAll(ctx, document, body.files);
    await tellHistory(ctx, document.id, 'incoming.register', { checks: body.checks, copies: body.copies, pages: body.pages });
    if (clock) await askDirectors(ctx, directors, { recordId: document.id, what: 'incoming.review', dueAt: clock.dueAt ?? undefined, clockId: clock.id });
    tellSearch(ctx, document);
    ctx.tell('incoming.registered', { documentId: document.id });
    return { id: document.id, state: document.state, number: document.number, paperCode: document.paperCode, dueAt: clock?.dueAt ?? null };
  },

  async correct(ctx, { params, body: { why, ...wanted } }) {
    const document = await lockDocument(ctx, params.documentId);
    const parts = await ctx.db.selectFrom('incomingParts').select('id').where('documentId', '=', document.id).limit(1).execute();
    ctx.refuse(...whyNotCorrect({ ...document, hasParts: parts.length > 0 }, wanted, ctx.now));
    const sender = wanted.sender && wanted.sender !== document.sender ? { senderId: await learnSender(ctx, { sender: wanted.sender, senderNumber: wanted.senderNumber ?? '' }) } : {};
    const changed = (await ctx.db.updateTable('incomingDocuments').set({ ...wanted, ...sender }).where('id', '=', document.id).returningAll().executeTakeFirstOrThrow()) as DocumentRow;
    await ctx.db.updateTable('records').set({ title: changed.title }).where('id', '=', document.id).execute();
    if (changed.urgency !== document.urgency || changed.handling !== document.handling || changed.respondBy !== document.respondBy) await restartClocks(ctx, changed, await officeOf(ctx));
    await tellHistory(ctx, document.id, 'incoming.correct', { why, changes: changesOf(document, wanted) });
    tellSearch(ctx, changed);
    return { id: document.id, state: document.state };
  },

  async attach(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...(ctx.actor.permissions.has('incoming.register') || (await isConcerned(ctx, document.id)) ? [] : (['incoming.not_yours'] as const)));
    await attachAll(ctx, document, [body]);
    await tellHistory(ctx, document.id, 'incoming.attach', { role: body.role });
    return { id: document.id, state: document.state };
  },

  async changeSender(ctx, { params, body }) {
    return ctx.db
      .updateTable('senders')
      .set(body)
      .where('id', '=', params.senderId)
      .returning(['id', 'name', 'phone', 'email', 'word', 'times'])
      .executeTakeFirstOrThrow(notFound);
  },
};

/** The number is taken as late as the line allows, so that nobody waits for it long. */
const insertDocument = async (ctx: Ctx<any>, body: NewDocument & { receivedAt: string }) => {
  const { files: _, checks, ...facts } = body;
  const id = newId();
  const senderId = await learnSender(ctx, body);
  const number = await takeNumber(ctx, 'incoming.document');
  const state = body.secrecy > 0 ? 'stub' : 'registered';
  await openRecord(ctx, { id, kind: 'incoming', number, title: body.title, allPermission: 'incoming.read_all', clearance: body.secrecy, readers: [ctx.actor.id] });
  const row = await ctx.db
    .insertInto('incomingDocuments')
    .values({
      ...facts, id, number, senderId, state, year: Number(number.slice(0, 4)), seq: Number(number.slice(5)), checks: JSON.stringify(checks),
      receivedBy: ctx.actor.id, registeredAt: ctx.now, registeredBy: ctx.actor.id, paperCode: randomBytes(6).toString('hex'), paperWith: ctx.actor.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as DocumentRow;
};

/** The directory learns: a name once written is offered again, the most frequent first. */
const learnSender = async (ctx: Ctx<any>, { sender, senderNumber }: { sender: string; senderNumber: string }) => {
  const { rows } = await sql<{ id: string }>`
    insert into senders (id, name, word, times, last_at) values (${newId()}, ${sender}, ${wordOf(senderNumber)}, 1, ${ctx.now})
    on conflict (name) do update set times = senders.times + 1, last_at = excluded.last_at,
      word = case when excluded.word = '' then senders.word else excluded.word end
    returning id`.execute(ctx.db);
  return rows[0]!.id;
};

const changesOf = (before: DocumentRow, wanted: object) =>
  Object.fromEntries(Object.entries(wanted).filter(([name, value]) => before[name as 'title'] !== value).map(([name, value]) => [name, { from: before[name as 'title'], to: value }]));

/** Whoever handles or reads the document may add evidence to it. */
const isConcerned = async (ctx: Ctx<any>, documentId: string) => {
  const { rows } = await sql`
    select from incoming_parts where document_id = ${documentId} and (department_id = any(${[...ctx.actor.departments]}::uuid[]) or assigned_to = ${ctx.actor.id})
    union all select from incoming_tasks where document_id = ${documentId} and person_id = ${ctx.actor.id} limit 1`.execute(ctx.db);
  return rows.length > 0;
};


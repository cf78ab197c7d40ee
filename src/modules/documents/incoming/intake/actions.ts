import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openRecord } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { takeNumber } from '#mechanisms/registers/registers.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { startDocumentClocks } from '../clocks.ts';
import { type DocumentRow, lockDocument, tellSearch } from '../documents.ts';
import { attachAll } from '../files.ts';
import { askDirectors, officeAnd } from '../people.ts';
import { learnSender } from '../senders/actions.ts';
import { changes } from './changes.ts';
import type { intake as contract, NewDocument } from './contract.ts';
import { whyNotRegister } from './rules.ts';

export const actions: Actions<typeof contract> = {
  ...changes,

  /** 签收登记: the line, its number, its clocks, and the office is asked for the first check (IN-1). */
  async register(ctx, { body }) {
    const receivedAt = body.receivedAt ?? ctx.now;
    ctx.refuse(...whyNotRegister({ ...body, receivedAt }, ctx.now, dayOf(receivedAt)), ...(await whyNotComeAgain(ctx, body.previousId)));
    const { office, directors } = await officeAnd(ctx);
    const document = await insertDocument(ctx, { ...body, receivedAt });
    const clock = document.state === 'stub' ? undefined : await startDocumentClocks(ctx, document, office);
    await attachAll(ctx, document, body.files);
    await tellHistory(ctx, document.id, 'incoming.register', { checks: body.checks, copies: body.copies, pages: body.pages });
    if (clock) await askDirectors(ctx, directors, { recordId: document.id, what: 'incoming.review' });
    tellSearch(ctx, document);
    ctx.tell('incoming.registered', { documentId: document.id });
    return { id: document.id, state: document.state, number: document.number, paperCode: document.paperCode, dueAt: clock?.dueAt ?? null };
  },

  async attach(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...(ctx.actor.permissions.has('incoming.register') || (await isConcerned(ctx, document.id)) ? [] : (['incoming.not_yours'] as const)));
    await attachAll(ctx, document, [body]);
    await tellHistory(ctx, document.id, 'incoming.attach', { role: body.role });
    return { id: document.id, state: document.state };
  },
};

/** Only what was sent back comes again, and each line once. */
const whyNotComeAgain = async (ctx: Ctx<any>, previousId: string | undefined) => {
  if (!previousId) return [];
  const previous = await lockDocument(ctx, previousId);
  const again = await ctx.db.selectFrom('incomingDocuments').select('id').where('previousId', '=', previousId).executeTakeFirst();
  return previous.state !== 'returned' || again ? (['incoming.not_sent_back'] as const) : [];
};

/** The number is taken as late as the line allows, so that nobody waits for it long. */
const insertDocument = async (ctx: Ctx<any>, body: NewDocument & { receivedAt: string }) => {
  const { files: _, checks, previousId = null, ...facts } = body;
  const id = newId();
  const senderId = await learnSender(ctx, body);
  const number = await takeNumber(ctx, 'incoming.document');
  const state = body.secrecy > 0 ? 'stub' : 'registered';
  await openRecord(ctx, { id, kind: 'incoming', number, title: body.title, allPermission: 'incoming.read_all', clearance: body.secrecy, readers: [ctx.actor.id] });
  const row = await ctx.db
    .insertInto('incomingDocuments')
    .values({
      ...facts, id, number, senderId, state, previousId, year: Number(number.slice(0, 4)), seq: Number(number.slice(5)), checks: JSON.stringify(checks),
      receivedBy: ctx.actor.id, registeredAt: ctx.now, registeredBy: ctx.actor.id, paperCode: randomBytes(6).toString('hex'), paperWith: ctx.actor.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as DocumentRow;
};

/** Whoever handles or reads the document may add evidence to it. */
const isConcerned = async (ctx: Ctx<any>, documentId: string) => {
  const { rows } = await sql`
    select from incoming_parts where document_id = ${documentId} and (department_id = any(${[...ctx.actor.departments]}::uuid[]) or assigned_to = any(${[...ctx.actor.keys]}::uuid[]))
    union all select from incoming_helpers h join incoming_parts p on p.id = h.part_id where p.document_id = ${documentId} and h.withdrawn_at is null and h.person_id = any(${[...ctx.actor.keys]}::uuid[])
    union all select from incoming_tasks where document_id = ${documentId} and person_id = any(${[...ctx.actor.keys]}::uuid[]) limit 1`.execute(ctx.db);
  return rows.length > 0;
};


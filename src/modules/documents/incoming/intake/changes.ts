import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { withdraw } from '#mechanisms/todos/todos.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { retime } from '../clocks.ts';
import { type DocumentRow, lockDocument, setState, tellSearch } from '../documents.ts';
import { askFirstStep } from '../first-step.ts';
import { letGo, takeBackInstructions } from '../letting-go.ts';
import { eraseFilesOf } from '../reading.ts';
import { holderOf, runningParts } from '../parts/running.ts';
import { learnSender } from '../senders/actions.ts';
import type { Correction, intake as contract } from './contract.ts';
import { whyNotConvert, whyNotCorrect, whyNotVoid } from './rules.ts';

export const changes: Pick<Actions<typeof contract>, 'correct' | 'convert' | 'voidLine' | 'classify'> = {
  /** 更正登记: what was written down wrongly. The history keeps both; a new urgency or answer date counts from the registration. */
  async correct(ctx, { params, body: { why, ...wanted } }) {
    const document = await lockDocument(ctx, params.documentId);
    const turns = wanted.handling !== undefined && wanted.handling !== document.handling;
    const held = turns ? (await runningParts(ctx, document.id)).length : 0;
    ctx.refuse(...whyNotCorrect({ ...document, held }, wanted, ctx.now, datesOf(document, wanted)));
    const { checks, ...facts } = wanted;
    const sender = wanted.sender && wanted.sender !== document.sender ? { senderId: await learnSender(ctx, { sender: wanted.sender, senderNumber: wanted.senderNumber ?? '' }) } : {};
    const set = { ...facts, ...sender, ...(checks && { checks: JSON.stringify(checks) }), state: document.state };
    const changed = (await ctx.db.updateTable('incomingDocuments').set(set).where('id', '=', document.id).returningAll().executeTakeFirstOrThrow()) as DocumentRow;
    await ctx.db.updateTable('records').set({ title: changed.title }).where('id', '=', document.id).execute();
    const state = turns ? await turn(ctx, changed) : document.state;
    if (!turns && state !== 'stub') await retime(ctx, changed, await holderOf(ctx, document.id));
    await tellHistory(ctx, document.id, 'incoming.correct', { why, changes: changesOf(document, wanted) });
    tellSearch(ctx, changed);
    return { id: document.id, state };
  },

  async convert(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotConvert(document, (await runningParts(ctx, document.id)).length, body));
    await ctx.db.updateTable('incomingDocuments').set({ handling: body.handling }).where('id', '=', document.id).execute();
    const state = await turn(ctx, { ...document, handling: body.handling });
    await tellHistory(ctx, document.id, 'incoming.convert', { reason: body.reason, changes: { handling: { from: document.handling, to: body.handling } } });
    return { id: document.id, state };
  },

  async voidLine(ctx, { params, body: { reason } }) {
    const document = await lockDocument(ctx, params.documentId);
    const signed = (await runningParts(ctx, document.id)).filter(({ signedAt }) => signedAt !== null);
    ctx.refuse(...whyNotVoid(document.state, signed.length));
    await ctx.db.insertInto('incomingVoids').values({ documentId: document.id, at: ctx.now, by: ctx.actor.id, reason }).execute();
    await letGo(ctx, document.id);
    await setState(ctx, document.id, 'void');
    await tellHistory(ctx, document.id, 'incoming.voidLine', { reason });
    ctx.tell('incoming.voided', { documentId: document.id });
    return { id: document.id, state: 'void' as const };
  },

  async classify(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const state = document.doneAt || ['returned', 'void'].includes(document.state) ? document.state : ('stub' as const);
    await letGo(ctx, document.id);
    const set = { ...body, state, title: '', remark: '' };
    await ctx.db.updateTable('incomingDocuments').set(set).where('id', '=', document.id).execute();
    await ctx.db.updateTable('records').set({ title: '', clearance: body.secrecy }).where('id', '=', document.id).execute();
    await sayNothingMore(ctx, document.id);
    await eraseFilesOf(ctx, document.id);
    await tellHistory(ctx, document.id, 'incoming.classify', { secrecy: body.secrecy });
    tellSearch(ctx, { ...document, title: '', remark: '' });
    return { id: document.id, state };
  },
};

/** It goes the other way from its first step on: what was asked of anybody under the old one is taken back. */
const turn = async (ctx: Ctx<any>, changed: DocumentRow) => {
  await retime(ctx, changed, await holderOf(ctx, changed.id));
  await takeBackInstructions(ctx, changed.id);
  for (const what of ['incoming.propose', 'incoming.circulate', 'incoming.dispatch_again']) await withdraw(ctx, { recordId: changed.id, what });
  if (changed.state === 'registered') return changed.state;
  await setState(ctx, changed.id, 'accepted');
  await askFirstStep(ctx, changed);
  return 'accepted' as const;
};

const datesOf = (document: DocumentRow, wanted: Omit<Correction, 'why'>) =>
  wanted.writtenOn || wanted.receivedAt
    ? { writtenOn: wanted.writtenOn === undefined ? document.writtenOn : wanted.writtenOn, receivedOn: dayOf(wanted.receivedAt ?? document.receivedAt) }
    : undefined;

const changesOf = (before: DocumentRow, wanted: object) =>
  Object.fromEntries(
    Object.entries(wanted)
      .filter(([name, value]) => JSON.stringify(before[name as 'title']) !== JSON.stringify(value))
      .map(([name, value]) => [name, { from: before[name as 'title'], to: value }]),
  );

/** Everything that may repeat what a classified document says, wherever it stands and may still be changed. */
const sayNothingMore = async ({ db }: Ctx<any>, documentId: string) => {
  await db.updateTable('incomingProposals').set({ text: '' }).where('documentId', '=', documentId).execute();
  await db.updateTable('incomingInstructions').set({ text: '' }).where('documentId', '=', documentId).where('text', 'is not', null).execute();
  await db.updateTable('incomingTasks').set({ sentence: '', result: null }).where('documentId', '=', documentId).execute();
  await db.updateTable('incomingParts').set({ note: '', report: null, opinion: null, result: null, returnedWhy: null }).where('documentId', '=', documentId).execute();
  await db.updateTable('incomingHelpers').set({ report: null }).where('partId', 'in', (eb) => eb.selectFrom('incomingParts').select('id').where('documentId', '=', documentId)).execute();
  await db.updateTable('incomingReadings').set({ note: null }).where('documentId', '=', documentId).execute();
  await db.updateTable('incomingAnswers').set({ text: '' }).where('documentId', '=', documentId).execute();
  await db.updateTable('incomingReplacements').set({ details: '', said: '' }).where('documentId', '=', documentId).execute();
  await db.updateTable('incomingUrges').set({ said: '' }).where('documentId', '=', documentId).execute();
  await db.updateTable('incomingHandovers').set({ note: '' }).where('documentId', '=', documentId).execute();
  await db.updateTable('agendaProposals').set({ title: '', why: '' }).where('recordId', '=', documentId).execute();
  await db.updateTable('messages').set({ params: '{}' }).where('recordId', '=', documentId).execute();
  await db.updateTable('mails').set({ subject: '', body: '', fileIds: [] }).where('recordId', '=', documentId).execute();
};

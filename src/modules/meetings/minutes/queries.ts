import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { meetingsFor, person } from '../meetings.ts';
import { keptOf } from '../papers/drawing.ts';
import { contentOf, type PaperRow, paperRow, papersFor, writesPaper } from '../papers/papers.ts';
import { whyNotWritePaper } from '../papers/rules.ts';
import { writes } from '../sitting/sitting.ts';
import type { minutes as contract, MinutesLine, WholeMinutes } from './contract.ts';
import { heardOf, leftOutOf } from './minutes.ts';
import { whyNotAskCorrection, whyNotCorrectFinal, whyNotDraft, whyNotPrintMinutes, whyNotSendMinutes, whyNotSubmitMinutes } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'minutesBook' | 'minutesOf' | 'minutes'>> = {
  async minutesBook(ctx, { query: { show, after, most } }) {
    const rows = await lines(ctx)
      .$if(show === 'open', (w) => w.where('w.state', 'not in', ['final', 'dropped']))
      .$if(show === 'final', (w) => w.where('w.state', '=', 'final'))
      .$if(after !== undefined, (w) => w.where(sql<boolean>`(w.made_at, w.id) < (select made_at, id from meeting_papers where id = ${after})`))
      .orderBy('w.madeAt', 'desc').orderBy('w.id', 'desc').limit(most + 1).execute();
    return { minutes: rows.slice(0, most) as MinutesLine[], next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async minutesOf(ctx, { params }) {
    const meeting = await meetingsFor(ctx).select(['m.minuteTakerId', 'm.endedAt']).where('m.id', '=', params.meetingId).executeTakeFirstOrThrow(notFound);
    const found = (await lines(ctx).where('w.meetingId', '=', params.meetingId).where('w.kind', '=', 'minutes').executeTakeFirst()) as MinutesLine | undefined;
    const there = await ctx.db.selectFrom('meetingPapers').select('id').where('meetingId', '=', params.meetingId).where('kind', '=', 'minutes').executeTakeFirst();
    const mine = writes(ctx, meeting.minuteTakerId);
    const whyNot: Record<string, string[]> = mine && meeting.endedAt && !there ? { draftMinutes: whyNotDraft({ mine, ended: true, there: false }) } : {};
    return { minutes: found ?? null, whyNot };
  },

  async minutes(ctx, { params }) {
    const row = await paperRow(ctx, params.paperId);
    if (!row.meetingId) throw notFound();
    const [line, content] = [(await lines(ctx).where('w.id', '=', row.id).executeTakeFirstOrThrow(notFound)) as MinutesLine, await contentOf(ctx, row.id, row.version)];
    const meeting = await ctx.db.selectFrom('meetings').select(['id', 'title', 'startsAt', 'endedAt']).where('id', '=', row.meetingId).executeTakeFirstOrThrow();
    const corrects = row.corrects ? await ctx.db.selectFrom('meetingPapers').select(['id', sql<string>`number`.as('number'), 'title']).where('id', '=', row.corrects).executeTakeFirstOrThrow() : null;
    const notes = (await lines(ctx).where('w.corrects', '=', row.id).orderBy('w.madeAt').execute()) as MinutesLine[];
    const departments = row.departments.length ? await ctx.db.selectFrom('departments').select(['id', 'name']).where('id', 'in', row.departments).orderBy('position').execute() : [];
    const printedBy = row.printedBy ? await ctx.db.selectFrom('people').select(['id', 'name']).where('id', '=', row.printedBy).executeTakeFirstOrThrow() : null;
    const { version, why, sentAt, openUntil, printedAt, copies } = row;
    const whole = {
      ...line, meeting, corrects, why, notes, content, version, sentAt, openUntil, printedAt, printedBy, copies, departments, kept: await keptOf(ctx, row.id),
      corrections: await correctionsOf(ctx, row.id), receipts: await receiptsOf(ctx, row.id), resolutions: await snapshotOf(ctx, row.id),
      leftOut: row.kind === 'minutes' && row.state !== 'final' ? await leftOutOf(ctx, row.meetingId, content.body) : [],
    };
    return { ...whole, whyNot: await whyNotOf(ctx, row, whole) };
  },
};

const lines = (ctx: Reading) => papersFor(ctx).where('w.meetingId', 'is not', null).select(['w.id', 'w.kind', 'w.number', 'w.title', 'w.state', 'w.madeAt', 'w.finalAt']);

const correctionsOf = async ({ db }: Reading, paperId: string) => {
  const rows = await db.selectFrom('minutesCorrections as c').innerJoin('people as p', 'p.id', 'c.by').leftJoin('people as d', 'd.id', 'c.decidedBy').select(['c.id', 'c.at', person('p.id', 'p.name').as('by'), 'c.text', 'c.taken', 'c.reason', 'c.decidedAt', 'd.id as decider', person('d.id', 'd.name').as('decidedBy')]).where('c.paperId', '=', paperId).orderBy('c.at').orderBy('c.id').execute();
  return rows.map(({ decider, decidedBy, ...row }) => ({ ...row, decidedBy: decider ? decidedBy : null }));
};

/** The departments first, each in its order; then the attendees by name. */
const receiptsOf = async ({ db }: Reading, paperId: string) => {
  const rows = await db.selectFrom('minutesReceipts as e').leftJoin('people as p', 'p.id', 'e.personId').leftJoin('departments as d', 'd.id', 'e.departmentId').leftJoin('people as r', 'r.id', 'e.readBy')
    .select(['e.id', sql<{ id: string; name: string }>`as_person(coalesce(p.id, d.id), coalesce(p.name, d.name))`.as('who'), sql<boolean>`d.id is not null`.as('department'), 'e.sentAt', 'e.readAt', 'r.id as reader', person('r.id', 'r.name').as('readBy')])
    .where('e.paperId', '=', paperId).orderBy(sql`d.position nulls last`).orderBy('p.name').execute();
  return rows.map(({ reader, readBy, ...row }) => ({ ...row, readBy: reader ? readBy : null }));
};

const snapshotOf = async ({ db }: Reading, paperId: string) =>
  db.selectFrom('minutesResolutions as x').innerJoin('resolutions as s', 's.id', 'x.resolutionId').select(['s.id', 'x.number', 'x.text', 'x.department', 'x.owner', sql<string>`x.due_on::text`.as('dueOn'), sql<'open'>`s.state`.as('state'), sql<string>`s.due_on::text`.as('nowDueOn')]).where('x.paperId', '=', paperId).orderBy('x.position').execute();

const whyNotOf = async (ctx: Reading, paper: PaperRow, { receipts, leftOut, notes }: Pick<WholeMinutes, 'receipts' | 'leftOut' | 'notes'>) => {
  const { actor, now } = ctx;
  const mine = await writesPaper(ctx, paper);
  const writing = whyNotWritePaper(paper, mine);
  const attended = receipts.some(({ who, department }) => !department && who.id === actor.id);
  const waits = receipts.some(({ who, department, readAt }) => readAt === null && (department ? actor.departments.includes(who.id) : who.id === actor.id));
  const whyNot: Record<string, string[]> = {
    ...(waits && { readMinutes: [] }),
    ...(attended && paper.state !== 'final' && paper.state !== 'dropped' && { askCorrection: whyNotAskCorrection(paper, { attended, now }) }),
    ...(actor.permissions.has('meetings.manage') && (paper.state !== 'draft' || paper.kind === 'note') && paper.state !== 'dropped' && { printMinutes: whyNotPrintMinutes(paper) }),
  };
  if (!mine) return whyNot;
  if (paper.state === 'final') return { ...whyNot, ...(paper.kind === 'minutes' && { correctFinal: whyNotCorrectFinal(paper, { mine, open: notes.some(({ state }) => state !== 'final' && state !== 'dropped') }) }) };
  if (paper.state === 'approving' || paper.state === 'dropped') return whyNot;
  return {
    ...whyNot, save: writing,
    ...(paper.kind === 'minutes' ? { redraftMinutes: writing } : { dropNote: writing }),
    ...(paper.kind === 'minutes' && paper.state === 'draft' && { sendMinutes: [...writing, ...whyNotSendMinutes(paper)] }),
    ...(paper.state === 'sent' && { decideCorrection: [] }),
    ...((paper.state === 'sent' || paper.kind === 'note') && { submitMinutes: [...writing, ...whyNotSubmitMinutes(paper, { ...(await heardOf(ctx, paper.id)), leftOut: leftOut.length, now })] }),
  };
};

import { newId } from '#platform/ids.ts';
import { usable } from '#mechanisms/files/files.ts';
import { changed } from '#platform/live.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { calendar as contract, Marked, Term, Timetable } from './contract.ts';
import { readNotice } from './notice.ts';
import { daysOf, undoFacts, yearNamed, yearOf } from './queries.ts';
import { whyNotDays, whyNotMark, whyNotPublish, whyNotTerm, whyNotTimetable, whyNotUndo, whyNotWithdraw } from './rules.ts';
import { heldState, restore, type State } from './state.ts';

export const actions: Actions<typeof contract> = {
  async mark(ctx, { params: { day }, body: { kind, name, why } }) {
    const year = Number(day.slice(0, 4));
    ctx.refuse(...whyNotMark({ day, kind, name }));
    ctx.refuse(...(await reasonNeeded(ctx, [year], why)));
    const state = await heldState(ctx);
    const before = await ctx.db.deleteFrom('calendarDays').where('day', '=', day).returningAll().executeTakeFirst();
    if (kind) await ctx.db.insertInto('calendarDays').values({ day, kind, name }).execute();
    await note(ctx, state, { year, what: 'marked', subject: day, before: worded(before), after: kind ? worded({ kind, name }) : '', why });
    return yearNamed(ctx, year);
  },

  async confirm(ctx, { params, body: { days, source, why } }) {
    const year = yearOf(params.year);
    const touched = [year, ...new Set(days.map(({ day }) => Number(day.slice(0, 4))))];
    ctx.refuse(...whyNotDays(year, days));
    ctx.refuse(...(await reasonNeeded(ctx, touched, why)));
    const [state, before] = [await heldState(ctx), await daysOf(ctx, year)];
    await replaceDays(ctx, year, days);
    await ctx.db
      .insertInto('calendarYears')
      .values({ year, source })
      .onConflict((conflict) => conflict.column('year').doUpdateSet({ source }))
      .execute();
    await note(ctx, state, { year, what: 'confirmed', subject: String(year), before: listed(before), after: listed(days), why: why || source });
    return yearNamed(ctx, year);
  },

  async publish(ctx, { params }) {
    const year = yearOf(params.year);
    const state = await heldState(ctx);
    const stored = state.years.find((other) => other.year === year);
    ctx.refuse(...whyNotPublish({ published: Boolean(stored?.publishedAt), days: await daysOf(ctx, year) }));
    const published = { publishedAt: ctx.now, publishedBy: ctx.actor.id };
    await ctx.db.insertInto('calendarYears').values({ year, ...published }).onConflict((conflict) => conflict.column('year').doUpdateSet(published)).execute();
    await note(ctx, state, { year, what: 'published', subject: String(year) });
    return yearNamed(ctx, year);
  },

  async withdraw(ctx, { params, body: { why } }) {
    const year = yearOf(params.year);
    const state = await heldState(ctx);
    const stored = state.years.find((other) => other.year === year);
    ctx.refuse(...whyNotWithdraw({ published: Boolean(stored?.publishedAt) }));
    await ctx.db.updateTable('calendarYears').set({ publishedAt: null, publishedBy: null }).where('year', '=', year).execute();
    await note(ctx, state, { year, what: 'withdrawn', subject: String(year), why });
    return yearNamed(ctx, year);
  },

  async undo(ctx, { params: { changeId }, body: { why } }) {
    const state = await heldState(ctx);
    const change = await undoFacts(ctx, changeId);
    ctx.refuse(...whyNotUndo(change));
    await restore(ctx, change.stateBefore);
    await note(ctx, state, { ...(change.year && { year: change.year }), what: 'undone', subject: change.subject, before: change.after, after: change.before, why, undoes: changeId });
    return { id: changeId };
  },

  async addTerm(ctx, { body }) {
    return saveTerm(ctx, { id: newId(), ...body }, undefined);
  },

  async changeTerm(ctx, { params, body }) {
    const before = await ctx.db.selectFrom('terms').selectAll().where('id', '=', params.termId).forUpdate().executeTakeFirstOrThrow(notFound);
    return saveTerm(ctx, { id: params.termId, ...body }, before);
  },

  async removeTerm(ctx, { params }) {
    const state = await heldState(ctx);
    const before = await ctx.db.deleteFrom('terms').where('id', '=', params.termId).returningAll().executeTakeFirstOrThrow(notFound);
    await note(ctx, state, { what: 'term', subject: before.name, before: worded(before) });
    return {};
  },

  addTimetable: (ctx, { body }) => saveTimetable(ctx, { id: newId(), ...body }, undefined),

  async changeTimetable(ctx, { params, body }) {
    const before = await ctx.db.selectFrom('timetables').selectAll().where('id', '=', params.timetableId).forUpdate().executeTakeFirstOrThrow(notFound);
    return saveTimetable(ctx, { id: params.timetableId, ...body }, before);
  },

  async removeTimetable(ctx, { params }) {
    const state = await heldState(ctx);
    const before = await ctx.db.deleteFrom('timetables').where('id', '=', params.timetableId).returningAll().executeTakeFirstOrThrow(notFound);
    if (!before.starts) ctx.refuse('calendar.one_for_the_rest');
    await note(ctx, state, { what: 'timetable', subject: before.name, before: JSON.stringify(before) });
    return {};
  },

  async readNotice(ctx, { body }) {
    const proposal = readNotice('text' in body ? body.text : await textOfFile(ctx, body.fileId));
    if (!proposal.days.length) ctx.refuse('calendar.no_days_found');
    return proposal;
  },
};

const textOfFile = async (ctx: Ctx<any>, fileId: string) => {
  const file = await usable(ctx, fileId);
  if (!file) throw notFound();
  if (file.textState === 'waiting') ctx.refuse('calendar.file_not_read_yet');
  const { text } = await ctx.db.selectFrom('blobs').select('text').where('sha256', '=', file.sha256).executeTakeFirstOrThrow();
  if (!text) ctx.refuse('calendar.file_unreadable');
  return text ?? '';
};

/** What is in force is not changed without saying why. */
const reasonNeeded = async (ctx: Ctx<any>, years: readonly number[], why: string) => {
  if (why) return [];
  const published = await ctx.db.selectFrom('calendarYears').select('year').where('year', 'in', years).where('publishedAt', 'is not', null).execute();
  return published.length ? (['calendar.reason_needed'] as const) : [];
};

/** Holidays and make-up days are replaced together; the school's own half days and days off stay. */
const replaceDays = async ({ db }: Ctx<any>, year: number, days: readonly Marked[]) => {
  await db.deleteFrom('calendarDays').where('kind', 'in', ['holiday', 'makeup']).where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`).execute();
  if (!days.length) return;
  await db
    .insertInto('calendarDays')
    .values([...days])
    .onConflict((conflict) => conflict.column('day').doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind'), name: eb.ref('excluded.name') })))
    .execute();
};

const saveTerm = async (ctx: Ctx<any>, term: Term, before: Term | undefined) => {
  const state = await heldState(ctx);
  const others = await ctx.db.selectFrom('terms').selectAll().where('id', '!=', term.id).execute();
  ctx.refuse(...whyNotTerm(term, others));
  await ctx.db.insertInto('terms').values(term).onConflict((conflict) => conflict.column('id').doUpdateSet(term)).execute();
  await note(ctx, state, { what: 'term', subject: term.name, before: worded(before), after: worded(term) });
  return term;
};

const saveTimetable = async (ctx: Ctx<any>, timetable: Timetable & { id: string }, before: object | undefined) => {
  ctx.refuse(...whyNotTimetable(timetable));
  const state = await heldState(ctx);
  const row = { ...timetable, spans: JSON.stringify(timetable.spans) };
  await ctx.db.insertInto('timetables').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute();
  await note(ctx, state, { what: 'timetable', subject: timetable.name, before: before ? JSON.stringify(before) : '', after: JSON.stringify(timetable) });
  return timetable;
};

interface Noted {
  year?: number;
  what: string;
  subject: string;
  before?: string;
  after?: string;
  why?: string;
  undoes?: string;
}

/** Into the calendar's own history with all that was before, and told: clocks are worked out anew. */
const note = async (ctx: Ctx<any>, state: State, noted: Noted) => {
  await ctx.db.insertInto('calendarChanges').values({ id: newId(), at: ctx.now, by: ctx.actor.id, stateBefore: JSON.stringify(state), ...noted }).execute();
  await changed(ctx.db, { keys: 'all', what: ['calendar'] });
  ctx.tell('calendar.changed', { year: noted.year ?? null, what: noted.what });
};

const worded = (thing: { kind?: string; name?: string; starts?: string; ends?: string } | undefined) =>
  thing ? [thing.kind, thing.name, thing.starts, thing.ends].filter(Boolean).join(' ') : '';
const listed = (days: readonly Marked[]) => days.map(({ day, kind, name }) => `${day} ${kind} ${name}`).join('; ');

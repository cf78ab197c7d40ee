import { mayRead } from '#mechanisms/access/records.ts';
import { factsInForce } from '#mechanisms/calendar/calendar.ts';
import { type CalendarChange, changedFacts } from '#mechanisms/calendar/change.ts';
import { type Calendar, prepared } from '#mechanisms/calendar/rules.ts';
import { factsOf, stateBefore } from '#mechanisms/calendar/state.ts';
import type { Reading } from '#platform/module.ts';
import { dueOf } from './rules.ts';
import { allTerms, clockColumns, eventsOf } from './times.ts';

const most = 5000;
const shown = 20;

/** What a change of the calendar would do to the open clocks of records the asker may see. Nothing is written. */
export const previewOf = async (ctx: Reading, change: CalendarChange) => {
  const moved = await movedBy(ctx, await calendarAfter(ctx, change));
  const documents = (of: (clock: (typeof moved)[number]) => boolean) => new Set(moved.filter(of).map(({ recordId }) => recordId)).size;
  return {
    earlier: documents(({ before, after }) => before !== null && after !== null && after < before),
    later: documents(({ before, after }) => before !== null && after !== null && after > before),
    lost: documents(({ before, after }) => before !== null && after === null),
    found: documents(({ before, after }) => before === null && after !== null),
    overdue: documents(({ before, after }) => after !== null && after <= ctx.now && (before === null || before > ctx.now)),
    lines: moved.slice(0, shown),
  };
};

const calendarAfter = async (ctx: Reading, change: CalendarChange) =>
  prepared(change.undoes ? factsOf(await stateBefore(ctx, change.undoes)) : changedFacts(await factsInForce(ctx), change));

const movedBy = async (ctx: Reading, calendar: Calendar) => {
  const clocks = await ctx.db
    .selectFrom('clocks')
    .innerJoin('records', 'records.id', 'clocks.recordId')
    .where(mayRead(ctx))
    .where('clocks.stoppedAt', 'is', null)
    .select(clockColumns.map((name) => `clocks.${name}` as const))
    .select(['records.number', 'records.title'])
    .orderBy('clocks.dueOrder')
    .orderBy('clocks.id')
    .limit(most)
    .execute();
  const terms = await allTerms(ctx.db);
  const events = await eventsOf(ctx.db, clocks.map(({ id }) => id));
  return clocks.flatMap(({ id, promise, recordId, number, title, dueAt: before }) => {
    const figures = terms.get(promise);
    if (!figures) return [];
    const { dueAt: after, missingYear } = dueOf(events.get(id)!, figures, calendar);
    return before === after ? [] : [{ clockId: id, promise, recordId, number, title, before, after, missingYear }];
  });
};

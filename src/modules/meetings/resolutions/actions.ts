import { overrideClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { attach, usable } from '#mechanisms/files/files.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { instantOf } from '#platform/time.ts';
import { holdersOf } from '../people.ts';
import { seenAnew } from '../topics/topics.ts';
import type { resolutions as contract } from './contract.ts';
import { headsOf, isTheirs, lockResolution, openDeferral, titleOf } from './resolutions.ts';
import { whyNotAskDeferral, whyNotClose, whyNotDecideDeferral, whyNotReport, whyNotSendBack, whyNotUrgeResolution } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'resolutions' | 'resolution' | 'ledger'>> = {
  /** 进展: what is finished goes to the office, which checks it. */
  async reportProgress(ctx, { params, body: { text, finished, files } }) {
    const resolution = await lockResolution(ctx, params.resolutionId);
    ctx.refuse(...whyNotReport(resolution, isTheirs(ctx, resolution)));
    for (const fileId of files) {
      if (!(await usable(ctx, fileId))) ctx.refuse('meetings.file_unknown');
      await attach(ctx, { fileId, recordId: resolution.id, role: 'evidence' });
    }
    await ctx.db.insertInto('resolutionReports').values({ id: newId(), resolutionId: resolution.id, at: ctx.now, by: ctx.actor.id, text, finished }).execute();
    if (finished) {
      await ctx.db.updateTable('resolutions').set({ state: 'reported' }).where('id', '=', resolution.id).execute();
      await settle(ctx, { recordId: resolution.id, what: 'meetings.carryOut' });
      await askClerks(ctx, resolution.id, 'meetings.checkResolution');
    }
    return done(ctx, resolution.id, 'meetings.reportProgress', { note: text });
  },

  async askDeferral(ctx, { params, body }) {
    const resolution = await lockResolution(ctx, params.resolutionId);
    const waits = (await openDeferral(ctx, resolution.id)) !== undefined;
    ctx.refuse(...whyNotAskDeferral(resolution, { mine: isTheirs(ctx, resolution), waits, until: body.until }));
    await ctx.db.insertInto('resolutionDeferrals').values({ id: newId(), resolutionId: resolution.id, at: ctx.now, by: ctx.actor.id, ...body }).execute();
    await askClerks(ctx, resolution.id, 'meetings.decideDeferral');
    return done(ctx, resolution.id, 'meetings.askDeferral', { why: body.why });
  },

  /** Granted, the day moves and the deferral counts. */
  async decideDeferral(ctx, { params, body: { granted, reason } }) {
    const resolution = await lockResolution(ctx, params.resolutionId);
    const open = await openDeferral(ctx, resolution.id);
    ctx.refuse(...whyNotDecideDeferral({ waits: open !== undefined, refusedWithout: !granted && !reason }));
    await ctx.db.updateTable('resolutionDeferrals').set({ decidedAt: ctx.now, decidedBy: ctx.actor.id, granted, reason }).where('id', '=', open!.id).execute();
    if (granted) {
      await ctx.db.updateTable('resolutions').set({ dueOn: open!.until }).where('id', '=', resolution.id).execute();
      await overrideClock(ctx, { recordId: resolution.id, dueAt: instantOf(open!.until, '17:30'), reason: '延期' });
      await withdraw(ctx, { recordId: resolution.id, what: 'meetings.resolutionLate' });
    }
    await settle(ctx, { recordId: resolution.id, what: 'meetings.decideDeferral' });
    await notify(ctx, { to: [open!.by], what: granted ? 'meetings.deferral_granted' : 'meetings.deferral_refused', params: { number: resolution.number, until: open!.until, reason }, recordId: resolution.id });
    return done(ctx, resolution.id, 'meetings.decideDeferral', { reason });
  },

  async sendBack(ctx, { params, body: { reason } }) {
    const resolution = await lockResolution(ctx, params.resolutionId);
    ctx.refuse(...whyNotSendBack(resolution));
    await ctx.db.updateTable('resolutions').set({ state: 'open' }).where('id', '=', resolution.id).execute();
    await settle(ctx, { recordId: resolution.id, what: 'meetings.checkResolution' });
    await ask(ctx, { personId: resolution.ownerId, kind: 'act', recordId: resolution.id, what: 'meetings.carryOut' });
    return done(ctx, resolution.id, 'meetings.sendBack', { reason });
  },

  async closeResolution(ctx, { params, body: { outcome, why } }) {
    const resolution = await lockResolution(ctx, params.resolutionId);
    ctx.refuse(...whyNotClose(resolution, { outcome, why }));
    await ctx.db.updateTable('resolutions').set({ state: outcome, closedAt: ctx.now, closedBy: ctx.actor.id, closedWhy: why }).where('id', '=', resolution.id).execute();
    await ctx.db.updateTable('resolutionDeferrals').set({ decidedAt: ctx.now, decidedBy: ctx.actor.id, granted: false }).where('resolutionId', '=', resolution.id).where('decidedAt', 'is', null).execute();
    await stopClock(ctx, { recordId: resolution.id });
    await settle(ctx, { recordId: resolution.id, what: 'meetings.checkResolution' });
    await withdraw(ctx, { recordId: resolution.id });
    return done(ctx, resolution.id, 'meetings.closeResolution', { why });
  },

  async urgeResolution(ctx, { params }) {
    const resolution = await lockResolution(ctx, params.resolutionId);
    ctx.refuse(...whyNotUrgeResolution(resolution, resolution.urgedAt ? (Date.parse(ctx.now) - Date.parse(resolution.urgedAt)) / 60_000 : undefined));
    await ctx.db.updateTable('resolutions').set({ urgedAt: ctx.now }).where('id', '=', resolution.id).execute();
    await notify(ctx, { to: [...new Set([resolution.ownerId, ...(await headsOf(ctx, [resolution.departmentId]))])], what: 'meetings.resolution_urged', params: { number: resolution.number, text: titleOf(resolution), until: resolution.dueOn }, recordId: resolution.id });
    return done(ctx, resolution.id, 'meetings.urgeResolution', {});
  },
};

const askClerks = async (ctx: Ctx<any>, recordId: string, what: string) => {
  for (const personId of await holdersOf(ctx, 'office.clerk')) await ask(ctx, { personId, kind: 'act', recordId, what });
};

const done = async (ctx: Ctx<any>, id: string, what: string, details: object) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};

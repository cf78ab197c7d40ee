import { openRecord } from '#mechanisms/access/records.ts';
import { submit } from '#mechanisms/approvals/approvals.ts';
import { overrideClock, startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { attach, usable } from '#mechanisms/files/files.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { isOnOpenList } from '../destruction/lists.ts';
import { lockItem, seenAnew } from '../items.ts';
import type { loans as contract } from './contract.ts';
import { askArchivists, latestDay, lockLoan, outWith, renewalsOf } from './loans.ts';
import { whyNotAskRenewal, whyNotBorrow, whyNotBorrowAgain, whyNotDecideRenewal, whyNotHandOut, whyNotTakeBack } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'borrow' | 'borrowAgain' | 'handOut' | 'askRenewal' | 'decideRenewal' | 'takeBack'>> = {
  /** 申请: a record of its own, so that several may ask for one item, each with the approval of theirs. */
  async borrow(ctx, { params, body }) {
    const item = await lockItem(ctx, params.itemId);
    const { files } = await ctx.db.selectFrom('archiveFiles').select(({ fn }) => fn.countAll<number>().as('files')).where('itemId', '=', item.id).where('erasedAt', 'is', null).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotBorrow({ withdrawn: item.withdrawnAt !== null, destroyed: item.destroyedAt !== null, listed: await isOnOpenList(ctx, item.id), files: Number(files) }, body, { today: dayOf(ctx.now), latest: await latestDay(ctx) }));
    const id = newId();
    const departmentId = ctx.actor.departmentId;
    await openRecord(ctx, { id, kind: 'loan', number: item.number, title: item.title, allPermission: 'archive.manage', clearance: item.secrecy, readers: [ctx.actor.id] });
    await ctx.db.insertInto('archiveLoans').values({ id, itemId: item.id, borrowerId: ctx.actor.id, departmentId, ...body, state: 'asked', askedAt: ctx.now }).execute();
    await tellHistory(ctx, id, 'archive.borrow', { why: body.why });
    await submit(ctx, { recordId: id, subject: 'archive.loan', facts: factsOf(body.how, item.secrecy), drafterId: ctx.actor.id, departmentId });
    await seenAnew(ctx);
    return { id };
  },

  /** What the archivist or the director gave back to be mended. */
  async borrowAgain(ctx, { params, body }) {
    const loan = await lockLoan(ctx, params.loanId);
    ctx.refuse(...whyNotBorrowAgain(loan, body, { mine: loan.borrowerId === ctx.actor.id, today: dayOf(ctx.now), latest: await latestDay(ctx) }));
    const { secrecy } = await ctx.db.selectFrom('archiveItems').select('secrecy').where('id', '=', loan.itemId).executeTakeFirstOrThrow();
    await ctx.db.updateTable('archiveLoans').set(body).where('id', '=', loan.id).execute();
    await submit(ctx, { recordId: loan.id, subject: 'archive.loan', facts: factsOf(loan.how, secrecy), drafterId: ctx.actor.id, departmentId: loan.departmentId });
    return done(ctx, loan.id, 'archive.borrowAgain', { why: body.why });
  },

  /** 借出 or 给复制件: with the condition it is in. */
  async handOut(ctx, { params, body: { condition } }) {
    const loan = await lockLoan(ctx, params.loanId);
    const other = await outWith(ctx, loan.itemId);
    ctx.refuse(...whyNotHandOut(loan, { today: dayOf(ctx.now), outWithOther: other !== undefined }));
    const lent = loan.how === 'lend';
    await ctx.db.updateTable('archiveLoans').set({ state: lent ? 'out' : 'given', handedAt: ctx.now, handedBy: ctx.actor.id, conditionOut: condition }).where('id', '=', loan.id).execute();
    if (lent) await startClock(ctx, { promise: 'archive.loan', recordId: loan.id, personId: loan.borrowerId, dueAt: endOf(loan.until), why: '借阅申请' });
    await settle(ctx, { recordId: loan.id, what: 'archive.handOut' });
    return done(ctx, loan.id, 'archive.handOut', { note: condition });
  },

  async askRenewal(ctx, { params, body: { until, why } }) {
    const loan = await lockLoan(ctx, params.loanId);
    const renewals = await renewalsOf(ctx, loan.id);
    const facts = { mine: loan.borrowerId === ctx.actor.id, renewed: renewals.filter(({ granted }) => granted).length, most: await setting<number>(ctx, 'archive.renewals_most'), waits: renewals.some(({ decidedAt }) => !decidedAt), latest: await latestDay(ctx), until };
    ctx.refuse(...whyNotAskRenewal(loan, facts));
    await ctx.db.insertInto('archiveRenewals').values({ id: newId(), loanId: loan.id, askedAt: ctx.now, until, why }).execute();
    await askArchivists(ctx, { recordId: loan.id, what: 'archive.decideRenewal', askedBy: ctx.actor.id });
    return done(ctx, loan.id, 'archive.askRenewal', { why });
  },

  /** 续借 granted: the day moves. */
  async decideRenewal(ctx, { params, body: { granted, reason } }) {
    const loan = await lockLoan(ctx, params.loanId);
    const open = (await renewalsOf(ctx, loan.id)).find(({ decidedAt }) => !decidedAt);
    ctx.refuse(...whyNotDecideRenewal({ waits: open !== undefined && loan.state === 'out', refusedWithout: !granted && !reason }));
    await ctx.db.updateTable('archiveRenewals').set({ decidedAt: ctx.now, decidedBy: ctx.actor.id, granted, reason }).where('id', '=', open!.id).execute();
    if (granted) {
      await ctx.db.updateTable('archiveLoans').set({ until: open!.until }).where('id', '=', loan.id).execute();
      await overrideClock(ctx, { recordId: loan.id, dueAt: endOf(open!.until), reason: '续借' });
      await withdraw(ctx, { recordId: loan.id, what: 'archive.overdue' });
    }
    await settle(ctx, { recordId: loan.id, what: 'archive.decideRenewal' });
    await notify(ctx, { to: [loan.borrowerId], what: granted ? 'archive.renewed' : 'archive.not_renewed', params: { until: open!.until, reason }, recordId: loan.id });
    return done(ctx, loan.id, 'archive.decideRenewal', { reason });
  },

  /** 归还: whole, or with what is wrong, in words and pictures. */
  async takeBack(ctx, { params, body: { whole, condition, files } }) {
    const loan = await lockLoan(ctx, params.loanId);
    ctx.refuse(...whyNotTakeBack(loan, { whole, condition }));
    for (const fileId of files) {
      if (!(await usable(ctx, fileId))) ctx.refuse('archive.photo_unknown');
      await attach(ctx, { fileId, recordId: loan.id, role: 'damage' });
    }
    await ctx.db.updateTable('archiveLoans').set({ state: 'returned', returnedAt: ctx.now, receivedBy: ctx.actor.id, whole, conditionIn: condition }).where('id', '=', loan.id).execute();
    await ctx.db.updateTable('archiveRenewals').set({ decidedAt: ctx.now, decidedBy: ctx.actor.id, granted: false }).where('loanId', '=', loan.id).where('decidedAt', 'is', null).execute();
    await stopClock(ctx, { recordId: loan.id });
    for (const what of ['archive.overdue', 'archive.decideRenewal']) await settle(ctx, { recordId: loan.id, what });
    return done(ctx, loan.id, 'archive.takeBack', { note: condition });
  },
};

const factsOf = (how: string, secrecy: number) => ({ how, secret: secrecy > 0, director: secrecy > 0 || how === 'lend' });

/** A loan ends with the office's day. */
const endOf = (day: string) => instantOf(day, '17:30');

const done = async (ctx: Ctx<any>, id: string, what: string, details: object) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};

import { sql } from 'kysely';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound, refused } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { loanBookOf } from '../papers/loans.ts';
import type { loans as contract, showing } from './contract.ts';
import { latestDay, loanLines, outWith, presentedLoan, renewalsOf } from './loans.ts';
import { isShown, whyNotAskRenewal, whyNotDecideRenewal, whyNotHandOut, whyNotTakeBack, whyNotView } from './rules.ts';

const mostLines = 5000;

export const queries: Queries<Pick<typeof contract, 'loans' | 'loan' | 'loanBook'>> = {
  async loans(ctx, { query: { show, itemId, after, most } }) {
    const rows = await shown(ctx, show)
      .$if(itemId !== undefined, (l) => l.where('l.itemId', '=', itemId!))
      .$if(after !== undefined, (l) => l.where(sql<boolean>`(l.asked_at, l.id) < (select asked_at, id from archive_loans where id = ${after})`))
      .orderBy('l.askedAt', 'desc').orderBy('l.id', 'desc').limit(most + 1).execute();
    return { loans: rows.slice(0, most).map(presentedLoan), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async loan(ctx, { params }) {
    const loan = presentedLoan(await loanLines(ctx).where('l.id', '=', params.loanId).executeTakeFirstOrThrow(notFound));
    const [mine, today] = [loan.borrower.id === ctx.actor.id, dayOf(ctx.now)];
    const [renewals, other] = [await renewalsOf(ctx, loan.id), await outWith(ctx, loan.itemId)];
    const waits = renewals.some(({ decidedAt }) => !decidedAt);
    const view = whyNotView(loan, { mine, today });
    const rows = loan.how === 'read' && mine ? await ctx.db.selectFrom('archiveFiles as f').innerJoin('files as s', 's.id', 'f.fileId').select(['f.fileId', 'f.name', 's.type']).where('f.itemId', '=', loan.itemId).where('f.erasedAt', 'is', null).orderBy('f.position').execute() : [];
    const renewing = { mine, renewed: renewals.filter(({ granted }) => granted).length, most: await setting<number>(ctx, 'archive.renewals_most'), waits, latest: await latestDay(ctx) };
    const whyNot: Record<string, string[]> = {
      ...(loan.state === 'out' && mine && { askRenewal: whyNotAskRenewal(loan, renewing) }),
      ...(ctx.actor.permissions.has('archive.manage') && {
        ...(loan.state === 'approved' && loan.how !== 'read' && { handOut: whyNotHandOut(loan, { today, outWithOther: other !== undefined }) }),
        ...(loan.state === 'out' && { takeBack: whyNotTakeBack(loan), ...(waits && { decideRenewal: whyNotDecideRenewal({ waits }) }) }),
      }),
    };
    return { ...loan, renewals, files: rows.map(({ fileId, name, type }) => ({ fileId, name, whyNot: [...view, ...(isShown(type) ? [] : ['archive.no_view'])] as string[] })), outWith: other && other.id !== loan.id ? other.name : null, whyNot };
  },

  async loanBook(ctx, { query: { show, as } }) {
    const rows = await shown(ctx, show).orderBy('l.askedAt').orderBy('l.id').limit(mostLines + 1).execute();
    if (rows.length > mostLines) throw refused(['archive.too_many_lines']);
    return loanBookOf(ctx, rows.map(presentedLoan), as);
  },
};

/** Still going on: asked, waiting to be handed out or to be read, not back. */
const shown = (ctx: Reading, show: (typeof showing)[number]) =>
  loanLines(ctx)
    .$if(show === 'open', (l) => l.where(sql<boolean>`(l.state in ('asked', 'out') or (l.state = 'approved' and l.until >= ${dayOf(ctx.now)}::date))`))
    .$if(show === 'late', (l) => l.where('l.state', '=', 'out').where(sql<boolean>`l.until < ${dayOf(ctx.now)}::date`));

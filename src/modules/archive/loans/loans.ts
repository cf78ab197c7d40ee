import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import type { Loan } from './contract.ts';

/** The loans the asker may see: their own, what they were asked to approve, all for the archivist. */
export const loansFor = (ctx: Pick<Reading, 'db' | 'actor'>) => ctx.db.selectFrom('archiveLoans as l').innerJoin('records', 'records.id', 'l.id').where(mayRead(ctx));

const person = (id: string, name: string) => sql<{ id: string; name: string } | null>`case when ${sql.ref(id)} is not null then as_person(${sql.ref(id)}, ${sql.ref(name)}) end`;

export const loanLines = (ctx: Pick<Reading, 'db' | 'actor' | 'now'>) =>
  loansFor(ctx)
    .innerJoin('archiveItems as i', 'i.id', 'l.itemId').innerJoin('people as b', 'b.id', 'l.borrowerId').innerJoin('departments as d', 'd.id', 'l.departmentId').leftJoin('people as h', 'h.id', 'l.handedBy').leftJoin('people as r', 'r.id', 'l.receivedBy')
    .select([
      'l.id', 'l.itemId', 'i.number', 'i.title', 'i.secrecy', 'l.why', 'l.how', 'l.state', 'l.askedAt', 'l.handedAt', 'l.conditionOut', 'l.returnedAt', 'l.whole', 'l.conditionIn', sql<string>`l.until::text`.as('until'),
      sql<boolean>`l.state = 'out' and l.until < ${dayOf(ctx.now)}::date`.as('late'), person('b.id', 'b.name').as('borrower'), person('d.id', 'd.name').as('department'), person('h.id', 'h.name').as('handedBy'), person('r.id', 'r.name').as('receivedBy'),
    ]);

export const presentedLoan = (row: Awaited<ReturnType<ReturnType<typeof loanLines>['execute']>>[number]) => row as unknown as Loan;

/** The loan, held until the transaction ends. */
export const lockLoan = async (ctx: Ctx<any>, id: string) =>
  loansFor(ctx).selectAll('l').select(sql<string>`l.until::text`.as('until')).where('l.id', '=', id).forNoKeyUpdate('l').executeTakeFirstOrThrow(notFound);

export const outWith = async ({ db }: Pick<Reading, 'db'>, itemId: string) =>
  db.selectFrom('archiveLoans as l').innerJoin('people as p', 'p.id', 'l.borrowerId').select(['l.id', 'p.name']).where('l.itemId', '=', itemId).where('l.state', '=', 'out').executeTakeFirst();

export const renewalsOf = ({ db }: Pick<Reading, 'db'>, loanId: string) =>
  db.selectFrom('archiveRenewals').select(['id', 'askedAt', 'why', 'decidedAt', 'granted', 'reason', sql<string>`until::text`.as('until')]).where('loanId', '=', loanId).orderBy('askedAt').execute();

/** The last day until which something may be lent from now on. */
export const latestDay = async (ctx: Pick<Reading, 'db' | 'now'>) => dayOf(new Date(Date.parse(ctx.now) + (await setting<number>(ctx, 'archive.lend_days_most')) * 86_400_000).toISOString());

export const archivistIds = async ({ db }: Pick<Working, 'db'>) =>
  (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('role', '=', 'archivist').where('until', 'is', null).where('disabledAt', 'is', null).execute()).map(({ id }) => id);

/** A line in the inbox of each archivist. */
export const askArchivists = async (ctx: Ctx<any> | Working, asked: { recordId: string; what: string; askedBy: string }) => {
  for (const personId of await archivistIds(ctx)) await ask(ctx, { ...asked, personId, kind: 'act' });
};

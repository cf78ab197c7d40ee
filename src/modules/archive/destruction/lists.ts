import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import type { Judged, List } from './contract.ts';

type Seeing = Pick<Reading, 'db' | 'actor'>;

/** The lists the asker may see: all for whoever looks after destruction, else what they were asked to approve. */
const listsFor = (ctx: Seeing) => ctx.db.selectFrom('archiveDestructions as d').innerJoin('records', 'records.id', 'd.id').where(mayRead(ctx));

const person = (id: string, name: string) => sql<{ id: string; name: string } | null>`case when ${sql.ref(id)} is not null then as_person(${sql.ref(id)}, ${sql.ref(name)}) end`;

/** Who approved, in the order in which they did. */
export const approversOf = (listId: string) => sql<string[]>`(select coalesce(json_agg(p.name order by s.decided_at), '[]') from approvals a join approval_steps t on t.approval_id = a.id and t.round = a.round join approval_signers s on s.step_id = t.id and s.decision = 'approved' join people p on p.id = s.decided_by where a.record_id = ${sql.ref(listId)} and a.state = 'approved')`;

/** The same, as ids: whoever decided, in person or for somebody. */
const approverIds = sql<string[]>`array(select distinct p.id::text from approvals a join approval_steps t on t.approval_id = a.id and t.round = a.round join approval_signers s on s.step_id = t.id and s.decision = 'approved' cross join lateral (values (s.decided_by), (s.person_id)) p (id) where a.record_id = d.id and a.state = 'approved')`;

const counted = (verdict: string) => sql<number>`(select count(*)::int from archive_destruction_items x where x.list_id = d.id and x.verdict = ${verdict})`;

export const listLines = (ctx: Seeing) =>
  listsFor(ctx)
    .innerJoin('people as m', 'm.id', 'd.madeBy').leftJoin('people as e', 'e.id', 'd.doneBy').leftJoin('people as v', 'v.id', 'd.witnessA').leftJoin('people as w', 'w.id', 'd.witnessB').leftJoin('people as g', 'g.id', 'd.givenUpBy')
    .select([
      'd.id', 'd.number', 'd.appraisal', 'd.state', 'd.madeAt', 'd.decidedAt', sql<string | null>`d.done_on::text`.as('doneOn'), person('m.id', 'm.name').as('madeBy'), person('e.id', 'e.name').as('doneBy'),
      approversOf('d.id').as('approvedBy'), approverIds.as('approvers'), 'd.givenUpAt', 'd.givenUpWhy', person('g.id', 'g.name').as('givenUpBy'), counted('destroy').as('destroy'), counted('keep').as('keep'),
      sql<List['witnesses']>`case when v.id is null then '[]'::json else json_build_array(as_person(v.id, v.name), as_person(w.id, w.name)) end`.as('witnesses'),
    ]);

export const presentedList = (row: Awaited<ReturnType<ReturnType<typeof listLines>['execute']>>[number]) => row as unknown as List;

export const listOf = async (ctx: Seeing, id: string) => presentedList(await listLines(ctx).where('d.id', '=', id).executeTakeFirstOrThrow(notFound));

/** The lines of a list; whoever may read the list may read them, its 密级 is the highest of theirs. */
export const judgedOf = async ({ db }: Seeing, listId: string) =>
  (await db
    .selectFrom('archiveDestructionItems as x').innerJoin('archiveItems as i', 'i.id', 'x.itemId')
    .select([
      'x.position', 'x.itemId', 'i.number', 'i.docNumber', 'i.author', 'i.title', 'i.secrecy', 'i.year', 'i.retention', 'i.pages', 'x.verdict', 'x.keepUntil', 'x.why', sql<string | null>`i.written_on::text`.as('writtenOn'),
      sql<number>`(select count(*)::int from archive_files f where f.item_id = i.id)`.as('files'),
    ])
    .where('x.listId', '=', listId).orderBy('x.position').execute()) as Judged[];

/** The list, held until the transaction ends. */
export const lockList = async (ctx: Ctx<any>, id: string) => {
  const list = await listsFor(ctx).select(['d.id', 'd.number', 'd.state', 'd.decidedAt', approverIds.as('approvers')]).where('d.id', '=', id).forNoKeyUpdate('d').executeTakeFirstOrThrow(notFound);
  return { ...list, decidedOn: list.decidedAt && dayOf(list.decidedAt), packages: (await packagesOf(ctx, id)).length };
};

/** Transfer packages that hold something of what the list destroys, or are just being made of it. */
export const packagesOf = async ({ db }: Pick<Reading, 'db'>, listId: string) =>
  db.selectFrom('archivePackages as k').select(['k.id', 'k.receiver', 'k.askedAt']).where('k.state', 'in', ['waiting', 'running', 'done'])
    .where(sql<boolean>`exists (select from archive_destruction_items x join archive_package_items p on p.item_id = x.item_id where x.list_id = ${listId} and x.verdict = 'destroy' and p.package_id = k.id)`).orderBy('k.askedAt').orderBy('k.id').execute();

/** What speaks against putting an item on a list, as columns. */
export const standingOf = (today: string) => ({
  lent: sql<boolean>`exists (select from archive_loans l where l.item_id = i.id and (l.state in ('asked', 'out') or (l.state = 'approved' and l.until >= ${today}::date)))`,
  listed: onOpenList,
});

/** Somebody has it, or asked for it. */
export const isInUse = async ({ db, now }: Pick<Reading, 'db' | 'now'>, itemId: string) => (await db.selectFrom('archiveItems as i').select(standingOf(dayOf(now)).lent.as('lent')).where('i.id', '=', itemId).executeTakeFirstOrThrow()).lent;

const onOpenList = sql<boolean>`exists (select from archive_destruction_items x join archive_destructions d on d.id = x.list_id where x.item_id = i.id and d.state in ('asked', 'approved'))`;

export const isOnOpenList = async ({ db }: Pick<Reading, 'db'>, itemId: string) => (await db.selectFrom('archiveItems as i').select(onOpenList.as('listed')).where('i.id', '=', itemId).executeTakeFirstOrThrow()).listed;

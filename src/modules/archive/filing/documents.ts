import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import type { Rule } from '../retention/rules.ts';
import { departmentsCoded, officeId } from '../retention/codes.ts';
import { proposed } from '../retention/rules.ts';
import { thicknessOf } from '../rules.ts';
import { standing } from '../sources.ts';

/** Documents of all books as the archive sees them, of which the asker may know. */
export const documentsFor = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  ctx.db
    .selectFrom(standing(ctx.db)).innerJoin('records', 'records.id', 's.recordId').where(mayRead(ctx) as never)
    .leftJoin('archiveItems as i', (join) => join.onRef('i.recordId', '=', 's.recordId').on('i.withdrawnAt', 'is', null))
    .leftJoin('archiveExclusions as x', (join) => join.onRef('x.recordId', '=', 's.recordId').on('x.undoneAt', 'is', null).on(excludedStill));

/** What was set aside and then taken up again is finished anew: it is looked at once more. */
export const excludedStill = sql<boolean>`x.at >= s.at`;

export const factsOf = (documents: ReturnType<typeof documentsFor>) =>
  documents.select([
    's.recordId', 's.source', 's.kind', 's.docNumber', 's.author', 's.title', 's.writtenOn', 's.secrecy', 's.secrecyPeriod', 's.pages', 's.departmentId', 's.at', 's.finished', 's.filesComing',
    sql<boolean>`i.id is not null`.as('archived'), sql<boolean>`x.id is not null`.as('excluded'),
    sql<boolean>`exists (select from archive_years y where y.year = extract(year from s.at at time zone 'Asia/Shanghai') and y.reopened_at is null)`.as('yearClosed'),
  ]);

export type Facts = Awaited<ReturnType<ReturnType<typeof factsOf>['execute']>>[number];

export const yearOf = ({ at }: Pick<Facts, 'at'>) => Number(dayOf(at).slice(0, 4));

/** 保管期限表 in force. */
export const rulesInForce = async ({ db }: Pick<Reading, 'db'>) =>
  (await db.selectFrom('archiveRules').select('rules').orderBy('edition', 'desc').limit(1).executeTakeFirstOrThrow()).rules as unknown as readonly Rule[];

/** What the archive proposes for a document: how long it is kept, in whose row, how thick it is. */
export const proposing = async (ctx: Pick<Reading, 'db'>) => {
  const [rules, departments, office, sheet] = [await rulesInForce(ctx), await departmentsCoded(ctx), await officeId(ctx), await setting<number>(ctx, 'archive.sheet_mm')];
  const byId = new Map(departments.map((department) => [department.id, department]));
  return (facts: Facts) => {
    const department = byId.get(facts.departmentId ?? office ?? '') ?? departments[0]!;
    const pages = Math.min(Math.max(facts.pages ?? 1, 1), 100_000);
    return { ...proposed(rules, { ...facts, departmentId: department.id }), department: { id: department.id, name: department.name }, code: department.code, pages, thickness: thicknessOf(pages, sheet) };
  };
};

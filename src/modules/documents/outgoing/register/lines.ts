import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { visibleTo } from '../documents.ts';
import type { Line } from '../nouns.ts';
import type { Filters } from './contract.ts';

/** Lines of the register, as the paper book has them. */
export const linesOf = (ctx: Reading) =>
  visibleTo(ctx)
    .innerJoin('people as p', 'p.id', 'd.drafterId')
    .innerJoin('departments as o', 'o.id', 'd.departmentId')
    .innerJoin('outgoingVersions as v', (join) => join.onRef('v.documentId', '=', 'd.id').onRef('v.version', '=', 'd.version'))
    .leftJoin('people as s', 's.id', 'd.signedBy')
    .select([
      'd.id', 'd.number', 'd.state', 'd.route', 'd.kind', 'd.layout', 'd.urgency', 'd.title', 'd.createdAt', 'd.signedAt', 'd.copies', 'd.printedAt', 'd.issuedAt', 'd.archiveNumber', 'v.mainTo', 'v.copyTo',
      sql<{ id: string; name: string }>`as_person(p.id, p.name)`.as('drafter'), sql<{ id: string; name: string }>`as_person(o.id, o.name)`.as('department'), sql<{ id: string; name: string } | null>`as_person(s.id, s.name)`.as('signedBy'),
      sql<number>`(select count(*)::int from seal_uses u where u.document_id = d.id)`.as('sealUses'),
    ]);

type Lines = ReturnType<typeof linesOf>;
export type Row = Awaited<ReturnType<Lines['execute']>>[number];

export const presentedLine = (row: Row) => row as Line;

/** The line of plain choices above the register. Every choice narrows in SQL. */
export const narrowed = (lines: Lines, ctx: Reading, { q, state, kind, route, departmentId, mine, answers, from, to }: Filters): Lines => {
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return lines
    .$if(Boolean(like), (l) => l.where(sql<boolean>`(d.title ilike ${like} or d.number ilike ${like})`))
    .$if(isRare(q), (l) => l.where(sql<boolean>`d.word_grams @> letter_grams_wanted(incoming_squashed(${q}))`))
    .$if(state !== undefined, (l) => l.where('d.state', '=', state!))
    .$if(kind !== undefined, (l) => l.where('d.kind', '=', kind!))
    .$if(route !== undefined, (l) => l.where('d.route', '=', route!))
    .$if(departmentId !== undefined, (l) => l.where('d.departmentId', '=', departmentId!))
    .$if(mine === true, (l) => l.where('d.drafterId', '=', ctx.actor.id))
    .$if(answers !== undefined, (l) => l.where('d.answers', '=', answers!))
    .$if(from !== undefined, (l) => l.where('d.createdAt', '>=', instantOf(from!)))
    .$if(to !== undefined, (l) => l.where('d.createdAt', '<', dayAfter(to!)));
};

/** A word of two letters fills a page among the newest lines; a longer one is found by its letters among all. */
const isRare = (q = '') => (q.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 2;

const dayAfter = (day: string) => instantOf(dayOf(new Date(Date.parse(instantOf(day)) + 86_400_000).toISOString()));

import type { Selectable, Updateable } from 'kysely';
import type { IncomingParts } from '#database/tables.ts';
import type { Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { type DocumentRow, lockDocument } from '../documents.ts';

export interface Held {
  document: DocumentRow;
  part: Selectable<IncomingParts> & { assigned: string[] };
  department: string;
}

/** A part and its document, locked in this order, so that two acts on one document never wait for each other in a circle. */
export const holdPart = async (ctx: Ctx<any>, partId: string): Promise<Held> => {
  const { documentId } = await ctx.db.selectFrom('incomingParts').select('documentId').where('id', '=', partId).executeTakeFirstOrThrow(notFound);
  const document = await lockDocument(ctx, documentId);
  const { department, ...part } = await ctx.db
    .selectFrom('incomingParts')
    .innerJoin('departments', 'departments.id', 'incomingParts.departmentId')
    .selectAll('incomingParts')
    .select('departments.name as department')
    .where('incomingParts.id', '=', partId)
    .executeTakeFirstOrThrow(notFound);
  return { document, part: { ...part, assigned: [...(part.assignedTo ? [part.assignedTo] : []), ...(await helpersOf(ctx, partId))] }, department };
};

export const updatePart = (ctx: Ctx<any>, { part }: Held, set: Updateable<IncomingParts>) => ctx.db.updateTable('incomingParts').set(set).where('id', '=', part.id).execute();

const helpersOf = async ({ db }: Ctx<any>, partId: string) => (await db.selectFrom('incomingHelpers').select('personId').where('partId', '=', partId).where('withdrawnAt', 'is', null).execute()).map(({ personId }) => personId);

export const areOfDepartment = async ({ db }: Ctx<any>, people: readonly string[], departmentId: string) => {
  const posts = await db.selectFrom('posts').select('personId').distinct().where('personId', 'in', people).where('departmentId', '=', departmentId).where('until', 'is', null).execute();
  return posts.length === new Set(people).size;
};

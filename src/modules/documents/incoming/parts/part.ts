import type { Selectable, Updateable } from 'kysely';
import type { IncomingParts } from '#database/tables.ts';
import type { Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { type DocumentRow, lockDocument } from '../documents.ts';

export interface Held {
  document: DocumentRow;
  part: Selectable<IncomingParts>;
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
  return { document, part, department };
};

export const updatePart = (ctx: Ctx<any>, { part }: Held, set: Updateable<IncomingParts>) => ctx.db.updateTable('incomingParts').set(set).where('id', '=', part.id).execute();

export const isOfDepartment = async ({ db }: Ctx<any>, personId: string, departmentId: string) => {
  const post = await db.selectFrom('posts').select('id').where('personId', '=', personId).where('departmentId', '=', departmentId).where('until', 'is', null).executeTakeFirst();
  return post !== undefined;
};

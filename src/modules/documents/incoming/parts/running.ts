import type { Ctx } from '#platform/module.ts';
import { officeOf } from '../people.ts';

/** The parts that departments have and have not given back, the lead first. */
export const runningParts = ({ db }: Pick<Ctx, 'db'>, documentId: string) =>
  db
    .selectFrom('incomingParts')
    .select(['id', 'departmentId', 'role', 'signedAt', 'closedAt'])
    .where('documentId', '=', documentId)
    .where('returnedAt', 'is', null)
    .orderBy('role', 'desc')
    .execute();

/** Whose the document's clocks are: the lead's once there is one, until then the office's. */
export const holderOf = async (ctx: Pick<Ctx, 'db'>, documentId: string) => {
  const lead = (await runningParts(ctx, documentId)).find(({ role }) => role === 'lead');
  return lead?.departmentId ?? officeOf(ctx);
};

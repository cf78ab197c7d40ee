import type { Reading } from '#platform/module.ts';

const urges = ({ db }: Pick<Reading, 'db'>) =>
  db
    .selectFrom('incomingUrges as u')
    .innerJoin('people as b', 'b.id', 'u.by')
    .select(['u.id', 'u.documentId', 'u.item', 'u.itemId', 'u.whom', 'u.at', 'b.id as byId', 'b.name as byName', 'u.how', 'u.phone', 'u.outcome', 'u.said', 'u.calledAt']);

export const urgesOf = (ctx: Pick<Reading, 'db'>, documentId: string) => urges(ctx).where('u.documentId', '=', documentId).orderBy('u.at').execute();

export const urgeById = (ctx: Pick<Reading, 'db'>, id: string) => urges(ctx).where('u.id', '=', id).executeTakeFirstOrThrow();

export const presentedUrge = ({ byId, byName, ...row }: Awaited<ReturnType<typeof urgeById>>) => ({
  ...row,
  item: row.item as 'part',
  how: row.how as 'app',
  outcome: row.outcome as 'told' | null,
  by: { id: byId, name: byName },
});

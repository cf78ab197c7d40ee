import { sql } from 'kysely';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Ctx, Reading } from '#platform/module.ts';

export const gigabyte = 1024 ** 3;

/** Bytes a space may hold when nobody decided otherwise. */
export const usualQuota = async ({ db }: Pick<Reading, 'db'>) => (await setting<number>({ db }, 'library.quota_gb')) * gigabyte;

/** Bytes come to a space, or leave it (below zero); its row is held until the commit, so that two uploads cannot both take the last room. */
export const weigh = async (ctx: Ctx<any>, rootId: string, bytes: number) => {
  if (bytes === 0) return;
  const { used, quota } = await ctx.db.updateTable('libraryItems').set({ used: sql`used + ${bytes}` }).where('id', '=', rootId).returning(['used', 'quota']).executeTakeFirstOrThrow();
  if (bytes > 0 && Number(used) > Number(quota ?? (await usualQuota(ctx)))) ctx.refuse('library.quota_full');
};

/** Bytes of all versions of an item and of what lies below it. */
export const weightOf = async ({ db }: Pick<Ctx, 'db'>, id: string) => {
  const { rows: [row] } = await sql<{ bytes: number }>`
    with recursive below as (select id from library_items where id = ${id} union all select i.id from below b join library_items i on i.parent_id = b.id)
    select coalesce(sum(f.size), 0)::float8 as bytes from below b join library_versions v on v.item_id = b.id join files f on f.id = v.file_id`.execute(db);
  return row!.bytes;
};

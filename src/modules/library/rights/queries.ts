import { sql } from 'kysely';
import { wouldBe } from '#mechanisms/access/who.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { type Level, levels } from '../nouns.ts';
import { manage, whyNotManage } from '../rules.ts';
import { itemsSeen, keysOf } from '../tree.ts';
import type { Line, rights as contract } from './contract.ts';

export const queries: Queries<Pick<typeof contract, 'rights' | 'explain'>> = {
  async rights(ctx, { params }) {
    const item = await seen(ctx, params.itemId);
    const all = await linesAt(ctx, item.id);
    const mayManage = item.level === manage;
    const mine = keysOf(ctx);
    return {
      name: item.name, isFolder: item.isFolder, isTop: item.parentId === null, inherits: item.inherits, mayManage,
      mine: await explained(ctx, all, mine),
      lines: mayManage ? await worded(ctx, all) : [],
    };
  },

  async explain(ctx, { params }) {
    const item = await seen(ctx, params.itemId);
    if (whyNotManage({ level: item.level! }).length) throw notFound();
    const person = await wouldBe(ctx.db, params.personId, ctx.now);
    if (!person) throw notFound();
    return explained(ctx, await linesAt(ctx, item.id), person.permissions.has('library.read') ? keysOf({ actor: person }) : []);
  },
};

const seen = (ctx: Reading, id: string) => itemsSeen(ctx).select(['i.id', 'i.name', 'i.isFolder', 'i.parentId', 'i.inherits', 'l.level']).where('i.id', '=', id).executeTakeFirstOrThrow(notFound);

interface Given {
  id: string;
  kind: string;
  subject: string;
  key: string;
  level: number;
  fromId: string;
  fromName: string;
  here: boolean;
  givenBy: { id: string; name: string } | null;
  givenAt: string;
  endsAt: string | null;
}

/** Every line that counts for an item: its own, those from above as far as they come down, and whoever manages above. */
const linesAt = async ({ db, now }: Reading, itemId: string) => {
  const { rows } = await sql<Given>`
    with recursive up as (
      select id, parent_id, name, inherits as passes, 0 as height, true as whole from library_items where id = ${itemId}
      union all
      select i.id, i.parent_id, i.name, i.inherits, height + 1, up.whole and up.passes from up join library_items i on i.id = up.parent_id)
    select g.id, g.kind, coalesce(p.name, d.name, g.role, '') as subject, g.key, g.level, up.id as from_id, up.name as from_name, up.height = 0 as here,
      case when b.id is null then null else json_build_object('id', b.id, 'name', b.name) end as given_by, as_instant(g.given_at) as given_at, as_instant(g.ends_at) as ends_at
    from up join library_grants g on g.item_id = up.id left join people b on b.id = g.given_by
      left join people p on p.id = g.subject_id and g.kind = 'person' left join departments d on d.id = g.subject_id and g.kind in ('department', 'head')
    where (up.whole or g.level = ${manage}) and (g.ends_at is null or g.ends_at > ${now})
    order by up.height, g.level desc, g.given_at, g.id`.execute(db);
  return rows;
};

/** What these keys open, and by which lines. */
const explained = async (ctx: Reading, all: readonly Given[], keys: readonly string[]) => {
  const theirs = all.filter(({ key }) => keys.includes(key));
  const highest = Math.max(0, ...theirs.map(({ level }) => level));
  return { level: highest ? levels[highest - 1]! : null, lines: await worded(ctx, theirs) };
};

/** A folder above that the asker does not see is not named. */
const worded = async (ctx: Reading, all: readonly Given[]): Promise<Line[]> => {
  const ids = [...new Set(all.map(({ fromId }) => fromId))];
  const known = new Set((ids.length ? await itemsSeen(ctx).select('i.id').where('i.id', 'in', ids).execute() : []).map(({ id }) => id));
  return all.map(({ fromId, fromName, level, kind, key: _, ...line }) => ({ ...line, kind: kind as Line['kind'], level: levels[level - 1] as Level, from: { id: fromId, name: known.has(fromId) ? fromName : '' } }));
};

import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { linesOf } from '../items.ts';
import { destructionPaperOf } from '../papers/destruction.ts';
import type { destruction as contract, Due } from './contract.ts';
import { judgedOf, listLines, listOf, packagesOf, presentedList, standingOf } from './lists.ts';
import { whyNotDestroy, whyNotGiveUp, whyNotList } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'dueItems' | 'destructions' | 'destruction' | 'destructionPaper'>> = {
  /** 到期: the oldest first. */
  async dueItems(ctx, { query: { year, retention, departmentId, after, most } }) {
    const today = dayOf(ctx.now);
    const now = Number(today.slice(0, 4));
    const { lent, listed } = standingOf(today);
    const rows = await linesOf(ctx)
      .select(['i.dueAfter', 'i.keptUntil', lent.as('lent'), listed.as('listed'), sql<number>`(select count(*)::int from archive_files f where f.item_id = i.id and f.erased_at is null)`.as('files')])
      .where('i.dueAfter', '<', now).where('i.destroyedAt', 'is', null).where('i.withdrawnAt', 'is', null)
      .$if(year !== undefined, (l) => l.where('i.year', '=', year!))
      .$if(retention !== undefined, (l) => l.where('i.retention', '=', retention!))
      .$if(departmentId !== undefined, (l) => l.where('i.departmentId', '=', departmentId!))
      .$if(after !== undefined, (l) => l.where(sql<boolean>`(i.year, i.retention, i.code, i.seq) > (select year, retention, code, seq from archive_items where id = ${after})`))
      .orderBy('i.year').orderBy('i.retention').orderBy('i.code').orderBy('i.seq').limit(most + 1).execute();
    const items = rows.slice(0, most).map(({ lent: isLent, listed: isListed, ...line }) => ({ ...line, whyNot: whyNotList({ withdrawn: false, destroyed: false, dueAfter: line.dueAfter, lent: isLent, listed: isListed }, { year: now }) }));
    return { items: items as unknown as Due[], next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async destructions(ctx, { query: { after, most } }) {
    const rows = await listLines(ctx)
      .$if(after !== undefined, (l) => l.where(sql<boolean>`(d.made_at, d.id) < (select made_at, id from archive_destructions where id = ${after})`))
      .orderBy('d.madeAt', 'desc').orderBy('d.id', 'desc').limit(most + 1).execute();
    return { lists: rows.slice(0, most).map(presentedList), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async destruction(ctx, { params }) {
    const list = await listOf(ctx, params.listId);
    const packages = list.state === 'approved' ? await packagesOf(ctx, list.id) : [];
    const ended = list.state === 'done' || list.state === 'given_up';
    const whyNot: Record<string, string[]> = ctx.actor.permissions.has('archive.manage') && !ended ? { destroy: whyNotDestroy({ ...list, decidedOn: null, packages: packages.length }, { actor: ctx.actor.id }), giveUpList: whyNotGiveUp(list) } : {};
    return { ...list, items: await judgedOf(ctx, list.id), packages, whyNot };
  },

  destructionPaper: async (ctx, { params, query: { as } }) => destructionPaperOf(ctx, { list: await listOf(ctx, params.listId), items: await judgedOf(ctx, params.listId), as }),
};

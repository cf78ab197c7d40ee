import { sql } from 'kysely';
import { sightOf } from '#mechanisms/access/records.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Queries } from '#platform/module.ts';
import { notFound, refused } from '#platform/problem.ts';
import { approversOf, isInUse, isOnOpenList } from '../destruction/lists.ts';
import { whyNotCorrect, whyNotWithdraw } from '../filing/rules.ts';
import { isClosed, linesOf, presentedLine, visibleTo } from '../items.ts';
import type { Item } from '../nouns.ts';
import { catalogueOf } from '../papers/catalogue.ts';
import type { catalogue as contract } from './contract.ts';
import { narrowing, pageOf } from './page.ts';

/** As many lines as one catalogue of paper holds; more are asked for year by year. */
const mostLines = 5000;

export const queries: Queries<typeof contract> = {
  async list(ctx, { query: { after, most, ...filters } }) {
    const rows = await pageOf(ctx, { filters, after, most: most + 1 });
    return { items: rows.slice(0, most).map(presentedLine), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async catalogue(ctx, { query: { as, ...filters } }) {
    const narrow = narrowing(filters, (of) => of({ sight: sightOf(ctx), filters, after: undefined }));
    const rows = await linesOf(ctx).where(sql<boolean>`${narrow}`).orderBy('i.yearBack').orderBy('i.rank').orderBy('i.code').orderBy('i.seq').limit(mostLines + 1).execute();
    if (rows.length > mostLines) throw refused(['archive.too_many_lines']);
    return catalogueOf(ctx, rows.map(presentedLine), { as, filters });
  },

  async one(ctx, { params }) {
    const { whole, ...line } = await linesOf(ctx).select(children).where('i.id', '=', params.itemId).executeTakeFirstOrThrow(notFound);
    const facts = { withdrawnAt: line.withdrawnAt, destroyed: line.destroyedAt !== null, listed: await isOnOpenList(ctx, line.id), lent: await isInUse(ctx, line.id), boxId: line.box?.id ?? null, secrecy: line.secrecy, yearClosed: await isClosed(ctx, line.year), because: whole.because };
    const whyNot = ctx.actor.permissions.has('archive.manage') ? { withdraw: whyNotWithdraw(facts) as string[], correct: whyNotCorrect(facts) as string[] } : {};
    return { ...presentedLine(line), ...whole, fonds: await setting<string>(ctx, 'archive.fonds'), whyNot } as unknown as Item;
  },

  byNumber: (ctx, { params }) => visibleTo(ctx).select('i.id').where('i.number', '=', params.number).executeTakeFirstOrThrow(notFound),
};

const person = (id: string, name: string) => sql`as_person(${sql.ref(id)}, ${sql.ref(name)})`;

const children = sql<Omit<Item, 'whyNot'>>`(select json_build_object(
  'source', records.kind, 'because', i.because, 'withdrawnWhy', i.withdrawn_why, 'keptUntil', i.kept_until,
  'destruction', (select json_build_object('id', d.id, 'number', d.number, 'approvedBy', ${approversOf('d.id')}) from archive_destructions d where d.id = i.destruction_id),
  'archivedBy', (select ${person('p.id', 'p.name')} from people p where p.id = i.archived_by), 'withdrawnBy', (select ${person('p.id', 'p.name')} from people p where p.id = i.withdrawn_by),
  'files', (select coalesce(json_agg(json_build_object('fileId', f.file_id, 'name', f.name, 'role', f.role, 'version', f.version, 'sha256', f.sha256, 'size', f.size, 'erased', f.erased_at is not null) order by f.position), '[]') from archive_files f where f.item_id = i.id)
))`.as('whole');

import { type RawBuilder, sql } from 'kysely';
import { mayRead, sightOf } from '#mechanisms/access/records.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound, refused } from '#platform/problem.ts';
import { approversOf, isInUse, isOnOpenList } from '../destruction/lists.ts';
import { whyNotCorrect, whyNotWithdraw } from '../filing/rules.ts';
import { isClosed, type Lines, linesOf, presentedLine, visibleTo } from '../items.ts';
import { type Item, retentions } from '../nouns.ts';
import { catalogueOf } from '../papers/catalogue.ts';
import type { catalogue as contract, Filters } from './contract.ts';

/** As many lines as one catalogue of paper holds; more are asked for year by year. */
const mostLines = 5000;

export const queries: Queries<typeof contract> = {
  async list(ctx, { query: { after, most, ...filters } }) {
    const rows = await pageOf(ctx, { filters, after, most: most + 1 });
    return { items: rows.slice(0, most).map(presentedLine), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async catalogue(ctx, { query: { as, ...filters } }) {
    const rows = await narrowed(linesOf(ctx), filters).orderBy('i.yearBack').orderBy('i.rank').orderBy('i.code').orderBy('i.seq').limit(mostLines + 1).execute();
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

interface Asked {
  filters: Filters;
  after: string | undefined;
  most: number;
}

/** Whoever sees a part of the catalogue is led to it by their own lines; a word is looked for as `pageByWord` says. */
const pageOf = async (ctx: Reading, { filters, after, most }: Asked) => {
  const lines = inOrder(narrowed(linesOf(ctx), filters).where(sql<boolean>`true ${behind(after)}`)).limit(most);
  if (ctx.actor.permissions.has('archive.read_all')) return filters.q ? pageByWord(ctx, lines, { filters, after, most }) : lines.execute();
  const mine = (newest?: number) => inOrder(linesOf(ctx).where(sql<boolean>`i.id = any(array(${ownLines(ctx, { filters, after, most }, newest)}))`)).execute();
  if (!filters.q) return mine();
  const found = await mine(amongFirst);
  return found.length < most ? byLetters(ctx, { filters, after, most }) : found;
};

const inOrder = (lines: Lines) => lines.orderBy('i.yearBack').orderBy('i.rank').orderBy('i.code').orderBy('i.seq');

const behind = (after: string | undefined) => (after === undefined ? sql`` : sql`and (i.year_back, i.rank, i.code, i.seq) > (select year_back, rank, code, seq from archive_items where id = ${after})`);

/** A word is looked for among the first lines one by one, where a common one fills the page at once; a rarer one is then found by its letters among all (docs/decisions/0009). */
const pageByWord = async (ctx: Reading, lines: Lines, { filters, after, most }: Asked) => {
  const year = filters.year === undefined ? sql`` : sql`and i.year_back = ${-filters.year}`;
  const first = sql`select i.id, i.words from archive_items i where true ${behind(after)} ${year} order by i.year_back, i.rank, i.code, i.seq limit ${amongFirst}`;
  const found = await lines.where(sql<boolean>`i.id = any(array(select id from (${first}) f where f.words like '%' || ${lettersOf(filters.q!)} || '%'))`).execute();
  return found.length < most ? byLetters(ctx, { filters, after, most }) : found;
};

/** Of those found by letters the first are asked first whether they are seen, until the page is full. */
const byLetters = (ctx: Reading, { filters, after, most }: Asked) => {
  const letters = lettersOf(filters.q!);
  const found = sql`select i.id, i.year_back, i.rank, i.code, i.seq from (select * from archive_items where word_grams @> incoming_grams(${letters}) offset 0) i where i.words like '%' || ${letters} || '%' ${behind(after)} ${inTheirOrder} offset 0`;
  return inOrder(linesOf(ctx).where(sql<boolean>`i.id = any(array(select id from (${found}) f where exists (${seen(ctx, filters, sql`f.id`)} offset 0) ${inTheirOrder} limit ${most}))`)).execute();
};

const amongFirst = 1000;

/** The ids of a page of `archive_lines`: each key's own in their order, the first of them all. What is fenced by `offset 0` is done in the order in which it stands here. */
const ownLines = (ctx: Reading, { filters, after, most }: Asked, newest?: number) => {
  const { keys, permissions } = sightOf(ctx);
  const choices = [
    ...(filters.year === undefined ? [] : [sql`and l.year_back = ${-filters.year}`]),
    ...(filters.retention === undefined ? [] : [sql`and l.rank = ${retentions.indexOf(filters.retention)}`]),
    ...(after === undefined ? [] : [sql`and (l.year_back, l.rank, l.code, l.seq) > (select year_back, rank, code, seq from archive_items where id = ${after})`]),
  ];
  return sql`select item_id from (select distinct p.* from unnest(${[...keys]}::uuid[] || array(select search_key(name) from unnest(${[...permissions]}::text[]) name)) k (key) cross join lateral (
    select l.year_back, l.rank, l.code, l.seq, l.item_id from (select * from archive_lines l where l.key = k.key ${sql.join(choices, sql` `)} ${inTheirOrder} ${newest === undefined ? sql`offset 0` : sql`limit ${newest}`}) l
    where exists (${seen(ctx, filters, sql`l.item_id`)} offset 0) ${inTheirOrder} limit ${most}) p) p ${inTheirOrder} limit ${most}`;
};

const inTheirOrder = sql`order by year_back, rank, code, seq`;

/** Whether a line is there for the asker and is what was asked for. */
const seen = (ctx: Reading, filters: Filters, id: RawBuilder<unknown>) =>
  narrowed(ctx.db.selectFrom('archiveItems as i').innerJoin('records', 'records.id', 'i.recordId').where(mayRead(ctx)).where(sql<boolean>`i.id = ${id}`) as unknown as Lines, filters).select(sql`1`.as('one'));

/** Letters and digits alone; of nothing but signs, a sign is looked for: no word has one. */
const lettersOf = (q: string) => q.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || '-';

const narrowed = (lines: Lines, { q, year, retention, departmentId, source, unboxed }: Filters): Lines =>
  lines
    // By the columns of the order: their index leads to the lines.
    .$if(year !== undefined, (l) => l.where('i.yearBack', '=', -year!))
    .$if(retention !== undefined, (l) => l.where('i.rank', '=', retentions.indexOf(retention!)))
    .$if(departmentId !== undefined, (l) => l.where('i.departmentId', '=', departmentId!))
    .$if(source !== undefined, (l) => l.where('records.kind', '=', source!))
    .$if(unboxed === true, (l) => l.where('i.boxId', 'is', null).where('i.withdrawnAt', 'is', null).where('i.destroyedAt', 'is', null))
    .$if(Boolean(q), (l) => l.where(sql<boolean>`i.words like '%' || ${lettersOf(q ?? '')} || '%'`));

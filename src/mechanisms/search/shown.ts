import { sql } from 'kysely';
import type { Hit, Looking } from './candidates.ts';
import type { Found } from './contract.ts';
import { itself } from './entries.ts';
import { marked, markEvery, snippet } from './rules.ts';

const mostAttachments = 5;

/** The records as they are shown, in this order: each with the lines around what was found, in its own text and its attachments. */
export const shown = async (looking: Looking, hits: readonly Hit[]): Promise<Found[]> => {
  if (!hits.length) return [];
  const ids = hits.map(({ id }) => id);
  const lines = new Map((await linesOf(looking, ids)).map((line) => [line.recordId, line]));
  const texts = await textsOf(looking, ids);
  const { terms } = looking;
  return ids.map((id) => {
    const { title, sender, ...line } = lines.get(id)!;
    const found = texts.filter(({ recordId }) => recordId === id);
    const attachments = found.filter(({ part }) => part !== itself).slice(0, mostAttachments);
    return {
      ...line,
      title: marked(title, terms),
      sender: marked(sender, terms),
      text: found.filter(({ part }) => part === itself).flatMap(({ excerpt }) => snippet(excerpt, terms)),
      attachments: attachments.map(({ part, name, excerpt }) => ({ fileId: part, name: marked(name, terms), text: snippet(excerpt, terms) })),
    };
  });
};

const linesOf = async ({ db }: Looking, ids: readonly string[]) =>
  db
    .selectFrom('records as r')
    .innerJoin('searchEntries as e', 'e.recordId', 'r.id')
    .select(['r.id as recordId', 'r.kind', 'r.number', 'r.title', 'r.at', 'e.sender'])
    .where('r.id', 'in', [...ids])
    .execute();

const lead = 60;
const mostExcerpt = 1500;

/** Of a long text only the piece around its first hit leaves the database. */
const textsOf = async ({ db, terms }: Looking, ids: readonly string[]) => {
  const places = sql.join(terms.map((term) => sql`nullif(strpos(t.squashed, ${term}), 0)`));
  const like = terms.map((term) => `%${term}%`);
  const { rows } = await sql<{ recordId: string; part: string; name: string; excerpt: string }>`
    select record_id, part, name, substr(body, start + 1, least(stop - start, ${mostExcerpt})) as excerpt
    from (
      select record_id, part, name, body, hit,
        greatest(coalesce(marks[(hit - 1) / ${markEvery} + 1], 0) - ${lead}, 0) as start,
        coalesce(marks[(hit - 1) / ${markEvery} + 3], char_length(body)) as stop
      from (select t.*, coalesce(least(${places}), 1) as hit from search_texts t
        where t.record_id = any (${[...ids]}::uuid[]) and (t.squashed like any (${like}::text[]) or t.called like any (${like}::text[]))) found
    ) placed
    order by record_id, name, part`.execute(db);
  return rows;
};

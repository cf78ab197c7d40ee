import { sql } from 'kysely';
import { type Db, prepare, unseen } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import type { Hit } from './statement.ts';
import type { Found } from './contract.ts';
import { itself } from './entries.ts';
import { marked, markEvery, snippet, type Wanted } from './rules.ts';

const mostAttachments = 5;

/** The records as they are shown, in this order: each with the lines around what was found, in its own text and its attachments. */
export const shown = async ({ db }: Reading, { terms }: Wanted, hits: readonly Hit[]): Promise<Found[]> => {
  if (!hits.length) return [];
  const ids = hits.map(({ id }) => id);
  const lines = new Map((await linesOf(db, { ids })).map((line) => [line.recordId, line]));
  const texts = await textsOf(db, { ids, terms });
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

const linesOf = prepare<{ ids: readonly string[] }, Omit<Found, 'title' | 'sender' | 'text' | 'attachments'> & { title: string; sender: string }>((db, blank) =>
  db
    .selectFrom('records as r')
    .innerJoin('searchEntries as e', 'e.recordId', 'r.id')
    .select(['r.id as recordId', 'r.kind', 'r.number', 'r.title', 'r.at', 'e.sender'])
    .where(sql<boolean>`r.id = any (${unseen(blank(({ ids }) => ids), 'uuid[]')})`)
    .compile());

const lead = 60;
const mostExcerpt = 1500;

interface Text {
  recordId: string;
  part: string;
  name: string;
  excerpt: string;
}

/** Of a long text only the piece around its first hit leaves the database. */
const textsOf = (db: Db, asked: { ids: readonly string[]; terms: readonly string[] }) => preparedTexts(asked.terms.length)(db, asked);

const perWords = new Map<number, ReturnType<typeof prepareTexts>>();
const preparedTexts = (words: number) => {
  if (!perWords.has(words)) perWords.set(words, prepareTexts(words));
  return perWords.get(words)!;
};

const prepareTexts = (words: number) =>
  prepare<Parameters<typeof textsOf>[1], Text>((db, blank) => {
    const places = sql.join(Array.from({ length: words }, (_, i) => sql`nullif(strpos(t.squashed, ${unseen(blank(({ terms }) => terms[i]!), 'text')}), 0)`));
    const likes = unseen(blank(({ terms }) => terms.map((term) => `%${term}%`)), 'text[]');
    return sql<Text>`
      select record_id, part, name, substr(body, start + 1, least(stop - start, ${sql.lit(mostExcerpt)})) as excerpt
      from (
        select record_id, part, name, body, hit,
          greatest(coalesce(marks[(hit - 1) / ${sql.lit(markEvery)} + 1], 0) - ${sql.lit(lead)}, 0) as start,
          coalesce(marks[(hit - 1) / ${sql.lit(markEvery)} + 3], char_length(body)) as stop
        from (select t.*, coalesce(least(${places}), 1) as hit from search_texts t
          where t.record_id = any (${unseen(blank(({ ids }) => ids), 'uuid[]')}) and (t.squashed like any (${likes}) or t.called like any (${likes}))) found
      ) placed
      order by record_id, name, part`.compile(db);
  });

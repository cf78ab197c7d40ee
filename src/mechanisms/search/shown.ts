import { sql } from 'kysely';
import { type Db, prepare, unseen } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import type { Found } from './contract.ts';
import { itself } from './entries.ts';
import { marked, markEvery, snippet, type Wanted } from './rules.ts';
import type { Line } from './statement.ts';

const mostAttachments = 5;

/** The records as they are shown, in this order: each with the lines around what was found, in its own text and its attachments. */
export const shown = async ({ db }: Reading, { terms }: Wanted, hits: readonly Line[]): Promise<Found[]> => {
  if (!hits.length) return [];
  const texts = await textsOf(db, { ids: hits.map(({ id }) => id), terms });
  return hits.map(({ id, kind, number, title, sender, at }) => {
    const found = texts.filter(({ recordId }) => recordId === id);
    const attachments = found.filter(({ part }) => part !== itself).slice(0, mostAttachments);
    return {
      recordId: id,
      kind,
      number,
      at,
      title: marked(title, terms),
      sender: marked(sender, terms),
      text: found.filter(({ part }) => part === itself).flatMap(({ excerpt }) => snippet(excerpt, terms)),
      attachments: attachments.map(({ part, name, excerpt }) => ({ fileId: part, name: marked(name, terms), text: snippet(excerpt, terms) })),
    };
  });
};

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
    const word = (i: number) => unseen(blank(({ terms }) => terms[i]!), 'text');
    const [places, calls] = [`squashed`, `called`].map((where) => sql.join(Array.from({ length: words }, (_, i) => sql`nullif(strpos(${sql.ref(`t.${where}`)}, ${word(i)}), 0)`)));
    return sql<Text>`
      select record_id, part, name, substr(body, start + 1, least(stop - start, ${sql.lit(mostExcerpt)})) as excerpt
      from (
        select record_id, part, name, body,
          greatest(coalesce(marks[(hit - 1) / ${sql.lit(markEvery)} + 1], 0) - ${sql.lit(lead)}, 0) as start,
          coalesce(marks[(hit - 1) / ${sql.lit(markEvery)} + 3], char_length(body)) as stop
        from (select t.*, coalesce(said, 1) as hit from search_texts t cross join lateral (select least(${places}) as said, least(${calls}) as called_so offset 0) h
          where t.record_id = any (${unseen(blank(({ ids }) => ids), 'uuid[]')}) and (said is not null or called_so is not null)) found
      ) placed
      order by record_id, name, part`.compile(db);
  });

import { sql } from 'kysely';
import { type Sight, sightOf } from '#mechanisms/access/records.ts';
import { type Db, prepare } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { visibleWith } from '../documents.ts';
import { squashed } from '../intake/rules.ts';
import type { Line } from '../nouns.ts';
import { ended } from '../rules.ts';
import type { Filters } from './contract.ts';

/** Lines of the register with who has it and when it is due. */
export const linesOf = (db: Db, sight: Sight) =>
  visibleWith(db, sight)
    .leftJoin('people as holder', 'holder.id', 'd.paperWith')
    .select([
      'd.id', 'd.number', 'd.state', 'd.receivedAt', 'd.sender', 'd.senderNumber', 'd.title', 'd.kind', 'd.secrecy', 'd.secrecyPeriod', 'd.urgency', 'd.copies',
      'd.copyNumbers', 'd.pages', 'd.attachments', 'd.handling', 'd.respondBy', 'd.countersign', 'd.major', 'd.paperPlace', 'd.archiveNumber', 'd.year', 'd.seq',
      'holder.name as holder',
      sql<string | null>`d.written_on::text`.as('writtenOn'),
      sql<string | null>`(select min(due_at) from clocks where record_id = d.id and stopped_at is null)`.as('dueAt'),
      sql<{ name: string; role: string }[] | null>`(select json_agg(json_build_object('name', o.name, 'role', p.role) order by o.position)
        from incoming_parts p join departments o on o.id = p.department_id where p.document_id = d.id and p.returned_at is null)`.as('parts'),
    ]);

export type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number];

/** The row itself becomes the line: copying thirty rows of thirty columns costs more than reading them. What a line has not declared does not leave the house. */
export const presentedLine = (row: Row, now: string): Line => {
  const { holder, paperPlace, parts, dueAt } = row;
  return Object.assign(row, {
    state: row.state as Line['state'],
    handling: row.handling as Line['handling'],
    lead: parts?.find(({ role }) => role === 'lead')?.name ?? null,
    assists: parts?.filter(({ role }) => role === 'assist').map(({ name }) => name) ?? [],
    late: dueAt !== null && dueAt <= now,
    paper: [holder, paperPlace].filter(Boolean).join(' · '),
  });
};

type Lines = ReturnType<typeof linesOf>;

/** The line of plain choices above the register, as the database is asked. */
type Wanted = Omit<Filters, 'q' | 'from' | 'to'> & { letters?: string; since?: string; until?: string };

export const wantedOf = ({ q, from, to, ...rest }: Filters): Wanted => ({
  ...rest,
  // Of nothing but signs, a sign is looked for: no word has one.
  ...(q && { letters: squashed(q) || '-' }),
  ...(from && { since: instantOf(from) }),
  ...(to && { until: dayAfter(to) }),
});

/** Every choice narrows in SQL. */
export const narrowed = (lines: Lines, wanted: Wanted, now: string): Lines => {
  const { letters, year, state, open, handling, urgency, senderId, departmentId, since, until, late, major } = wanted;
  return lines
    .$if(year !== undefined, (l) => l.where('d.year', '=', year!))
    .$if(state !== undefined, (l) => l.where('d.state', '=', state!))
    .$if(open === true, (l) => l.where('d.state', 'not in', ended))
    .$if(open === false, (l) => l.where('d.state', 'in', ended))
    .$if(handling !== undefined, (l) => l.where('d.handling', '=', handling!))
    .$if(urgency !== undefined, (l) => l.where('d.urgency', '=', urgency!))
    .$if(senderId !== undefined, (l) => l.where('d.senderId', '=', senderId!))
    .$if(major !== undefined, (l) => l.where('d.major', '=', major!))
    .$if(since !== undefined, (l) => l.where('d.receivedAt', '>=', since!))
    .$if(until !== undefined, (l) => l.where('d.receivedAt', '<', until!))
    .$if(late === true, (l) => l.where(sql<boolean>`exists (select from clocks where record_id = d.id and stopped_at is null and due_at <= ${now})`))
    .$if(departmentId !== undefined, (l) =>
      l.where(sql<boolean>`exists (select from incoming_parts where document_id = d.id and department_id = ${departmentId} and returned_at is null)`))
    // Part of a title, a sender, or a number, in whatever brackets.
    .$if(letters !== undefined, (l) => l.where(sql<boolean>`d.words like '%' || ${letters} || '%'`));
};

interface Asked extends Seen {
  now: string;
  wanted: Wanted;
  /** Year and number of the last line of the page before. */
  after: readonly [number, number];
  most: number;
}

/**
 * A page of the register, the newest line first. A word is looked for among the newest lines one by one, where a common one
 * fills the page at once; a rarer one is then found by its letters among all.
 */
export const pageOf = async (ctx: Reading, asked: Pick<Asked, 'wanted' | 'after' | 'most'>) => {
  const given = { ...asked, sight: sightOf(ctx), now: ctx.now };
  if (asked.wanted.letters === undefined) return preparedFor(asked.wanted, 'all')(ctx.db, given);
  const found = await preparedFor(asked.wanted, 'newest')(ctx.db, given);
  return found.length < asked.most ? preparedFor(asked.wanted, 'by_word')(ctx.db, given) : found;
};

type Among = 'all' | 'newest' | 'by_word';

const among = (lines: Lines, which: Among, { letters, after: [year, seq] }: { letters: string; after: readonly [number, number] }) => {
  if (which === 'newest') return lines.where(sql<boolean>`d.id in (select id from incoming_documents where (year, seq) < (${year}, ${seq}) order by year desc, seq desc limit 3000)`);
  return which === 'by_word' ? lines.where(sql<boolean>`d.word_grams @> incoming_grams(${letters})`) : lines;
};

const pages = new Map<string, ReturnType<typeof preparedPage>>();

const preparedFor = (wanted: Wanted, which: Among) => {
  const shape = which + JSON.stringify(wanted, (name, value) => (name === '' || plain.has(name) ? value : value !== undefined));
  const page = pages.get(shape) ?? preparedPage(wanted, which);
  pages.set(shape, page);
  return page;
};

interface Seen {
  sight: Sight;
}

/** For a query that is prepared: whoever asks puts themselves in. */
export const blankSight = (blank: <T>(of: (given: Seen) => T) => T): Sight => ({ clearance: blank(({ sight }) => sight.clearance), permissions: blank(({ sight }) => sight.permissions), keys: blank(({ sight }) => sight.keys) });

/** Choices that change what is asked, not only a value in it. */
const plain = new Set(['open', 'late']);

const preparedPage = (wanted: Wanted, which: Among) =>
  prepare<Asked, Row>((db, blank) => {
    const blanks = Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, value === undefined || plain.has(name) ? value : blank((asked) => asked.wanted[name as 'state'])]));
    const after = [blank((asked) => asked.after[0]), blank((asked) => asked.after[1])] as const;
    return among(narrowed(linesOf(db, blankSight(blank)), blanks as Wanted, blank(({ now }) => now)), which, { letters: blanks['letters'] as string, after })
      .where(sql<boolean>`(d.year, d.seq) < (${after[0]}, ${after[1]})`)
      .orderBy('d.year', 'desc').orderBy('d.seq', 'desc').limit(blank(({ most }) => most)).compile();
  });

const dayAfter = (day: string) => instantOf(dayOf(new Date(Date.parse(instantOf(day)) + 86_400_000).toISOString()));

import { sql } from 'kysely';
import { blankSight, type Sight, sightOf } from '#mechanisms/access/records.ts';
import { filesOf } from '#mechanisms/files/files.ts';
import { bookOf } from '#mechanisms/reports/book.ts';
import type { Column } from '#mechanisms/reports/sheets.ts';
import { type Db, prepare, shapes } from '#platform/db.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound, refused } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { person } from '../meetings.ts';
import type { Resolution } from '../nouns.ts';
import { zh } from '../words.zh.ts';
import type { resolutions as contract, resolutionsShown } from './contract.ts';
import { isTheirs, type Line, linesFor, presentedResolution, resolutionLines } from './resolutions.ts';
import { whyNotAskDeferral, whyNotClose, whyNotDecideDeferral, whyNotReport, whyNotSendBack, whyNotUrgeResolution } from './rules.ts';

const mostLines = 5000;

export const queries: Queries<Pick<typeof contract, 'resolutions' | 'resolution' | 'ledger'>> = {
  async resolutions(ctx, { query: { most, ...wanted } }) {
    const rows = await pageFor(wanted, most + 1)(ctx.db, askedBy(ctx, wanted));
    return { resolutions: rows.slice(0, most).map(presentedResolution), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async resolution(ctx, { params }) {
    const line = presentedResolution(await resolutionLines(ctx).where('s.id', '=', params.resolutionId).executeTakeFirstOrThrow(notFound));
    const row = await ctx.db.selectFrom('resolutions as s').innerJoin('meetingItems as i', 'i.id', 's.itemId').innerJoin('meetings as m', 'm.id', 'i.meetingId').innerJoin('meetingTopics as t', 't.id', 'i.topicId').innerJoin('records as r', 'r.id', 't.id')
      .select(['s.assisting', 's.departmentId', 's.ownerId', 's.recordedAt', 's.urgedAt', 's.closedAt', 's.closedWhy', 'm.id as meetingId', 'm.title', 'm.startsAt', 't.id as topicId', 't.title as topic', 'r.clearance']).where('s.id', '=', line.id).executeTakeFirstOrThrow();
    const assisting = row.assisting.length ? await ctx.db.selectFrom('departments').select(['id', 'name']).where('id', 'in', row.assisting).orderBy('position').execute() : [];
    const reports = await ctx.db.selectFrom('resolutionReports as e').innerJoin('people as p', 'p.id', 'e.by').select(['e.at', person('p.id', 'p.name').as('by'), 'e.text', 'e.finished']).where('e.resolutionId', '=', line.id).orderBy('e.at').orderBy('e.id').execute();
    const deferralsAsked = await ctx.db.selectFrom('resolutionDeferrals as f').innerJoin('people as p', 'p.id', 'f.by').select(['f.at', person('p.id', 'p.name').as('by'), sql<string>`f.until::text`.as('until'), 'f.why', 'f.granted', 'f.reason']).where('f.resolutionId', '=', line.id).orderBy('f.at').orderBy('f.id').execute();
    const facts = { mine: isTheirs(ctx, row), waits: deferralsAsked.some(({ granted }) => granted === null), urgedAt: row.urgedAt };
    return {
      ...line, assisting, reports, deferralsAsked, recordedAt: row.recordedAt, closedAt: row.closedAt, closedWhy: row.closedWhy,
      meeting: { id: row.meetingId, title: row.title, startsAt: row.startsAt }, topic: { id: row.topicId, title: row.topic, secrecy: row.clearance }, files: await filesOf(ctx, line.id), whyNot: whyNotOf(ctx, line, facts),
    };
  },

  async ledger(ctx, { query: { as, ...wanted } }) {
    const rows = await narrowed(ctx.db, wanted, (of) => of(askedBy(ctx, wanted))).orderBy('s.recordedAt').orderBy('s.id').limit(mostLines + 1).execute();
    if (rows.length > mostLines) throw refused(['meetings.too_many_lines']);
    return bookOf(ctx, { title: '决议台账', columns, rows: rows.map(presentedResolution), as });
  },
};

interface Wanted {
  show: (typeof resolutionsShown)[number];
  ownerId?: string | undefined;
  kind?: string | undefined;
  /** The last line of the page before. */
  after?: string | undefined;
}

interface Asked {
  sight: Sight;
  today: string;
  departments: readonly string[];
  wanted: Wanted;
}

const askedBy = (ctx: Reading, wanted: Wanted): Asked => ({ sight: sightOf(ctx, 'meetings.'), today: dayOf(ctx.now), departments: [ctx.actor.departmentId, ...ctx.actor.departments].filter(Boolean), wanted });

const pages = shapes<ReturnType<typeof preparedPage>>();

const pageFor = ({ show, ...rest }: Wanted, most: number) => {
  const chosen = Object.entries(rest).filter(([, value]) => value !== undefined).map(([name]) => name);
  return pages(JSON.stringify([show, most, ...chosen]), () => preparedPage({ show, ...Object.fromEntries(chosen.map((name) => [name, ''])) }, most));
};

const preparedPage = (wanted: Wanted, most: number) => prepare<Asked, Line>((db, blank) => narrowed(db, wanted, blank).orderBy('s.recordedAt', 'desc').orderBy('s.id', 'desc').limit(sql.lit(most)).compile());

/** Every choice narrows in SQL; `of` puts in what was asked, at once or later. */
const narrowed = (db: Db, { show, ownerId, kind, after }: Wanted, of: <T>(value: (asked: Asked) => T) => T) => {
  const [sight, today] = [blankSight(of), of((asked) => asked.today)];
  return linesFor(db, { sight, today })
    .$if(show === 'open' || show === 'late', (s) => s.where(sql<boolean>`s.state in ('open', 'reported')`))
    .$if(show === 'late', (s) => s.where(sql<boolean>`s.due_on < ${today}::date`))
    .$if(show === 'mine', (s) => s.where(sql<boolean>`(s.owner_id = any(${sight.keys}) or s.department_id = any(${of(({ departments }) => departments)}::uuid[]))`))
    .$if(ownerId !== undefined, (s) => s.where('s.ownerId', '=', of((asked) => asked.wanted.ownerId!)))
    .$if(kind !== undefined, (s) => s.where(sql<boolean>`exists (select from meeting_items i join meetings m on m.id = i.meeting_id where i.id = s.item_id and m.kind = ${of((asked) => asked.wanted.kind)})`))
    .$if(after !== undefined, (s) => s.where(sql<boolean>`(s.recorded_at, s.id) < (select recorded_at, id from resolutions where id = ${of((asked) => asked.wanted.after)})`));
};

const columns: readonly Column<Resolution>[] = [
  { title: '编号', width: 16, of: (s) => s.number },
  { title: '决议事项', width: 60, of: (s) => s.text },
  { title: '责任人', width: 10, of: (s) => s.owner.name },
  { title: '责任部门', width: 16, of: (s) => s.department.name },
  { title: '时限', width: 12, of: (s) => s.dueOn, as: 'day' },
  { title: '延期次数', width: 10, of: (s) => s.deferrals || null },
  { title: '状态', width: 14, of: (s) => (s.late ? '逾期' : zh.resolutionStates[s.state]) },
];

interface Facts {
  mine: boolean;
  waits: boolean;
  urgedAt: string | null;
}

const whyNotOf = ({ actor, now }: Reading, resolution: Resolution, { mine, waits, urgedAt }: Facts) => {
  const closed = resolution.state === 'done' || resolution.state === 'dropped';
  const minutesSince = urgedAt ? (Date.parse(now) - Date.parse(urgedAt)) / 60_000 : undefined;
  const whyNot: Record<string, string[]> = {
    ...(!closed && mine && { reportProgress: whyNotReport(resolution, mine), askDeferral: whyNotAskDeferral(resolution, { mine, waits }) }),
    ...(!closed && actor.permissions.has('meetings.manage') && {
      closeResolution: whyNotClose(resolution),
      ...(resolution.state === 'reported' && { sendBack: whyNotSendBack(resolution) }),
      ...(resolution.state === 'open' && { urgeResolution: whyNotUrgeResolution(resolution, minutesSince) }),
      ...(waits && { decideDeferral: whyNotDecideDeferral({ waits }) }),
    }),
  };
  return whyNot;
};

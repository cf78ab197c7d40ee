import { type RawBuilder, sql } from 'kysely';
import { blankSight, seenWith, type Sight, sightOf } from '#mechanisms/access/records.ts';
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
    const rows = await pageFor(ctx, wanted, most + 1)(ctx.db, askedBy(ctx, wanted));
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

/** Whoever sees a part of the ledger is led to it by their own lines. */
const pageFor = ({ actor }: Reading, { show, ...rest }: Wanted, most: number) => {
  const chosen = Object.entries(rest).filter(([, value]) => value !== undefined).map(([name]) => name);
  const seesAll = actor.permissions.has('meetings.read_all');
  return pages(JSON.stringify([show, most, seesAll, ...chosen]), () => preparedPage({ show, ...Object.fromEntries(chosen.map((name) => [name, ''])) }, { most, seesAll }));
};

const preparedPage = (wanted: Wanted, { most, seesAll }: { most: number; seesAll: boolean }) => prepare<Asked, Line>((db, blank) => {
  const lines = seesAll ? narrowed(db, wanted, blank) : linesFor(db, asked(blank)).where(sql<boolean>`s.id = any(array(${ownLines(db, wanted, { most, of: blank })}))`);
  return lines.orderBy('s.recordedAt', 'desc').orderBy('s.id', 'desc').limit(sql.lit(most)).compile();
});

/** Puts in what was asked, at once or later. */
type Of = <T>(value: (asked: Asked) => T) => T;

const asked = (of: Of) => ({ sight: blankSight(of), today: of(({ today }) => today) });

/** Every choice narrows in SQL. */
const narrowed = (db: Db, wanted: Wanted, of: Of) => linesFor(db, asked(of)).where(sql<boolean>`${sql.join(choicesOf(wanted, of), sql` and `)}`);

const choicesOf = ({ show, ownerId, kind, after }: Wanted, of: Of) => {
  const { sight, today } = asked(of);
  const choices: [boolean, RawBuilder<boolean>][] = [
    [true, sql`true`],
    [show === 'open' || show === 'late', sql`s.state in ('open', 'reported')`],
    [show === 'late', sql`s.due_on < ${today}::date`],
    [show === 'mine', sql`(s.owner_id = any(${sight.keys}) or s.department_id = any(${of(({ departments }) => departments)}::uuid[]))`],
    [ownerId !== undefined, sql`s.owner_id = ${of((given) => given.wanted.ownerId)}`],
    [kind !== undefined, sql`exists (select from meeting_items i join meetings m on m.id = i.meeting_id where i.id = s.item_id and m.kind = ${of((given) => given.wanted.kind)})`],
    [after !== undefined, sql`(s.recorded_at, s.id) < ${lastLine(of)}`],
  ];
  return choices.filter(([chosen]) => chosen).map(([, choice]) => choice);
};

const lastLine = (of: Of) => sql`(select recorded_at, id from resolutions where id = ${of((given) => given.wanted.after)})`;

/** The ids of a page of `resolution_lines`: each key's own, the newest of them all. What is fenced by `offset 0` is done in the order in which it stands here. */
const ownLines = (db: Db, wanted: Wanted, { most, of }: { most: number; of: Of }) => {
  const { sight } = asked(of);
  const isSeen = sql`exists (${db.selectFrom('records').select(sql`1`.as('one')).whereRef('records.id', '=', sql.ref('s.id')).where(seenWith(sight))} offset 0)`;
  const isThere = sql`exists (select from resolutions s where s.id = l.resolution_id and ${sql.join([...choicesOf(wanted, of), isSeen], sql` and `)} offset 0)`;
  const open = wanted.show === 'open' || wanted.show === 'late' ? sql`and is_open` : sql``;
  const behind = wanted.after === undefined ? sql`` : sql`and (recorded_at, resolution_id) < ${lastLine(of)}`;
  const first = sql`order by recorded_at desc, resolution_id desc limit ${sql.lit(most)}`;
  return sql`select resolution_id from (select distinct l.* from unnest(${sight.keys} || array(select search_key(name) from unnest(${sight.permissions}) name)) k (key) cross join lateral (
    select l.recorded_at, l.resolution_id from (select * from resolution_lines where key = k.key ${open} ${behind} order by recorded_at desc, resolution_id desc offset 0) l where ${isThere} ${first}) l) l ${first}`;
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

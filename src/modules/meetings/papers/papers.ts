import type { Selectable } from 'kysely';
import type { MeetingPapers } from '#database/tables.ts';
import { mayRead } from '#mechanisms/access/records.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Content, PaperKind, PaperState } from './contract.ts';

export type PaperRow = Omit<Selectable<MeetingPapers>, 'kind' | 'state'> & { kind: PaperKind; state: PaperState };

/** The papers the asker may see: what they write or were sent, all for the office and the leaders. */
export const papersFor = (ctx: Pick<Reading, 'db' | 'actor'>) => ctx.db.selectFrom('meetingPapers as w').innerJoin('records', 'records.id', 'w.id').where(mayRead(ctx));

/** The paper, held until the transaction ends. */
export const lockPaper = async (ctx: Ctx<any>, id: string) => (await papersFor(ctx).selectAll('w').where('w.id', '=', id).forNoKeyUpdate('w').executeTakeFirstOrThrow(notFound)) as unknown as PaperRow;

export const paperRow = async (ctx: Pick<Reading, 'db' | 'actor'>, id: string) => (await papersFor(ctx).selectAll('w').where('w.id', '=', id).executeTakeFirstOrThrow(notFound)) as unknown as PaperRow;

/** The minute-taker, whoever stands in for them, and the office; of reports the office alone. */
export const writesPaper = async ({ db, actor }: Pick<Reading, 'db' | 'actor'>, { meetingId }: Pick<PaperRow, 'meetingId'>) => {
  if (actor.permissions.has('meetings.manage')) return true;
  if (!meetingId) return false;
  const { minuteTakerId } = await db.selectFrom('meetings').select('minuteTakerId').where('id', '=', meetingId).executeTakeFirstOrThrow();
  return actor.keys.includes(minuteTakerId);
};

export const contentOf = async ({ db }: Pick<Reading, 'db'>, paperId: string, version: number): Promise<Content> =>
  db.selectFrom('meetingPaperVersions').select(['title', 'body', 'attending', 'absent', 'observing']).where('paperId', '=', paperId).where('version', '=', version).executeTakeFirstOrThrow(notFound);

type NewPaper = { kind: PaperKind; readers: readonly string[]; madeBy: string | null } & Partial<Pick<PaperRow, 'meetingId' | 'corrects' | 'why' | 'departments' | 'coversFrom' | 'coversTo'>>;

export const recordKindOf = (kind: PaperKind) => (kind === 'minutes' || kind === 'note' ? 'minutes' : 'meeting-report');

/** A paper enters the house with its first version. */
export const openPaper = async (ctx: Ctx<any> | Working, { readers, ...paper }: NewPaper, content: Content) => {
  const id = newId();
  await ctx.db.insertInto('records').values({ id, kind: recordKindOf(paper.kind), title: content.title, allPermission: 'meetings.read_all', clearance: 0, readers: [...readers], at: ctx.now }).execute();
  await ctx.db.insertInto('meetingPapers').values({ ...paper, id, title: content.title, state: 'draft', madeAt: ctx.now }).execute();
  await ctx.db.insertInto('meetingPaperVersions').values({ ...content, paperId: id, version: 1, at: ctx.now, by: paper.madeBy }).execute();
  tellSearch(ctx, { id, number: null }, content);
  return id;
};

/** A new version behind the newest; the same text makes none. Answers the newest number. */
export const keepVersion = async (ctx: Ctx<any> | Working, paper: Pick<PaperRow, 'id' | 'version' | 'number'>, content: Content, by: string | null) => {
  const last = await contentOf(ctx, paper.id, paper.version);
  if ((Object.keys(last) as (keyof Content)[]).every((field) => last[field] === content[field])) return paper.version;
  const version = paper.version + 1;
  await ctx.db.insertInto('meetingPaperVersions').values({ ...content, paperId: paper.id, version, at: ctx.now, by }).execute();
  await ctx.db.updateTable('meetingPapers').set({ version, title: content.title }).where('id', '=', paper.id).execute();
  await ctx.db.updateTable('records').set({ title: content.title }).where('id', '=', paper.id).execute();
  tellSearch(ctx, paper, content);
  return version;
};

/** The words by which search finds it. */
export const tellSearch = (ctx: Pick<Ctx<any> | Working, 'tell'>, { id, number }: Pick<PaperRow, 'id' | 'number'>, { title, body, attending, observing }: Content) =>
  ctx.tell('search.record_changed', { recordId: id, title, number: number ?? '', body: [body, attending, observing].filter(Boolean).join('\n') });

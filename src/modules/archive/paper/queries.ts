import { sql } from 'kysely';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { visibleTo } from '../items.ts';
import { departmentsCoded } from '../retention/codes.ts';
import { numberWritten } from '../rules.ts';
import type { Paper, paper as contract } from './contract.ts';
import { type Place, placeOf, readScanName, type Said, secrecyOf, whyNotImportPaper, whyNotScan } from './rules.ts';
import { paperForm } from './sheets.ts';
import { isEntering, itemAt } from './standing.ts';

export const queries: Queries<Omit<typeof contract, 'bringPaper' | 'importPaper' | 'addScan'>> = {
  async paperForm(ctx) {
    const departments = (await departmentsCoded(ctx)).filter(({ closedAt, kept }) => kept || closedAt === null);
    return paperForm({ fonds: await setting<string>(ctx, 'archive.fonds'), year: Number(dayOf(ctx.now).slice(0, 4)) - 1, departments });
  },

  papers: async (ctx) => ({ papers: (await papersOf(ctx).orderBy('k.askedAt', 'desc').orderBy('k.id', 'desc').limit(50).execute()) as Paper[] }),

  async onePaper(ctx, { params: { paperId } }) {
    const row = (await papersOf(ctx).where('k.id', '=', paperId).executeTakeFirstOrThrow(notFound)) as Paper;
    const { scanned, unscanned } = await visibleTo(ctx).select([sql<number>`(count(*) filter (where ${hasScan}))::int`.as('scanned'), sql<number>`(count(*) filter (where i.secrecy = 0 and i.destroyed_at is null and not ${hasScan}))::int`.as('unscanned')]).where('i.paperId', '=', paperId).executeTakeFirstOrThrow();
    return { ...row, scanned, unscanned, whyNot: { importPaper: whyNotImportPaper({ ...row, running: await isEntering(ctx) }) as string[] } };
  },

  async paperLines({ db }, { params: { paperId }, query: { faulty, after, most } }) {
    const rows = await db.selectFrom('archivePaperLines').select(['line', 'said', 'faults']).where('paperId', '=', paperId).where('item', faulty ? 'is' : 'is not', null).where('line', '>', after).orderBy('line').limit(most + 1).execute();
    const fonds = await setting<string>({ db }, 'archive.fonds');
    const lines = rows.slice(0, most).map(({ line, said, faults }) => shown(line, said as unknown as Said, faults, fonds));
    return { lines, next: rows.length > most ? lines.at(-1)!.line : null };
  },

  async unscanned(ctx, { params: { paperId }, query: { after, most } }) {
    const rows = await visibleTo(ctx).select(['i.id', 'i.number', 'i.title']).where('i.paperId', '=', paperId).where('i.secrecy', '=', 0).where('i.destroyedAt', 'is', null).where('i.number', '>', after).where(sql<boolean>`not ${hasScan}`).orderBy('i.number').limit(most + 1).execute();
    const items = rows.slice(0, most);
    return { items, next: rows.length > most ? items.at(-1)!.number : null };
  },

  async scanFor(ctx, { query: { name } }) {
    const read = readScanName(name);
    const item = read && (await itemAt(ctx, read.place));
    return { number: item?.number ?? '', whyNot: whyNotScan({ read: read !== undefined, item }) as string[] };
  },
};

const hasScan = sql<boolean>`exists (select from archive_files f where f.item_id = i.id)`;

const papersOf = ({ db }: Pick<Reading, 'db'>) =>
  db.selectFrom('archivePapers as k').innerJoin('people as p', 'p.id', 'k.askedBy').select(['k.id', 'k.askedAt', 'k.name', 'k.state', 'k.total', 'k.good', 'k.entered', 'k.finishedAt', 'k.why', sql<Paper['askedBy']>`as_person(p.id, p.name)`.as('askedBy')]);

const shown = (line: number, said: Said, faults: string[], fonds: string) => {
  const place = placeOf(said, fonds);
  const isWhole = place.year !== undefined && place.retention !== undefined && place.seq !== undefined;
  return { line, number: isWhole ? numberWritten(place as Place) : said.number, docNumber: said.docNumber, author: said.author, title: said.title, stub: (secrecyOf(said.secrecy)?.secrecy ?? 0) > 0, faults };
};

import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { layouts, Moved, Person, reason, text, WhyNot } from '../nouns.ts';

const word = text(20).min(1);
const Series = z.object({ word, name: z.string(), layout: z.enum(layouts), closed: z.boolean(), next: z.int() });
const year = z.coerce.number().int().min(1949).max(9999);

export const NumberLine = z.object({
  number: z.string(),
  series: z.string(),
  year: z.int(),
  seq: z.int(),
  state: z.enum(['taken', 'reserved', 'void', 'missing']),
  document: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  why: z.string(),
  at: instant.nullable(),
  by: Person.nullable(),
  whyNot: WhyNot,
});

/** 发文字号: running in each series and year; reserved, void and filled numbers stay in the book (OUT-3). */
export const numbers = {
  series: endpoint({ path: 'GET /outgoing/series', permission: 'outgoing.read', returns: z.object({ series: z.array(Series) }) }),
  addSeries: endpoint({ path: 'POST /outgoing/series', permission: 'outgoing.check', body: z.object({ word: text(20).regex(/^[\p{Script=Han}A-Za-z]{1,20}$/u), name: text(60).min(1), layout: z.enum(layouts) }), returns: z.object({ word: z.string() }), refuses: ['outgoing.series_there_already'] }),
  changeSeries: endpoint({ path: 'PATCH /outgoing/series/:word', permission: 'outgoing.check', body: z.object({ name: text(60).min(1).optional(), closed: z.boolean().optional() }), returns: z.object({ word: z.string() }), refuses: ['outgoing.series_unknown'] }),
  number: endpoint({
    path: 'POST /outgoing/:documentId/number',
    permission: 'outgoing.check',
    /** `reserved`: the number of this series and year that was kept for it. */
    body: z.object({ series: word, reserved: z.object({ year: z.int(), seq: z.int().min(1) }).nullable().default(null) }),
    returns: Moved.extend({ number: z.string() }),
    refuses: ['outgoing.numbered_already', 'outgoing.not_checked_yet', 'outgoing.series_unknown', 'outgoing.number_not_reserved'],
  }),
  reserve: endpoint({ path: 'POST /outgoing/numbers', permission: 'outgoing.check', body: z.object({ series: word, why: reason }), returns: z.object({ number: z.string(), year: z.int(), seq: z.int() }), refuses: ['outgoing.series_unknown'] }),
  voidNumber: endpoint({
    path: 'POST /outgoing/numbers/void',
    permission: 'outgoing.check',
    body: z.object({ series: word, year: z.int(), seq: z.int().min(1), why: reason }),
    returns: z.object({ number: z.string() }),
    refuses: ['outgoing.number_unknown', 'outgoing.number_void_already', 'outgoing.sealed_already'],
  }),
  /** Every number of a series and year, what became of it, and whether one is missing. */
  report: endpoint({ path: 'GET /outgoing/numbers', permission: 'outgoing.read_all', query: z.object({ series: word, year, only: z.enum(['all', 'gaps']).default('all'), after: z.coerce.number().int().min(0).default(0) }), returns: z.object({ last: z.int(), numbers: z.array(NumberLine), next: z.int().nullable() }) }),
};

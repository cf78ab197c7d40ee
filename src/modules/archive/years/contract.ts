import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, reason, sourceNames, WhyNot, year } from '../nouns.ts';

const Counts = z.object({ finished: z.int(), archived: z.int(), excluded: z.int(), waiting: z.int(), open: z.int() });
export type Counts = z.infer<typeof Counts>;

const Closing = z.object({ at: instant, by: Person, archived: z.int(), excluded: z.int(), open: z.int(), reopenedAt: instant.nullable(), reopenedBy: Person.nullable(), reopenedWhy: z.string() });

const wanted = z.object({ year: z.int().min(1949).max(9999) });

/** 年度归档: the archive proves that it is complete. */
export const years = {
  completeness: endpoint({
    path: 'GET /archive/years',
    permission: 'archive.read_all',
    query: z.object({ year }),
    returns: z.object({ year: z.int(), counts: Counts, sources: z.array(Counts.extend({ source: z.enum(sourceNames) })), closings: z.array(Closing), whyNot: WhyNot }),
  }),
  closeYear: endpoint({ path: 'POST /archive/years', permission: 'archive.manage', body: wanted, returns: z.object({ year: z.int() }), refuses: ['archive.year_closed', 'archive.year_not_over', 'archive.not_accounted_for', 'archive.classified_waits'] }),
  reopenYear: endpoint({ path: 'POST /archive/years/reopening', permission: 'archive.manage', body: wanted.extend({ reason }), returns: z.object({ year: z.int() }), refuses: ['archive.year_not_closed'] }),
};

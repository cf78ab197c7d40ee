import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Done, most, Person, WhyNot } from '../nouns.ts';
import { Content, paperStates } from '../papers/contract.ts';

export const reportKinds = ['weekly', 'monthly'] as const;

export const ReportLine = z.object({ id: z.uuid(), kind: z.enum(reportKinds), title: z.string(), state: z.enum(paperStates), coversFrom: day, coversTo: day, madeAt: instant, finalAt: instant.nullable() });
export type ReportLine = z.infer<typeof ReportLine>;

export const WholeReport = ReportLine.extend({ content: Content, version: z.int(), finalBy: Person.nullable(), whyNot: WhyNot });
export type WholeReport = z.infer<typeof WholeReport>;

export const reportsShown = ['all', ...reportKinds] as const;

/** 每周情况、每月报告 (MTG-9): made by themselves from the ledger, put right by the office, read by whoever they are for. */
export const reports = {
  reports: endpoint({ path: 'GET /meeting-reports', permission: 'meetings.read_all', query: z.object({ show: z.enum(reportsShown).default('all'), after: z.uuid().optional(), most }), returns: z.object({ reports: z.array(ReportLine), next: z.uuid().nullable() }) }),
  report: endpoint({ path: 'GET /meeting-reports/:paperId', permission: 'meetings.read_all', returns: WholeReport }),
  readReport: endpoint({ path: 'POST /meeting-reports/:paperId/reading', permission: 'meetings.read_all', body: z.object({}), returns: Done, refuses: ['meetings.nothing_to_read'] }),
  /** Not changed any more, and told to whoever it is for. */
  finishReport: endpoint({ path: 'POST /meeting-reports/:paperId/finishing', permission: 'meetings.manage', body: z.object({}), returns: Done, refuses: ['meetings.paper_final'] }),
};

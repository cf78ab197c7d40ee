import { z } from 'zod';
import { Attached } from '#mechanisms/files/contract.ts';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Done, files, kinds, most, Person, reason, Resolution, text, WhyNot } from '../nouns.ts';

export const resolutionsShown = ['open', 'late', 'mine', 'all'] as const;
const show = z.enum(resolutionsShown).default('open');
/** Only what this person carries out. */
const ownerId = z.uuid().optional();

/** 决议台账 (MTG-9): what was written down at the meeting with whose it is and until when, followed until the office has checked it. */
export const resolutions = {
  resolutions: endpoint({ path: 'GET /resolutions', permission: 'meetings.take_part', query: z.object({ show, ownerId, /** Of meetings of this kind: what is carried over to the next. */ kind: z.enum(kinds).optional(), after: z.uuid().optional(), most }), returns: z.object({ resolutions: z.array(Resolution), next: z.uuid().nullable() }) }),
  resolution: endpoint({
    path: 'GET /resolutions/:resolutionId',
    permission: 'meetings.take_part',
    returns: Resolution.extend({
      assisting: z.array(Person),
      meeting: z.object({ id: z.uuid(), title: z.string(), startsAt: instant }),
      topic: z.object({ id: z.uuid(), title: z.string(), secrecy: z.int() }),
      recordedAt: instant,
      closedAt: instant.nullable(),
      closedWhy: z.string(),
      reports: z.array(z.object({ at: instant, by: Person, text: z.string(), finished: z.boolean() })),
      deferralsAsked: z.array(z.object({ at: instant, by: Person, until: day, why: z.string(), granted: z.boolean().nullable(), reason: z.string() })),
      files: z.array(Attached),
      whyNot: WhyNot,
    }),
  }),
  /** 决议台账, as it is shown: for a spreadsheet, or printed across a landscape sheet. */
  ledger: endpoint({ path: 'GET /resolution-ledger', permission: 'meetings.take_part', query: z.object({ show, ownerId, as: z.enum(['xlsx', 'pdf']).default('xlsx') }), returns: file, refuses: ['meetings.too_many_lines'] }),
  reportProgress: endpoint({ path: 'POST /resolutions/:resolutionId/reports', permission: 'meetings.take_part', body: z.object({ text: text(4000).min(1), finished: z.boolean(), files }), returns: Done, refuses: ['meetings.not_your_resolution', 'meetings.resolution_closed', 'meetings.being_checked', 'meetings.file_unknown'] }),
  askDeferral: endpoint({ path: 'POST /resolutions/:resolutionId/deferrals', permission: 'meetings.take_part', body: z.object({ until: day, why: reason }), returns: Done, refuses: ['meetings.not_your_resolution', 'meetings.resolution_closed', 'meetings.being_checked', 'meetings.deferral_waits', 'meetings.until_not_later'] }),
  decideDeferral: endpoint({ path: 'POST /resolutions/:resolutionId/deferrals/decision', permission: 'meetings.manage', body: z.object({ granted: z.boolean(), reason: text(500).default('') }), returns: Done, refuses: ['meetings.no_deferral', 'meetings.why_refused'] }),
  sendBack: endpoint({ path: 'POST /resolutions/:resolutionId/return', permission: 'meetings.manage', body: z.object({ reason }), returns: Done, refuses: ['meetings.not_reported'] }),
  /** 销号: checked by the office; what is not carried out any more says why. */
  closeResolution: endpoint({ path: 'POST /resolutions/:resolutionId/closing', permission: 'meetings.manage', body: z.object({ outcome: z.enum(['done', 'dropped']), why: text(1000).default('') }), returns: Done, refuses: ['meetings.resolution_closed', 'meetings.not_reported', 'meetings.why_dropped'] }),
  urgeResolution: endpoint({ path: 'POST /resolutions/:resolutionId/urges', permission: 'meetings.manage', body: z.object({}), returns: Done, refuses: ['meetings.resolution_closed', 'meetings.being_checked', 'meetings.urged_just_now'] }),
};

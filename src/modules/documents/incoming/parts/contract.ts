import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { outcomes, reason } from '../nouns.ts';

const PartMoved = z.object({ id: z.uuid(), documentId: z.uuid(), documentDone: z.boolean() });
const path = 'POST /incoming/parts/:partId' as const;

/** 承办: a department signs for its part, assigns it, gives its opinion, closes it (IN-3, IN-4, IN-5). */
export const parts = {
  signFor: endpoint({ path: `${path}/signature`, permission: 'incoming.handle', body: z.object({}), returns: PartMoved, refuses: ['incoming.not_your_department', 'incoming.part_ended', 'incoming.already_signed'] }),
  assign: endpoint({
    path: `${path}/assignment`,
    permission: 'incoming.handle',
    /** Who is responsible, and who helps; whoever is not named any more is not asked any more. */
    body: z.object({ personId: z.uuid(), helpers: z.array(z.uuid()).max(20).default([]), note: z.string().trim().max(500).default('') }),
    returns: PartMoved,
    refuses: ['incoming.not_your_department', 'incoming.part_ended', 'incoming.not_signed', 'incoming.not_of_the_department', 'incoming.assigned_twice'],
  }),
  report: endpoint({
    path: `${path}/report`,
    permission: 'incoming.read',
    body: z.object({ text: reason, files: z.array(z.uuid()).max(20).default([]) }),
    returns: PartMoved,
    refuses: ['incoming.not_assigned_to_you', 'incoming.part_ended', 'incoming.file_unknown'],
  }),
  giveOpinion: endpoint({
    path: `${path}/opinion`,
    permission: 'incoming.handle',
    body: z.object({ text: reason }),
    returns: PartMoved,
    refuses: ['incoming.not_your_department', 'incoming.part_ended', 'incoming.not_signed'],
  }),
  closePart: endpoint({
    path: `${path}/closure`,
    permission: 'incoming.handle',
    body: z.object({ outcome: z.enum(outcomes), result: reason, files: z.array(z.uuid()).max(20).default([]) }),
    returns: PartMoved,
    refuses: ['incoming.not_your_department', 'incoming.part_ended', 'incoming.not_signed', 'incoming.opinion_missing', 'incoming.file_unknown'],
  }),
  returnPart: endpoint({
    path: `${path}/return`,
    permission: 'incoming.handle',
    body: z.object({ reason }),
    returns: PartMoved,
    refuses: ['incoming.not_your_department', 'incoming.part_ended'],
  }),
  withdrawPart: endpoint({
    path: `${path}/withdrawal`,
    permission: 'incoming.dispatch',
    body: z.object({ reason }),
    returns: PartMoved,
    refuses: ['incoming.part_ended', 'incoming.already_ended', 'incoming.lead_stays'],
  }),
  makeLead: endpoint({
    path: `${path}/lead`,
    permission: 'incoming.dispatch',
    body: z.object({ reason }),
    returns: PartMoved,
    refuses: ['incoming.part_ended', 'incoming.already_ended', 'incoming.already_lead'],
  }),
};

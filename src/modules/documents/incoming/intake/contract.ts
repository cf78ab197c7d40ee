import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { attachmentRoles, Checks, handlings, kinds, Moved, reason, secrecy, text, urgency } from '../nouns.ts';

export const Sender = z.object({ id: z.uuid(), name: z.string(), phone: z.string(), email: z.string(), word: z.string(), times: z.int() });

const Facts = z.object({
  sender: text(200).min(1),
  senderNumber: text(100).default(''),
  /** Empty for a stub: the title of a classified document is classified too. */
  title: text(500).default(''),
  writtenOn: day.nullable().default(null),
  kind: z.enum(kinds).default('其他'),
  secrecy: secrecy.default(0),
  secrecyPeriod: text(40).default(''),
  urgency: urgency.default(0),
  copies: z.int().min(1).max(10_000).default(1),
  copyNumbers: text(200).default(''),
  pages: z.int().min(0).max(100_000).default(1),
  attachments: z.int().min(0).max(1000).default(0),
  handling: z.enum(handlings).default('action'),
  respondBy: instant.nullable().default(null),
  remark: text(1000).default(''),
});

export const NewDocument = Facts.extend({
  receivedAt: instant.optional(),
  deliveredBy: text(100).default(''),
  checks: Checks.default({}),
  /** Where the original lies: with the clerk who registers it when empty. */
  paperPlace: text(200).default(''),
  files: z.array(z.object({ fileId: z.uuid(), role: z.enum(attachmentRoles).default('original') })).max(50).default([]),
});

export const Correction = Facts.partial().omit({ secrecy: true, secrecyPeriod: true }).extend({ why: reason });

export type NewDocument = z.infer<typeof NewDocument>;
export type Correction = z.infer<typeof Correction>;

export const intake = {
  senders: endpoint({
    path: 'GET /incoming/senders',
    permission: 'incoming.register',
    query: z.object({ q: z.string().max(100).default('') }),
    returns: z.object({ senders: z.array(Sender) }),
  }),
  changeSender: endpoint({
    path: 'PUT /incoming/senders/:senderId',
    permission: 'incoming.register',
    body: z.object({ phone: text(50), email: text(200) }),
    returns: Sender,
  }),
  twins: endpoint({
    path: 'GET /incoming/twins',
    permission: 'incoming.register',
    query: z.object({ sender: z.string().max(200).default(''), senderNumber: z.string().min(1).max(100) }),
    returns: z.object({ twins: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), receivedAt: instant, sender: z.string() })) }),
  }),
  register: endpoint({
    path: 'POST /incoming',
    permission: 'incoming.register',
    body: NewDocument,
    returns: Moved.extend({ number: z.string(), paperCode: z.string(), dueAt: instant.nullable() }),
    refuses: [
      'incoming.no_title', 'incoming.stub_has_no_text', 'incoming.stub_has_no_files', 'incoming.stub_needs_a_place', 'incoming.received_in_future',
      'incoming.written_after_received', 'incoming.respond_by_past', 'incoming.file_unknown', 'incoming.text_is_classified',
    ],
  }),
  correct: endpoint({
    path: 'PATCH /incoming/:documentId',
    permission: 'incoming.register',
    body: Correction,
    returns: Moved,
    refuses: ['incoming.already_ended', 'incoming.stub_has_no_text', 'incoming.no_title', 'incoming.respond_by_past', 'incoming.handling_has_begun'],
  }),
  attach: endpoint({
    path: 'POST /incoming/:documentId/files',
    permission: 'incoming.read',
    body: z.object({ fileId: z.uuid(), role: z.enum(attachmentRoles) }),
    returns: Moved,
    refuses: ['incoming.stub_has_no_files', 'incoming.file_unknown', 'incoming.not_yours', 'incoming.text_is_classified'],
  }),
  receipt: endpoint({ path: 'GET /incoming/:documentId/receipt', permission: 'incoming.register', returns: file }),
  label: endpoint({ path: 'GET /incoming/:documentId/label', permission: 'incoming.register', returns: file }),
};

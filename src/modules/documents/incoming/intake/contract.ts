import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { attachmentRoles, Checks, handlings, kinds, Moved, reason, secrecy, states, text, urgency } from '../nouns.ts';

const fact = {
  sender: text(200).min(1),
  senderNumber: text(100),
  title: text(500),
  writtenOn: day.nullable(),
  kind: z.enum(kinds),
  urgency,
  copies: z.int().min(1).max(10_000),
  copyNumbers: text(200),
  pages: z.int().min(0).max(100_000),
  attachments: z.int().min(0).max(1000),
  respondBy: instant.nullable(),
  remark: text(1000),
  receivedAt: instant,
  deliveredBy: text(100),
  checks: Checks,
};

export const NewDocument = z.object({
  sender: fact.sender,
  senderNumber: fact.senderNumber.default(''),
  /** Empty for a stub: the title of a classified document is classified too. */
  title: fact.title.default(''),
  writtenOn: fact.writtenOn.default(null),
  kind: fact.kind.default('其他'),
  secrecy: secrecy.default(0),
  secrecyPeriod: text(40).default(''),
  urgency: fact.urgency.default(0),
  copies: fact.copies.default(1),
  copyNumbers: fact.copyNumbers.default(''),
  pages: fact.pages.default(1),
  attachments: fact.attachments.default(0),
  handling: z.enum(handlings).default('action'),
  respondBy: fact.respondBy.default(null),
  remark: fact.remark.default(''),
  /** The moment of signing for it; now when left out. Its clocks count from the registration. */
  receivedAt: fact.receivedAt.optional(),
  deliveredBy: fact.deliveredBy.default(''),
  checks: fact.checks.default({}),
  /** It comes again: the line under which it was sent back. */
  previousId: z.uuid().optional(),
  /** Where the original lies: with the clerk who registers it when empty. */
  paperPlace: text(200).default(''),
  files: z.array(z.object({ fileId: z.uuid(), role: z.enum(attachmentRoles).default('original') })).max(50).default([]),
});

/** Only what is named changes: a default here would overwrite what nobody wanted to correct. */
export const Correction = z.object(fact).partial().extend({ handling: z.enum(handlings).optional(), why: reason });

export type NewDocument = z.infer<typeof NewDocument>;
export type Correction = z.infer<typeof Correction>;

export const intake = {
  twins: endpoint({
    path: 'GET /incoming/twins',
    permission: 'incoming.register',
    query: z.object({ sender: z.string().max(200).default(''), senderNumber: z.string().min(1).max(100) }),
    returns: z.object({ twins: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), receivedAt: instant, sender: z.string(), state: z.enum(states) })) }),
  }),
  register: endpoint({
    path: 'POST /incoming',
    permission: 'incoming.register',
    body: NewDocument,
    returns: Moved.extend({ number: z.string(), paperCode: z.string(), dueAt: instant.nullable() }),
    refuses: [
      'incoming.no_title', 'incoming.stub_has_no_text', 'incoming.stub_has_no_files', 'incoming.stub_needs_a_place', 'incoming.received_in_future',
      'incoming.written_after_received', 'incoming.respond_by_past', 'incoming.file_unknown', 'incoming.text_is_classified', 'incoming.not_sent_back', 'incoming.office_has_no_director',
    ],
  }),
  correct: endpoint({
    path: 'PATCH /incoming/:documentId',
    permission: 'incoming.register',
    body: Correction,
    returns: Moved,
    refuses: ['incoming.already_ended', 'incoming.stub_has_no_text', 'incoming.no_title', 'incoming.respond_by_past', 'incoming.received_in_future', 'incoming.written_after_received', 'incoming.office_has_no_director', 'incoming.stub_stays_on_paper', 'incoming.handling_has_begun'],
  }),
  /** 阅件 becomes 办件 or the other way, as long as no department has it. */
  convert: endpoint({
    path: 'POST /incoming/:documentId/handling',
    permission: 'incoming.register',
    body: z.object({ handling: z.enum(handlings), reason }),
    returns: Moved,
    refuses: ['incoming.already_ended', 'incoming.stub_stays_on_paper', 'incoming.handling_has_begun', 'incoming.handling_is_so', 'incoming.office_has_no_director'],
  }),
  /** 作废: registered by mistake. The number stays in the book and is given to nothing else. */
  voidLine: endpoint({
    path: 'POST /incoming/:documentId/voiding',
    permission: 'incoming.register',
    body: z.object({ reason }),
    returns: Moved,
    refuses: ['incoming.already_ended', 'incoming.handling_has_begun'],
  }),
  /** It turns out to be 秘密 or above: from now on a stub; its text and files leave the system at once. */
  classify: endpoint({
    path: 'POST /incoming/:documentId/classification',
    permission: 'incoming.register',
    body: z.object({ secrecy: z.int().min(1).max(3), secrecyPeriod: text(40).default(''), paperPlace: text(200).min(1) }),
    returns: Moved,
  }),
  attach: endpoint({
    path: 'POST /incoming/:documentId/files',
    permission: 'incoming.read',
    body: z.object({ fileId: z.uuid(), role: z.enum(attachmentRoles) }),
    returns: Moved,
    refuses: ['incoming.stub_has_no_files', 'incoming.file_unknown', 'incoming.not_yours', 'incoming.text_is_classified', 'files.record_destroyed'],
  }),
  receipt: endpoint({ path: 'GET /incoming/:documentId/receipt', permission: 'incoming.register', returns: file }),
  label: endpoint({ path: 'GET /incoming/:documentId/label', permission: 'incoming.register', returns: file }),
};

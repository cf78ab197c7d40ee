import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { reason, text } from '../nouns.ts';

const Asked = z.object({ id: z.uuid(), documentId: z.uuid() });

/** Damaged or missing pages (IN-2). */
export const replacements = {
  askForPages: endpoint({
    path: 'POST /incoming/:documentId/replacements',
    permission: 'incoming.register',
    body: z.object({
      what: z.enum(['damaged', 'missing']),
      details: reason,
      waits: z.boolean(),
      how: z.enum(['mail', 'phone']),
      /** The address or the phone number. */
      contact: text(200).min(1),
      said: text(1000).default(''),
    }),
    returns: Asked,
    refuses: ['incoming.already_ended', 'incoming.stub_stays_on_paper', 'incoming.pages_already_asked', 'incoming.not_an_address'],
  }),
  settlePages: endpoint({
    path: 'POST /incoming/replacements/:replacementId/settlement',
    permission: 'incoming.register',
    /** `complete` false: some pages are here, others are still waited for. */
    body: z.object({ how: reason, files: z.array(z.uuid()).max(50).default([]), complete: z.boolean().default(true) }),
    returns: Asked,
    refuses: ['incoming.pages_already_settled', 'incoming.stub_has_no_files', 'incoming.file_unknown'],
  }),
  /** The clerk says anew whether the document waits for the pages. */
  changeWaiting: endpoint({
    path: 'POST /incoming/replacements/:replacementId/waiting',
    permission: 'incoming.register',
    body: z.object({ waits: z.boolean(), reason }),
    returns: Asked,
    refuses: ['incoming.pages_already_settled', 'incoming.waiting_is_so'],
  }),
  replacementLetter: endpoint({ path: 'GET /incoming/replacements/:replacementId/letter', permission: 'incoming.register', returns: file }),
};

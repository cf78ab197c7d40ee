import { z } from 'zod';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

const most = z.coerce.number().int().min(1).max(100).default(30);

export const Message = z.object({
  id: z.uuid(),
  what: z.string(),
  params: z.record(z.string(), z.string()),
  recordId: z.uuid().nullable(),
  kind: z.string().nullable(),
  at: instant,
  readAt: instant.nullable(),
});

export const Mail = z.object({
  id: z.uuid(),
  at: instant,
  to: z.string(),
  toPerson: z.string().nullable(),
  cc: z.array(z.string()),
  /** Empty for whoever may not see the record it is about. */
  subject: z.string(),
  channel: z.string(),
  /** held: to be gathered with others within minutes; gathered: went with others in one mail. */
  state: z.enum(['waiting', 'held', 'gathered', 'sent', 'failed', 'no_address']),
  tries: z.int(),
  sentAt: instant.nullable(),
  error: z.string(),
});

const choices = z.array(z.object({ what: z.string(), zh: z.string(), en: z.string(), mail: z.boolean(), always: z.boolean() }));

export const notifications = {
  messages: endpoint({ path: 'GET /messages', permission: SIGNED_IN, query: z.object({ after: z.uuid().optional(), most }), returns: z.object({ messages: z.array(Message), next: z.uuid().nullable() }) }),
  unread: endpoint({ path: 'GET /messages/unread', permission: SIGNED_IN, returns: z.object({ unread: z.int() }) }),
  markRead: endpoint({ path: 'POST /messages/:messageId/reading', permission: SIGNED_IN, body: z.object({}), returns: z.object({ unread: z.int() }) }),
  markAllRead: endpoint({ path: 'POST /messages/reading', permission: SIGNED_IN, body: z.object({}), returns: z.object({ unread: z.int() }) }),
  /** Which kinds of notice the asker gets by mail as well. */
  choices: endpoint({ path: 'GET /messages/choices', permission: SIGNED_IN, returns: z.object({ choices }) }),
  choose: endpoint({ path: 'PUT /messages/choices', permission: SIGNED_IN, body: z.object({ what: z.string().max(80), mail: z.boolean() }), returns: z.object({ choices }), refuses: ['notifications.no_such_notice', 'notifications.always_mailed'] }),
  mails: endpoint({ path: 'GET /mails', permission: 'mails.read', query: z.object({ after: z.uuid().optional(), state: Mail.shape.state.optional(), most }), returns: z.object({ mails: z.array(Mail), next: z.uuid().nullable() }) }),
  recordMails: endpoint({ path: 'GET /records/:recordId/mails', permission: SIGNED_IN, returns: z.object({ mails: z.array(Mail) }) }),
  tryAgain: endpoint({ path: 'POST /mails/:mailId/retry', permission: 'mails.read', body: z.object({}), returns: z.object({ id: z.uuid() }), refuses: ['notifications.already_sent', 'notifications.no_address'] }),
};

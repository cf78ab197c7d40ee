import { api as approvals } from '#mechanisms/approvals/web/api.ts';
import { api as incoming } from '#modules/documents/incoming/web/api.ts';

/** Done from the inbox, one of several: fetched when somebody does it. */
export const markRead = (readingId: string, key: string) => incoming.markRead({ params: { readingId }, body: {} }, key);

export const approve = (signerId: string, key: string) => approvals.decide({ params: { signerId }, body: { decision: 'approved', batch: true } }, key);

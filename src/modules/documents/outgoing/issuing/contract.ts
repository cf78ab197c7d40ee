import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { day } from '#platform/time.ts';
import { Delivery, Moved, text, ways } from '../nouns.ts';

const Wanted = z.object({
  unit: text(200).min(1),
  departmentId: z.uuid().nullable().default(null),
  how: z.enum(ways),
  copies: z.int().min(0).max(10_000).default(0),
  copyNumbers: text(200).default(''),
});
export type Wanted = z.infer<typeof Wanted>;

const Handed = z.object({ id: z.uuid(), documentId: z.uuid() });

/** 印制、印发、分发 (OUT-3). */
export const issuing = {
  printed: endpoint({ path: 'POST /outgoing/:documentId/printing', permission: 'outgoing.check', body: z.object({ copies: z.int().min(1).max(10_000) }), returns: Moved, refuses: ['outgoing.not_numbered_yet', 'outgoing.fewer_than_given'] }),
  issue: endpoint({
    path: 'POST /outgoing/:documentId/issue',
    permission: 'outgoing.check',
    body: z.object({ issueDay: day.optional(), deliveries: z.array(Wanted).min(1).max(200) }),
    returns: Moved,
    refuses: ['outgoing.not_sealed_yet', 'outgoing.no_delivery', 'outgoing.delivery_twice', 'outgoing.more_than_printed', 'outgoing.department_unknown'],
  }),
  sendMore: endpoint({ path: 'POST /outgoing/:documentId/deliveries', permission: 'outgoing.check', body: Wanted, returns: Handed, refuses: ['outgoing.not_issued_yet', 'outgoing.delivery_twice', 'outgoing.more_than_printed', 'outgoing.department_unknown'] }),
  receive: endpoint({ path: 'POST /outgoing/deliveries/:deliveryId/receipt', permission: 'outgoing.read', body: z.object({}), returns: Handed, refuses: ['outgoing.not_your_department', 'outgoing.received_already'] }),
  collect: endpoint({
    path: 'POST /outgoing/deliveries/:deliveryId/collection',
    permission: 'outgoing.check',
    /** The signature as drawn on the screen: an SVG path of M, L and Q in a field of 300 × 120. */
    body: z.object({ collector: text(60).min(1), signature: z.string().max(20_000).regex(/^(M|[MLQ\d\s.,-])*$/).default('') }),
    returns: Handed,
    refuses: ['outgoing.not_on_paper', 'outgoing.received_already'],
  }),
  takeBack: endpoint({ path: 'POST /outgoing/deliveries/:deliveryId/return', permission: 'outgoing.check', body: z.object({}), returns: Handed, refuses: ['outgoing.not_collected', 'outgoing.returned_already'] }),
  deliveries: endpoint({
    path: 'GET /outgoing/deliveries',
    permission: 'outgoing.read_all',
    query: z.object({ q: z.string().trim().max(100).optional(), open: z.stringbool().optional(), after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(100).default(30) }),
    returns: z.object({ deliveries: z.array(Delivery.extend({ document: z.object({ id: z.uuid(), number: z.string(), title: z.string() }) })), next: z.uuid().nullable() }),
  }),
};

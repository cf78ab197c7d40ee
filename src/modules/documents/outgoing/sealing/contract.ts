import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { Moved, Person, reason, SealUse, text } from '../nouns.ts';

const Seal = z.object({ id: z.uuid(), name: z.string(), keeper: Person, picture: z.uuid().nullable(), width: z.int(), retired: z.boolean() });

/** Millimetres across. */
const width = z.int().min(10).max(60);
const pictureRefused = ['outgoing.file_unknown', 'outgoing.seal_not_png', 'outgoing.seal_too_large', 'outgoing.seal_not_clear', 'outgoing.seal_not_red'] as const;

/** 用印 and its register (OUT-3). */
export const sealing = {
  sealsThere: endpoint({ path: 'GET /seals', permission: 'outgoing.read', returns: z.object({ seals: z.array(Seal) }) }),
  addSeal: endpoint({ path: 'POST /seals', permission: 'outgoing.seals', kind: 'transfer', body: z.object({ name: text(60).min(1), keeperId: z.uuid(), picture: z.uuid().nullable().default(null), width: width.default(42) }), returns: z.object({ id: z.uuid() }), refuses: ['outgoing.seal_there_already', ...pictureRefused] }),
  changeSeal: endpoint({ path: 'PATCH /seals/:sealId', permission: 'outgoing.seals', kind: 'transfer', body: z.object({ keeperId: z.uuid().optional(), picture: z.uuid().nullable().optional(), width: width.optional(), retire: z.boolean().default(false) }), returns: z.object({ id: z.uuid() }), refuses: pictureRefused }),
  seal: endpoint({
    path: 'POST /outgoing/:documentId/seal',
    permission: 'outgoing.read',
    body: z.object({ sealId: z.uuid(), copies: z.int().min(1).max(10_000), reason: reason.optional(), witnessId: z.uuid().optional() }),
    returns: Moved,
    refuses: ['outgoing.not_signed_yet', 'outgoing.not_numbered_yet', 'outgoing.seal_unknown', 'outgoing.not_the_keeper', 'outgoing.witness_is_sealer'],
  }),
  sealUses: endpoint({
    path: 'GET /seal-uses',
    permission: 'outgoing.read_all',
    query: z.object({ sealId: z.uuid().optional(), after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(100).default(30) }),
    returns: z.object({ uses: z.array(SealUse.extend({ document: z.object({ id: z.uuid(), number: z.string(), title: z.string() }) })), next: z.uuid().nullable() }),
  }),
};

import { z } from 'zod';
import { bytes, file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

/** The paper of GB/T 9704-2012: any version as it will look, and the final PDF/A-2b and DOCX of what is sealed (OUT-2). */
export const papers = {
  paper: endpoint({
    path: 'GET /outgoing/:documentId/paper',
    permission: 'outgoing.read',
    /** A draft carries its watermark until it is issued. */
    query: z.object({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    returns: file,
    refuses: ['files.erased'],
  }),
  papersMade: endpoint({ path: 'GET /outgoing/:documentId/papers', permission: 'outgoing.read', returns: z.object({ papers: z.object({ state: z.enum(['waiting', 'ready', 'failed']), askedAt: instant, madeAt: instant.nullable(), why: z.string() }).nullable() }) }),
  makePapers: endpoint({ path: 'POST /outgoing/:documentId/papers', permission: 'outgoing.check', body: z.object({}), returns: z.object({ id: z.uuid() }), refuses: ['outgoing.not_sealed_yet'] }),
  /** Whether an uploaded PDF is what we signed. It is looked at and not kept. */
  verifyPaper: endpoint({
    path: 'POST /outgoing/paper-verification',
    permission: 'outgoing.read',
    kind: 'transfer',
    body: bytes,
    returns: z.object({
      state: z.enum(['none', 'ours', 'foreign', 'changed', 'unreadable']),
      signer: z.string(),
      reason: z.string(),
      at: instant.nullable(),
      document: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
    }),
    refuses: ['outgoing.not_a_pdf'],
  }),
};

import { z } from 'zod';
import { bytes, file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

// Of a path only its end is a name; what would turn its letters round or break its line is no part of one.
const tidy = (name: string) => name.replace(/^.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
const name = z.string().max(255).overwrite(tidy).min(1);
const most = 2 * 1024 ** 3;

export const Stored = z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.int(), sha256: z.string() });

export const Attached = Stored.extend({
  attachmentId: z.uuid(),
  role: z.string(),
  version: z.int(),
  attachedAt: instant,
  attachedBy: z.object({ id: z.uuid(), name: z.string() }),
  textState: z.enum(['waiting', 'read', 'unreadable', 'none']),
  textWhy: z.string(),
  erased: z.boolean(),
});
export type Attached = z.infer<typeof Attached>;

const Proposed = z.object({ value: z.string(), where: z.string() });
const Progress = z.object({ id: z.uuid(), received: z.int(), size: z.int() });

const unacceptable = ['files.not_what_it_says', 'files.page_of_the_web', 'files.program'] as const;

export const files = {
  upload: endpoint({ path: 'POST /files', permission: 'files.upload', kind: 'transfer', query: z.object({ name }), body: bytes, returns: Stored, refuses: ['files.empty', ...unacceptable] }),
  /** The fingerprint is any text that the sender would give the same file again; an unfinished upload of it goes on. */
  startUpload: endpoint({ path: 'POST /uploads', permission: 'files.upload', kind: 'transfer', body: z.object({ name, size: z.int().min(1).max(most), fingerprint: z.string().max(200).optional() }), returns: Progress, refuses: ['files.too_many_uploads', 'files.no_room'] }),
  uploaded: endpoint({ path: 'GET /uploads/:uploadId', permission: 'files.upload', returns: Progress }),
  sendPiece: endpoint({ path: 'PUT /uploads/:uploadId', permission: 'files.upload', kind: 'transfer', query: z.object({ offset: z.coerce.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/).optional() }), body: bytes, returns: Progress, refuses: ['files.wrong_offset', 'files.too_long', 'files.wrong_sum'] }),
  finishUpload: endpoint({ path: 'POST /uploads/:uploadId/completion', permission: 'files.upload', kind: 'transfer', returns: Stored, refuses: ['files.incomplete', ...unacceptable] }),

  content: endpoint({ path: 'GET /files/:fileId/content', permission: 'files.read', kind: 'transfer', returns: file, refuses: ['files.erased'] }),
  preview: endpoint({ path: 'GET /files/:fileId/preview', permission: 'files.read', kind: 'transfer', returns: file, refuses: ['files.erased', 'files.no_preview'] }),
  /** A picture, small, to stand in a list. */
  thumbnail: endpoint({ path: 'GET /files/:fileId/thumbnail', permission: 'files.read', kind: 'transfer', returns: file, refuses: ['files.erased', 'files.no_preview'] }),
  reading: endpoint({
    path: 'GET /files/:fileId/reading',
    permission: 'files.read',
    returns: z.object({
      state: z.enum(['waiting', 'read', 'unreadable', 'none']),
      why: z.string(),
      pages: z.int().nullable(),
      text: z.string(),
      /** Read from the text, for a person to confirm. */
      proposals: z.partialRecord(z.enum(['title', 'number', 'sender', 'date', 'kind', 'secrecy', 'secrecyPeriod', 'urgency', 'respondBy']), Proposed),
    }),
  }),
  ofRecord: endpoint({ path: 'GET /records/:recordId/files', permission: 'files.read', returns: z.object({ files: z.array(Attached) }) }),
};

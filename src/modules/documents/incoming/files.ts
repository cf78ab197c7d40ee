import { secrecyOf } from '#mechanisms/reading/marks.ts';
import { attach, usable } from '#mechanisms/files/files.ts';
import type { Ctx } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import type { DocumentRow } from './documents.ts';

/** Files become part of a document. A stub takes none, and what is marked as classified is refused wherever it comes from. */
export const attachAll = async (ctx: Ctx<any>, document: Pick<DocumentRow, 'id' | 'secrecy'>, files: readonly { fileId: string; role: string }[]) => {
  if (!files.length) return;
  if (document.secrecy > 0) throw refused(['incoming.stub_has_no_files']);
  for (const { fileId, role } of files) {
    const file = await usable(ctx, fileId);
    if (!file) throw refused(['incoming.file_unknown']);
    if (await isMarked(ctx, file.sha256)) throw refused(['incoming.text_is_classified']);
    await attach(ctx, { fileId, recordId: document.id, role });
  }
};

const isMarked = async ({ db }: Ctx<any>, sha256: string) => {
  const { text } = await db.selectFrom('blobs').select('text').where('sha256', '=', sha256).executeTakeFirstOrThrow();
  return text !== null && secrecyOf(text) !== undefined;
};

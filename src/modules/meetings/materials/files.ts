import { attach, usable } from '#mechanisms/files/files.ts';
import { isMarkedName, secrecyOf } from '#mechanisms/reading/marks.ts';
import type { Ctx } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';

/** Files become part of a material; what is marked 秘密 or above, by its name or its text, comes in by no way. */
export const attachAll = async (ctx: Ctx<any>, recordId: string, files: readonly string[]) => {
  for (const fileId of files) {
    const file = await usable(ctx, fileId);
    if (!file) throw refused(['meetings.file_unknown']);
    const { text } = await ctx.db.selectFrom('blobs').select('text').where('sha256', '=', file.sha256).executeTakeFirstOrThrow();
    if (isMarkedName(file.name) || (text !== null && secrecyOf(text) !== undefined)) throw refused(['meetings.text_is_classified']);
    await attach(ctx, { fileId, recordId, role: 'material' });
  }
};

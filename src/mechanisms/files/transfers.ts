import { sql } from 'kysely';
import sharp from 'sharp';
import { newId } from '#platform/ids.ts';
import type { Ctx, FileAnswer, Moves, Transfer } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { files as contract } from './contract.ts';
import { fileOf } from './files.ts';
import { append, complete, pathOf, put, read } from './store.ts';
import { isWhatItSays, sniff } from './types.ts';

export const transfers: Moves<typeof contract> = {
  async upload(ctx, { query, body }) {
    if (!body.length) ctx.refuse('files.empty');
    return keep(ctx, { name: query.name, sha256: await put(body), size: body.length });
  },

  /** Pieces come in order; a piece that was lost on the way is asked for again by its offset. */
  async sendPiece(ctx, { params, query, body }) {
    const upload = await uploadOf(ctx, params.uploadId);
    if (query.offset !== Number(upload.received)) ctx.refuse('files.wrong_offset');
    if (query.offset + body.length > Number(upload.size)) ctx.refuse('files.too_long');
    await append(upload.id, query.offset, body);
    const received = query.offset + body.length;
    await ctx.db.updateTable('uploads').set({ received, touchedAt: ctx.now }).where('id', '=', upload.id).where('received', '=', upload.received).execute();
    return { id: upload.id, received, size: Number(upload.size) };
  },

  async finishUpload(ctx, { params }) {
    const upload = await uploadOf(ctx, params.uploadId);
    if (Number(upload.received) !== Number(upload.size)) ctx.refuse('files.incomplete');
    const kept = await complete(upload.id);
    return keep(ctx, { name: upload.name, ...kept }, upload.id);
  },

  async content(ctx, { params }): Promise<FileAnswer> {
    const file = await fileOf(ctx, params.fileId);
    if (file.erasedAt) ctx.refuse('files.erased');
    return { name: file.name, type: file.type, content: read(file.sha256) };
  },

  /** A PDF as it is, a picture made anew at the size of a screen; nothing else is shown. */
  async preview(ctx, { params }): Promise<FileAnswer> {
    const file = await fileOf(ctx, params.fileId);
    if (file.erasedAt) ctx.refuse('files.erased');
    if (file.type === 'application/pdf') return { name: file.name, type: file.type, content: read(file.sha256), inline: true };
    if (!file.type.startsWith('image/')) ctx.refuse('files.no_preview');
    const picture = await sharp(pathOf(file.sha256), { limitInputPixels: 100_000_000, failOn: 'error' }).rotate().resize(1600, 1600, { fit: 'inside', withoutEnlargement: true }).webp().toBuffer().catch(() => undefined);
    if (!picture) ctx.refuse('files.no_preview');
    return { name: `${file.name}.webp`, type: 'image/webp', content: picture!, inline: true };
  },
};

interface Kept {
  name: string;
  sha256: string;
  size: number;
}

/** The bytes are on disk; now their rows. A page of the web in any disguise is refused: it could run in somebody's browser. */
const keep = async (ctx: Transfer<any>, { name, sha256, size }: Kept, uploadId?: string) => {
  const type = await sniff(sha256, name);
  if (type === 'text/html' || type === 'image/svg+xml') ctx.refuse('files.page_of_the_web');
  if (!isWhatItSays(name, type)) ctx.refuse('files.not_what_it_says');
  return ctx.commit({ name, sha256, size, type }, async (open) => {
    const file = { id: newId(), name, type, size, sha256 };
    await insert(open, file);
    if (uploadId) await open.db.deleteFrom('uploads').where('id', '=', uploadId).execute();
    return file;
  });
};

const insert = async (ctx: Ctx<any>, { id, name, type, size, sha256 }: Kept & { id: string; type: string }) => {
  await ctx.db
    .insertInto('blobs')
    .values({ sha256, size: String(size), type, createdAt: ctx.now })
    .onConflict((conflict) =>
      conflict.column('sha256').doUpdateSet({ erasedAt: null, textState: sql`case when blobs.erased_at is null then blobs.text_state else 'waiting' end` }),
    )
    .execute();
  await ctx.db.insertInto('files').values({ id, sha256, name, size: String(size), type, uploadedBy: ctx.actor.id, uploadedAt: ctx.now }).execute();
  ctx.tell('files.stored', { sha256 });
};

const uploadOf = ({ db, actor }: Transfer<any>, id: string) =>
  db.selectFrom('uploads').selectAll().where('id', '=', id).where('personId', '=', actor.id).executeTakeFirstOrThrow(notFound);

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { shownPath } from '#mechanisms/reading/photos.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, FileAnswer, Moves, Transfer } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { files as contract } from './contract.ts';
import { fileOf } from './files.ts';
import { dropPieces, has, headOf, joinPieces, keepPiece, put, read, room } from './store.ts';
import { isPage, isProgram, isWhatItSays, sniff } from './types.ts';

const most = { uploads: 50, bytes: 6 * 1024 ** 3 };
// Below this the database itself is in danger.
const kept = 256 * 1024 ** 2;

export const transfers: Moves<typeof contract> = {
  async upload(ctx, { query, body }) {
    if (!body.length) ctx.refuse('files.empty');
    const type = await acceptable(ctx, body.subarray(0, 65_536), query.name);
    return keep(ctx, { name: query.name, sha256: await put(body), size: body.length, type });
  },

  /** The same file, chosen again after a reload or in another window, goes on where it stopped. */
  async startUpload(ctx, { body: { name, size, fingerprint = '' } }) {
    const open = await ctx.db.selectFrom('uploads').select(['id', 'name', 'size', 'received', 'fingerprint']).where('personId', '=', ctx.actor.id).where('fileId', 'is', null).execute();
    const same = open.find((upload) => fingerprint !== '' && upload.fingerprint === fingerprint && upload.name === name && Number(upload.size) === size);
    if (same) return { id: same.id, received: Number(same.received), size };
    if (open.length >= most.uploads || open.reduce((sum, upload) => sum + Number(upload.size), size) > most.bytes) ctx.refuse('files.too_many_uploads');
    if (((await room()) ?? Infinity) < size + kept) ctx.refuse('files.no_room');
    const id = newId();
    return ctx.commit({ name, size }, async ({ db, now }) => {
      await db.insertInto('uploads').values({ id, personId: ctx.actor.id, name, size: String(size), fingerprint, startedAt: now, touchedAt: now }).execute();
      return { id, received: 0, size };
    });
  },

  /** Pieces come in order. Of two that come for one place the first is kept; the other is told where the upload stands. */
  async sendPiece(ctx, { params, query, body }) {
    const upload = await uploadOf(ctx, params.uploadId);
    if (query.offset !== Number(upload.received) || upload.fileId) ctx.refuse('files.wrong_offset');
    if (query.offset + body.length > Number(upload.size)) ctx.refuse('files.too_long');
    if (query.sha256 && createHash('sha256').update(body).digest('hex') !== query.sha256) ctx.refuse('files.wrong_sum');
    const received = query.offset + body.length;
    const piece = await keepPiece(body);
    const { numUpdatedRows } = await ctx.db
      .updateTable('uploads')
      .set({ received, touchedAt: ctx.now, pieces: sql`array_append(pieces, ${piece})` })
      .where('id', '=', upload.id)
      .where('received', '=', upload.received)
      .where('fileId', 'is', null)
      .executeTakeFirst();
    if (!numUpdatedRows) {
      await dropPieces([piece]);
      ctx.refuse('files.wrong_offset');
    }
    return { id: upload.id, received, size: Number(upload.size) };
  },

  async finishUpload(ctx, { params }) {
    const upload = await uploadOf(ctx, params.uploadId);
    if (upload.fileId) return storedOf(ctx, upload.fileId);
    if (Number(upload.received) !== Number(upload.size)) ctx.refuse('files.incomplete');
    const type = await acceptable(ctx, await headOf(upload.pieces), upload.name).catch(async (refusal) => {
      await ctx.db.deleteFrom('uploads').where('id', '=', upload.id).execute();
      await dropPieces(upload.pieces);
      throw refusal;
    });
    const file = await keep(ctx, { name: upload.name, type, ...(await joinPieces(upload.pieces)) }, upload.id);
    await dropPieces(upload.pieces);
    return file;
  },

  async content(ctx, { params }): Promise<FileAnswer> {
    const file = await fileOf(ctx, params.fileId);
    if (file.erasedAt || !(await has(file.sha256))) ctx.refuse('files.erased');
    return { name: file.name, type: file.type, content: read(file.sha256) };
  },

  /** A PDF as it is, a picture made anew at the size of a screen; nothing else is shown. */
  async preview(ctx, { params }): Promise<FileAnswer> {
    const file = await fileOf(ctx, params.fileId);
    if (file.erasedAt || !(await has(file.sha256))) ctx.refuse('files.erased');
    if (file.type === 'application/pdf') return { name: file.name, type: file.type, content: read(file.sha256), inline: true };
    return pictureOf(ctx, file, 1600);
  },

  async thumbnail(ctx, { params }): Promise<FileAnswer> {
    const file = await fileOf(ctx, params.fileId);
    if (file.erasedAt || !(await has(file.sha256))) ctx.refuse('files.erased');
    return { ...(await pictureOf(ctx, file, 400)), keeps: true };
  },
};

const pictureOf = async (ctx: Transfer<any>, file: Awaited<ReturnType<typeof fileOf>>, most: number): Promise<FileAnswer> => {
  const path = file.type.startsWith('image/') ? await shownPath(file) : undefined;
  const picture = path ? await madeAnew(path, most).catch(() => undefined) : undefined;
  if (!picture) ctx.refuse('files.no_preview');
  return { name: `${file.name}.webp`, type: 'image/webp', content: picture!, inline: true };
};

const madeAnew = async (path: string, most: number) => {
  const { default: sharp } = await import('sharp');
  return sharp(path, { limitInputPixels: 100_000_000, failOn: 'error' }).rotate().resize(most, most, { fit: 'inside', withoutEnlargement: true }).webp().toBuffer();
};

interface Kept {
  name: string;
  sha256: string;
  size: number;
  type: string;
}

/** The type that the first bytes tell. A page of the web in any disguise could run in somebody's browser, a program on a computer. */
const acceptable = async (ctx: Transfer<any>, head: Uint8Array, name: string) => {
  const type = await sniff(head, name);
  if (isPage(type)) ctx.refuse('files.page_of_the_web');
  if (!isWhatItSays(name, type)) ctx.refuse('files.not_what_it_says');
  if (isProgram(name, type)) ctx.refuse('files.program');
  return type;
};

/** The bytes are on disk; now their rows. Of two windows that finish one upload, both get the one file. */
const keep = async (ctx: Transfer<any>, { name, sha256, size, type }: Kept, uploadId?: string) =>
  ctx.commit({ name, sha256, size, type }, async (open) => {
    const upload = uploadId && (await open.db.selectFrom('uploads').select('fileId').where('id', '=', uploadId).forUpdate().executeTakeFirst());
    if (upload && upload.fileId) return storedOf(open, upload.fileId);
    const file = { id: newId(), name, type, size, sha256 };
    await insert(open, file);
    if (uploadId) await open.db.updateTable('uploads').set({ fileId: file.id, pieces: sql`'{}'` }).where('id', '=', uploadId).execute();
    return file;
  });

const storedOf = async ({ db, actor }: Pick<Transfer<any>, 'db' | 'actor'>, id: string) => {
  const file = await db.selectFrom('files').select(['id', 'name', 'type', 'size', 'sha256']).where('id', '=', id).where('uploadedBy', '=', actor.id).executeTakeFirstOrThrow(notFound);
  return { ...file, size: Number(file.size) };
};

const insert = async (ctx: Ctx<any>, { id, name, type, size, sha256 }: Kept & { id: string }) => {
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

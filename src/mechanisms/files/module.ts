import { sql } from 'kysely';
import { everybody } from '#mechanisms/access/roles.ts';
import { readable } from '#mechanisms/access/records.ts';
import { propose } from '#mechanisms/reading/rules.ts';
import { readBlob } from '#mechanisms/reading/reading.ts';
import { defineModule, type Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { files as contract } from './contract.ts';
import { droppingFile } from './dropping.ts';
import { fileOf, filesOf } from './files.ts';
import { sweep } from './sweep.ts';
import { transfers } from './transfers.ts';

const textShown = 20_000;

const queries: Queries<typeof contract> = {
  async uploaded({ db, actor }, { params }) {
    const upload = await db.selectFrom('uploads').selectAll().where('id', '=', params.uploadId).where('personId', '=', actor.id).executeTakeFirstOrThrow(notFound);
    return { id: upload.id, received: Number(upload.received), size: Number(upload.size) };
  },

  async reading(ctx, { params }) {
    const file = await fileOf(ctx, params.fileId);
    const blob = await ctx.db.selectFrom('blobs').select('text').where('sha256', '=', file.sha256).executeTakeFirstOrThrow();
    const text = blob.text ?? '';
    return { state: file.textState as 'read', why: file.textWhy, pages: file.pages, text: text.slice(0, textShown), proposals: text ? propose(text, file.name) : {} };
  },

  async ofRecord(ctx, { params }) {
    await readable(ctx, params.recordId);
    return { files: await filesOf(ctx, params.recordId) };
  },
};

/** A worker may be ended again and again while it reads; a reader that died by itself is given up sooner. */
const often = 20;

export const files = defineModule({
  name: 'files',
  contract,
  queries,
  actions: {},
  transfers,
  listens: {
    'files.stored': async ({ db, enqueue }, { sha256 }: { sha256: string }) => {
      const { rows } = await sql`select from blobs where sha256 = ${sha256} and text_state = 'waiting'`.execute(db);
      if (rows.length) await enqueue('files.read', { sha256 });
    },
    'files.dropped': ({ enqueue }, file: { fileId: string; sha256: string }) => enqueue('files.drop', file),
    'files.pictures_found': ({ enqueue }, { sha256 }: { sha256: string }) => enqueue('files.recognise', { sha256 }),
  },
  jobs: {
    'files.read': { retries: often, timeout: 300, atOnce: 2, work: ({ db, now, data, attempt }) => readBlob({ db, sha256: data.sha256, now: now(), attempt, queue: 'soon' }) },
    'files.recognise': { retries: often, timeout: 900, atOnce: 1, work: ({ db, now, data, attempt }) => readBlob({ db, sha256: data.sha256, now: now(), attempt, queue: 'long' }) },
    'files.drop': droppingFile,
    'files.sweep': { cron: '30 3 * * *', retries: 0, timeout: 600, work: ({ db, now }) => sweep(db, now()) },
  },
  grants: { 'files.upload': everybody, 'files.read': everybody },
});

import { PassThrough } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';
import { sql } from 'kysely';
import { has, read as bytesOf } from '#mechanisms/files/store.ts';
import type { Moves, Transfer } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { freeName, read } from '../rules.ts';
import { keysOf } from '../tree.ts';
import type { finding as contract } from './contract.ts';

const most = { files: 2000, bytes: 2 * 1024 ** 3 };

interface Packed {
  path: string;
  sha256: string;
  size: number;
  at: string;
}

export const transfers: Moves<Pick<typeof contract, 'archive'>> = {
  async archive(ctx, { query }) {
    const files = await filesIn(ctx, query.ids.split(','));
    if (!files.length) ctx.refuse('library.archive_empty');
    if (files.length > most.files || files.reduce((sum, { size }) => sum + size, 0) > most.bytes) ctx.refuse('library.archive_too_large');
    return { name: `文档库 ${dayOf(ctx.now)}.zip`, type: 'application/zip', content: packed(files) };
  },
};

/** Only what the asker may read, also below a folder of which they may read the rest. */
const filesIn = async (ctx: Transfer<any>, ids: readonly string[]) => {
  const keys = keysOf(ctx);
  const { rows } = await sql<Packed>`
    with recursive below as (
      select i.id, i.name as path, i.is_folder, i.shelf_id, i.file_id, i.changed_at from library_items i where i.id = any(${[...ids]}::uuid[]) and i.trashed_at is null
      union all
      select i.id, b.path || '/' || i.name, i.is_folder, i.shelf_id, i.file_id, i.changed_at from below b join library_items i on i.parent_id = b.id
        where b.is_folder and i.trashed_at is null and exists (select from shelf_keys k where k.shelf_id = b.shelf_id and k.key = any(${keys}::uuid[])))
    select b.path, f.sha256, f.size::float8 as size, as_instant(b.changed_at) as at from below b join files f on f.id = b.file_id join blobs o on o.sha256 = f.sha256
    where o.erased_at is null and exists (select from shelf_keys k where k.shelf_id = b.shelf_id and k.key = any(${keys}::uuid[]) and k.level >= ${read}) order by b.path limit ${most.files + 1}`.execute(ctx.db);
  const names: string[] = [];
  return rows.map((row) => {
    const path = freeName(row.path, names.filter((name) => name.startsWith(row.path.slice(0, -4))));
    names.push(path);
    return { ...row, path };
  });
};

/** Stored, not pressed: most files of an office are pressed already. One file after the other, as fast as the asker takes them. */
const packed = (files: readonly Packed[]) => {
  const out = new PassThrough();
  const zip = new Zip((error, chunk, final) => {
    if (error) out.destroy(error);
    else out.write(chunk);
    if (final) out.end();
  });
  const work = async () => {
    for (const { path, sha256, at } of files) {
      if (out.destroyed || !(await has(sha256))) continue;
      const entry = new ZipPassThrough(path);
      entry.mtime = at;
      zip.add(entry);
      for await (const chunk of bytesOf(sha256)) {
        entry.push(chunk as Uint8Array);
        if (out.writableNeedDrain && !out.destroyed) await new Promise<void>((resolve) => out.once('drain', resolve).once('close', resolve));
      }
      entry.push(new Uint8Array(), true);
    }
    zip.end();
  };
  work().catch((error) => out.destroy(error));
  return out;
};

import type { Db } from '#platform/db.ts';
import { boxesOf } from '../boxes/boxes.ts';
import { grouped } from '../boxes/brought.ts';
import type { Box } from '../boxes/contract.ts';
import { papersToGive } from '../papers/boxes.ts';
import { type PackedItem, pathForBox } from './layout.ts';

interface Given {
  items: readonly PackedItem[];
  packageId: string;
  /** The moment they are dated. */
  at: string;
}

/** 归档文件目录 and 备考表 of each box of which something goes, as they would be printed and laid into it. They are no files of an item. */
export const boxPapers = async (db: Db, { items, packageId, at }: Given) => {
  const chosen = db.selectFrom('archivePackageItems as p').innerJoin('archiveItems as i', 'i.id', 'p.itemId').select('i.boxId').where('p.packageId', '=', packageId).where('i.boxId', 'is not', null);
  const boxes = (await boxesOf({ db }).where('b.id', 'in', chosen).orderBy('b.year').orderBy('b.retention').orderBy('b.code').orderBy('b.seq').execute()) as unknown as Box[];
  const listed = grouped(items, keyOf);
  const made: [path: string, pdf: Buffer][] = [];
  for (const box of boxes) {
    const lines = (listed.get(keyOf({ ...box, box: String(box.seq) })) ?? []).map((item) => ({ ...item, withdrawnAt: null, destroyedAt: null }));
    const { catalogue, note } = await papersToGive({ db }, box, lines, at);
    made.push([pathForBox(box, '归档文件目录'), catalogue], [pathForBox(box, '备考表'), note]);
  }
  return made;
};

const keyOf = ({ year, retention, code, box }: Pick<PackedItem, 'year' | 'retention' | 'code' | 'box'>) => `${year} ${retention} ${code} ${box}`;

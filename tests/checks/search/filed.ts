import type { emptyHouse } from '../../benches/load.ts';
import type { CorpusText } from '../../benches/corpus.ts';
import { indexAttachment, indexRecord } from '#mechanisms/search/entries.ts';
import { newId } from '#platform/ids.ts';

export interface Filed {
  id: string;
  recordId: string;
  isSeenByHead: boolean;
  /** What it may be found by, each by itself. */
  pieces: readonly string[];
}

/** Every text as a record that its department and the desk may see; every other one's text is an attachment's. */
export const file = async (db: Awaited<ReturnType<typeof emptyHouse>>, texts: readonly CorpusText[]): Promise<Filed[]> => {
  const [own, other] = (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('posts.departmentId').where('username', 'in', ['department.head', 'department.head.2']).where('role', '=', 'department.head').orderBy('username').execute()).map(({ departmentId }) => departmentId);
  const filed: Filed[] = [];
  const newest = Date.now();
  for (const [i, { id, title, body }] of texts.entries()) {
    const recordId = newId();
    const number = `收${i + 1}`;
    const isSeenByHead = i % 3 > 0;
    await db.transaction().execute(async (open) => {
      await open.insertInto('records').values({ id: recordId, kind: 'incoming', number, title, readers: [isSeenByHead ? own! : other!], allPermission: 'incoming.read_all', clearance: 0, at: new Date(newest - i * 60_000).toISOString() }).execute();
      await indexRecord(open, { recordId, title, number, body: i % 2 ? '' : body });
      if (i % 2) await indexAttachment(open, { recordId, fileId: newId(), name: `${i + 1}.txt`, text: body });
    });
    filed.push({ id, recordId, isSeenByHead, pieces: [title, number, body, ...(i % 2 ? [`${i + 1}.txt`] : [])].map(letters) });
  }
  return filed;
};

/** Compatibility forms and case folded, letters and digits alone: written anew here, so that the product's own is tried by it. */
export const letters = (text: string) => [...text.normalize('NFKC').toLowerCase()].map((one) => (one === '○' || one === '◯' ? '〇' : one)).filter((one) => /[\p{L}\p{N}]/u.test(one)).join('');

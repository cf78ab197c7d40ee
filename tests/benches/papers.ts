import { getDocumentProxy } from 'unpdf';
import type { openDb } from '#platform/db.ts';
import { approvalLines } from './approvals.ts';
import { insertAll, schoolOf } from './load.ts';
import { timesOf } from './measure.ts';
import type { Person } from './requests.ts';
import type { Server } from './servers.ts';

type Db = ReturnType<typeof openDb>;

export interface PaperLine {
  what: string;
  ms: number;
  /** What it may take at most; none where nothing was promised. */
  most?: number;
}

const lines = 3000;
const warm = 10;
const paragraph = '各部门、各年级组应当按照分工认真落实本通知的各项要求，明确责任人和完成时限，对检查中发现的问题逐项登记、逐项整改，并于每月月底前将进展情况报送学校综合办公室汇总。';

/** Papers asked for one at a time: a document of three pages, and a long register with what others wait for meanwhile. */
export const measurePapers = async (db: Db, server: Server, asker: Person): Promise<PaperLine[]> => {
  const document = await threePages(db);
  const path = `/api/outgoing/${document}/paper?version=1`;
  const [first, paper] = await timed(server, asker, path);
  const { numPages } = await getDocumentProxy(new Uint8Array(Buffer.from(paper, 'latin1')));
  if (numPages !== 3) throw new Error(`the document to be measured has ${numPages} pages`);
  const again: number[] = [];
  for (let i = 0; i < warm; i++) again.push((await timed(server, asker, path))[0]);
  const from = await dayOf(db, lines);
  const { count } = await db.selectFrom('incomingDocuments').select(({ fn }) => fn.countAll<number>().as('count')).where('receivedAt', '>=', `${from}T00:00:00Z`).executeTakeFirstOrThrow();
  const book = timed(server, asker, `/api/incoming/book?from=${from}`);
  const meanwhile = await untilDone(server, asker, book);
  return [
    { what: 'document PDF of 3 pages, first', ms: first },
    { what: 'document PDF of 3 pages, warm, p95', ms: timesOf(again).p95, most: 300 },
    { what: `register PDF of ${count} lines`, ms: (await book)[0] },
    { what: 'inbox while the register is set, longest', ms: Math.max(...meanwhile) },
  ];
};

const timed = async ({ connections }: Server, { token }: Person, path: string): Promise<[number, string]> => {
  const from = performance.now();
  const body = await connections[0]!.ask({ path, token, binary: true });
  return [performance.now() - from, body];
};

const untilDone = async ({ connections }: Server, { token }: Person, done: Promise<unknown>) => {
  const took: number[] = [];
  let isDone = false;
  void done.finally(() => (isDone = true)).catch(() => undefined);
  while (!isDone) {
    const from = performance.now();
    await connections[1]!.ask({ path: '/api/todos', token });
    took.push(performance.now() - from);
  }
  return took;
};

const threePages = async (db: Db) => {
  const school = await schoolOf(db);
  const { id: departmentId, head } = school.departments[0]!;
  const rows = approvalLines({ n: 90_000_000, at: new Date().toISOString(), title: '关于进一步加强校园安全管理工作的通知', body: Array.from({ length: 15 }, () => paragraph).join('\n'), departmentId, drafterId: school.people[0]!, signers: [head, school.director], signed: 2, calendar: school.calendar });
  await insertAll(db, [rows]);
  return rows.outgoing_documents[0]!.id;
};

/** The day on which the n-th newest arrived. */
const dayOf = async (db: Db, n: number) => {
  const { receivedAt } = await db.selectFrom('incomingDocuments').select('receivedAt').orderBy('receivedAt', 'desc').offset(n).limit(1).executeTakeFirstOrThrow();
  return receivedAt.slice(0, 10);
};

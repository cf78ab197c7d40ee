import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { pathOf } from '#mechanisms/files/store.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import type { Db } from '#platform/db.ts';
import { notFound } from '#platform/problem.ts';
import { contentOf, versionOf } from '../documents.ts';
import type { Layout } from '../nouns.ts';
import { officeOf } from '../people.ts';
import { type Official, officialData, type School } from './official.ts';

const template = fileURLToPath(new URL('./official.typ', import.meta.url));

export interface Paper {
  data: Official;
  seal: Buffer | undefined;
  /** The moment it is dated: the seal, or the signature before it. */
  at: string;
}

/** Everything a paper shows, of one version; the caller has seen to it that the document may be read. */
export const paperOf = async (db: Db, documentId: string, { version, isFinal }: { version?: number | undefined; isFinal: boolean }): Promise<Paper> => {
  const row = await db.selectFrom('outgoingDocuments as d').leftJoin('people as s', 's.id', 'd.signedBy').selectAll('d').select(['s.name as signer', sql<string | null>`d.issue_day::text`.as('issueDay')]).where('d.id', '=', documentId).executeTakeFirstOrThrow(notFound);
  const content = contentOf(await versionOf({ db }, documentId, version ?? row.version));
  const impression = row.sealedAt ? await impressionOf(db, documentId) : undefined;
  const uploaded = content.body.trim() || !content.bodyFile ? '' : await textOf(db, content.bodyFile);
  const facts = { ...row, layout: row.layout as Layout, signedBy: row.signer ? { id: row.signedBy!, name: row.signer } : null };
  const data = officialData(facts, await schoolOf(db), { content, uploaded, sealWidth: impression?.width ?? 0, isDraft: !isFinal && row.state !== 'issued' });
  return { data, seal: impression && (await readFile(pathOf(impression.sha256))), at: row.sealedAt ?? row.signedAt ?? row.createdAt };
};

/** The paper as PDF/A-2b; the same facts are the same bytes. */
export const printedPaper = ({ data, seal, at }: Paper) => pdf(template, data, { keptFrom: Date.parse(at), ...(seal && { images: { 'seal.png': seal } }) });

/** The seal pressed last, if it has a picture. */
const impressionOf = (db: Db, documentId: string) =>
  db.selectFrom('sealUses as u').innerJoin('seals as s', 's.id', 'u.sealId').innerJoin('files as f', 'f.id', 's.picture').select(['s.width', 'f.sha256']).where('u.documentId', '=', documentId).orderBy('u.at', 'desc').orderBy('u.id', 'desc').limit(1).executeTakeFirst();

const textOf = async (db: Db, fileId: string) => (await db.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256').select('blobs.text').where('files.id', '=', fileId).executeTakeFirst())?.text ?? '';

export const schoolOf = async (db: Db): Promise<School> => {
  const [school, principal, office] = [
    await db.selectFrom('school').select('name').executeTakeFirst(),
    await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.name').where('role', '=', 'principal').where('until', 'is', null).orderBy('since').executeTakeFirst(),
    await db.selectFrom('departments').select('name').where('id', '=', await officeOf({ db })).executeTakeFirstOrThrow(),
  ];
  return { name: school?.name ?? '', principal: principal?.name ?? '', office: office.name };
};

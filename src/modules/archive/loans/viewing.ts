import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';
import { has } from '#mechanisms/files/store.ts';
import { shownPath } from '#mechanisms/reading/photos.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import type { Moves } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { template } from '../papers/catalogue.ts';
import type { loans as contract } from './contract.ts';
import { loansFor } from './loans.ts';
import { isShown, whyNotView } from './rules.ts';

const most = { bytes: 100 * 1024 ** 2, pages: 200 };

export const transfers: Moves<Pick<typeof contract, 'viewFile'>> = {
  /** Made anew each time, with who reads it and when on every page; each view is in the trail. */
  async viewFile(ctx, { params }) {
    const file = await loansFor(ctx)
      .innerJoin('archiveFiles as f', 'f.itemId', 'l.itemId').innerJoin('files as s', 's.id', 'f.fileId').innerJoin('blobs as b', 'b.sha256', 's.sha256')
      .select(['l.how', 'l.state', 'l.borrowerId', 'f.sha256', 'f.erasedAt', 's.type', 's.size', 'b.textWhy', (eb) => eb.cast<string>('l.until', 'text').as('until')])
      .where('l.id', '=', params.loanId).where('f.fileId', '=', params.fileId).executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotView(file, { mine: file.borrowerId === ctx.actor.id, today: dayOf(ctx.now) }));
    if (file.erasedAt || !(await has(file.sha256))) ctx.refuse('files.erased');
    if (!isShown(file.type) || Number(file.size) > most.bytes) ctx.refuse('archive.no_view');
    const pictures = await picturesOf(file).catch(() => undefined);
    if (!pictures?.length || pictures.length > most.pages) ctx.refuse('archive.no_view');
    const department = await ctx.db.selectFrom('departments').select('name').where('id', '=', ctx.actor.departmentId).executeTakeFirst();
    const clock = new Date(Date.parse(ctx.now) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    const images = Object.fromEntries(pictures!.map(({ name, bytes }) => [name, bytes]));
    const data = { mark: `${ctx.actor.name}　${department?.name ?? ''}　${clock}`, pictures: pictures!.map(({ name, page }) => (page ? { name, page } : { name })) };
    const content = await pdf(template('view'), data, { images }).catch(() => undefined);
    if (!content) ctx.refuse('archive.no_view');
    await ctx.commit({ params }, async () => ({ id: params.loanId }));
    return { name: '档案阅览.pdf', type: 'application/pdf', content: content!, inline: true };
  },
};

interface Picture {
  name: string;
  bytes: Uint8Array;
  page?: number;
}

const picturesOf = async (file: Parameters<typeof shownPath>[0]): Promise<Picture[]> => {
  const path = await shownPath(file);
  if (!path) return [];
  const bytes = await readFile(path);
  if (file.type !== 'application/pdf') return framesOf(bytes);
  const { numPages } = await getDocumentProxy(new Uint8Array(bytes));
  return Array.from({ length: numPages }, (_, i) => ({ name: 'in.pdf', bytes, page: i + 1 }));
};

/** A scanner may put several pages into one TIFF. */
const framesOf = async (bytes: Buffer): Promise<Picture[]> => {
  const { default: sharp } = await import('sharp');
  const limits = { limitInputPixels: 100_000_000 };
  const { pages = 1, format } = await sharp(bytes, limits).metadata();
  const frames = format === 'tiff' ? Math.min(pages, most.pages + 1) : 1;
  const pictures: Picture[] = [];
  for (let page = 0; page < frames; page += 1) pictures.push({ name: `${page + 1}.jpg`, bytes: await sharp(bytes, { ...limits, ...(frames > 1 && { page }) }).rotate().flatten({ background: '#ffffff' }).resize(2000, 2000, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 85 }).toBuffer() });
  return pictures;
};

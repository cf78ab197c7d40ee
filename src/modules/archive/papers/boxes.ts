import { setting } from '#mechanisms/settings/settings.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import type { Box } from '../boxes/contract.ts';
import { linesOf, presentedLine } from '../items.ts';
import { zh } from '../words.zh.ts';
import { catalogueLines, type Listed, schoolOf, template } from './catalogue.ts';

type Paper = (ctx: Reading, box: Box) => Promise<FileAnswer>;

const placeOf = async (ctx: Pick<Reading, 'db'>, { year, retention, department, seq }: Box) => ({ fonds: await setting<string>(ctx, 'archive.fonds'), year, retention: zh.retentions[retention], department: department.name, box: seq });

const catalogueData = async (ctx: Pick<Reading, 'db'>, box: Box, lines: readonly Listed[], { title, note }: { title: string; note: readonly (string | false)[] }) => {
  const { fonds, year, retention, department } = await placeOf(ctx, box);
  return { school: await schoolOf(ctx), title, said: `全宗号 ${fonds}　年度 ${year}　保管期限 ${retention}　机构 ${department}　盒号 ${box.seq}`, note: note.filter(Boolean).join('，'), lines: catalogueLines(lines) };
};

const noteData = async (ctx: Pick<Reading, 'db'>, box: Box) =>
  ({ school: await schoolOf(ctx), ...(await placeOf(ctx, box)), remark: box.remark || `本盒共 ${box.items} 件，件号 ${box.from} 至 ${box.to}。`, arrangedBy: box.madeBy.name, arrangedOn: dayOf(box.madeAt), checkedBy: box.checkedBy, checkedOn: box.checkedOn ?? '' });

/** Both as PDF/A of one day, to go with what is given away. */
export const papersToGive = async (ctx: Pick<Reading, 'db'>, box: Box, lines: readonly Listed[], at: string) => {
  const here = { keptFrom: Date.parse(at) };
  const left = box.items - lines.length;
  return {
    catalogue: await pdf(template('catalogue'), await catalogueData(ctx, box, lines, { title: '归档文件目录', note: [`本盒 ${box.items} 件`, left > 0 && `其中 ${left} 件不在本移交包内，未列出`] }), here),
    note: await pdf(template('note'), await noteData(ctx, box), here),
  };
};

const nameOf = ({ year, retention, code, seq }: Box) => `${year}-${retention}-${code} 第${seq}盒`;

/** 盒内目录; of what the asker may not see, it says only how many. */
const catalogue: Paper = async (ctx, box) => {
  const lines = (await linesOf(ctx).where('i.boxId', '=', box.id).orderBy('i.seq').execute()).map(presentedLine);
  const hidden = box.items - lines.length;
  const data = await catalogueData(ctx, box, lines, { title: '盒内目录', note: [`共 ${box.items} 件`, hidden > 0 && `另有 ${hidden} 件密级超出打印人的知悉范围，未列出`] });
  return asPdf(`盒内目录 ${nameOf(box)}`, await pdf(template('catalogue'), data));
};

/** 备考表 */
const note: Paper = async (ctx, box) => asPdf(`备考表 ${nameOf(box)}`, await pdf(template('note'), await noteData(ctx, box)));

const spine: Paper = (ctx, box) => spinesOf(ctx, [box]);

const papers = { catalogue, note, spine };

export const boxPaperOf = (ctx: Reading, box: Box, which: keyof typeof papers) => papers[which](ctx, box);

/** 脊背 to be cut out, beside each other on A4, each as wide as its box. */
export const spinesOf = async (ctx: Reading, boxes: readonly Box[]): Promise<FileAnswer> => {
  const labels = [];
  for (const box of boxes) labels.push({ ...(await placeOf(ctx, box)), width: box.spine, from: box.from, to: box.to });
  return asPdf('盒脊标签', await pdf(template('spine'), { labels }));
};

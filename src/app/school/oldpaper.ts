import { writeXlsx } from 'hucre';
import { archive } from '#modules/archive/module.ts';
import type { Db } from '#platform/db.ts';
import { momentsAgo } from './deeds.ts';
import type { Life, Step } from './life.ts';

/** Paper from before the house had this program, typed into a table by the archivist: most of it kept long enough, in the boxes in which it stands. */
export const oldPaper = (life: Life, now: string): Step[] => [{ at: momentsAgo(now, 23 * 60), run: () => bring(life, Number(now.slice(0, 4))) }];

/** Its rows come in by a job, which does not run while the sample is made. */
export const oldPaperLater = async (db: Db, now: string) => {
  for (const { id } of await db.selectFrom('archivePapers').select('id').where('state', '=', 'importing').execute()) await archive.jobs['archive.import_paper']!.work({ db, now: () => now, data: { paperId: id }, attempt: 1 });
};

const bring = async (life: Life, thisYear: number) => {
  const { archive: desk } = await life.tools('archivist');
  const rows = papers(thisYear).flatMap(({ year, retention, code, author, box, titles }) => titles.map((title, i) => [String(year), retention, code, String(i + 1), `${year}-${String(3 + i).padStart(2, '0')}-12`, author, title, String(4 + 3 * i), box && String(box)]));
  const body = await writeXlsx({ sheets: [{ name: '旧档案目录', rows: [['年度', '保管期限', '机构代码', '件号', '日期', '责任者', '题名', '页数', '盒号'], ...rows] }] });
  const { id: paperId } = await desk.bringPaper({ query: { name: '库房旧档案第一批.xlsx' }, body: body as never });
  const { good } = await desk.onePaper({ params: { paperId } });
  await desk.importPaper({ params: { paperId }, body: { good } });
};

interface Row {
  year: number;
  retention: string;
  code: string;
  author: string;
  box: number | null;
  titles: readonly string[];
}

const papers = (thisYear: number): Row[] => [
  { year: thisYear - 13, retention: '10年', code: 'BGS', author: '校长办公室', box: 1, titles: ['关于节假日值班安排的通知', '关于领取办公用品的通知', '关于校车临时改线的通知', '关于组织教职工体检的通知', '关于停水期间用水安排的通知', '关于传达室值守时间的通知'] },
  { year: thisYear - 12, retention: '10年', code: 'JWC', author: '教务处', box: 1, titles: ['关于期中考试监考安排的通知', '关于更换教室的通知', '关于举办校内书法比赛的通知', '关于征订教辅资料的通知'] },
  { year: thisYear - 32, retention: '30年', code: 'BGS', author: '校长办公室', box: 1, titles: ['关于购置教学设备的请示', '关于冬季取暖费用的报告', '关于表彰先进班集体的决定'] },
  { year: thisYear - 20, retention: '永久', code: 'BGS', author: '校长办公室', box: 1, titles: ['学校五年发展规划', '关于调整学校机构设置的决定', '校长办公会纪要汇编'] },
  { year: thisYear - 6, retention: '10年', code: 'JWC', author: '教务处', box: null, titles: ['关于教研组活动安排的通知', '关于公开课安排的通知'] },
];

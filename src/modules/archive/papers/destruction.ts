import { setting } from '#mechanisms/settings/settings.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf, asXlsx, type Column, xlsx } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import type { Judged, List } from '../destruction/contract.ts';
import { zh as words } from '../destruction/words.zh.ts';
import { zh } from '../words.zh.ts';
import { schoolOf, template } from './catalogue.ts';

const titleOf = ({ title, secrecy }: Judged) => (secrecy > 0 ? zh.labels.stubTitle : title);
const verdictOf = ({ verdict, keepUntil }: Judged) => (verdict === 'keep' ? `续存至 ${keepUntil} 年` : '销毁');
const retentionOf = ({ retention }: Judged) => zh.retentions[retention as 'D10'];

const columns: readonly Column<Judged>[] = [
  { title: '序号', width: 6, of: (i) => i.position },
  { title: '档号', width: 28, of: (i) => i.number },
  { title: '文号', width: 22, of: (i) => i.docNumber },
  { title: '责任者', width: 20, of: (i) => i.author },
  { title: '题名', width: 50, of: titleOf },
  { title: '日期', width: 12, of: (i) => i.writtenOn, as: 'day' },
  { title: '年度', width: 8, of: (i) => i.year },
  { title: '保管期限', width: 10, of: retentionOf },
  { title: '页数', width: 6, of: (i) => i.pages },
  { title: '鉴定结论', width: 16, of: verdictOf },
  { title: '备注', width: 30, of: (i) => i.why },
];

interface Paper {
  list: List;
  items: readonly Judged[];
  as: 'pdf' | 'xlsx';
}

/** 档案销毁清册, with the places where 批准人, 监销人 and 经办人 sign. */
export const destructionPaperOf = async (ctx: Reading, { list, items, as }: Paper): Promise<FileAnswer> => {
  const name = `档案销毁清册 ${list.number}`;
  if (as === 'xlsx') return asXlsx(name, await xlsx('销毁清册', columns, items));
  const said = `全宗号 ${await setting<string>(ctx, 'archive.fonds')}　编制 ${list.madeBy.name} ${dayOf(list.madeAt)}　销毁 ${list.destroy} 件　续存 ${list.keep} 件　${words.destructionStates[list.state]}${list.givenUpAt ? `（${list.givenUpBy?.name} ${dayOf(list.givenUpAt)}：${list.givenUpWhy}）` : ''}`;
  const signed = [
    ['批准人', list.approvedBy.join('、'), list.approvedBy.length && list.decidedAt ? dayOf(list.decidedAt) : ''],
    ...[0, 1].map((i) => ['监销人', list.witnesses[i]?.name ?? '', list.doneOn ?? '']),
    ['经办人', list.doneBy?.name ?? '', list.doneOn ?? ''],
  ];
  const lines = items.map((i) => [String(i.position), i.number, titleOf(i), String(i.year), retentionOf(i), String(i.pages), verdictOf(i), i.why]);
  return asPdf(name, await pdf(template('destruction'), { school: await schoolOf(ctx), title: name, said, appraisal: list.appraisal, signed, lines }));
};

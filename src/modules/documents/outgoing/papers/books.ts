import { bookOf as printed } from '#mechanisms/reports/book.ts';
import type { Column } from '#mechanisms/reports/sheets.ts';
import type { Reading } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import type { Line } from '../nouns.ts';
import { zh } from '../words.zh.ts';

const day = (at: string | null) => (at ? dayOf(at) : '');

const bookColumns: readonly Column<Line>[] = [
  { title: '发文字号', width: 20, of: (l) => l.number },
  { title: '标题', width: 46, of: (l) => l.title },
  { title: '文种', width: 8, of: (l) => l.kind },
  { title: '紧急程度', width: 8, of: (l) => zh.urgencies[l.urgency] ?? '' },
  { title: '拟稿人', width: 10, of: (l) => l.drafter.name },
  { title: '拟稿部门', width: 12, of: (l) => l.department.name },
  { title: '签发人', width: 10, of: (l) => l.signedBy?.name ?? '' },
  { title: '签发日期', width: 12, of: (l) => day(l.signedAt) },
  { title: '主送', width: 28, of: (l) => l.mainTo.join('、') },
  { title: '抄送', width: 24, of: (l) => l.copyTo.join('、') },
  { title: '印数', width: 6, of: (l) => l.copies || '' },
  { title: '印制日期', width: 12, of: (l) => day(l.printedAt) },
  { title: '用印', width: 6, of: (l) => l.sealUses || '' },
  { title: '状态', width: 10, of: (l) => zh.states[l.state] },
  { title: '档号', width: 18, of: (l) => l.archiveNumber },
];

export const bookOf = (ctx: Reading, rows: readonly Line[], as: 'pdf' | 'xlsx') => printed(ctx, { title: '发文登记簿', columns: bookColumns, rows, as });

interface Asked {
  year: number;
  as: 'pdf' | 'xlsx';
}

const yearOf = (year: number) => ({ from: instantOf(`${year}-01-01`), to: instantOf(`${year + 1}-01-01`) });

/** 用印登记 of a year, in order. */
export const sealBookOf = async (ctx: Reading, { year, as }: Asked, most: number) => {
  const { from, to } = yearOf(year);
  const rows = await ctx.db
    .selectFrom('sealUses as u').innerJoin('seals as s', 's.id', 'u.sealId').innerJoin('outgoingDocuments as d', 'd.id', 'u.documentId').innerJoin('people as a', 'a.id', 'u.approvedBy').innerJoin('people as b', 'b.id', 'u.sealedBy').leftJoin('people as w', 'w.id', 'u.witnessedBy')
    .select(['u.at', 's.name as seal', 'd.number', 'd.title', 'u.reason', 'u.copies', 'a.name as approved', 'b.name as sealed', 'w.name as witness'])
    .where('u.at', '>=', from).where('u.at', '<', to).orderBy('u.at').orderBy('u.id').limit(most + 1).execute();
  if (rows.length > most) throw refused(['outgoing.too_many_lines']);
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { title: '用印日期', width: 12, of: (r) => day(r.at) }, { title: '印章', width: 16, of: (r) => r.seal }, { title: '发文字号', width: 20, of: (r) => r.number }, { title: '文件标题', width: 46, of: (r) => r.title }, { title: '用印事由', width: 24, of: (r) => r.reason },
    { title: '份数', width: 6, of: (r) => r.copies }, { title: '批准人', width: 10, of: (r) => r.approved }, { title: '用印人', width: 10, of: (r) => r.sealed }, { title: '监印人', width: 10, of: (r) => r.witness },
  ];
  return printed(ctx, { title: '用印登记簿', columns, rows, as });
};

/** 分发登记 of a year, in order. */
export const deliveryBookOf = async (ctx: Reading, { year, as }: Asked, most: number) => {
  const { from, to } = yearOf(year);
  const rows = await ctx.db
    .selectFrom('outgoingDeliveries as u').innerJoin('outgoingDocuments as d', 'd.id', 'u.documentId').leftJoin('people as b', 'b.id', 'u.receivedBy')
    .select(['u.sentAt', 'd.number', 'd.title', 'u.unit', 'u.how', 'u.copies', 'u.copyNumbers', 'u.receivedAt', 'u.collector', 'b.name as receiver', 'u.returnedAt'])
    .where('u.sentAt', '>=', from).where('u.sentAt', '<', to).orderBy('u.sentAt').orderBy('u.id').limit(most + 1).execute();
  if (rows.length > most) throw refused(['outgoing.too_many_lines']);
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { title: '发出日期', width: 12, of: (r) => day(r.sentAt) }, { title: '发文字号', width: 20, of: (r) => r.number }, { title: '文件标题', width: 46, of: (r) => r.title }, { title: '收文单位', width: 24, of: (r) => r.unit }, { title: '方式', width: 8, of: (r) => zh.ways[r.how as 'paper'] },
    { title: '份数', width: 6, of: (r) => r.copies || '' }, { title: '份号', width: 12, of: (r) => r.copyNumbers }, { title: '领取人', width: 10, of: (r) => r.collector || r.receiver }, { title: '签收日期', width: 12, of: (r) => day(r.receivedAt) }, { title: '退回日期', width: 12, of: (r) => day(r.returnedAt) },
  ];
  return printed(ctx, { title: '分发登记簿', columns, rows, as });
};

import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf, asXlsx, type Column, xlsx } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import type { Loan } from '../loans/contract.ts';
import { zh as loanWords } from '../loans/words.zh.ts';
import { zh } from '../words.zh.ts';
import { schoolOf, template } from './catalogue.ts';

const onDay = (at: string | null) => (at ? dayOf(at) : '');
const titleOf = ({ title, secrecy }: Loan) => (secrecy > 0 ? zh.labels.stubTitle : title);
const stateOf = ({ late, state, whole, conditionIn }: Loan) => (late ? '逾期未还' : state === 'returned' ? [whole ? '完好' : '有损', conditionIn].filter(Boolean).join('：') : loanWords.loanStates[state]);

const columns: readonly Column<Loan>[] = [
  { title: '档号', width: 28, of: (l) => l.number },
  { title: '题名', width: 50, of: titleOf },
  { title: '借阅人', width: 10, of: (l) => l.borrower.name },
  { title: '部门', width: 16, of: (l) => l.department.name },
  { title: '方式', width: 8, of: (l) => loanWords.hows[l.how] },
  { title: '事由', width: 30, of: (l) => l.why },
  { title: '借出', width: 12, of: (l) => onDay(l.handedAt), as: 'day' },
  { title: '应还', width: 12, of: (l) => l.until, as: 'day' },
  { title: '归还', width: 12, of: (l) => onDay(l.returnedAt), as: 'day' },
  { title: '归还情况', width: 24, of: stateOf },
];

/** 借阅登记簿 */
export const loanBookOf = async (ctx: Reading, loans: readonly Loan[], as: 'pdf' | 'xlsx'): Promise<FileAnswer> => {
  if (as === 'xlsx') return asXlsx('借阅登记簿', await xlsx('借阅登记簿', columns, loans));
  const lines = loans.map((l, i) => [String(i + 1), l.number, titleOf(l), l.borrower.name, l.department.name, loanWords.hows[l.how], onDay(l.handedAt), l.until, onDay(l.returnedAt), stateOf(l)]);
  return asPdf('借阅登记簿', await pdf(template('loans'), { school: await schoolOf(ctx), title: '借阅登记簿', note: `打印于 ${dayOf(ctx.now)}　共 ${loans.length} 件次`, lines }));
};

import type { Content } from '../papers/contract.ts';
import type { Period } from './periods.ts';

export interface LedgerRow {
  number: string;
  text: string;
  department: string;
  owner: string;
  dueOn: string;
  state: string;
  /** Days of the office, or null. */
  recordedOn: string;
  closedOn: string | null;
  deferrals: number;
}

interface Facts {
  period: Period;
  /** The day on which it is made, and the last of the days ahead that it looks at. */
  today: string;
  until: string;
  rows: readonly LedgerRow[];
}

const short = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** The ledger in words and tables, as the office tells it: closed, new, late, soon due. */
export const reportOf = ({ period, today, until, rows }: Facts): Content => {
  const within = (day: string | null) => day !== null && day >= period.from && day <= period.to;
  const open = rows.filter(isOpen);
  const parts = {
    done: rows.filter((row) => row.state === 'done' && within(row.closedOn)),
    dropped: rows.filter((row) => row.state === 'dropped' && within(row.closedOn)),
    added: rows.filter((row) => within(row.recordedOn)),
    late: open.filter(({ dueOn }) => dueOn < today),
    soon: open.filter(({ dueOn }) => dueOn >= today && dueOn <= until),
    checked: open.filter(({ state }) => state === 'reported'),
  };
  const sections = [
    ['办结销号', closedTable(parts.done)], ['不再办理', closedTable(parts.dropped)], ['新增决议', openTable(parts.added)],
    ['逾期未办结', lateTable(parts.late, today)], ['待核对销号', openTable(parts.checked)], [`${short(until)}前到期`, openTable(parts.soon)],
    ...(period.kind === 'monthly' ? [['各部门办理情况', departmentTable(rows, period, today)] as const] : []),
  ] as const;
  const shown = sections.filter(([title, lines]) => lines.length > 1 || always.includes(title));
  return {
    title: titleOf(period), attending: '', absent: '', observing: '',
    body: [summary(period, { ...parts, open, today }), ...shown.flatMap(([title, lines], i) => [`${'一二三四五六七'[i]}、${title}`, ...(lines.length > 1 ? lines : ['无。'])])].join('\n'),
  };
};

const always = ['办结销号', '逾期未办结'];
const isOpen = ({ state }: LedgerRow) => state === 'open' || state === 'reported';

const titleOf = ({ kind, from, to }: Period) => (kind === 'weekly' ? `会议决议落实情况周汇总（${from.slice(0, 4)}年${short(from)}至${short(to)}）` : `会议决议落实情况月报告（${from.slice(0, 4)}年${Number(from.slice(5, 7))}月）`);

interface Counted {
  done: readonly LedgerRow[];
  dropped: readonly LedgerRow[];
  added: readonly LedgerRow[];
  open: readonly LedgerRow[];
  late: readonly LedgerRow[];
  today: string;
}

const summary = ({ kind, from, to }: Period, { done, dropped, added, open, late, today }: Counted) =>
  `${kind === 'weekly' ? '上周' : '上月'}（${short(from)}至${short(to)}）新增会议决议${added.length}项，办结销号${done.length}项${dropped.length ? `，不再办理${dropped.length}项` : ''}。截至${short(today)}，未办结${open.length}项，其中逾期${late.length}项。`;

/** A cell holds no tab and no line end. */
const cell = (text: string, most = 40) => {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
};

const table = (head: readonly string[], rows: readonly LedgerRow[], last: (row: LedgerRow) => string) => [head, ...rows.map((row) => [row.number, cell(row.text), row.department, row.owner, last(row)])].map((cells) => cells.join('\t'));
const head = ['编号', '决议事项', '责任部门', '责任人'];

const closedTable = (rows: readonly LedgerRow[]) => table([...head, '销号日期'], rows, ({ closedOn }) => short(closedOn!));
const openTable = (rows: readonly LedgerRow[]) => table([...head, '时限'], rows, ({ dueOn, deferrals }) => short(dueOn) + (deferrals ? `（延期${deferrals}次）` : ''));
const lateTable = (rows: readonly LedgerRow[], today: string) => table([...head, '时限'], rows, ({ dueOn }) => `${short(dueOn)}（超${daysBetween(dueOn, today)}天）`);

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Of what fell due in the month or was closed in it: how much is closed, and how much is late. */
const departmentTable = (rows: readonly LedgerRow[], { from, to }: Period, today: string) => {
  const due = rows.filter(({ dueOn, closedOn }) => (dueOn >= from && dueOn <= to) || (closedOn !== null && closedOn >= from && closedOn <= to) || (closedOn === null && dueOn < from));
  const departments = [...new Set(due.map(({ department }) => department))].sort((a, b) => a.localeCompare(b, 'zh'));
  const lines = departments.map((department) => {
    const theirs = due.filter((row) => row.department === department);
    const closed = theirs.filter((row) => !isOpen(row)).length;
    return [department, theirs.length, closed, theirs.filter((row) => isOpen(row) && row.dueOn < today).length, `${Math.round((closed / theirs.length) * 100)}%`].join('\t');
  });
  return [['责任部门', '应办结', '已办结', '逾期', '办结率'].join('\t'), ...lines];
};

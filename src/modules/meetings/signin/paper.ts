import { fileURLToPath } from 'node:url';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf, asXlsx, type Column, xlsx } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import type { MeetingRow } from '../meetings.ts';
import { momentInFull, schoolOf, timeWritten } from '../papers.ts';
import { zh } from '../words.zh.ts';
import { attendanceOf } from './attendance.ts';

const template = fileURLToPath(new URL('./list.typ', import.meta.url));

interface Line {
  name: string;
  title: string;
  part: string;
  at: string | null;
  order: number | null;
  remark: string;
}

const columns: readonly Column<Line>[] = [
  { title: '姓名', width: 14, of: (l) => l.name },
  { title: '职务', width: 20, of: (l) => l.title },
  { title: '参会方式', width: 12, of: (l) => l.part },
  { title: '签到时间', width: 12, of: (l) => l.at },
  { title: '签到次序', width: 10, of: (l) => l.order },
  { title: '备注', width: 30, of: (l) => l.remark },
];

/** 签到表: those called in their order, then those who came besides; in time, late, on leave, not there. */
export const signInListOf = async (ctx: Reading, meeting: MeetingRow, as: 'pdf' | 'xlsx'): Promise<FileAnswer> => {
  const lines = linesOf(await attendanceOf(ctx, meeting), meeting.endedAt !== null);
  const name = `签到表 ${meeting.title}`;
  if (as === 'xlsx') return asXlsx(name, await xlsx('签到表', columns, lines));
  const came = lines.filter(({ at }) => at !== null).length;
  return asPdf(name, await pdf(template, {
    school: await schoolOf(ctx), title: '会议签到表', meeting: meeting.title, when: momentInFull(meeting.startsAt), place: meeting.place, note: `应到 ${lines.length} 人　实到 ${came} 人`,
    lines: lines.map((l, i) => [String(i + 1), l.name, l.title, l.part, l.at ?? '', l.remark]),
  }));
};

const linesOf = ({ lines, others }: Awaited<ReturnType<typeof attendanceOf>>, over: boolean): Line[] => [
  ...lines.map(({ person, title, part, reply, why, deputy, came }) => ({
    name: person.name, title, part: zh.parts[part], at: came && timeWritten(came.at), order: came?.order ?? null,
    remark: [came && came.name !== person.name ? `${came.name}代` : !came && deputy ? `委托${deputy.name}` : '', came?.late ? `迟到 ${came.late} 分钟` : '', !came && reply === 'leave' ? `请假：${why}` : '', !came && reply !== 'leave' && over ? '未到' : ''].filter(Boolean).join('，'),
  })),
  ...others.map(({ name, guest, at, order, late }) => ({ name, title: guest ? '来宾' : '', part: zh.parts.observes, at: timeWritten(at), order, remark: late ? `迟到 ${late} 分钟` : '' })),
];

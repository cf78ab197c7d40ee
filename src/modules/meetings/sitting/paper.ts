import { fileURLToPath } from 'node:url';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf } from '#mechanisms/reports/sheets.ts';
import type { Reading } from '#platform/module.ts';
import { itemsOf, type MeetingRow } from '../meetings.ts';
import { namesOf } from '../people.ts';
import { momentInFull, schoolOf, timeWritten } from '../papers.ts';
import { attendanceOf } from '../signin/attendance.ts';
import { zh } from '../words.zh.ts';

const template = fileURLToPath(new URL('./record.typ', import.meta.url));

/** 红头本: the page of the record book, headed and ruled, to be written on by hand. */
export const recordPageOf = async (ctx: Reading, meeting: MeetingRow) => {
  const [{ lines, others }, items, people] = [await attendanceOf(ctx, meeting), await itemsOf(ctx, meeting.id), await namesOf(ctx, [meeting.chairId, meeting.minuteTakerId])];
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const coming = (part: string) => lines.filter((line) => line.part === part && (meeting.endedAt ? line.came !== null : line.reply !== 'leave')).map(({ person, deputy, came }) => (came && came.name !== person.name ? `${came.name}（代${person.name}）` : deputy ? `${deputy.name}（代${person.name}）` : person.name));
  const away = lines.filter(({ reply, came }) => reply === 'leave' && !came).map(({ person, why }) => (why ? `${person.name}（${why}）` : person.name));
  const data = {
    school: await schoolOf(ctx), title: '会议记录', meeting: meeting.title, kind: zh.kinds[meeting.kind as keyof typeof zh.kinds],
    when: `${momentInFull(meeting.begunAt ?? meeting.startsAt)}至${meeting.endedAt ? timeWritten(meeting.endedAt) : '　　　　'}`, place: meeting.place, chair: nameOf(meeting.chairId), minuteTaker: nameOf(meeting.minuteTakerId),
    attends: coming('attends').join('、'), observes: [...coming('observes'), ...others.map(({ name }) => name)].join('、'), away: away.join('、'),
    agenda: items.map(({ title, secrecy, presenter, minutes }, i) => `${i + 1}．${secrecy > 0 ? '（涉密议题）' : title}（${presenter.name}，${minutes} 分钟）`),
  };
  return asPdf(`会议记录 ${meeting.title}`, await pdf(template, data));
};

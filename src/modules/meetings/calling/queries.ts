import { asDocx, asPdf } from '#mechanisms/reports/sheets.ts';
import { papersForMeetings } from '#modules/documents/outgoing/public.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { itemsOf, meetingsFor, participantsOf } from '../meetings.ts';
import { momentInFull } from '../papers.ts';
import type { calling as contract } from './contract.ts';
import { noticeBody } from './notice.ts';

export const queries: Queries<Pick<typeof contract, 'noticePaper'>> = {
  /** 会议通知 on the paper of official letters (GB/T 9704); until it is sent it is marked as a draft. */
  async noticePaper(ctx, { params, query: { as } }) {
    const meeting = await wholeOf(ctx, params.meetingId);
    const name = `会议通知 ${meeting.title}`;
    const body = noticeBody({ ...meeting, when: momentInFull(meeting.startsAt), minutes: Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000), people: await participantsOf(ctx, meeting.id), items: await itemsOf(ctx, meeting.id) });
    const paper = await papersForMeetings(ctx.db, { layout: 'letter', number: '', title: `关于召开${meeting.title}的通知`, mainTo: '各参会人员', body, attending: '', absent: '', observing: '', copyTo: [], at: meeting.calledAt ?? ctx.now, isDraft: meeting.state !== 'called' });
    return as === 'pdf' ? asPdf(name, await paper.pdf()) : asDocx(name, await paper.docx());
  },
};

const wholeOf = (ctx: Pick<Reading, 'db' | 'actor'>, id: string) =>
  meetingsFor(ctx).innerJoin('people as c', 'c.id', 'm.chairId').select(['m.id', 'm.title', 'm.startsAt', 'm.endsAt', 'm.place', 'm.prepare', 'm.state', 'm.calledAt', 'c.name as chair']).where('m.id', '=', id).executeTakeFirstOrThrow(notFound);

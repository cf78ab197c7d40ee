import type { Reading } from '#platform/module.ts';
import type { WholeMeeting } from '../nouns.ts';
import { whyNotSignOthers } from '../signin/rules.ts';
import { whyNotBegin, whyNotScan, whyNotWrite } from './rules.ts';
import { opensAt, writes } from './sitting.ts';

/** Of the minute-taker and the office: begin it, write it down, sign people in, keep the scan of the page. */
export const whyNotSit = async (ctx: Reading, meeting: Pick<WholeMeeting, 'state' | 'startsAt' | 'begunAt' | 'endedAt' | 'minuteTaker'>): Promise<Record<string, string[]>> => {
  const mine = writes(ctx, meeting.minuteTaker.id);
  if (!mine || meeting.state !== 'called') return {};
  const opens = await opensAt(ctx, meeting.startsAt);
  return {
    ...(meeting.begunAt === null && { beginMeeting: whyNotBegin(meeting, { mine, now: ctx.now, opens }) }),
    ...(meeting.begunAt !== null && meeting.endedAt === null && { write: whyNotWrite(meeting, mine) }),
    ...(meeting.begunAt !== null && { attachScan: whyNotScan(meeting, mine) }),
    ...(meeting.endedAt === null && { signInFor: whyNotSignOthers(meeting, { mine, now: ctx.now, opens }) }),
  };
};

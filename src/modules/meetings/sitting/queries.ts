import { setting } from '#mechanisms/settings/settings.ts';
import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { itemsOf, meetingsFor, person } from '../meetings.ts';
import type { Sitting } from '../nouns.ts';
import { resolutionsOf } from '../resolutions/resolutions.ts';
import type { sitting as contract } from './contract.ts';
import { recordPageOf } from './paper.ts';
import { countedOf, meetingRow, pointsOf } from './sitting.ts';
import { whyNotSit } from './why-not.ts';

export const queries: Queries<Pick<typeof contract, 'sitting' | 'recordPage'>> = {
  async sitting(ctx, { params }) {
    const meeting = (await meetingsFor(ctx).innerJoin('people as c', 'c.id', 'm.chairId').innerJoin('people as t', 't.id', 'm.minuteTakerId')
      .select(['m.id', 'm.title', 'm.place', 'm.startsAt', 'm.endsAt', 'm.state', 'm.begunAt', 'm.endedAt', 'm.writtenLater', person('c.id', 'c.name').as('chair'), person('t.id', 't.name').as('minuteTaker')])
      .where('m.id', '=', params.meetingId).executeTakeFirstOrThrow(notFound)) as Pick<Sitting, 'id' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'state' | 'begunAt' | 'endedAt' | 'writtenLater' | 'chair' | 'minuteTaker'>;
    return {
      ...meeting, items: await itemsOf(ctx, meeting.id), points: await pointsOf(ctx, meeting.id), resolutions: await resolutionsOf(ctx, meeting.id), counted: await countedOf(ctx, meeting.id),
      now: ctx.now, warnMinutes: await setting<number>(ctx, 'meetings.warn_minutes'), whyNot: await whyNotSit(ctx, meeting),
    };
  },

  recordPage: async (ctx, { params }) => recordPageOf(ctx, await meetingRow(ctx, params.meetingId)),
};

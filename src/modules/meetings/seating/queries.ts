import { fileURLToPath } from 'node:url';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { asPdf } from '#mechanisms/reports/sheets.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { isOver } from '../equipment/rules.ts';
import { meetingsFor } from '../meetings.ts';
import { momentInFull, schoolOf } from '../papers.ts';
import type { Seat, seating as contract } from './contract.ts';
import { inRows, roundTable } from './rules.ts';
import { seatingOf } from './seats.ts';

const template = (name: string) => fileURLToPath(new URL(`./${name}.typ`, import.meta.url));

export const queries: Queries<Pick<typeof contract, 'seating' | 'seatingPaper' | 'nameCards'>> = {
  async seating(ctx, { params }) {
    const meeting = await readMeeting(ctx, params.meetingId);
    return { ...(await seatingOf(ctx, meeting.id)), mayChange: ctx.actor.permissions.has('meetings.manage') && !isOver(meeting, ctx.now) };
  },

  /** 座次图, seen from those who face the first. */
  async seatingPaper(ctx, { params }) {
    const { id, title, startsAt, place } = await readMeeting(ctx, params.meetingId);
    const { seats, shape, ...look } = await seatingOf(ctx, id);
    const numbered = seats.map(shownOf);
    const data = { school: await schoolOf(ctx), title, when: momentInFull(startsAt), place, shape, table: roundTable(numbered), ...inRows(numbered, look), perRow: look.perRow };
    return asPdf(`座次图 ${title}`, await pdf(template('seats'), data));
  },

  /** 名签: A4, folded, the name on both sides. */
  async nameCards(ctx, { params }) {
    const { id, title } = await readMeeting(ctx, params.meetingId);
    const { seats } = await seatingOf(ctx, id);
    return asPdf(`名签 ${title}`, await pdf(template('cards'), { title, names: seats.map(({ person }) => spaced(person.name)) }));
  },
};

const readMeeting = (ctx: Pick<Reading, 'db' | 'actor'>, id: string) => meetingsFor(ctx).select(['m.id', 'm.title', 'm.startsAt', 'm.endsAt', 'm.place', 'm.state']).where('m.id', '=', id).executeTakeFirstOrThrow(notFound);

const shownOf = ({ person, title, observes }: Seat, i: number) => ({ number: i + 1, name: person.name, title: observes ? `${title}（列席）` : title });

/** A name of two characters is set as wide as one of three. */
const spaced = (name: string) => ([...name].length === 2 ? [...name].join('　') : name);

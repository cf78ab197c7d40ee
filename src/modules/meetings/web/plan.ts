import type { WholeMeeting } from '../nouns.ts';
import type { Plan } from '../planning/contract.ts';
import { isPlaced } from './PlacePicker.tsx';

export interface TypedItem {
  topicId: string;
  title: string;
  minutes: number;
  presenterId: string;
}

export interface TypedPlan extends Omit<Plan, 'items' | 'startsAt'> {
  startsAt: string | null;
  items: TypedItem[];
}

export const emptyPlan = (me: string): TypedPlan => ({ kind: 'leaders', title: '', startsAt: null, minutes: 60, place: '', room: null, chairId: '', minuteTakerId: me, prepare: '', urgentWhy: '', attends: [], observes: [], items: [] });

const minutesOf = ({ startsAt, endsAt }: Pick<WholeMeeting, 'startsAt' | 'endsAt'>) => Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** A meeting as its form has it. */
export const planOf = (meeting: WholeMeeting): TypedPlan => {
  const of = (part: string) => meeting.people.filter((one) => one.part === part).map(({ person }) => person.id);
  return {
    kind: meeting.kind, title: meeting.title, startsAt: meeting.startsAt, minutes: minutesOf(meeting), place: meeting.place, room: wishOf(meeting), chairId: meeting.chair.id, minuteTakerId: meeting.minuteTaker.id,
    prepare: meeting.prepare, urgentWhy: meeting.urgentWhy, attends: of('attends'), observes: of('observes'), items: meeting.items.map(({ topicId, title, minutes, presenter }) => ({ topicId, title, minutes, presenterId: presenter.id })),
  };
};

/** What was wished for with the room it has. */
export const wishOf = ({ room }: Pick<WholeMeeting, 'room'>) => room && { roomId: room.roomId, equipment: room.equipment, exception: room.exception };

/** What is sent of it. */
export const sentOf = (typed: TypedPlan): Plan => ({ ...typed, startsAt: typed.startsAt!, items: typed.items.map(({ title: _, ...item }) => item) });

export const isReady = ({ title, startsAt, place, room, chairId, minuteTakerId, items }: TypedPlan) => title.trim() !== '' && startsAt !== null && isPlaced({ place, room }) && chairId !== '' && minuteTakerId !== '' && items.every(({ presenterId }) => presenterId !== '');

export { minutesOf };

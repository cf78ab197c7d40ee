import { reasons } from '#platform/rules.ts';

interface Rule {
  each: number;
  per: number;
  spare: number;
  leastPeople: number;
}

/** How much of it so many people need; 0: none. */
export const countFor = ({ each, per, spare, leastPeople }: Rule, people: number) => {
  if (people < leastPeople) return 0;
  return (per === 0 ? each : Math.ceil(people / per) * each) + spare;
};

interface Line {
  name: string;
  count: number;
  usual: number | null;
}

/** What the office wrote itself: it stays when the list is counted anew. */
export const isByHand = ({ count, usual }: Pick<Line, 'count' | 'usual'>) => usual === null || usual !== count;

/** Each kind stands in a list once. */
export const whyNotList = (lines: readonly { name: string }[]) => reasons([new Set(lines.map(({ name }) => name)).size < lines.length, 'meetings.equipment_twice']);

interface Standing {
  state: string;
  endsAt: string;
  handedOverAt: string | null;
}

export const isOver = ({ state, endsAt }: Pick<Standing, 'state' | 'endsAt'>, now: string) => state === 'cancelled' || endsAt <= now;

/** Nothing more is prepared for a meeting that is over or cancelled. */
export const whyNotPrepare = (preparation: Pick<Standing, 'state' | 'endsAt'>, now: string) => reasons([isOver(preparation, now), 'meetings.preparation_over']);

/** A defect says what it is; after the hand-over nothing is unticked any more. */
export const whyNotCheck = (preparation: Standing, wanted: { state: string; defect: string }, now: string) => reasons(
  [isOver(preparation, now),                                                'meetings.preparation_over'],
  [preparation.handedOverAt !== null && wanted.state === 'open',            'meetings.handed_over'],
  [wanted.state === 'defect' && wanted.defect === '',                       'meetings.defect_missing'],
);

export const whyNotHandOver = (preparation: Standing, open: number, now: string) => reasons(
  [isOver(preparation, now),                  'meetings.preparation_over'],
  [preparation.handedOverAt !== null,         'meetings.handed_over'],
  [open > 0,                                  'meetings.not_all_checked'],
);

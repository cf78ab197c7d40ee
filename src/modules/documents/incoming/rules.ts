import type { State } from './nouns.ts';

const open = ['registered', 'accepted', 'proposed', 'instructed', 'dispatched', 'circulating', 'stub'] as const;

/** What an act may do to a document's state. An act that is not named here leaves it as it is. `or`: nobody is asked to instruct any more. */
export const lifecycle = {
  accept: { from: ['registered'], to: 'accepted' },
  sendBack: { from: ['registered'], to: 'returned' },
  propose: { from: ['accepted', 'instructed', 'proposed'], to: 'proposed', or: 'instructed' },
  instruct: { from: ['proposed'], to: 'instructed' },
  dispatch: { from: ['instructed', 'dispatched'], to: 'dispatched' },
  sendBackProposal: { from: ['proposed'], to: 'accepted' },
  addLeader: { from: ['proposed', 'instructed'], to: 'proposed' },
  convert: { from: ['accepted', 'proposed', 'instructed', 'circulating'], to: 'accepted' },
  recallReader: { from: ['circulating'], to: 'accepted', or: 'done' },
  reopen: { from: ['done'], to: 'accepted', or: 'dispatched' },
  circulate: { from: ['accepted', 'proposed', 'instructed', 'dispatched', 'circulating'], to: 'circulating' },
  finish: { from: ['accepted', 'instructed', 'dispatched', 'circulating', 'stub'], to: 'done' },
  voidLine: { from: open, to: 'void' },
  classify: { from: open, to: 'stub' },
} as const satisfies Record<string, { from: readonly State[]; to: State; or?: State }>;

export type Act = keyof typeof lifecycle;

export const canStart = (act: Act, state: State) => (lifecycle[act].from as readonly State[]).includes(state);

/** Done, returned or void: nothing more is asked of anybody. */
export const ended = ['done', 'returned', 'void'] as const;

export const hasEnded = (state: State) => (ended as readonly State[]).includes(state);

export const isOrStandsFor = (actor: { id: string; deputyFor: readonly { id: string }[] }, person: string) =>
  actor.id === person || actor.deputyFor.some(({ id }) => id === person);

import { State } from '#ui/State.tsx';
import type { Line, State as Name } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';

const tones: Record<Name, 'go' | 'wait' | 'done' | 'off'> = { draft: 'wait', approving: 'go', signed: 'wait', checked: 'wait', numbered: 'wait', sealed: 'wait', issued: 'done', dropped: 'off' };

export const DocumentState = ({ state }: { state: Name }) => <State tone={tones[state]}>{useOutgoingWords().states[state]}</State>;

/** 加急, 特急. */
export const Urgency = ({ urgency }: Pick<Line, 'urgency'>) => {
  const { urgencies } = useOutgoingWords();
  return urgency > 0 ? <strong className={urgency === 2 ? 'seal' : 'soon'}>{urgencies[urgency]} </strong> : null;
};

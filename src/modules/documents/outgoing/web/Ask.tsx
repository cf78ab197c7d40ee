import { type Asked, Ask as Window } from '#ui/Ask.tsx';
import { stale, useOutgoingWords } from './api.ts';

/** One act on an outgoing document that needs words. */
export const Ask = <T extends object>(asked: Asked<T>) => <Window {...asked} words={useOutgoingWords().refusals} stale={stale} />;

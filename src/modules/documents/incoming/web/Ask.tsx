import { type Asked, Ask as Window } from '#ui/Ask.tsx';
import { useIncomingWords } from './api.ts';

/** One act on an incoming document that needs words. */
export const Ask = <T extends object>(asked: Asked<T>) => <Window {...asked} words={useIncomingWords().refusals} stale={['incoming', 'todos', 'deadlines', 'files']} />;

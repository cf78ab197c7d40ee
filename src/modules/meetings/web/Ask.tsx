import { type Asked, Ask as Window } from '#ui/Ask.tsx';
import { stale, useMeetingWords } from './api.ts';

/** One act on a meeting that needs words. */
export const Ask = <T extends object>(asked: Asked<T>) => <Window {...asked} words={useMeetingWords().refusals} stale={stale} />;

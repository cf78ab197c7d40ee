import { type Asked, Ask as Window } from '#ui/Ask.tsx';
import { stale, useArchiveWords } from './api.ts';

/** One act of the archive that needs words. */
export const Ask = <T extends object>(asked: Asked<T>) => <Window {...asked} words={useArchiveWords().refusals} stale={stale} />;

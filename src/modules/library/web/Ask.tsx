import { type Asked, Ask as AskWindow } from '#ui/Ask.tsx';
import { stale, useLibraryWords } from './api.ts';

/** A window of the library: its refusals in words, and what it touches read again. */
export const Ask = <T extends object>(asked: Asked<T>) => <AskWindow {...asked} words={useLibraryWords().refusals} stale={stale} />;

import { reasons } from '#platform/rules.ts';

/** One check at a time: it reads every file there is. */
export const whyNotCheck = (running: boolean) => reasons(
  [running, 'archive.check_running'],
);

/** What became of a file: nothing, or it is not what it was, or it is not there. */
export const foundOf = (kept: string, now: string | undefined) => (now === undefined ? 'missing' : now === kept ? 'sound' : 'changed');

import { diffChars } from 'diff';

/** Beyond this many letters it is no slip of the pen, and nobody counts on. */
const most = 500;

/** Letters struck out and letters put in. */
export const lettersChanged = (before: string, after: string) =>
  diffChars(before, after, { maxEditLength: most })?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? most;

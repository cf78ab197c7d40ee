import { client } from '#platform/client.ts';
import { useWords } from '#ui/words.ts';
import { approvals } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

export const api = client('approvals', approvals);

export const useApprovalWords = () => useWords({ zh, en });

/** What an act on an approval makes stale. */
export const stale = ['approvals', 'todos', 'deadlines', 'lifecycle'];

import { client } from '#platform/client.ts';
import { useWords } from '#ui/words.ts';
import { meetings } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

export const api = client('meetings', meetings);

/** What is read again after an act on a meeting. */
export const stale = ['meetings', 'approvals', 'lifecycle', 'todos', 'files'] as const;

const chinese = { ...zh, ...pagesZh };
const english = { ...en, ...pagesEn } as unknown as typeof chinese;

/** The words of the module and of its pages. */
export const useMeetingWords = () => useWords({ zh: chinese, en: english });

import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import { client } from '#platform/client.ts';
import { useWords } from '#ui/words.ts';
import { rooms } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

export const api = client('rooms', rooms);

/** What is read again after an act about rooms. */
export const stale = ['rooms', 'lifecycle', 'approvals', 'todos'] as const;

const chinese = { ...zh, ...pagesZh, refusals: { ...filesZh.refusals, ...zh.refusals } };
const english = { ...en, ...pagesEn, refusals: { ...filesEn.refusals, ...en.refusals } } as unknown as typeof chinese;

/** The words of the module and of its pages. */
export const useRoomWords = (): typeof chinese => useWords({ zh: chinese, en: english });

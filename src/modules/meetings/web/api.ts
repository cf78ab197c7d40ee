import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvalsZh } from '#mechanisms/approvals/words.zh.ts';
import { en as roomsEn, zh as roomsZh } from '#modules/rooms/contract.ts';
import { client } from '#platform/client.ts';
import { useWords } from '#ui/words.ts';
import { meetings } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

export const api = client('meetings', meetings);

/** What is read again after an act on a meeting. */
export const stale = ['meetings', 'approvals', 'lifecycle', 'todos', 'files', 'rooms'] as const;

/** A room is booked on these pages: what that refuses is said in the words of the rooms. */
const chinese = { ...zh, ...pagesZh, roomStates: roomsZh.states, roomClasses: roomsZh.classes, refusals: { ...approvalsZh.refusals, ...roomsZh.refusals, ...zh.refusals } };
const english = { ...en, ...pagesEn, roomStates: roomsEn.states, roomClasses: roomsEn.classes, refusals: { ...approvalsEn.refusals, ...roomsEn.refusals, ...en.refusals } } as unknown as typeof chinese;

/** The words of the module and of its pages. */
export const useMeetingWords = () => useWords({ zh: chinese, en: english });

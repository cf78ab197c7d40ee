import { client } from '#platform/client.ts';
import { readAgainWith } from '#ui/live.ts';
import { useWords } from '#ui/words.ts';
import { archive } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

export const api = client('archive', archive);

/** What is read again after an act of the archive. */
export const stale = ['archive', 'incoming', 'outgoing', 'lifecycle'] as const;

readAgainWith(['incoming', 'outgoing'], ['archive', 'waiting']);
readAgainWith(['incoming', 'outgoing'], ['archive', 'years']);

type Chinese = typeof zh & typeof pagesZh;
const chinese = { ...zh, ...pagesZh, labels: { ...zh.labels, ...pagesZh.labels } };
const english = { ...en, ...pagesEn, labels: { ...en.labels, ...pagesEn.labels } } as unknown as typeof chinese;

/** The words of the module and of its pages. */
export const useArchiveWords = (): Chinese => useWords({ zh: chinese, en: english });

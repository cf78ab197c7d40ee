import { client } from '#platform/client.ts';
import { useLanguage } from '#ui/words.ts';
import { incoming } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

export const api = client('incoming', incoming);

const english = { ...en, awaitedItems: pagesEn.awaitedItems, labels: { ...en.labels, ...pagesEn.labels } };
export type IncomingWords = typeof english;
const chinese = { ...zh, awaitedItems: pagesZh.awaitedItems, labels: { ...zh.labels, ...pagesZh.labels } } as unknown as IncomingWords;

/** The words of the module and of its pages. */
export const useIncomingWords = () => (useLanguage() === 'zh' ? chinese : english);

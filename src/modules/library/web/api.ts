import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import { client } from '#platform/client.ts';
import { useLanguage } from '#ui/words.ts';
import { library } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

export const api = client('library', library);

/** What is read again after an act in the library. */
export const stale = ['library', 'files', 'lifecycle', 'search'] as const;

const chinese = { ...zh, ...pagesZh, refusals: { ...filesZh.refusals, ...zh.refusals } as Record<string, string> };
const english: typeof chinese = { ...en, ...pagesEn, refusals: { ...filesEn.refusals, ...en.refusals } };

/** The words of the module and of its pages. */
export const useLibraryWords = () => (useLanguage() === 'zh' ? chinese : english);

/** Where an item opens. */
export const hrefOf = ({ id, isFolder }: { id: string; isFolder: boolean }) => (isFolder ? `/library/${id}` : `/records/${id}`);

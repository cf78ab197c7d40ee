import { useWords } from '#ui/words.ts';
import { en as saidEn } from '../paper/words.en.ts';
import { zh as saidZh } from '../paper/words.zh.ts';
import { en } from './paper-words.en.ts';
import { zh } from './paper-words.zh.ts';

export const usePaperWords = () => useWords({ zh: { ...saidZh, ...zh }, en: { ...saidEn, ...en } as unknown as typeof saidZh & typeof zh });

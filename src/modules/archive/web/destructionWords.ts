import { useWords } from '#ui/words.ts';
import { en as saidEn } from '../destruction/words.en.ts';
import { zh as saidZh } from '../destruction/words.zh.ts';
import { en } from './destruction-words.en.ts';
import { zh } from './destruction-words.zh.ts';

export const useDestructionWords = () => useWords({ zh: { ...saidZh, ...zh }, en: { ...saidEn, ...en } as unknown as typeof saidZh & typeof zh });

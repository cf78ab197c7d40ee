import { useWords } from '#ui/words.ts';
import { en as saidEn } from '../loans/words.en.ts';
import { zh as saidZh } from '../loans/words.zh.ts';
import { en } from './loan-words.en.ts';
import { zh } from './loan-words.zh.ts';

export const useLoanWords = () => useWords({ zh: { ...saidZh, ...zh }, en: { ...saidEn, ...en } as unknown as typeof saidZh & typeof zh });

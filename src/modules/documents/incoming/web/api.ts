import { client } from '#platform/client.ts';
import { useWords } from '#ui/words.ts';
import { incoming } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

export const api = client('incoming', incoming);

export type IncomingWords = typeof en;

export const useIncomingWords = () => useWords<IncomingWords>({ zh: zh as unknown as IncomingWords, en });

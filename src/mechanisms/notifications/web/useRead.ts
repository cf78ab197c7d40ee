import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { useLanguage } from '#ui/words.ts';
import { asRead } from '../filled.ts';

/** Messages in the reader's language, with days as the office says them. */
export const useRead = () => {
  const reader = { language: useLanguage(), today: wall(useNow()).slice(0, 10) };
  return (sentence: string, params: Readonly<Record<string, string>>) => asRead(sentence, params, reader);
};

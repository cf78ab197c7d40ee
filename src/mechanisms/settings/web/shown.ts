import { useWords } from '#ui/words.ts';
import type { Setting } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

/** A value with its unit, as a person reads it. */
export const useShown = () => {
  const { labels } = useWords({ zh, en });
  return (value: Setting['value'], unit: string) => {
    if (typeof value === 'boolean') return value ? labels.yes : labels.no;
    return [value, labels.units[unit] ?? unit].filter((part) => part !== '').join(' ');
  };
};

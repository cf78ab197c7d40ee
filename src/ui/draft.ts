import { useEffect, useState } from 'react';
import { mine } from './kept.ts';

const nameOf = (key: string) => mine(`draft.${key}`);

const read = <T,>(key: string): T | undefined => {
  try {
    return JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** What is typed survives a reload, an ended session and a lost network. `clear` after it was sent. */
export const useDraft = <T,>(key: string, start: T) => {
  const [kept] = useState(() => read<T>(key));
  const [value, set] = useState<T>(kept ?? start);
  useEffect(() => {
    const timer = setTimeout(() => localStorage.setItem(nameOf(key), JSON.stringify(value)), 300);
    return () => clearTimeout(timer);
  }, [key, value]);
  const clear = (next: T = start) => {
    set(next);
    // After the timer of the last change, so that an old value is not written back.
    setTimeout(() => localStorage.removeItem(nameOf(key)), 350);
  };
  return { value, set, clear, restored: kept !== undefined };
};

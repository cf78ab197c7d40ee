import { useEffect, useRef, useState } from 'react';
import { mine } from './kept.ts';

const nameOf = (key: string) => mine(`draft.${key}`);

const read = <T,>(key: string): T | undefined => {
  try {
    return JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** What is typed survives a reload, an ended session and a lost network, to the last letter. `clear` after it was sent. */
export const useDraft = <T,>(key: string, start: T) => {
  const [kept] = useState(() => read<T>(key));
  const [value, set] = useState<T>(kept ?? start);
  const empty = useRef(start);
  useEffect(() => {
    if (value === empty.current) localStorage.removeItem(nameOf(key));
    else localStorage.setItem(nameOf(key), JSON.stringify(value));
  }, [key, value]);
  const clear = (next: T = start) => {
    empty.current = next;
    // At once: the window that was sent is gone before the effect runs.
    localStorage.removeItem(nameOf(key));
    set(next);
  };
  return { value, set, clear, restored: kept !== undefined };
};

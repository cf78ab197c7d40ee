import { useState } from 'react';

const prefix = 'zongban.kept.';

const read = <T,>(key: string): T | undefined => {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** How this person likes a page: columns, filters, views. Kept in this browser. */
export const useKept = <T,>(key: string, start: T) => {
  const [value, set] = useState<T>(() => read<T>(key) ?? start);
  const keep = (next: T) => {
    localStorage.setItem(prefix + key, JSON.stringify(next));
    set(next);
  };
  return [value, keep] as const;
};

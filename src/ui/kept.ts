import { useState } from 'react';

let owner = '';

/** Whose drafts and habits these are: two people at one office computer do not see each other's. */
export const keepFor = (personId: string) => {
  owner = personId;
};

export const mine = (name: string) => `zongban.${owner}.${name}`;

const nameOf = (key: string) => mine(`kept.${key}`);

const read = <T,>(key: string): T | undefined => {
  try {
    return JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** What this person likes, read once where nothing is drawn. */
export const keptNow = <T,>(key: string, start: T): T => read<T>(key) ?? start;

/** How this person likes a page: columns, filters, views. Kept in this browser. */
export const useKept = <T,>(key: string, start: T) => {
  const [value, set] = useState<T>(() => read<T>(key) ?? start);
  const keep = (next: T) => {
    localStorage.setItem(nameOf(key), JSON.stringify(next));
    set(next);
  };
  return [value, keep] as const;
};

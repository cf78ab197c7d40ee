import { useSyncExternalStore } from 'react';

let now = new Date().toISOString();
const listeners = new Set<() => void>();

setInterval(() => {
  now = new Date().toISOString();
  for (const listener of listeners) listener();
}, 30_000);

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The present moment, anew each half minute, one for everything on the page that counts down. */
export const useNow = () => useSyncExternalStore(watch, () => now);

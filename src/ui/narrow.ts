import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 760px)');

const watch = (listener: () => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** A phone, or a window as narrow as one. The style sheet changes at the same width. */
export const useNarrow = () => useSyncExternalStore(watch, () => narrow.matches);

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

const first = 2_000;
const longest = 60_000;
const listeners = new Set<() => void>();
let away = false;

const say = (next: boolean) => {
  away = next;
  for (const listener of listeners) listener();
};

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The server has not answered twice in a row: what is on the screen may be old. */
export const useServerAway = () => useSyncExternalStore(watch, () => away);

const alsoRead = new Map<string, readonly string[][]>();

/** A list that is made of what other modules have is read again when that changes, too. */
export const readAgainWith = (modules: readonly string[], queryKey: string[]) => {
  for (const name of modules) alsoRead.set(name, [...(alsoRead.get(name) ?? []), queryKey]);
};

/** What changed elsewhere is read again here, while somebody looks: a browser has few lines to a server. */
export const useLive = () => {
  const queries = useQueryClient();
  useEffect(() => {
    let close = () => undefined as void;
    const follow = () => {
      close();
      close = document.hidden ? () => undefined : listen(queries);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => (close(), document.removeEventListener('visibilitychange', follow));
  }, [queries]);
};

/**
 * A line that breaks is opened anew, later each time, and everything is then read once, because what happened in
 * between was not heard.
 */
const listen = (queries: QueryClient) => {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = first;
  const open = () => {
    source = new EventSource('/api/live');
    source.onopen = () => {
      if (wait > first) void queries.invalidateQueries();
      wait = first;
      say(false);
    };
    source.onmessage = ({ data }) => {
      for (const what of JSON.parse(data) as string[]) for (const queryKey of [[what], ...(alsoRead.get(what) ?? [])]) void queries.invalidateQueries({ queryKey });
    };
    source.onerror = () => {
      source.close();
      say(wait > first);
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longest);
      // Where no line can be opened at all, what is on the screen is asked for at the same pace.
      if (wait === longest) void queries.invalidateQueries();
    };
  };
  open();
  return () => (source.close(), clearTimeout(timer), say(false));
};

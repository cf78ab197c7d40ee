import { useSyncExternalStore } from 'react';
import { useServerAway } from './live.ts';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

const watch = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => (window.removeEventListener('online', listener), window.removeEventListener('offline', listener));
};

/** Says that there is no network or no server, and what that means for what is on the screen. */
export const Offline = () => {
  const { labels } = useWords({ zh, en });
  const isOnline = useSyncExternalStore(watch, () => navigator.onLine);
  const isAway = useServerAway();
  const said = !isOnline ? labels.noNetwork : isAway ? labels.noServer : undefined;
  return <div role="status">{said && <p className="offline no-print">{said}</p>}</div>;
};

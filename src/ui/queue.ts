import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import type { Problem } from '#platform/problem.ts';
import { mine } from './kept.ts';
import { newKey } from './new-key.ts';

/** One thing that was written here and that the server does not have yet, or has just taken. */
export interface Queued<Call> {
  /** The same for each try, so that nothing is done twice. */
  key: string;
  call: Call;
  /** It was on its way once: the server may have it, so it is neither corrected nor dropped here any more. */
  tried: boolean;
  sent: boolean;
  /** Why the server did not take it; it waits for whoever wrote it. */
  codes: readonly string[];
}

const pause = 4_000;
const listeners = new Set<() => void>();
const running = new Set<string>();
/** What somebody is correcting: it and what is behind it waits. A reload forgets it. */
const held = new Set<string>();

const nameOf = (queue: string) => mine(`queue.${queue}`);

const read = <Call,>(queue: string): Queued<Call>[] => parsed(localStorage.getItem(nameOf(queue)));

const parsed = <Call,>(text: string | null): Queued<Call>[] => {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
};

const write = (queue: string, all: readonly Queued<unknown>[]) => {
  if (all.length) localStorage.setItem(nameOf(queue), JSON.stringify(all));
  else localStorage.removeItem(nameOf(queue));
  for (const listener of listeners) listener();
};

const change = <Call,>(queue: string, of: (one: Queued<Call>) => Queued<Call> | undefined) => write(queue, read<Call>(queue).flatMap((one) => of(one) ?? []));

const watch = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => (listeners.delete(listener), window.removeEventListener('storage', listener));
};

/** Whether the last one came through to a server. */
let comesThrough = true;

/** Nothing that may still be corrected is sent into the dark: an answer to nothing in particular comes first. */
const isReached = async () => (comesThrough && navigator.onLine) || (await fetch('/api/health').then(({ ok }) => ok, () => false));

/** Without a network, without a server, or when the session has ended, the same is tried again. */
const mayPass = ({ status }: Partial<Problem>) => status === undefined || status === 401 || status >= 500;

/**
 * What is written goes to the server in its order, at once or when the network is back. Until the server has taken it, it is kept on this device,
 * also over a reload; what it does not take stays with its reasons and holds up nothing behind it.
 */
export const useQueue = <Call,>(name: string, send: (call: Call, key: string) => Promise<unknown>, stale: readonly string[]) => {
  const queries = useQueryClient();
  const text = useSyncExternalStore(watch, () => localStorage.getItem(nameOf(name)));
  const all = useMemo(() => parsed<Call>(text), [text]);
  const pump = useEffectEvent(async () => {
    if (running.has(name)) return;
    running.add(name);
    try {
      while (await sendFirst(name, send));
      if (read<Call>(name).some(({ sent }) => sent)) await Promise.all(stale.map((what) => queries.invalidateQueries({ queryKey: [what] })));
      change<Call>(name, (one) => (one.sent ? undefined : one));
    } finally {
      running.delete(name);
    }
  });
  const waiting = all.filter(({ sent, codes }) => !sent && !codes.length).length;
  useEffect(() => {
    const go = () => void pump();
    go();
    window.addEventListener('online', go);
    const timer = waiting ? setInterval(go, pause) : undefined;
    return () => (window.removeEventListener('online', go), clearInterval(timer));
  }, [waiting]);
  return {
    /** In the order in which they were written; without those that were refused. */
    ahead: all.filter(({ codes }) => !codes.length),
    waiting,
    refused: all.filter(({ codes }) => codes.length > 0),
    add: (call: Call) => write(name, [...read<Call>(name), { key: newKey(), call, tried: false, sent: false, codes: [] }]),
    /** It is not sent until it is let go. */
    hold: (key: string) => (held.add(key), () => void held.delete(key)),
    /** What was not on its way yet is sent as it says now. */
    correct: (key: string, call: Call) => change<Call>(name, (one) => (one.key === key && !one.tried ? { ...one, call } : one)),
    /** What was not on its way yet, or was refused. */
    drop: (key: string) => change<Call>(name, (one) => (one.key === key && (!one.tried || one.codes.length) ? undefined : one)),
  };
};

/** Whether there was one that was taken or refused, so that the next may follow. */
const sendFirst = async <Call,>(name: string, send: (call: Call, key: string) => Promise<unknown>) => {
  const first = read<Call>(name).find(({ sent, codes }) => !sent && !codes.length);
  if (!first || held.has(first.key) || !(await isReached()) || held.has(first.key)) return false;
  change<Call>(name, (one) => (one.key === first.key ? { ...one, tried: true } : one));
  const { call } = read<Call>(name).find(({ key }) => key === first.key) ?? {};
  if (!call) return true;
  const became = await send(call, first.key).then(() => ({ sent: true }), (problem: Problem) => (mayPass(problem) ? undefined : { codes: problem.codes }));
  comesThrough = became !== undefined;
  if (became) change<Call>(name, (one) => (one.key === first.key ? { ...one, ...became } : one));
  return became !== undefined;
};

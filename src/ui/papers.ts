import { useSyncExternalStore } from 'react';
import { mine } from './kept.ts';

/** A paper that is being set, or is ready. */
export interface Making {
  href: string;
  name: string;
  /** Seconds since it was asked for. */
  seconds: number;
  /** Seconds it took the last time, where it was set from here before. */
  usual: number | undefined;
  state: 'made' | 'ready' | 'failed';
  /** Where it is, once it is ready. */
  at?: string;
  stop: () => void;
}

let papers: readonly Making[] = [];
const listeners = new Set<() => void>();

const put = (next: readonly Making[]) => {
  papers = next;
  for (const listener of listeners) listener();
};

const change = (href: string, changes: Partial<Making>) => put(papers.map((paper) => (paper.href === href ? { ...paper, ...changes } : paper)));

/** Has a long paper set while one goes on working; asked twice it is set once. */
export const makePaper = async (href: string, name: string) => {
  if (papers.some((paper) => paper.href === href && paper.state === 'made')) return;
  dismissPaper(href);
  const stopped = new AbortController();
  put([...papers, { href, name, seconds: 0, usual: Number(localStorage.getItem(tookName(href))) || undefined, state: 'made', stop: () => stopped.abort() }]);
  const began = performance.now();
  const counting = setInterval(() => change(href, { seconds: Math.round((performance.now() - began) / 1000) }), 1000);
  try {
    const answer = await fetch(href, { signal: stopped.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    change(href, { state: 'ready', at: URL.createObjectURL(await answer.blob()) });
    localStorage.setItem(tookName(href), String(Math.ceil((performance.now() - began) / 1000)));
  } catch {
    change(href, { state: 'failed' });
  } finally {
    clearInterval(counting);
    if (stopped.signal.aborted) dismissPaper(href);
  }
};

/** How long a paper takes is remembered for it as a whole, whatever it was narrowed to. */
const tookName = (href: string) => mine(`took.${href.split('?')[0]}`);

export const dismissPaper = (href: string) => {
  const at = papers.find((paper) => paper.href === href)?.at;
  if (at) URL.revokeObjectURL(at);
  put(papers.filter((paper) => paper.href !== href));
};

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePapers = () => useSyncExternalStore(watch, () => papers);

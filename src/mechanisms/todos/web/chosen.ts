import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#platform/problem.ts';
import { newKey } from '#ui/new-key.ts';
import type { Todo } from '../contract.ts';

/** By what is asked: how a line is done from the inbox, by its item. */
export type Together = Readonly<Record<string, (itemId: string, key: string) => Promise<unknown>>>;

interface Progress {
  done: number;
  of: number;
}

/** Several lines done at once, each by its own rule on the server; those that could not be stay chosen, with the reason. */
export const useChosen = (lines: readonly Todo[], together: Together) => {
  const queries = useQueryClient();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<Progress>();
  const [result, setResult] = useState<Progress>();
  const [failed, setFailed] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const can = lines.filter((todo) => isOffered(todo, together));
  const chosen = can.filter(({ id }) => marked.has(id));
  const ids = new Set(chosen.map(({ id }) => id));
  const send = async () => {
    const left = new Map<string, readonly string[]>();
    for (const [at, { id, what, itemId }] of chosen.entries()) {
      setProgress({ done: at, of: chosen.length });
      await together[what]!(itemId!, newKey()).catch((problem: Problem) => left.set(id, problem.codes ?? ['platform.bug']));
    }
    setMarked(new Set(left.keys()));
    setFailed(left);
    setProgress(undefined);
    setResult({ done: chosen.length - left.size, of: chosen.length });
    await queries.invalidateQueries({ queryKey: ['todos'] });
  };
  return {
    can: can.map(({ id }) => id),
    chosen,
    ids,
    progress,
    result,
    failed,
    send,
    all: (on: boolean) => setMarked(new Set(on ? can.map(({ id }) => id) : [])),
    toggle: (id: string) => setMarked(ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id])),
  };
};

/** What is to be read can be marked as read; what is to be done, only where the server says that it needs no reading. */
const isOffered = ({ kind, what, itemId, together: may }: Todo, together: Together) => itemId !== null && together[what] !== undefined && (kind === 'read' || may);

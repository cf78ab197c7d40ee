import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Todo } from '../contract.ts';

/** By what is asked: marks its item as read. */
export type Reads = Readonly<Record<string, (itemId: string) => Promise<unknown>>>;

/** Several lines marked as read at once, each by its own rule on the server; those that could not be stay chosen. */
export const useChosen = (lines: readonly Todo[], reads: Reads) => {
  const queries = useQueryClient();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(0);
  const can = lines.filter(({ what, itemId }) => itemId && reads[what]);
  const ids = new Set(can.filter(({ id }) => marked.has(id)).map(({ id }) => id));
  const mark = async () => {
    setBusy(true);
    const left = new Set<string>();
    for (const { id, what, itemId } of can.filter((todo) => ids.has(todo.id))) await reads[what]!(itemId!).catch(() => left.add(id));
    setMarked(left);
    setFailed(left.size);
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['todos'] });
  };
  return {
    can: can.map(({ id }) => id),
    ids,
    busy,
    failed,
    mark,
    all: (on: boolean) => setMarked(new Set(on ? can.map(({ id }) => id) : [])),
    toggle: (id: string) => setMarked(ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id])),
  };
};

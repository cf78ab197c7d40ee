import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Problem } from '#platform/problem.ts';
import { newKey } from './new-key.ts';

/**
 * A write: sent once however often the button is pressed, with its refusals as codes. What it touches is read again.
 * The same key goes with a retry after a lost network, so that nothing is done twice.
 */
export const useAct = <Input, Answer>(send: (input: Input, key: string) => Promise<Answer>, stale: readonly string[] = [], done?: (answer: Answer) => void) => {
  const queries = useQueryClient();
  const key = useRef(newKey());
  const { mutate, isPending, error, reset } = useMutation<Answer, Problem, Input>({
    mutationFn: (input) => send(input, key.current),
    onSuccess: async (answer) => {
      key.current = newKey();
      await Promise.all(stale.map((what) => queries.invalidateQueries({ queryKey: [what] })));
      done?.(answer);
    },
    onError: (problem) => {
      if (problem.status !== 503) key.current = newKey();
    },
  });
  return { run: mutate, busy: isPending, codes: error?.codes ?? [], reset };
};

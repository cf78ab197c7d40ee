import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '#platform/problem.ts';

/** A write after which everything read of the calendar is read again. */
export const useWriting = <In, Out>(write: (input: In) => Promise<Out>, then?: (out: Out) => void) => {
  const queries = useQueryClient();
  return useMutation<Out, Problem, In>({
    mutationFn: write,
    onSuccess: async (out) => {
      await queries.invalidateQueries({ queryKey: ['calendar'] });
      then?.(out);
    },
  });
};

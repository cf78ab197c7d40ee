import { useQuery } from '@tanstack/react-query';
import type { Problem } from '#platform/problem.ts';
import { keptAnswer } from '#ui/kept-answer.ts';
import { api } from './api.ts';

const isAway = (error: unknown) => (error as Problem).status !== 401;

export const useAskedMe = () => useQuery({ ...keptAnswer(api.me.asQuery({}), 'me'), retry: (count, error) => isAway(error) && count < 2, staleTime: 60_000 });

/** Who is signed in here; undefined while it is not known, null when nobody is. */
export const useMe = () => {
  const { data, error } = useAskedMe();
  return data ?? (error && !isAway(error) ? null : undefined);
};

export const useMay = () => {
  const me = useMe();
  return (permission: string) => me?.permissions.includes(permission) ?? false;
};

import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Who is signed in here; undefined while it is not known, null when nobody is. */
export const useMe = () => {
  const { data, error } = useQuery({ ...api.me.asQuery({}), retry: false, staleTime: 60_000 });
  return data ?? (error ? null : undefined);
};

export const useMay = () => {
  const me = useMe();
  return (permission: string) => me?.permissions.includes(permission) ?? false;
};

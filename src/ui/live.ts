import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What changed elsewhere is read again here. When the line is broken the browser opens it anew; every two minutes all is read anyway. */
export const useLive = (on: boolean) => {
  const queries = useQueryClient();
  useEffect(() => {
    if (!on) return undefined;
    const source = new EventSource('/api/live');
    source.onmessage = ({ data }) => {
      for (const what of JSON.parse(data) as string[]) void queries.invalidateQueries({ queryKey: [what] });
    };
    const timer = setInterval(() => source.readyState !== EventSource.OPEN && void queries.invalidateQueries(), 120_000);
    return () => (source.close(), clearInterval(timer));
  }, [on, queries]);
};

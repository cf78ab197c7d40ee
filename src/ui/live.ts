import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const first = 2_000;
const longest = 60_000;

/**
 * What changed elsewhere is read again here. A line that breaks is opened anew, later each time, and everything is then
 * read once, because what happened in between was not heard.
 */
export const useLive = (on: boolean) => {
  const queries = useQueryClient();
  useEffect(() => {
    if (!on) return undefined;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = first;
    const open = () => {
      source = new EventSource('/api/live');
      source.onopen = () => {
        if (wait > first) void queries.invalidateQueries();
        wait = first;
      };
      source.onmessage = ({ data }) => {
        for (const what of JSON.parse(data) as string[]) void queries.invalidateQueries({ queryKey: [what] });
      };
      source.onerror = () => {
        source.close();
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, longest);
        // Where no line can be opened at all, what is on the screen is asked for at the same pace.
        if (wait === longest) void queries.invalidateQueries();
      };
    };
    open();
    return () => (source.close(), clearTimeout(timer));
  }, [on, queries]);
};

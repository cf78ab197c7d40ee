import { useEffect, useState } from 'react';

/** Whether the element with this id is on the screen. */
export const useSeen = (id: string, again: unknown) => {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const element = window.document.getElementById(id);
    if (!element) return undefined;
    const watcher = new IntersectionObserver(([entry]) => setSeen(entry!.isIntersecting), { rootMargin: '-60px 0px -120px' });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [id, again]);
  return isSeen;
};

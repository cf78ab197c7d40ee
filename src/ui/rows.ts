import { useEffect } from 'react';

const typing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [role=combobox], [role=dialog]';

const links = () => [...document.querySelectorAll<HTMLElement>('.book tbody td a, .cards li a')].filter((link) => link.offsetParent !== null);

/** j and k go from row to row of the list on the page; Enter opens the one that has the focus, as any link. */
export const useRowKeys = () => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey || (event.target as HTMLElement).closest(typing)) return;
      const all = links();
      const here = all.indexOf(document.activeElement as HTMLElement);
      all[Math.min(all.length - 1, Math.max(0, here + step))]?.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
};

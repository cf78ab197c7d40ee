import { type RefObject, useEffect } from 'react';

/** The window is named after the page's heading, also when that comes later. */
export const useTitleOf = (page: RefObject<HTMLElement | null>, product: string) => {
  useEffect(() => {
    const name = () => {
      const heading = page.current?.querySelector('h1')?.textContent?.trim();
      const title = heading ? `${heading} · ${product}` : product;
      if (document.title !== title) document.title = title;
    };
    const seen = new MutationObserver(name);
    if (page.current) seen.observe(page.current, { childList: true, subtree: true, characterData: true });
    name();
    return () => seen.disconnect();
  }, [page, product]);
};

import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Pages that belong together, one beside the other. One alone needs no line. */
export const Tabs = ({ label, pages }: { label: string; pages: readonly (readonly [string, string])[] }) => {
  const line = useRef<HTMLElement>(null);
  // On a phone the line is longer than the screen: the page that is open is in sight.
  useEffect(() => {
    const here = line.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (here && line.current) line.current.scrollLeft = here.offsetLeft - line.current.offsetLeft - (line.current.clientWidth - here.offsetWidth) / 2;
  }, [pages.length]);
  return pages.length > 1 && <nav ref={line} className="tabs no-print" aria-label={label}>{pages.map(([to, text]) => <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>{text}</Link>)}</nav>;
};

import { Link } from '@tanstack/react-router';

/** Pages that belong together, one beside the other. One alone needs no line. */
export const Tabs = ({ label, pages }: { label: string; pages: readonly (readonly [string, string])[] }) =>
  pages.length > 1 && <nav className="tabs no-print" aria-label={label}>{pages.map(([to, text]) => <Link key={to} to={to} activeOptions={{ exact: true }}>{text}</Link>)}</nav>;

import type { FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';

const close = (details: HTMLDetailsElement) => details.removeAttribute('open');

const handlers = {
  onBlur: (event: FocusEvent<HTMLDetailsElement>) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && close(event.currentTarget),
  onKeyDown: (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== 'Escape') return;
    close(event.currentTarget);
    event.currentTarget.querySelector('summary')?.focus();
  },
  onClick: (event: MouseEvent<HTMLDetailsElement>) => (event.target as HTMLElement).closest('a, button[data-closes]') && close(event.currentTarget),
};

/** A button that opens a few lines below it: links, buttons or boxes to tick. Escape and leaving close it. */
export const Menu = ({ label, children, className = '' }: { label: ReactNode; children: ReactNode; className?: string }) => (
  <details className={`menu ${className}`} {...handlers}>
    <summary>{label}</summary>
    <div>{children}</div>
  </details>
);

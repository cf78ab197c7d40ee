import type { ReactNode } from 'react';

/** A line of what is known; nothing where nothing is. */
export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (children ? <><dt>{label}</dt><dd>{children}</dd></> : null);

export const saidIn = (details: Readonly<Partial<{ [name: string]: unknown }>>) => ['why', 'reason', 'opinion', 'note'].map((name) => details[name]).filter((value): value is string => typeof value === 'string' && value !== '').join('　');

import type { zh } from './words.ts';

export interface Entry {
  to: string;
  label: keyof typeof zh;
  /** Any of these permissions shows it; none: everybody. */
  permissions?: readonly string[];
  group: 'home' | 'documents' | 'office' | 'admin';
}

/** At most nine entries a person: what they may not open is not there. */
export const menu: readonly Entry[] = [
  { to: '/', label: 'home', group: 'home', permissions: ['incoming.read'] },
  { to: '/incoming/new', label: 'intake', group: 'documents', permissions: ['incoming.register'] },
  { to: '/incoming', label: 'incoming', group: 'documents', permissions: ['incoming.read'] },
  { to: '/clocks', label: 'clocks', group: 'documents', permissions: ['incoming.read'] },
  { to: '/calls', label: 'calls', group: 'documents', permissions: ['incoming.urge'] },
  { to: '/calendar', label: 'calendar', group: 'office' },
  { to: '/people', label: 'people', group: 'office', permissions: ['organisation.read'] },
  { to: '/mails', label: 'mails', group: 'admin', permissions: ['mails.read'] },
  { to: '/roles', label: 'roles', group: 'admin', permissions: ['roles.read'] },
  { to: '/settings', label: 'settings', group: 'admin', permissions: ['settings.read'] },
  { to: '/audit', label: 'audit', group: 'admin', permissions: ['audit.read'] },
];

/** A document opened from the register still belongs to the register. */
export const isHere = ({ to }: Entry, path: string) => path === to || (to === '/incoming' && path.startsWith('/records/'));

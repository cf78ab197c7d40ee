import type { Me } from '#mechanisms/access/contract.ts';
import type { zh } from './words.zh.ts';

export interface Entry {
  to: string;
  label: keyof typeof zh;
  /** What it is for, told to administrators on their first page. */
  does?: keyof typeof zh;
  /** Any of these permissions shows it; none: everybody. */
  permissions?: readonly string[];
  group: 'home' | 'documents' | 'office' | 'admin';
}

/** At most nine entries a person: what they may not open is not there. */
const menu: readonly Entry[] = [
  { to: '/', label: 'home', group: 'home', permissions: ['incoming.read'] },
  { to: '/incoming/new', label: 'intake', group: 'documents', permissions: ['incoming.register'] },
  { to: '/incoming', label: 'incoming', group: 'documents', permissions: ['incoming.read'] },
  { to: '/clocks', label: 'clocks', group: 'documents', permissions: ['incoming.read'] },
  { to: '/calls', label: 'calls', group: 'documents', permissions: ['incoming.urge'] },
  { to: '/originals', label: 'originals', group: 'documents', permissions: ['incoming.read'] },
  { to: '/calendar', label: 'calendar', does: 'calendarDoes', group: 'office' },
  { to: '/people', label: 'people', does: 'peopleDoes', group: 'office', permissions: ['organisation.read'] },
  { to: '/mails', label: 'mails', does: 'mailsDoes', group: 'admin', permissions: ['mails.read'] },
  { to: '/roles', label: 'roles', does: 'rolesDoes', group: 'admin', permissions: ['roles.read'] },
  { to: '/settings', label: 'settings', does: 'settingsDoes', group: 'admin', permissions: ['settings.read'] },
  { to: '/audit', label: 'audit', does: 'auditDoes', group: 'admin', permissions: ['audit.read'] },
];

const mayOpen = ({ permissions }: Entry, me: Me) => !permissions || permissions.some((permission) => me.permissions.includes(permission));

export const entriesOf = (me: Me) => menu.filter((entry) => mayOpen(entry, me));

/** A page that belongs to other posts; the server refuses what it would ask for. Everybody has a home. */
export const isClosed = (path: string, me: Me) => path !== '/' && menu.some((entry) => entry.to === path && !mayOpen(entry, me));

/** A document opened from the register still belongs to the register. */
export const isHere = ({ to }: Entry, path: string) => path === to || (to === '/incoming' && path.startsWith('/records/'));

import type { Me } from '#mechanisms/access/contract.ts';
import type { zh } from './words.zh.ts';

export interface Entry {
  to: string;
  label: keyof typeof zh;
  /** What it is for, told to administrators on their first page. */
  does?: keyof typeof zh;
  /** Any of these permissions shows it; none: everybody. */
  permissions?: readonly string[];
  /** Whoever may open that page finds it there and not in the menu. */
  within?: string;
  /** Where it stands in the menu; `incoming` is reached from the register of incoming documents, `messages` from the page of messages, `settings` from that of settings. */
  group: 'home' | 'documents' | 'meetings' | 'office' | 'admin' | 'incoming' | 'messages' | 'settings';
}

/** At most nine entries a person: what they may not open is not there. */
const menu: readonly Entry[] = [
  { to: '/', label: 'home', group: 'home', permissions: ['incoming.read'] },
  { to: '/incoming/new', label: 'intake', group: 'incoming', permissions: ['incoming.register'] },
  { to: '/incoming', label: 'incoming', group: 'documents', permissions: ['incoming.read'] },
  { to: '/outgoing', label: 'outgoing', group: 'documents', permissions: ['outgoing.read'] },
  { to: '/archive', label: 'archive', group: 'documents', permissions: ['archive.read'] },
  { to: '/clocks', label: 'clocks', group: 'incoming', permissions: ['incoming.read'] },
  { to: '/calls', label: 'calls', group: 'incoming', permissions: ['incoming.urge'] },
  { to: '/originals', label: 'originals', group: 'incoming', permissions: ['incoming.read'] },
  { to: '/senders', label: 'senders', group: 'incoming', permissions: ['incoming.register'] },
  { to: '/meetings', label: 'meetings', group: 'meetings', permissions: ['meetings.take_part'] },
  { to: '/rooms', label: 'rooms', group: 'meetings', permissions: ['rooms.read'] },
  { to: '/library', label: 'library', group: 'office', permissions: ['library.read'] },
  { to: '/calendar', label: 'calendar', does: 'calendarDoes', group: 'office', within: '/settings' },
  { to: '/people', label: 'people', does: 'peopleDoes', group: 'office', permissions: ['organisation.read'] },
  { to: '/mails', label: 'mails', does: 'mailsDoes', group: 'messages', permissions: ['mails.read'] },
  { to: '/roles', label: 'roles', does: 'rolesDoes', group: 'admin', permissions: ['roles.read'] },
  { to: '/settings', label: 'settings', does: 'settingsDoes', group: 'admin', permissions: ['settings.read'] },
  { to: '/approvals/routes', label: 'routes', does: 'routesDoes', group: 'settings', permissions: ['approvals.routes'] },
  { to: '/audit', label: 'audit', does: 'auditDoes', group: 'admin', permissions: ['audit.read'] },
];

type Permitted = Pick<Me, 'permissions'>;

const mayOpen = ({ permissions }: Entry, me: Permitted) => !permissions || permissions.some((permission) => me.permissions.includes(permission));

export const entriesOf = (me: Permitted) => menu.filter((entry) => mayOpen(entry, me));

/** What stands in the menu, under the headings of the office. */
export const groupsOf = (me: Permitted) => {
  const all = entriesOf(me);
  const shown = all.filter(({ within }) => !all.some(({ to }) => to === within));
  return groups.map((group) => [group, shown.filter((entry) => entry.group === group)] as const).filter(([, entries]) => entries.length);
};

const groups = ['home', 'documents', 'meetings', 'office', 'admin'] as const;

/** A page that belongs to other posts; the server refuses what it would ask for. Everybody has a home. */
export const isClosed = (path: string, me: Permitted) => path !== '/' && menu.some((entry) => entry.to === path && !mayOpen(entry, me));

/** A document opened from the register still belongs to the register, and so do the other pages of its kind. */
export const isHere = ({ to }: Entry, path: string, kind?: string) => path === to || (path.startsWith('/records/') && to === `/${kind}`) || (['/outgoing', '/archive', '/library', '/rooms', '/meetings'].includes(to) && path.startsWith(`${to}/`)) || (to === '/incoming' && menu.some((entry) => entry.to === path && entry.group === 'incoming'));

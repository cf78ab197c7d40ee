import { reasons } from '#platform/rules.ts';

const common = [
  '1234567890', '0123456789', '0987654321', '12345678910', '123456789a', 'a123456789', '1q2w3e4r5t', '1qaz2wsx3edc', 'qwertyuiop', 'qwerty12345', 'qwer123456', 'abc1234567', 'abcd123456', 'aa123456789',
  'password12', 'password123', 'passw0rd123', 'administrator', 'admin12345', 'admin123456', 'iloveyou12', 'woaini1314', 'woaini521', '5201314520', '1314520520', 'zongban123', 'school123456', 'teacher123',
];
const simple = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What is left of a password without these words is no password. */
const isMadeOf = (wanted: string, words: readonly string[]) => words.some((word) => simple(word) !== '' && simple(wanted).replaceAll(simple(word), '').length < 4);

/** Ten characters say more than a mixture of signs; names and the best-known words say nothing. */
export const whyNotPassword = (wanted: string, person: { username: string; name?: string }, old?: string) => reasons(
  [[...wanted].length < 10,                                                        'access.password_short'],
  [isMadeOf(wanted, [person.username, person.name ?? '']),                         'access.password_is_name'],
  [common.includes(wanted.toLowerCase()) || /^(.{1,4})\1+$/u.test(wanted),       'access.password_common'],
  [wanted === old,                                                                 'access.password_same'],
);

/** Tries that are free in a quarter of an hour; after them each further one waits twice as long. */
export const limits = { account: 5, address: 30, familiar: 300, window: 900, first: 30 };

/** `sinceLast` in seconds. */
export interface Tries {
  count: number;
  sinceLast: number;
}

/** Seconds until the next try is looked at. Where the person has signed in before, a stranger's tries elsewhere hold up nobody, nor do the mistakes of many colleagues behind one address. */
export const secondsToWait = ({ account, address, isFamiliar }: { account: Tries; address: Tries; isFamiliar: boolean }) =>
  Math.max(waitOf(account, limits.account), waitOf(address, isFamiliar ? limits.familiar : limits.address));

const waitOf = ({ count, sinceLast }: Tries, free: number) => (count < free ? 0 : Math.max(0, Math.ceil(Math.min(limits.window, limits.first * 2 ** (count - free)) - sinceLast)));

const administrators = ['admin', 'security', 'auditor'];
const isAdministrator = (role: string) => administrators.includes(role);

/** 三员分立: whoever is one of the three may teach besides, and is nothing else; nobody gives themselves a role. */
export const whyNotGivePost = (role: string, held: readonly string[], isSelf: boolean) => reasons(
  [isSelf,                                                                'access.not_yourself'],
  [[...held, role].some(isAdministrator) && dutiesOf([...held, role]) > 1, 'access.administrators_are_separate'],
);

const dutiesOf = (roles: readonly string[]) => new Set(roles.filter((role) => role !== 'staff')).size;

/** A password that the system administrator knows opens no other administrator's account by itself. */
export const whyNotResetPassword = ({ isSelf, held, hasTotp }: { isSelf: boolean; held: readonly string[]; hasTotp: boolean }) => reasons(
  [isSelf,                                                                'access.not_yourself'],
  [held.some((role) => isAdministrator(role) && role !== 'admin') && !hasTotp, 'access.administrator_without_code'],
);

/** Without whom the school stands still. */
const isIndispensable = (role: string) => isAdministrator(role) || role === 'office.director';

/** The school is never left without somebody who can give accounts, roles, or read the trail, nor the office without a director. */
export const whyNotLose = (isSelf: boolean, others: readonly { role: string; left: number }[]) => reasons(
  [isSelf,                                                                                  'access.not_yourself'],
  [others.some(({ role, left }) => isIndispensable(role) && left === 0),                    'access.last_of_its_kind'],
);

/** What each of the three does alone stays with each of them. */
const kept: Record<string, string> = { 'accounts.manage': 'admin', 'settings.change': 'admin', 'roles.manage': 'security', 'audit.read': 'auditor' };

interface Grant {
  role: string;
  permission: string;
  granted: boolean;
  /** The roles to which the modules give this permission. */
  holders: readonly string[];
  /** The asker holds a post of this role. */
  isOwnRole: boolean;
}

/** An administrator gets nothing beyond what the modules give them, so no documents; nobody widens a role of their own. */
export const whyNotGrant = ({ role, permission, granted, holders, isOwnRole }: Grant) => reasons(
  [granted && isOwnRole && !holders.includes(role),                                         'access.not_yourself'],
  [granted && permission in kept && kept[permission] !== role,                              'access.administrators_are_separate'],
  [granted && isAdministrator(role) && !holders.includes(role),                             'access.administrators_are_separate'],
  [!granted && (kept[permission] === role || (permission === 'roles.read' && role === 'security')), 'access.administrators_are_separate'],
);

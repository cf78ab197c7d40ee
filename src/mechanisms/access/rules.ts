import { reasons } from '#platform/rules.ts';

const common = ['12345678', '123456789', '1234567890', 'password', 'password1', 'qwertyuiop', '1q2w3e4r5t', 'admin12345', 'abc1234567', '1111111111', '0123456789', 'iloveyou12', 'zongban123', 'woaini1314'];
const simple = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Ten characters say more than a mixture of signs; names and the best-known words say nothing. */
export const whyNotPassword = (wanted: string, person: { username: string }, old?: string) => reasons(
  [wanted.length < 10,                                                             'access.password_short'],
  [simple(wanted) === simple(person.username),                                     'access.password_is_name'],
  [common.includes(wanted.toLowerCase()) || /^(.)\1+$/.test(wanted),               'access.password_common'],
  [wanted === old,                                                                 'access.password_same'],
);

export const limits = { perAccount: 5, perAddress: 30, minutes: 15 };

/** Guessing is slowed: five wrong tries for one account or thirty from one address in a quarter of an hour. */
export const whyNotTry = (failures: { account: number; address: number }) => reasons(
  [failures.account >= limits.perAccount || failures.address >= limits.perAddress, 'access.too_many_tries'],
);

const administrators = ['admin', 'security', 'auditor'];

/** 三员分立: whoever is one of the three is neither of the other two, and nobody gives themselves a role. */
export const whyNotGivePost = (role: string, held: readonly string[], isSelf: boolean) => reasons(
  [isSelf,                                                                                            'access.not_yourself'],
  [administrators.includes(role) && held.some((other) => administrators.includes(other) && other !== role), 'access.administrators_are_separate'],
);

/** The school is never left without somebody who can give accounts, roles, or read the trail. */
export const whyNotLose = (isSelf: boolean, others: readonly { role: string; left: number }[]) => reasons(
  [isSelf,                                                                                            'access.not_yourself'],
  [others.some(({ role, left }) => administrators.includes(role) && left === 0),                      'access.last_of_its_kind'],
);

/** What only the security administrator, the system administrator and the auditor hold stays with each of them. */
const kept: Record<string, string> = { 'accounts.manage': 'admin', 'settings.change': 'admin', 'roles.manage': 'security', 'audit.read': 'auditor' };

export const whyNotGrant = (role: string, permission: string, granted: boolean) => reasons(
  [granted && permission in kept && kept[permission] !== role,                     'access.administrators_are_separate'],
  [granted && administrators.includes(role) && !(permission in kept) && /^(incoming|files|search)\./.test(permission), 'access.administrators_are_separate'],
  [!granted && kept[permission] === role,                                          'access.administrators_are_separate'],
);

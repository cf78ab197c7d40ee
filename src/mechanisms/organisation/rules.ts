import { reasons } from '#platform/rules.ts';

interface Wanted {
  deputyId: string;
  starts: string;
  ends: string;
}

interface Span {
  starts: string;
  ends: string;
}

const overlaps = (a: Span, b: Span) => a.starts < b.ends && b.starts < a.ends;

interface About {
  personId: string;
  /** Who enters it. */
  askerId: string;
  now: string;
  /** Leaves of the person, leaves in which the person stands in for somebody, leaves of the deputy. */
  own: readonly Span[];
  standsIn: readonly Span[];
  deputys: readonly Span[];
}

/** A deputy is somebody else, who is there and was not chosen by themselves; one leave at a time, and nobody's deputy is away. */
export const whyNotTakeLeave = (wanted: Wanted, about: About) => reasons(
  [wanted.ends <= wanted.starts,                                'organisation.leave_ends_before_it_starts'],
  [wanted.ends <= about.now,                                    'organisation.leave_in_the_past'],
  [wanted.deputyId === about.personId,                          'organisation.own_deputy'],
  [about.askerId !== about.personId && wanted.deputyId === about.askerId, 'organisation.deputy_is_asker'],
  [about.own.some((leave) => overlaps(leave, wanted)),          'organisation.leave_overlaps'],
  [about.standsIn.some((leave) => overlaps(leave, wanted)),     'organisation.stands_in_then'],
  [about.deputys.some((leave) => overlaps(leave, wanted)),      'organisation.deputy_on_leave'],
);

interface Departure {
  hasLeft: boolean;
  openWork: number;
  personId: string;
  successor: { id: string; isThere: boolean; isAdministrator: boolean } | null;
}

/** Nobody's open work is left lying; whoever takes over is there, and may see documents. */
export const whyNotDepart = ({ hasLeft, openWork, personId, successor }: Departure) => reasons(
  [hasLeft,                                   'organisation.has_left'],
  [openWork > 0 && successor === null,        'organisation.open_work'],
  [successor?.id === personId,                'organisation.own_deputy'],
  [successor !== null && !successor.isThere,  'organisation.no_such_deputy'],
  [successor?.isAdministrator === true,       'organisation.deputy_is_administrator'],
);

/** `isMerged`: its people, departments and work go on elsewhere. */
export const whyNotClose = ({ isOffice, isUsed, hasWork, isMerged }: { isOffice: boolean; isUsed: boolean; hasWork: boolean; isMerged: boolean }) => reasons(
  [isOffice,              'organisation.is_the_office'],
  [isUsed && !isMerged,   'organisation.not_empty'],
  [hasWork && !isMerged,  'organisation.open_work_there'],
);

interface Node {
  id: string;
  parentId: string | null;
}

/** A department is not under itself, however far down. */
export const makesCircle = (departments: readonly Node[], id: string, parentId: string | null): boolean => {
  if (parentId === null) return false;
  if (parentId === id) return true;
  return makesCircle(departments, id, departments.find((department) => department.id === parentId)?.parentId ?? null);
};

export interface Line {
  name: string;
  username: string;
  department: string;
  role: string;
  title: string;
  phone: string;
  email: string;
}

interface Known {
  usernames: ReadonlySet<string>;
  departments: ReadonlySet<string>;
  roles: readonly string[];
}

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with one line of the table; `before` are the user names of the lines above it. */
export const faultsOf = (line: Line, known: Known, before: ReadonlySet<string>) => reasons(
  [!line.name || line.name.length > 50,                                         'organisation.fault_name'],
  [!/^[a-z0-9][a-z0-9._-]{1,49}$/.test(line.username),                          'organisation.fault_username'],
  [known.usernames.has(line.username),                                          'organisation.fault_username_taken'],
  [before.has(line.username),                                                   'organisation.fault_username_twice'],
  [!known.departments.has(line.department),                                     'organisation.fault_department'],
  [!known.roles.includes(line.role),                                            'organisation.fault_role'],
  [line.title.length > 50,                                                      'organisation.fault_title'],
  [!isEmail(line.email),                                                        'organisation.fault_email'],
  [!isPhone(line.phone),                                                        'organisation.fault_phone'],
);

/** What may be written on a person; nothing is fine. */
export const whyNotChangePerson = ({ email = '', phone = '' }: { email?: string | undefined; phone?: string | undefined }) => reasons(
  [!isEmail(email),                                                             'organisation.bad_email'],
  [!isPhone(phone),                                                             'organisation.bad_phone'],
);

const isEmail = (text: string) => text === '' || (text.length <= 200 && emailForm.test(text));

/** A mobile, a line with its extension, or a number inside the school. */
const isPhone = (text: string) => text === '' || /^[0-9+()\- ]{3,30}(转\d{1,6})?$/.test(text);

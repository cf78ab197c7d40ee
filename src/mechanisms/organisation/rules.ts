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

/** A deputy is somebody else, who is there; one leave at a time. */
export const whyNotTakeLeave = (wanted: Wanted, about: { personId: string; now: string; own: readonly Span[]; deputys: readonly Span[] }) => reasons(
  [wanted.ends <= wanted.starts,                                'organisation.leave_ends_before_it_starts'],
  [wanted.ends <= about.now,                                    'organisation.leave_in_the_past'],
  [wanted.deputyId === about.personId,                          'organisation.own_deputy'],
  [about.own.some((leave) => overlaps(leave, wanted)),          'organisation.leave_overlaps'],
  [about.deputys.some((leave) => overlaps(leave, wanted)),      'organisation.deputy_on_leave'],
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
  [!isEmail(line.email),                                                        'organisation.fault_email'],
  [!isPhone(line.phone),                                                        'organisation.fault_phone'],
);

/** What may be written on a person; nothing is fine. */
export const whyNotChangePerson = ({ email = '', phone = '' }: { email?: string | undefined; phone?: string | undefined }) => reasons(
  [!isEmail(email),                                                             'organisation.bad_email'],
  [!isPhone(phone),                                                             'organisation.bad_phone'],
);

const isEmail = (text: string) => text === '' || emailForm.test(text);

/** A mobile, a line with its extension, or a number inside the school. */
const isPhone = (text: string) => text === '' || /^[0-9+()\- ]{3,30}(转\d{1,6})?$/.test(text);

import { z } from 'zod';
import { bytes, file } from '#platform/bytes.ts';
import { endpoint, PUBLIC, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

const Named = z.object({ id: z.uuid(), name: z.string() });
const name = z.string().trim().min(1).max(80);
const phone = z.string().trim().max(50);
const email = z.string().trim().max(200);
const reason = z.string().trim().max(300).default('');
const Done = z.object({ id: z.uuid() });

export const Department = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  name: z.string(),
  short: z.string(),
  phone: z.string(),
  position: z.int(),
  heads: z.array(Named),
  leaders: z.array(Named),
  people: z.int(),
  closedAt: instant.nullable(),
  mergedInto: z.string().nullable(),
});
export type Department = z.infer<typeof Department>;

export const PersonLine = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  /** Only for whoever gives it: the administrators. */
  clearance: z.int().nullable(),
  disabledAt: instant.nullable(),
  leftAt: instant.nullable(),
  successor: z.string().nullable(),
  posts: z.array(z.object({ id: z.uuid(), role: z.string(), title: z.string(), department: Named })),
  leave: z.object({ deputy: z.string(), ends: instant }).nullable(),
});
export type PersonLine = z.infer<typeof PersonLine>;

export const Leave = z.object({
  id: z.uuid(),
  person: Named,
  deputy: Named,
  starts: instant,
  ends: instant,
  scope: z.string(),
  reason: z.string(),
  endedAt: instant.nullable(),
});

/** `personId` is somebody else when the office enters a leave for them. */
const NewLeave = z.object({ personId: z.uuid().optional(), deputyId: z.uuid(), starts: instant, ends: instant, scope: z.enum(['all', 'incoming']).default('all'), reason });

/** One line of the table of people, and what is wrong with it. */
export const ImportLine = z.object({ row: z.int(), name: z.string(), username: z.string(), department: z.string(), role: z.string(), title: z.string(), phone: z.string(), email: z.string(), faults: z.array(z.string()), notes: z.array(z.string()) });

const administrator = z.object({ name: z.string().trim().min(1).max(50), username: z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{1,49}$/), password: z.string().max(200) });

const startCode = z.string().max(40).default('');

export const organisation = {
  school: endpoint({ path: 'GET /school', permission: PUBLIC, returns: z.object({ exists: z.boolean(), name: z.string(), short: z.string(), sample: z.boolean(), /** Before there is one: the code on the console of the server is asked. */ asksCode: z.boolean() }) }),
  createSchool: endpoint({
    path: 'POST /school',
    permission: PUBLIC,
    kind: 'transfer',
    body: z.object({ startCode, name, short: name, code: z.string().trim().max(20).default(''), departments: z.array(name).min(1).max(100), admin: administrator, security: administrator, auditor: administrator, director: administrator }),
    returns: Done.partial(),
    refuses: ['organisation.school_exists', 'organisation.wrong_code', 'organisation.department_twice', 'organisation.person_twice', 'access.too_many_tries', 'access.password_short', 'access.password_is_name', 'access.password_common', 'access.password_same'],
  }),
  loadSample: endpoint({ path: 'POST /school/sample', permission: PUBLIC, kind: 'transfer', body: z.object({ startCode }), returns: z.object({ password: z.string(), usernames: z.array(z.string()) }), refuses: ['organisation.school_exists', 'organisation.wrong_code', 'access.too_many_tries'] }),

  departments: endpoint({ path: 'GET /departments', permission: SIGNED_IN, returns: z.object({ departments: z.array(Department) }) }),
  createDepartment: endpoint({
    path: 'POST /departments',
    permission: 'organisation.manage',
    body: z.object({ name, short: z.string().trim().max(20).default(''), parentId: z.uuid().nullable().default(null), phone: phone.default('') }),
    returns: Done,
    refuses: ['organisation.name_taken', 'organisation.no_such_department'],
  }),
  changeDepartment: endpoint({
    path: 'PATCH /departments/:departmentId',
    permission: 'organisation.manage',
    body: z.object({ name, short: z.string().trim().max(20), parentId: z.uuid().nullable(), phone, position: z.int().min(0).max(10_000) }).partial(),
    returns: Done,
    refuses: ['organisation.name_taken', 'organisation.circle', 'organisation.no_such_department'],
  }),
  /** Closed when nobody and nothing is left in it, or merged: its people and its open work go on in `intoId`. */
  closeDepartment: endpoint({
    path: 'POST /departments/:departmentId/closing',
    permission: 'organisation.manage',
    body: z.object({ intoId: z.uuid().optional() }),
    returns: Done,
    refuses: ['organisation.not_empty', 'organisation.open_work_there', 'organisation.is_the_office', 'organisation.no_such_department'],
  }),
  /** The order of the directory: all departments that are not closed. */
  orderDepartments: endpoint({ path: 'PUT /departments/order', permission: 'organisation.manage', body: z.object({ ids: z.array(z.uuid()).min(1).max(500) }), returns: z.object({}), refuses: ['organisation.order_incomplete'] }),
  oversee: endpoint({ path: 'PUT /departments/:departmentId/leaders', permission: 'organisation.manage', body: z.object({ people: z.array(z.uuid()).max(10) }), returns: Done, refuses: ['organisation.not_a_leader'] }),

  directory: endpoint({
    path: 'GET /directory',
    permission: SIGNED_IN,
    query: z.object({ q: z.string().trim().max(50).default(''), departmentId: z.uuid().optional(), role: z.string().max(40).optional() }),
    returns: z.object({ people: z.array(z.object({ id: z.uuid(), name: z.string(), department: z.string(), title: z.string() })) }),
  }),
  people: endpoint({
    path: 'GET /people',
    permission: 'organisation.read',
    query: z.object({ q: z.string().trim().max(50).default(''), departmentId: z.uuid().optional(), after: z.string().max(60).optional(), most: z.coerce.number().int().min(1).max(100).default(50) }),
    returns: z.object({ people: z.array(PersonLine), next: z.string().nullable() }),
  }),
  person: endpoint({ path: 'GET /people/:personId', permission: 'organisation.read', returns: PersonLine.extend({ oversees: z.array(Named) }) }),
  changePerson: endpoint({ path: 'PATCH /people/:personId', permission: 'organisation.manage', body: z.object({ name, phone, email }).partial(), returns: Done, refuses: ['organisation.bad_email', 'organisation.bad_phone'] }),

  /** 离校: posts, sessions and tokens end at once; what was open goes on by whoever takes over. */
  depart: endpoint({
    path: 'POST /people/:personId/departure',
    permission: 'accounts.manage',
    body: z.object({ successorId: z.uuid().nullable().default(null) }),
    returns: Done,
    refuses: ['access.not_yourself', 'access.last_of_its_kind', 'organisation.has_left', 'organisation.open_work', 'organisation.own_deputy', 'organisation.no_such_deputy', 'organisation.deputy_is_administrator'],
  }),
  book: endpoint({ path: 'GET /people/book', permission: 'organisation.export', returns: file }),

  leaves: endpoint({ path: 'GET /leaves', permission: SIGNED_IN, returns: z.object({ leaves: z.array(Leave) }) }),
  takeLeave: endpoint({
    path: 'POST /leaves',
    permission: SIGNED_IN,
    body: NewLeave,
    returns: Done,
    refuses: ['organisation.leave_ends_before_it_starts', 'organisation.own_deputy', 'organisation.deputy_on_leave', 'organisation.leave_overlaps', 'organisation.leave_in_the_past', 'organisation.no_such_deputy', 'organisation.deputy_is_administrator', 'organisation.leave_of_another', 'organisation.stands_in_then', 'organisation.deputy_is_asker'],
  }),
  endLeave: endpoint({ path: 'POST /leaves/:leaveId/end', permission: SIGNED_IN, body: z.object({}), returns: Done }),

  importForm: endpoint({ path: 'GET /people/import-form', permission: 'accounts.manage', returns: file }),
  previewImport: endpoint({ path: 'POST /people/import-preview', permission: 'accounts.manage', kind: 'transfer', body: bytes, returns: z.object({ lines: z.array(ImportLine) }), refuses: ['organisation.not_a_table', 'organisation.columns_missing', 'organisation.too_many_people', 'organisation.no_people'] }),
  importPeople: endpoint({
    path: 'POST /people/import',
    permission: 'accounts.manage',
    kind: 'transfer',
    body: z.object({ lines: z.array(ImportLine.omit({ faults: true, notes: true, row: true })).min(1).max(2000) }),
    returns: z.object({ created: z.int(), postsAsked: z.int(), oneTime: z.array(z.object({ username: z.string(), password: z.string() })) }),
    refuses: ['organisation.lines_have_faults'],
  }),
};

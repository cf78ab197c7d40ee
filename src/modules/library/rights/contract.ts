import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Done, levels, Named, Person } from '../nouns.ts';

export const kinds = ['person', 'department', 'head', 'role', 'everybody', 'link'] as const;

/** One line of rights, and where it was given. */
export const Line = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  /** The person's or department's name; of a role its code. */
  subject: z.string(),
  level: z.enum(levels),
  from: Named,
  here: z.boolean(),
  givenBy: Person.nullable(),
  givenAt: instant,
  endsAt: instant.nullable(),
});
export type Line = z.infer<typeof Line>;

const Explained = z.object({ level: z.enum(levels).nullable(), lines: z.array(Line) });

/** EDM-3: who may see, read, edit and manage what, and why. */
export const rights = {
  /** Every line that counts here, for whoever manages; and why the asker may see it, for everybody. */
  rights: endpoint({ path: 'GET /library/items/:itemId/rights', permission: 'library.read', returns: z.object({ name: z.string(), isFolder: z.boolean(), isTop: z.boolean(), inherits: z.boolean(), mine: Explained, lines: z.array(Line), mayManage: z.boolean() }) }),
  /** What somebody else may do here, and by which line. */
  explain: endpoint({ path: 'GET /library/items/:itemId/rights/:personId', permission: 'library.read', returns: Explained, refuses: ['library.may_not_manage'] }),
  grant: endpoint({
    path: 'POST /library/items/:itemId/grants',
    permission: 'library.read',
    body: z.object({ kind: z.enum(['person', 'department', 'everybody']), subjectId: z.uuid().nullable().default(null), level: z.enum(levels) }),
    returns: Done,
    refuses: ['library.may_not_manage', 'library.subject_unknown'],
  }),
  withdraw: endpoint({ path: 'POST /library/grants/:grantId/withdrawal', permission: 'library.read', body: z.object({}), returns: Done, refuses: ['library.may_not_manage', 'library.nobody_manages'] }),
  setInheritance: endpoint({ path: 'PUT /library/items/:itemId/inheritance', permission: 'library.read', body: z.object({ inherits: z.boolean() }), returns: Done, refuses: ['library.may_not_manage', 'library.is_top'] }),
  /** 校内链接: whoever of the school opens it may read until the day is over. */
  makeLink: endpoint({ path: 'POST /library/items/:itemId/links', permission: 'library.read', body: z.object({ endsOn: day }), returns: Done, refuses: ['library.may_not_manage', 'library.ends_before_it_starts'] }),
  openLink: endpoint({ path: 'POST /library/links/:grantId/opening', permission: 'library.read', body: z.object({}), returns: z.object({ itemId: z.uuid(), isFolder: z.boolean() }), refuses: ['library.link_ended'] }),
};

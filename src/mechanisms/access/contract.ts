import { z } from 'zod';
import { endpoint, PUBLIC, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { roles } from './roles.ts';

const Named = z.object({ id: z.uuid(), name: z.string() });
const password = z.string().min(1).max(200);

export const Me = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string(),
  email: z.string(),
  phone: z.string(),
  posts: z.array(z.object({ id: z.uuid(), role: z.string(), title: z.string(), department: Named })),
  actingPostId: z.uuid().nullable(),
  permissions: z.array(z.string()),
  departments: z.array(z.uuid()),
  deputyFor: z.array(Named),
  locale: z.enum(['zh-CN', 'en']),
  largeText: z.boolean(),
  hasTotp: z.boolean(),
  recoveryLeft: z.int(),
  mustChange: z.boolean(),
  school: z.string(),
  sample: z.boolean(),
});
export type Me = z.infer<typeof Me>;

const Session = z.object({ id: z.uuid(), createdAt: instant, seenAt: instant, endsAt: instant, address: z.string(), agent: z.string(), current: z.boolean() });
const Token = z.object({ id: z.uuid(), name: z.string(), createdAt: instant, endsAt: instant.nullable(), usedAt: instant.nullable(), readsOnly: z.boolean() });
const PostRequest = z.object({ id: z.uuid(), person: Named, department: Named, role: z.string(), title: z.string(), askedBy: z.string(), askedAt: instant });
const Done = z.object({});
const nothing = z.object({}).default({});

export const access = {
  signIn: endpoint({
    path: 'POST /session',
    permission: PUBLIC,
    kind: 'transfer',
    session: 'opens',
    body: z.object({ username: z.string().trim().min(1).max(100), password, code: z.string().trim().max(40).optional(), agent: z.string().trim().max(300).default('') }),
    returns: z.object({ id: z.uuid(), name: z.string(), mustChange: z.boolean() }),
    refuses: ['access.wrong_name_or_password', 'access.code_needed', 'access.wrong_code', 'access.too_many_tries'],
  }),
  me: endpoint({ path: 'GET /session', permission: SIGNED_IN, returns: Me }),
  signOut: endpoint({ path: 'DELETE /session', permission: SIGNED_IN, session: 'closes', returns: Done }),
  actAs: endpoint({ path: 'PUT /session/post', permission: SIGNED_IN, body: z.object({ postId: z.uuid() }), returns: Done, refuses: ['access.not_your_post'] }),
  prefer: endpoint({ path: 'PUT /session/preferences', permission: SIGNED_IN, body: z.object({ locale: z.enum(['zh-CN', 'en']).optional(), largeText: z.boolean().optional() }), returns: Done }),
  changePassword: endpoint({
    path: 'PUT /session/password',
    permission: SIGNED_IN,
    session: 'needed',
    kind: 'transfer',
    body: z.object({ password, newPassword: z.string().max(200) }),
    returns: Done,
    refuses: ['access.wrong_password', 'access.password_short', 'access.password_is_name', 'access.password_common', 'access.password_same', 'access.too_many_tries'],
  }),
  startTotp: endpoint({ path: 'POST /session/totp', permission: SIGNED_IN, session: 'needed', kind: 'transfer', body: nothing, returns: z.object({ uri: z.string(), qr: z.string() }), refuses: ['access.totp_on'] }),
  confirmTotp: endpoint({
    path: 'PUT /session/totp',
    permission: SIGNED_IN,
    session: 'needed',
    kind: 'transfer',
    body: z.object({ code: z.string().trim().max(20) }),
    returns: z.object({ recovery: z.array(z.string()) }),
    refuses: ['access.totp_not_started', 'access.wrong_code'],
  }),
  stopTotp: endpoint({ path: 'POST /session/totp/removal', permission: SIGNED_IN, session: 'needed', kind: 'transfer', body: z.object({ password }), returns: Done, refuses: ['access.wrong_password', 'access.too_many_tries'] }),
  sessions: endpoint({ path: 'GET /sessions', permission: SIGNED_IN, returns: z.object({ sessions: z.array(Session) }) }),
  endSession: endpoint({ path: 'DELETE /sessions/:otherId', permission: SIGNED_IN, returns: Done }),
  endOthers: endpoint({ path: 'DELETE /sessions', permission: SIGNED_IN, session: 'needed', returns: Done }),
  tokens: endpoint({ path: 'GET /tokens', permission: SIGNED_IN, returns: z.object({ tokens: z.array(Token) }) }),
  createToken: endpoint({
    path: 'POST /tokens',
    permission: SIGNED_IN,
    session: 'needed',
    kind: 'transfer',
    body: z.object({ name: z.string().trim().min(1).max(100), endsAt: instant.nullable().default(null), readsOnly: z.boolean().default(false) }),
    returns: Token.extend({ value: z.string() }),
    refuses: ['access.ends_in_the_past'],
  }),
  revokeToken: endpoint({ path: 'DELETE /tokens/:accessTokenId', permission: SIGNED_IN, returns: Done }),

  createAccount: endpoint({
    path: 'POST /accounts',
    permission: 'accounts.manage',
    kind: 'transfer',
    body: z.object({ username: z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{1,49}$/), name: z.string().trim().min(1).max(50), phone: z.string().trim().regex(/^[0-9+()\- ]{0,30}(转\d{1,6})?$/).default(''), email: z.union([z.literal(''), z.email().max(200)]).default(''), departmentId: z.uuid() }),
    returns: z.object({ id: z.uuid(), oneTime: z.string() }),
    refuses: ['access.username_taken', 'access.no_department'],
  }),
  resetPassword: endpoint({ path: 'POST /accounts/:personId/password', permission: 'accounts.manage', kind: 'transfer', body: nothing, returns: z.object({ oneTime: z.string() }), refuses: ['access.not_yourself', 'access.administrator_without_code'] }),
  /** A lost phone: the second step is taken off by another administrator than the one who resets passwords. */
  removeTotp: endpoint({ path: 'POST /accounts/:personId/totp-removal', permission: 'roles.manage', body: nothing, returns: Done, refuses: ['access.not_yourself'] }),
  setDisabled: endpoint({ path: 'PUT /accounts/:personId/disabled', permission: 'accounts.manage', body: z.object({ disabled: z.boolean() }), returns: Done, refuses: ['access.not_yourself', 'access.last_of_its_kind'] }),
  givePost: endpoint({
    path: 'POST /accounts/:personId/posts',
    permission: 'roles.manage',
    body: z.object({ departmentId: z.uuid(), role: z.enum(roles), title: z.string().trim().min(1).max(50) }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['access.not_yourself', 'access.administrators_are_separate', 'access.post_held', 'access.no_department'],
  }),
  endPost: endpoint({ path: 'DELETE /posts/:postId', permission: 'roles.manage', returns: Done, refuses: ['access.not_yourself', 'access.last_of_its_kind'] }),
  /** Posts that came with an import and wait for the security administrator. */
  postRequests: endpoint({
    path: 'GET /posts/requests',
    permission: 'roles.read',
    query: z.object({ after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(500).default(100) }),
    returns: z.object({ requests: z.array(PostRequest), next: z.uuid().nullable() }),
  }),
  settlePostRequests: endpoint({
    path: 'POST /posts/requests/settlement',
    permission: 'roles.manage',
    body: z.object({ ids: z.array(z.uuid()).min(1).max(500), give: z.boolean() }),
    returns: z.object({ settled: z.int() }),
    refuses: ['access.not_yourself', 'access.administrators_are_separate'],
  }),
  setClearance: endpoint({ path: 'PUT /accounts/:personId/clearance', permission: 'roles.manage', body: z.object({ clearance: z.int().min(0).max(3) }), returns: Done, refuses: ['access.not_yourself'] }),
  grants: endpoint({ path: 'GET /roles', permission: 'roles.read', returns: z.object({ permissions: z.array(z.string()), roles: z.array(z.object({ role: z.string(), permissions: z.array(z.string()), standard: z.array(z.string()) })) }) }),
  grant: endpoint({
    path: 'PUT /roles/:role/permissions/:permission',
    permission: 'roles.manage',
    body: z.object({ granted: z.boolean() }),
    returns: Done,
    refuses: ['access.unknown_role', 'access.unknown_permission', 'access.administrators_are_separate', 'access.not_yourself'],
  }),
};

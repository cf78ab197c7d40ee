import { newId } from '#platform/ids.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { wanting } from './choices.ts';
import { keep, mailPeople } from './mails.ts';
import { guarded, type Locale, wordsOf } from './wording.ts';

type Acting = Ctx<any> | Working;
type Params = Record<string, string>;

export interface Notice {
  /** Ids of people. */
  to: readonly string[];
  /** Ids of people who get the mail as a copy. */
  cc?: readonly string[];
  /** Full name of the message, worded by the module: 'incoming.dispatched'. */
  what: string;
  params: Params;
  /** Null: it is about no record. */
  recordId: string | null;
}

/** Tells people in the application and, as the kind of notice and their own choice say, by mail; all in the transaction, sent after it. */
export const notify = async (ctx: Acting, { to, cc = [], what, params, recordId }: Notice) => {
  const everybody = [...new Set([...to, ...cc])];
  await tellPeople(ctx, { to: everybody, what, params, recordId });
  const wants = await wanting(ctx, what, everybody);
  if (wants.size) await mailPeople(ctx, { to: to.filter((id) => wants.has(id)), cc: cc.filter((id) => wants.has(id)), what, params, recordId }, await classifiedNumber(ctx, recordId));
};

/** In the application alone, and of no record if there is none. */
export const tellPeople = async (ctx: Acting, { to, what, params, recordId }: Omit<Notice, 'cc'>) => {
  if (!to.length) return;
  await ctx.db
    .insertInto('messages')
    .values(to.map((personId) => ({ id: newId(), personId, what, params: JSON.stringify(params), recordId, at: ctx.now })))
    .execute();
  ctx.tell('notifications.told', { keys: to });
};

export interface Letter {
  /** An address outside the school. */
  to: string;
  subject: string;
  body: string;
  fileIds: readonly string[];
  recordId: string;
}

/** A mail to somebody outside, kept in the delivery log. Of a classified record only its number leaves the house. */
export const mailOutside = async (ctx: Acting, { to, subject, body, fileIds, recordId }: Letter) => {
  const classified = await classifiedNumber(ctx, recordId);
  const safe = classified === undefined ? { subject, body, fileIds: [...fileIds] } : { ...guarded(classified, 'zh-CN'), fileIds: [] };
  await keep(ctx, [{ toAddress: to, toPerson: null, cc: [], recordId, channel: 'mail', ...safe }]);
};

export interface Invitation {
  /** Ids of people. */
  to: readonly string[];
  /** Full name of the message that says what it is, in the language of each. */
  what: string;
  params: Params;
  /** As iTIP has it: text/calendar with its METHOD. */
  calendar: (locale: Locale) => string;
  recordId: string;
}

/** A mail that calendar programs understand, to whoever has an address; of a classified record none goes out. */
export const mailCalendar = async (ctx: Acting, { to, what, params, calendar, recordId }: Invitation) => {
  if ((await classifiedNumber(ctx, recordId)) !== undefined || !to.length) return;
  const people = await ctx.db.selectFrom('people').select(['id', 'email', 'locale']).where('id', 'in', [...to]).execute();
  const written = (locale: Locale) => ({ ...wordsOf(what, { locale, now: ctx.now }, params), calendar: calendar(locale) });
  await keep(ctx, people.map(({ id, email, locale }) => ({ ...written(locale as Locale), recordId, channel: 'mail', toAddress: email, toPerson: id, cc: [], fileIds: [] })));
};

/** The number of a record of 秘密 and above; undefined for any other. */
const classifiedNumber = async ({ db }: Acting, recordId: string | null) => {
  if (recordId === null) return undefined;
  const record = await db.selectFrom('records').select(['number', 'clearance']).where('id', '=', recordId).executeTakeFirstOrThrow();
  return record.clearance > 0 ? record.number : undefined;
};

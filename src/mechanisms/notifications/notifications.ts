import { newId } from '#platform/ids.ts';
import type { Ctx, Working } from '#platform/module.ts';
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
  recordId: string;
  /** Also by mail. */
  mail?: boolean;
}

/** Tells people in the application and, if asked, by mail; all in the transaction, sent after it. */
export const notify = async (ctx: Acting, { to, cc = [], what, params, recordId, mail = false }: Notice) => {
  const everybody = [...new Set([...to, ...cc])];
  await tellPeople(ctx, { to: everybody, what, params, recordId });
  if (mail && everybody.length) await mailPeople(ctx, { to, cc, what, params, recordId });
};

/** In the application alone, and of no record if there is none. */
export const tellPeople = async (ctx: Acting, { to, what, params, recordId }: Pick<Notice, 'to' | 'what' | 'params'> & { recordId: string | null }) => {
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
  await keep(ctx, [{ toAddress: to, toPerson: null, cc: [], recordId, ...safe }]);
};

const mailPeople = async (ctx: Acting, { to, cc, what, params, recordId }: Required<Omit<Notice, 'mail'>>) => {
  const people = await ctx.db.selectFrom('people').select(['id', 'email', 'locale']).where('id', 'in', [...new Set([...to, ...cc])]).execute();
  const classified = await classifiedNumber(ctx, recordId);
  const first = people.find(({ id, email }) => to.includes(id) && email);
  // Copies go with one mail only: nobody gets the same one twice. With none to go with, and to say that there is no address, they are mails themselves.
  const copies = first ? people.filter(({ id, email }) => !to.includes(id) && email) : [];
  const mails = people
    .filter((person) => !copies.includes(person))
    .map((person) => ({
      ...(classified === undefined ? wordsOf(what, person.locale as Locale, params) : guarded(classified, person.locale as Locale)),
      toAddress: person.email,
      toPerson: person.id,
      cc: person === first ? copies.map(({ email }) => email) : [],
      fileIds: [],
      recordId,
    }));
  await keep(ctx, mails);
};

interface Kept {
  toAddress: string;
  toPerson: string | null;
  cc: string[];
  subject: string;
  body: string;
  fileIds: string[];
  recordId: string;
}

const keep = async (ctx: Acting, mails: readonly Kept[]) => {
  if (!mails.length) return;
  const rows = mails.map((mail) => ({ ...mail, id: newId(), at: ctx.now, state: mail.toAddress ? 'waiting' : 'no_address' }));
  await ctx.db.insertInto('mails').values(rows).execute();
  const mailIds = rows.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  if (mailIds.length) ctx.tell('notifications.mail', { mailIds });
};

/** The number of a record of 秘密 and above; undefined for any other. */
const classifiedNumber = async ({ db }: Acting, recordId: string) => {
  const record = await db.selectFrom('records').select(['number', 'clearance']).where('id', '=', recordId).executeTakeFirstOrThrow();
  return record.clearance > 0 ? record.number : undefined;
};

import { newId } from '#platform/ids.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { otherChannels } from './channels.ts';
import { enough } from './rules.ts';
import { gathered, guarded, type Locale, wordsOf } from './wording.ts';

type Acting = Ctx<any> | Working;

interface Notice {
  to: readonly string[];
  cc: readonly string[];
  what: string;
  params: Record<string, string>;
  recordId: string | null;
}

/** One mail a person in their own language, with the copies on the first; and the same by every other way on which they are reached. */
export const mailPeople = async (ctx: Acting, { to, cc, what, params, recordId }: Notice, classified: string | undefined) => {
  const people = await ctx.db.selectFrom('people').select(['id', 'email', 'phone', 'locale']).where('id', 'in', [...new Set([...to, ...cc])]).execute();
  const first = people.find(({ id, email }) => to.includes(id) && email);
  // Copies go with one mail only: nobody gets the same one twice. With none to go with, and to say that there is no address, they are mails themselves.
  const copies = first ? people.filter(({ id, email }) => !to.includes(id) && email) : [];
  const written = (person: (typeof people)[number]) => ({
    ...(classified === undefined ? wordsOf(what, { locale: person.locale as Locale, now: ctx.now }, params) : guarded(classified, person.locale as Locale)),
    toPerson: person.id,
    fileIds: [],
    recordId,
  });
  const mails = people
    .filter((person) => !copies.includes(person))
    .map((person) => ({ ...written(person), channel: 'mail', toAddress: person.email, cc: person === first ? copies.map(({ email }) => email) : [] }));
  const others = otherChannels().flatMap((channel) =>
    people.map((person) => ({ ...written(person), channel: channel.name, toAddress: channel.addressOf(person), cc: [] })).filter(({ toAddress }) => toAddress),
  );
  await keep(ctx, [...mails, ...others]);
};

export interface Kept {
  channel: string;
  toAddress: string;
  toPerson: string | null;
  cc: string[];
  subject: string;
  body: string;
  fileIds: string[];
  recordId: string | null;
  calendar?: string;
}

/** Into the log, and sent after the transaction. Whoever got enough mails just now has the next ones held, to be gathered. */
export const keep = async (ctx: Acting, mails: readonly Kept[]) => {
  if (!mails.length) return;
  const many = await flooded(ctx, mails);
  const state = ({ toAddress, toPerson, cc }: Kept) => (!toAddress ? 'no_address' : toPerson && !cc.length && many.has(toPerson) ? 'held' : 'waiting');
  const rows = mails.map((mail) => ({ ...mail, id: newId(), at: ctx.now, state: state(mail) }));
  await ctx.db.insertInto('mails').values(rows).execute();
  const mailIds = rows.filter((row) => row.state === 'waiting').map(({ id }) => id);
  if (mailIds.length) ctx.tell('notifications.mail', { mailIds });
};

const flooded = async ({ db, now }: Acting, mails: readonly Kept[]) => {
  const people = mails.flatMap(({ toPerson }) => toPerson ?? []);
  if (!people.length) return new Set<string>();
  const since = new Date(Date.parse(now) - enough.minutes * 60_000).toISOString();
  const rows = await db
    .selectFrom('mails')
    .select('toPerson')
    .where('toPerson', 'in', people)
    .where('at', '>', since)
    .where('state', '<>', 'no_address')
    .groupBy('toPerson')
    .having((eb) => eb(eb.fn.countAll(), '>=', enough.mails))
    .execute();
  return new Set(rows.map(({ toPerson }) => toPerson!));
};

/** What was held for people becomes one mail each; a single one goes as it is. */
export const gather = async (ctx: Working) => {
  const held = await ctx.db
    .selectFrom('mails as m')
    .innerJoin('people as p', 'p.id', 'm.toPerson')
    .select(['m.id', 'm.toPerson', 'm.toAddress', 'm.channel', 'm.subject', 'p.locale'])
    .where('m.state', '=', 'held')
    .orderBy('m.id')
    .limit(2000)
    .forUpdate('m')
    .skipLocked()
    .execute();
  const boxes = new Set(held.map(({ channel, toAddress }) => `${channel} ${toAddress}`));
  for (const box of boxes) {
    const group = held.filter(({ channel, toAddress }) => box === `${channel} ${toAddress}`);
    const [{ toPerson, toAddress, channel, locale }, ids] = [group[0]!, group.map(({ id }) => id)];
    if (ids.length === 1) await sendAsItIs(ctx, ids[0]!);
    else await gatherInto(ctx, ids, { channel, toAddress, toPerson, cc: [], fileIds: [], recordId: null, ...gathered(group.map(({ subject }) => subject), locale as Locale) });
  }
};

const sendAsItIs = async (ctx: Working, id: string) => {
  await ctx.db.updateTable('mails').set({ state: 'waiting' }).where('id', '=', id).execute();
  ctx.tell('notifications.mail', { mailIds: [id] });
};

const gatherInto = async (ctx: Working, ids: readonly string[], mail: Kept) => {
  const id = newId();
  await ctx.db.insertInto('mails').values({ ...mail, id, at: ctx.now, state: 'waiting' }).execute();
  await ctx.db.updateTable('mails').set({ state: 'gathered', gatheredInto: id }).where('id', 'in', ids).execute();
  ctx.tell('notifications.mail', { mailIds: [id] });
};

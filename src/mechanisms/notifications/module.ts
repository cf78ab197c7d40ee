import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { mayRead, readable } from '#mechanisms/access/records.ts';
import { changed } from '#platform/live.ts';
import { type Actions, defineModule, type Queries, type Reading } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { notFound } from '#platform/problem.ts';
import { choicesOf, choose } from './choices.ts';
import { notifications as contract } from './contract.ts';
import { gather } from './mails.ts';
import { whyNotChoose, whyNotTryAgain } from './rules.ts';
import { sendMail, sendWaiting } from './sending.ts';
import { kindOf } from './wording.ts';

const queries: Queries<typeof contract> = {
  async messages(ctx, { query: { after, most } }) {
    const rows = await ctx.db
      .selectFrom('messages as m')
      .leftJoin('records as r', 'r.id', 'm.recordId')
      .select(['m.id', 'm.what', sql<string>`m.params::text`.as('params'), 'm.recordId', 'r.kind', 'm.at', 'm.readAt'])
      .where('m.personId', '=', ctx.actor.id)
      .where(mayBeTold(ctx))
      .$if(after !== undefined, (q) => q.where('m.id', '<', after!))
      .orderBy('m.id', 'desc')
      .limit(most + 1)
      .execute();
    return { messages: rows.slice(0, most).map((row) => ({ ...row, params: JSON.parse(row.params) })), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  unread: async (ctx) => ({ unread: await unreadOf(ctx) }),

  choices: async (ctx) => ({ choices: await choicesOf(ctx) }),

  async mails(ctx, { query: { after, state, most } }) {
    const rows = await logOf(ctx)
      .$if(after !== undefined, (q) => q.where('m.id', '<', after!))
      .$if(state !== undefined, (q) => q.where('m.state', '=', state!))
      .orderBy('m.id', 'desc')
      .limit(most + 1)
      .execute();
    return { mails: rows.slice(0, most).map(presented), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async recordMails(ctx, { params }) {
    await readable(ctx, params.recordId);
    return { mails: (await logOf(ctx).where('m.recordId', '=', params.recordId).orderBy('m.id').execute()).map(presented) };
  },
};

const actions: Actions<typeof contract> = {
  async markRead(ctx, { params }) {
    await ctx.db.updateTable('messages').set({ readAt: ctx.now }).where('id', '=', params.messageId).where('personId', '=', ctx.actor.id).where('readAt', 'is', null).execute();
    ctx.tell('notifications.told', { keys: [ctx.actor.id] });
    return { unread: await unreadOf(ctx) };
  },

  async markAllRead(ctx) {
    await ctx.db.updateTable('messages').set({ readAt: ctx.now }).where('personId', '=', ctx.actor.id).where('readAt', 'is', null).execute();
    ctx.tell('notifications.told', { keys: [ctx.actor.id] });
    return { unread: 0 };
  },

  async choose(ctx, { body: { what, mail } }) {
    ctx.refuse(...whyNotChoose(kindOf(what)));
    await choose(ctx, what, mail);
    return { choices: await choicesOf(ctx) };
  },

  async tryAgain(ctx, { params }) {
    const mail = await ctx.db.selectFrom('mails').selectAll().where('id', '=', params.mailId).forUpdate().executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotTryAgain(mail));
    await ctx.db.updateTable('mails').set({ state: 'waiting' }).where('id', '=', mail.id).execute();
    ctx.tell('notifications.mail', { mailIds: [mail.id] });
    return { id: mail.id };
  },
};

/** A person is told nothing of a record that they may not see (any more). */
const mayBeTold = (ctx: Reading) => (eb: ExpressionBuilder<DB & { m: DB['messages'] | DB['mails'] }, 'm'>) =>
  eb.or([eb('m.recordId', 'is', null), eb.exists(eb.selectFrom('records').select('records.id').whereRef('records.id', '=', 'm.recordId').where(mayRead(ctx)))]);

/** The log shows every mail; what it was about only to whoever may see the record. */
const logOf = (ctx: Reading) =>
  ctx.db
    .selectFrom('mails as m')
    .leftJoin('people as p', 'p.id', 'm.toPerson')
    .select(['m.id', 'm.at', 'm.toAddress as to', 'p.name as toPerson', 'm.cc', 'm.channel', 'm.state', 'm.tries', 'm.sentAt', 'm.error'])
    .select((eb) => eb.case().when(mayBeTold(ctx)(eb)).then(eb.ref('m.subject')).else('').end().as('subject'));

const presented = (row: Awaited<ReturnType<ReturnType<typeof logOf>['execute']>>[number]) => ({ ...row, state: row.state as 'sent' });

const unreadOf = async (ctx: Reading) => {
  const { n } = await ctx.db
    .selectFrom('messages as m')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('m.personId', '=', ctx.actor.id)
    .where('m.readAt', 'is', null)
    .where(mayBeTold(ctx))
    .executeTakeFirstOrThrow();
  return Number(n);
};

export const notifications = defineModule({
  name: 'notifications',
  contract,
  queries,
  actions,
  listens: {
    'notifications.told': async ({ db }, { keys }: { keys: string[] }) => void (await changed(db, { keys, what: ['notifications'] })),
    'notifications.mail': async ({ enqueue }, { mailIds }: { mailIds: string[] }) => {
      for (const mailId of mailIds) await enqueue('notifications.send_mail', { mailId });
    },
    'notifications.gather': (ctx) => gather(ctx),
  },
  jobs: {
    'notifications.gather': { cron: '*/5 * * * *', retries: 0, work: async ({ db, now }) => void (await tellLater(db, now(), 'notifications.gather', {})) },
    'notifications.send_mail': { retries: 8, timeout: 60, atOnce: 4, work: ({ db, now, data }) => sendMail(db, data.mailId, now()) },
    'notifications.send_waiting': {
      cron: '*/15 * * * *',
      retries: 0,
      timeout: 600,
      work: ({ db, now }) => sendWaiting(db, now()),
    },
  },
  grants: { 'mails.read': ['office.clerk', 'office.director', 'admin'] },
});

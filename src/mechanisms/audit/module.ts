import { notify } from '#mechanisms/notifications/notifications.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule, type Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { linkAt } from './audit.ts';
import { audit as contract } from './contract.ts';
import { messages } from './messages.ts';
import { queries } from './queries.ts';

declareMessages(messages.zh, messages.en, { 'audit.checkpoint': { mail: 'always', zh: '审计链校验值', en: 'Hash of the audit trail' } });

/** The newest hash goes where this database is not: to the auditors' mailboxes. Entries cut off its end are then missed. */
const publish = async (ctx: Working) => {
  const { total } = await linkAt(ctx.db, 0);
  const { hash } = await linkAt(ctx.db, total);
  const auditors = await ctx.db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('posts.role', '=', 'auditor').where('posts.until', 'is', null).where('people.disabledAt', 'is', null).execute();
  if (total) await notify(ctx, { to: auditors.map(({ id }) => id), what: 'audit.checkpoint', params: { position: String(total), hash }, recordId: null });
};

export const audit = defineModule({
  name: 'audit',
  contract,
  queries,
  actions: {},
  listens: { 'audit.checkpoint_due': publish },
  jobs: { 'audit.checkpoint': { cron: '30 17 * * *', work: async ({ db, now }) => void (await tellLater(db, now(), 'audit.checkpoint_due', {})) } },
  grants: { 'audit.read': ['auditor'] },
});

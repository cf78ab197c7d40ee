import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { senders as contract } from './contract.ts';
import { shown } from './queries.ts';
import { mergedSender, whyNotChangeSender, whyNotMergeSender, wordOf } from './rules.ts';

export const actions: Actions<typeof contract> = {
  async changeSender(ctx, { params: { senderId }, body: { name, ...contact } }) {
    const sender = await ctx.db.selectFrom('senders').selectAll().where('id', '=', senderId).where('mergedInto', 'is', null).forUpdate().executeTakeFirstOrThrow(notFound);
    const held = await ctx.db.selectFrom('senders').select(['id', 'mergedInto']).where('name', '=', name ?? sender.name).executeTakeFirst();
    ctx.refuse(...whyNotChangeSender(sender, contact, held && (held.mergedInto ?? held.id)));
    if (held?.mergedInto === senderId) await ctx.db.deleteFrom('senders').where('id', '=', held.id).execute();
    await ctx.db.updateTable('senders').set({ ...contact, name: name ?? sender.name }).where('id', '=', senderId).execute();
    if (name && name !== sender.name) await ctx.db.insertInto('senders').values({ id: newId(), name: sender.name, times: 0, lastAt: sender.lastAt, mergedInto: senderId }).execute();
    return one(ctx, senderId);
  },

  /** Two spellings are one sender: what was written under either is found under the one that stays. */
  async mergeSender(ctx, { params: { senderId }, body: { into } }) {
    ctx.refuse(...whyNotMergeSender(senderId, into));
    const both = await ctx.db.selectFrom('senders').select(['id', 'phone', 'email', 'address', 'word', 'times', 'lastAt']).where('id', 'in', [senderId, into]).where('mergedInto', 'is', null).orderBy('id').forUpdate().execute();
    const [gone, stays] = [both.find(({ id }) => id === senderId), both.find(({ id }) => id === into)];
    if (!gone || !stays) throw notFound();
    await ctx.db.updateTable('incomingDocuments').set({ senderId: into }).where('senderId', '=', senderId).execute();
    await ctx.db.updateTable('senders').set({ mergedInto: into }).where((eb) => eb.or([eb('id', '=', senderId), eb('mergedInto', '=', senderId)])).execute();
    const { id: _, ...known } = mergedSender(gone, stays);
    await ctx.db.updateTable('senders').set(known).where('id', '=', into).execute();
    return one(ctx, into);
  },
};

const one = ({ db }: Pick<Ctx, 'db'>, senderId: string) => shown(db).where('s.id', '=', senderId).executeTakeFirstOrThrow();

/** The directory learns: a name once written is offered again, the most frequent first. Another spelling leads to the sender it was merged into. */
export const learnSender = async (ctx: Ctx<any>, { sender, senderNumber }: { sender: string; senderNumber: string }) => {
  const { rows: [row] } = await sql<{ id: string; mergedInto: string | null }>`
    insert into senders (id, name, word, times, last_at) values (${newId()}, ${sender}, ${wordOf(senderNumber)}, 1, ${ctx.now})
    on conflict (name) do update set times = senders.times + 1, last_at = excluded.last_at,
      word = case when excluded.word = '' then senders.word else excluded.word end
    returning id, merged_into`.execute(ctx.db);
  if (!row!.mergedInto) return row!.id;
  await ctx.db.updateTable('senders').set((eb) => ({ times: eb('times', '+', 1), lastAt: ctx.now })).where('id', '=', row!.mergedInto).execute();
  return row!.mergedInto;
};

import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { intake as contract } from './contract.ts';
import { wordOf } from './rules.ts';

export const senderColumns = ['id', 'name', 'phone', 'email', 'address', 'word', 'times'] as const;

export const senders: Pick<Actions<typeof contract>, 'changeSender' | 'mergeSender'> = {
  changeSender: (ctx, { params, body }) => ctx.db.updateTable('senders').set(body).where('id', '=', params.senderId).returning(senderColumns).executeTakeFirstOrThrow(notFound),

  /** Two spellings are one sender: what was written under either is found under the one that stays. */
  async mergeSender(ctx, { params: { senderId }, body: { into } }) {
    ctx.refuse(...(senderId === into ? (['incoming.same_sender'] as const) : []));
    const both = await ctx.db.selectFrom('senders').select([...senderColumns, 'lastAt']).where('id', 'in', [senderId, into]).where('mergedInto', 'is', null).orderBy('id').forUpdate().execute();
    const [gone, stays] = [both.find(({ id }) => id === senderId), both.find(({ id }) => id === into)];
    if (!gone || !stays) throw notFound();
    await ctx.db.updateTable('incomingDocuments').set({ senderId: into }).where('senderId', '=', senderId).execute();
    await ctx.db.updateTable('senders').set({ mergedInto: into }).where((eb) => eb.or([eb('id', '=', senderId), eb('mergedInto', '=', senderId)])).execute();
    const { phone, email, address, word } = stays;
    const known = { phone: phone || gone.phone, email: email || gone.email, address: address || gone.address, word: word || gone.word };
    const lastAt = stays.lastAt > gone.lastAt ? stays.lastAt : gone.lastAt;
    return ctx.db.updateTable('senders').set({ ...known, lastAt, times: stays.times + gone.times }).where('id', '=', into).returning(senderColumns).executeTakeFirstOrThrow();
  },
};

/** The directory learns: a name once written is offered again, the most frequent first. Another spelling leads to the sender it was merged into. */
export const learnSender = async (ctx: Ctx<any>, { sender, senderNumber }: { sender: string; senderNumber: string }) => {
  const { rows } = await sql<{ id: string }>`
    insert into senders (id, name, word, times, last_at) values (${newId()}, ${sender}, ${wordOf(senderNumber)}, 1, ${ctx.now})
    on conflict (name) do update set times = senders.times + 1, last_at = excluded.last_at,
      word = case when excluded.word = '' then senders.word else excluded.word end
    returning coalesce(merged_into, id) as id`.execute(ctx.db);
  return rows[0]!.id;
};

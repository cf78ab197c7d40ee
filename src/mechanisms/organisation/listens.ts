import { tellPeople } from '#mechanisms/notifications/notifications.ts';
import type { Listener, Working } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';

interface Entered {
  personId: string;
  deputyId: string;
  byId: string;
  starts: string;
  ends: string;
}

/** Nobody stands in, or is stood in for, without knowing it. */
export const listens: Record<string, Listener> = {
  'organisation.leave_entered': async (ctx, { personId, deputyId, byId, starts, ends }: Entered) => {
    const name = await namesOf(ctx, [personId, deputyId, byId]);
    const params = { person: name(personId), deputy: name(deputyId), by: name(byId), from: dayOf(starts), to: dayOf(ends) };
    await tellPeople(ctx, { to: [deputyId], what: 'organisation.deputy', params, recordId: null });
    if (byId !== personId) await tellPeople(ctx, { to: [personId], what: 'organisation.away', params, recordId: null });
  },
  'access.deputy_gone': async (ctx, { deputyId, people }: { deputyId: string; people: string[] }) => {
    const name = await namesOf(ctx, [deputyId]);
    await tellPeople(ctx, { to: people, what: 'organisation.deputy_gone', params: { deputy: name(deputyId) }, recordId: null });
  },
  'organisation.left': async (ctx, { personId, successorId }: { personId: string; successorId: string }) => {
    const name = await namesOf(ctx, [personId]);
    await tellPeople(ctx, { to: [successorId], what: 'organisation.successor', params: { person: name(personId) }, recordId: null });
  },
};

const namesOf = async ({ db }: Working, ids: readonly string[]) => {
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', [...ids]).execute();
  return (id: string) => rows.find((row) => row.id === id)?.name ?? '';
};

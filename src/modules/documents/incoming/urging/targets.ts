import type { Reading } from '#platform/module.ts';
import { headsOf } from '../people.ts';

export type Item = 'part' | 'reading' | 'instruction' | 'task' | 'replacement';

export interface Target {
  /** Still waited for. */
  open: boolean;
  /** Who is urged inside the school; empty for a sender. */
  people: { id: string; name: string; phone: string }[];
  whom: string;
  phone: string;
  /** How somebody outside is reached; inside, the urges before decide. */
  how?: 'mail' | 'phone';
  /** When they last did something about it. */
  answeredAt: string | null;
}

const nobody: Target = { open: false, people: [], whom: '', phone: '', answeredAt: null };

/** Whom an urge goes to, and whether there is still something to urge. */
export const targetOf = (ctx: Reading, documentId: string, item: Item, itemId: string): Promise<Target> => finders[item](ctx, documentId, itemId);

type Finder = (ctx: Reading, documentId: string, itemId: string) => Promise<Target>;

const part: Finder = async (ctx, documentId, id) => {
  const found = await ctx.db
    .selectFrom('incomingParts as p')
    .innerJoin('departments as d', 'd.id', 'p.departmentId')
    .leftJoin('people as a', 'a.id', 'p.assignedTo')
    .select(['p.departmentId', 'p.closedAt', 'p.returnedAt', 'p.signedAt', 'p.assignedAt', 'p.reportedAt', 'p.opinionAt', 'd.name', 'd.phone', 'a.id as personId', 'a.name as person', 'a.phone as personPhone'])
    .where('p.id', '=', id)
    .where('p.documentId', '=', documentId)
    .executeTakeFirst();
  if (!found) return nobody;
  const assigned = found.personId ? [{ id: found.personId, name: found.person ?? '', phone: found.personPhone ?? '' }] : [];
  const people = [...(await headsOf(ctx, [found.departmentId])), ...assigned];
  const names = people.map(({ name }) => name).join('、');
  return { open: !found.closedAt && !found.returnedAt, people, whom: names ? `${found.name}（${names}）` : found.name, phone: people[0]?.phone || found.phone, answeredAt: latest(found.signedAt, found.assignedAt, found.reportedAt, found.opinionAt) };
};

const latest = (...times: (string | null)[]) => times.reduce((last, time) => (time && (!last || time > last) ? time : last), null);

const ofPerson = (people: { open: boolean; id: string; name: string; phone: string } | undefined): Target =>
  people ? { open: people.open, people: [people], whom: people.name, phone: people.phone, answeredAt: null } : nobody;

const reading: Finder = async ({ db }, documentId, id) => {
  const found = await db.selectFrom('incomingReadings as r').innerJoin('people as p', 'p.id', 'r.personId').select(['p.id', 'p.name', 'p.phone', 'r.readAt', 'r.sentAt', 'r.recalledAt']).where('r.id', '=', id).where('r.documentId', '=', documentId).executeTakeFirst();
  return ofPerson(found && { ...found, open: found.sentAt !== null && found.readAt === null && found.recalledAt === null });
};

const instruction: Finder = async ({ db }, documentId, id) => {
  const found = await db.selectFrom('incomingInstructions as i').innerJoin('people as p', 'p.id', 'i.leaderId').select(['p.id', 'p.name', 'p.phone', 'i.askedAt', 'i.givenAt', 'i.withdrawnAt']).where('i.id', '=', id).where('i.documentId', '=', documentId).executeTakeFirst();
  return ofPerson(found && { ...found, open: found.askedAt !== null && found.givenAt === null && found.withdrawnAt === null });
};

const task: Finder = async ({ db }, documentId, id) => {
  const found = await db.selectFrom('incomingTasks as t').innerJoin('people as p', 'p.id', 't.personId').select(['p.id', 'p.name', 'p.phone', 't.doneAt', 't.withdrawnAt']).where('t.id', '=', id).where('t.documentId', '=', documentId).executeTakeFirst();
  return ofPerson(found && { ...found, open: found.doneAt === null && found.withdrawnAt === null });
};

const replacement: Finder = async ({ db }, documentId, id) => {
  const found = await db
    .selectFrom('incomingReplacements as r')
    .innerJoin('incomingDocuments as d', 'd.id', 'r.documentId')
    .innerJoin('senders as s', 's.id', 'd.senderId')
    .select(['r.settledAt', 'r.how', 'r.contact', 's.name', 's.phone'])
    .where('r.id', '=', id)
    .where('r.documentId', '=', documentId)
    .executeTakeFirst();
  return found ? { open: found.settledAt === null, people: [], whom: found.name, phone: found.how === 'phone' ? found.contact : found.phone, how: found.how as 'mail', answeredAt: null } : nobody;
};

const finders: Record<Item, Finder> = { part, reading, instruction, task, replacement };

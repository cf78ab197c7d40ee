import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { hasEnded } from './rules.ts';

const { as, db, clock, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const names = ['office.clerk', 'office.director', 'leader', 'principal', 'department.head', 'department.head.2', 'yangfan', 'staff'];
const desks = await Promise.all(names.map(as));
type Desk = (typeof desks)[number];
const { departments } = await desks[0]!.organisation.departments({});
const departmentIds = ['教务处', '总务处', '德育处'].map((name) => departments.find((d) => d.name === name)!.id);
const personIds = await Promise.all(names.map(personId));

/** The same walk each time. */
let state = 20_261_123;
const any = (most: number) => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return Math.floor((state / 4_294_967_296) * most);
};
const one = <T,>(all: readonly T[]) => all[any(all.length)]!;

const said: string[] = [];
/** A text that is nowhere else, to be found again. */
const text = () => {
  said.push(`话${said.length}。`);
  return said.at(-1)!;
};

type Document = Awaited<ReturnType<Desk['incoming']['one']>>;
type Tried = [string, () => Promise<unknown>];

/** Everything this person could do with it now, as their page offers it. */
const acts = ({ incoming }: Desk, d: Document): Tried[] => {
  const params = { documentId: d.id };
  const shares = () => ({ departmentId: one(departmentIds), role: d.lead ? ('assist' as const) : ('lead' as const) });
  const may = (whyNot: Record<string, string[]>, tried: Record<string, () => Promise<unknown>>) => Object.entries(tried).filter(([name]) => whyNot[name]?.length === 0);
  return [
    ...may(d.whyNot, {
      accept: () => incoming.accept({ params, body: {} }),
      propose: () => incoming.propose({ params, body: { text: text(), leaders: any(2) ? [personIds[2 + any(2)]!] : [] } }),
      dispatch: () => incoming.dispatch({ params, body: { parts: [shares()] } }),
      circulate: () => incoming.circulate({ params, body: { people: [one(personIds)], inOrder: any(2) === 0 } }),
      addReader: () => incoming.addReader({ params, body: { people: [one(personIds)] } }),
      addLeader: () => incoming.addLeader({ params, body: { leaderId: personIds[2 + any(2)]! } }),
      convert: () => incoming.convert({ params, body: { handling: d.handling === 'action' ? 'reading' : 'action', reason: text() } }),
      finish: () => incoming.finish({ params, body: { result: text() } }),
      reopen: () => incoming.reopen({ params, body: { reason: text(), parts: d.parts.filter(({ closedAt }) => closedAt).map(({ id }) => id) } }),
      askForPages: () => incoming.askForPages({ params, body: { what: 'missing', details: text(), waits: true, how: 'phone', contact: '1' } }),
      setTask: () => incoming.setTask({ params, body: { sentence: text(), personId: one(personIds), dueAt: '2027-01-01T00:00:00.000Z' } }),
    }),
    ...d.instructions.flatMap(({ id: instructionId, whyNot }) => may(whyNot, {
      instruct: () => incoming.instruct({ params: { instructionId }, body: { text: text() } }),
      sendBackProposal: () => incoming.sendBackProposal({ params: { instructionId }, body: { reason: text() } }),
      amendInstruction: () => incoming.amendInstruction({ params: { instructionId }, body: { text: text() } }),
    })),
    ...d.parts.flatMap(({ id: partId, whyNot }) => may(whyNot, {
      signFor: () => incoming.signFor({ params: { partId }, body: {} }),
      giveOpinion: () => incoming.giveOpinion({ params: { partId }, body: { text: text() } }),
      closePart: () => incoming.closePart({ params: { partId }, body: { outcome: 'done', result: text() } }),
      returnPart: () => incoming.returnPart({ params: { partId }, body: { reason: text() } }),
      withdrawPart: () => incoming.withdrawPart({ params: { partId }, body: { reason: text() } }),
      makeLead: () => incoming.makeLead({ params: { partId }, body: { reason: text() } }),
    })),
    ...d.readings.filter(({ readAt }) => !readAt).flatMap(({ id: readingId, whyNot }) => may(whyNot, {
      markRead: () => incoming.markRead({ params: { readingId }, body: { note: text() } }),
      recallReader: () => incoming.recallReader({ params: { readingId }, body: { reason: text() } }),
    })),
    ...d.tasks.flatMap(({ id: taskId, whyNot }) => may(whyNot, { finishTask: () => incoming.finishTask({ params: { taskId }, body: { result: text() } }) })),
    ...d.replacements.filter(({ settledAt }) => !settledAt && d.whyNot['askForPages'] !== undefined).map(({ id: replacementId }): Tried => ['settlePages', () => incoming.settlePages({ params: { replacementId }, body: { how: text() } })]),
  ];
};

const seenBy = (desk: Desk, documentId: string) => desk.incoming.one({ params: { documentId } }).catch(() => undefined);

const offered = async (documentId: string) => {
  const seen = await Promise.all(desks.map(async (desk) => [desk, await seenBy(desk, documentId)] as const));
  return seen.flatMap(([desk, document]) => (document ? acts(desk, document) : []));
};

const waitingFor = (recordId: string) => db.selectFrom('todos').select(['what', 'personId', 'departmentId']).where('recordId', '=', recordId).where('doneAt', 'is', null).where('withdrawnAt', 'is', null).execute();

/** A refusal loses what was said with it. Anything but a refusal fails the test. */
const tried = async ([name, act]: Tried) => {
  const before = said.length;
  try {
    await act();
  } catch (error) {
    expect((error as { status?: number }).status, `${name}: ${String(error)}`).toBe(422);
    said.length = before;
  }
};

// What brings a document forward, in this order, when nobody wanders any more.
const forward = ['settlePages', 'accept', 'instruct', 'markRead', 'signFor', 'giveOpinion', 'closePart', 'makeLead', 'finish', 'withdrawPart', 'circulate', 'dispatch', 'propose'];

test('whoever does whatever is offered: somebody is always asked, nothing said is lost, and there is always a way to the end', async () => {
  for (let n = 0; n < 6; n += 1) {
    const { id } = await desks[0]!.incoming.register({ body: { sender: '江城市教育局', title: `第${n}件`, handling: n % 2 ? 'reading' : 'action' } });
    const walked: string[] = [];
    for (let steps = 0; steps < 25; steps += 1) {
      clock.now = new Date(Date.parse(clock.now) + 60_000).toISOString();
      const act = one(await offered(id));
      if (!act) break;
      walked.push(act[0]);
      await tried(act);
      const { state } = await db.selectFrom('incomingDocuments').select('state').where('id', '=', id).executeTakeFirstOrThrow();
      if (!hasEnded(state as 'done')) expect(await waitingFor(id), `${state} after ${walked.join(' ')}`).not.toEqual([]);
    }
    for (let steps = 0; steps < 60; steps += 1) {
      const { state } = await db.selectFrom('incomingDocuments').select('state').where('id', '=', id).executeTakeFirstOrThrow();
      if (hasEnded(state as 'done')) break;
      const all = await offered(id);
      const next = forward.map((name) => all.find(([offer]) => offer === name)).find((act) => act !== undefined);
      expect(next, `stuck as ${state} after ${walked.join(' ')}`).toBeDefined();
      walked.push(next![0]);
      await tried(next!);
    }
    const { state } = await db.selectFrom('incomingDocuments').select('state').where('id', '=', id).executeTakeFirstOrThrow();
    expect(state, walked.join(' ')).toBe('done');
  }
  const kept = JSON.stringify(await db.selectFrom('history').select('details').execute());
  expect(said.filter((one) => !kept.includes(one))).toEqual([]);
  expect((await desks[0]!.incoming.gaps({ query: { year: 2026 } })).missing).toEqual([]);
}, 120_000);

/** Every line of the register that somebody is shown, two on a page. */
const paged = async ({ incoming }: Desk, filters: object) => {
  const shown: Document['id'][] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<Desk['incoming']['list']>> = await incoming.list({ query: { ...filters, most: '2', ...(after && { after }) } as never });
    shown.push(...page.documents.map(({ id }) => id));
    after = page.next;
  }
  return shown;
};

test('the register shows to each of them what they may open, the newest first, whatever they choose from it', async () => {
  const all = await db.selectFrom('incomingDocuments').select('id').orderBy('year', 'desc').orderBy('seq', 'desc').execute();
  for (const desk of desks) {
    const theirs = (await Promise.all(all.map(({ id }) => seenBy(desk, id)))).filter((document) => document !== undefined);
    const chosen = (fits: (document: Document) => boolean) => theirs.filter(fits).map(({ id }) => id);
    expect(await paged(desk, {})).toEqual(chosen(() => true));
    expect(await paged(desk, { state: 'done', handling: 'reading' })).toEqual(chosen((d) => d.state === 'done' && d.handling === 'reading'));
    expect(await paged(desk, { year: '2025' })).toEqual([]);
    expect(await paged(desk, { q: '第3件' })).toEqual(chosen((d) => d.title === '第3件'));
    for (const [i, departmentId] of departmentIds.entries())
      expect(await paged(desk, { departmentId, year: '2026' })).toEqual(chosen((d) => d.parts.some((part) => part.department.id === departmentIds[i] && !part.returnedAt)));
  }
});

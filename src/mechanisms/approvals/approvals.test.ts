import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { tick } from '#mechanisms/deadlines/tick.ts';
import { whoIs } from '#mechanisms/access/who.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { signAgain, submit } from './approvals.ts';
import type { Stage, Trail } from './contract.ts';
import type { Facts, Step } from './route.ts';
import { declareSubject } from './subjects.ts';

const { as, db, clock, tokenOf, personId, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const named = { zh: '', en: '' };
const step = (key: string, who: Step['who'], more: Partial<Step> = {}): Step => ({ key, title: key, who, mode: 'one', when: [], batch: false, ...more });
const policy = [{ field: 'type', is: 'one_of' as const, values: ['policy'] }];
const shipped: Step[] = [
  step('head', { kind: 'head' }),
  step('countersign', { kind: 'heads_of', field: 'departments' }, { mode: 'all', when: [{ field: 'departments', is: 'yes' }] }),
  step('office', { kind: 'role', role: 'office.director' }),
  step('leader', { kind: 'leader' }, { when: policy }),
];
for (const name of ['test.paper', 'test.policy', 'test.race']) declareSubject({ name, place: 90, zh: '试件', en: 'Paper', steps: shipped, fields: { type: { ...named, type: 'choice', choices: { notice: named, policy: named } }, departments: { ...named, type: 'departments' } } });

const ids = { staff: await personId('staff'), head: await personId('department.head'), head2: await personId('department.head.2'), director: await personId('office.director'), leader: await personId('leader'), principal: await personId('principal') };
const departmentOf = async (person: string) => (await db.selectFrom('posts').select('departmentId').where('personId', '=', person).where('until', 'is', null).orderBy('id').executeTakeFirstOrThrow()).departmentId;
const [teaching, logistics] = [await departmentOf(ids.head), await departmentOf(ids.head2)];

const acting = async <T>(username: string, work: (ctx: Ctx<any>) => Promise<T>) => {
  const actor = (await whoIs(db, await tokenOf(username), { now: clock.now, address: '' }))!;
  const told: object[] = [];
  const answer = await db.transaction().execute((open) => work({ db: open, now: clock.now, actor, refuse: (...codes) => { if (codes.length) throw refused(codes); }, tell: (event, data) => void told.push({ event, ...data }) }));
  return { answer, told };
};

const paper = async (facts: Facts = { type: 'notice' }, username = 'staff', subject = 'test.paper') => {
  const recordId = newId();
  await db.insertInto('records').values({ id: recordId, kind: 'test', title: '关于试行的通知', allPermission: 'nobody', at: clock.now, readers: [await personId(username)] }).execute();
  await send(recordId, facts, username, subject);
  return recordId;
};
const send = async (recordId: string, facts: Facts = { type: 'notice' }, username = 'staff', subject = 'test.paper') =>
  (await acting(username, async (ctx) => submit(ctx, { recordId, subject, facts, drafterId: ctx.actor.id, departmentId: teaching }))).answer;

const trail = async (recordId: string, username = 'staff'): Promise<Trail> => (await (await as(username)).approvals.trail({ params: { recordId } })).approvals[0]!;
const open = (t: Trail): Stage => t.stages.find(({ state }) => state === 'open')!;
const signerIn = (t: Trail, person?: string) => open(t).signers.find((one) => !one.decision && !one.withdrawn && (!person || one.person.id === person))!;
const decide = async (username: string, recordId: string, body: { decision?: 'approved' | 'returned' | 'refused'; opinion?: string; returnTo?: string; thenAlso?: string[] } = {}, person?: string) => {
  const { id } = signerIn(await trail(recordId, username), person ?? (await personId(username)));
  return (await as(username)).approvals.decide({ params: { signerId: id }, body: { decision: 'approved', ...body } });
};
const asks = async (username: string, recordId: string) => (await (await as(username)).todos.list({ query: {} })).todos.filter(({ record }) => record.id === recordId).map(({ what }) => what);

test('a notice goes to the head and the office; what is not needed is shown as such; who signed, in words, with time', async () => {
  const id = await paper();
  expect((await trail(id)).stages.map(({ step: { key }, state }) => [key, state])).toEqual([['head', 'open'], ['countersign', 'not_needed'], ['office', 'next'], ['leader', 'not_needed']]);
  expect((await trail(id)).stages.find(({ step: { key } }) => key === 'office')!.expected).toEqual([{ id: ids.director, name: '陈国栋' }]);
  expect(await asks('department.head', id)).toEqual(['approvals.sign']);
  await decide('department.head', id, { opinion: '同意，请办公室核。' });
  expect(await asks('department.head', id)).toEqual([]);
  expect(await decide('office.director', id)).toMatchObject({ state: 'approved' });
  const done = await trail(id);
  expect(done).toMatchObject({ state: 'approved', endedAt: clock.now });
  expect(done.stages.flatMap(({ signers }) => signers.map(({ person, decision, opinion }) => [person.name, decision, opinion]))).toEqual([['刘志远', 'approved', '同意，请办公室核。'], ['陈国栋', 'approved', '']]);
});

test('a policy is countersigned by every department, and signed by the leader in charge', async () => {
  const id = await paper({ type: 'policy', departments: [logistics] });
  await decide('department.head', id);
  expect(open(await trail(id, 'staff')).signers.map(({ person }) => person.id)).toEqual([ids.head2]);
  await decide('department.head.2', id, { opinion: '总务处无意见。' });
  await decide('office.director', id);
  expect(await decide('leader', id)).toMatchObject({ state: 'approved' });
});

test('nobody signs their own draft: it goes one level up', async () => {
  const id = await paper({ type: 'notice' }, 'department.head');
  expect(open(await trail(id, 'department.head'))).toMatchObject({ instead: 'own_draft', signers: [{ person: { id: ids.leader } }] });
});

test('a deputy signs under both names, and never what they drafted themselves', async () => {
  const { starts, ends } = { starts: '2026-11-23T00:00:00.000Z', ends: '2026-11-24T00:00:00.000Z' };
  for (const deputyId of [ids.staff, ids.director]) await db.insertInto('leaves').values({ id: newId(), personId: ids.head, deputyId, starts, ends, scope: 'all', createdBy: ids.head, createdAt: clock.now } as never).execute();
  const id = await paper();
  await expect(decide('staff', id, {}, ids.head)).rejects.toMatchObject({ status: 422, codes: ['approvals.own_draft'] });
  await decide('office.director', id, { opinion: '同意' }, ids.head);
  expect((await trail(id)).stages[0]!.signers[0]).toMatchObject({ person: { id: ids.head }, decidedBy: { id: ids.director } });
  await db.updateTable('leaves').set({ endedAt: clock.now } as never).execute();
});

test('returned to the drafter: it waits for them, comes again in a new round, and the opinion of before stands', async () => {
  const id = await paper();
  await expect(decide('department.head', id, { decision: 'returned' })).rejects.toMatchObject({ codes: ['approvals.opinion_missing'] });
  expect(await decide('department.head', id, { decision: 'returned', opinion: '附件缺页' })).toMatchObject({ state: 'returned' });
  expect(await asks('staff', id)).toEqual(['approvals.resubmit']);
  await send(id, { type: 'policy' });
  expect(await asks('staff', id)).toEqual([]);
  const now = await trail(id);
  expect(now).toMatchObject({ round: 2, state: 'running' });
  expect(now.stages[0]!.signers[0]).toMatchObject({ decision: 'returned', opinion: '附件缺页' });
  expect(now.stages.map(({ round, step: { key }, state }) => [round, key, state])).toContainEqual([2, 'leader', 'next']);
});

test('returned to an earlier step: from there on once more', async () => {
  const id = await paper({ type: 'policy' });
  await decide('department.head', id, { opinion: '第一次' });
  await decide('office.director', id);
  await expect(decide('leader', id, { decision: 'returned', opinion: '请再核', returnTo: 'leader' })).rejects.toMatchObject({ codes: ['approvals.no_such_step'] });
  await decide('leader', id, { decision: 'returned', opinion: '请再核', returnTo: 'head' });
  expect(open(await trail(id))).toMatchObject({ round: 2, step: { key: 'head' } });
  await decide('department.head', id, { opinion: '第二次' });
  await decide('office.director', id);
  await decide('leader', id);
  const opinions = (await trail(id)).stages.flatMap(({ signers }) => signers.map(({ opinion }) => opinion));
  expect(opinions).toEqual(['第一次', '', '请再核', '第二次', '', '']);
});

test('refused is over, and may be sent anew', async () => {
  const id = await paper();
  const { state } = await decide('department.head', id, { decision: 'refused', opinion: '暂不发文' });
  expect(state).toBe('refused');
  expect(await send(id)).toMatchObject({ state: 'running' });
  await expect(send(id)).rejects.toMatchObject({ codes: ['approvals.running_already'] });
});

test('recalled by the drafter alone; what was asked is asked no more', async () => {
  const id = await paper();
  const { id: approvalId } = await trail(id);
  await expect((await as('department.head')).approvals.recall({ params: { approvalId }, body: { why: '不发了' } })).rejects.toMatchObject({ codes: ['approvals.not_the_drafter'] });
  expect(await (await as('staff')).approvals.recall({ params: { approvalId }, body: { why: '标题有误' } })).toMatchObject({ state: 'recalled' });
  expect(await asks('department.head', id)).toEqual([]);
  await expect((await as('staff')).approvals.recall({ params: { approvalId }, body: { why: '再撤' } })).rejects.toMatchObject({ codes: ['approvals.already_ended'] });
});

test('asked in before, the asker waits; asked in after, the step waits; handed on, another one signs', async () => {
  const id = await paper();
  const head = (await as('department.head')).approvals;
  const { id: signerId } = signerIn(await trail(id));
  await expect(head.addBefore({ params: { signerId }, body: { people: [newId()] } })).rejects.toMatchObject({ codes: ['approvals.person_unknown'] });
  await expect(head.addBefore({ params: { signerId }, body: { people: [ids.head] } })).rejects.toMatchObject({ codes: ['approvals.signs_already'] });
  await head.addBefore({ params: { signerId }, body: { people: [ids.head2], note: '请先看经费' } });
  await expect(decide('department.head', id)).rejects.toMatchObject({ codes: ['approvals.not_your_turn'] });
  await decide('department.head.2', id, { opinion: '经费有' });
  await decide('department.head', id, { thenAlso: [ids.leader] });
  expect(signerIn(await trail(id)).person.id).toBe(ids.leader);
  await expect((await as('staff')).approvals.handOn({ params: { signerId: signerIn(await trail(id)).id }, body: { personId: ids.principal, why: '我' } })).rejects.toMatchObject({ codes: ['approvals.not_yours', 'approvals.own_draft'] });
  await (await as('leader')).approvals.handOn({ params: { signerId: signerIn(await trail(id)).id }, body: { personId: ids.principal, why: '请校长定' } });
  await decide('principal', id);
  expect(open(await trail(id)).step.key).toBe('office');
});

test('two at once: one wins, the other is told', async () => {
  const id = await paper();
  const { id: signerId } = signerIn(await trail(id));
  const heads = [(await as('department.head')).approvals, (await as('department.head')).approvals];
  const answers = await Promise.allSettled(heads.map((head, i) => head.decide({ params: { signerId }, body: { decision: i ? 'approved' : 'refused', opinion: '同时' } })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { codes: ['approvals.already_decided'] } });
});

test('the drafter urges, not twice in a moment; who is not concerned finds nothing', async () => {
  const id = await paper();
  const { id: signerId } = signerIn(await trail(id));
  await (await as('staff')).approvals.urge({ params: { signerId }, body: {} });
  await expect((await as('staff')).approvals.urge({ params: { signerId }, body: {} })).rejects.toMatchObject({ codes: ['approvals.urged_just_now'] });
  await expect((await as('department.head.2')).approvals.urge({ params: { signerId }, body: {} })).rejects.toMatchObject({ status: 404 });
  await drain();
  expect((await (await as('department.head')).notifications.messages({ query: {} })).messages.map(({ what }) => what)).toContain('approvals.urged');
  await expect(trail(id, 'department.head.2')).rejects.toMatchObject({ status: 404 });
  const stranger = (await as('department.head.2')).approvals;
  await expect(stranger.decide({ params: { signerId }, body: { decision: 'approved' } })).rejects.toMatchObject({ status: 404 });
  await expect(stranger.recall({ params: { approvalId: (await trail(id)).id }, body: { why: '好奇' } })).rejects.toMatchObject({ status: 404 });
});

test('what changed in substance after signing goes back to whoever signed, in a new round', async () => {
  const id = await paper();
  await decide('department.head', id);
  await decide('office.director', id);
  await acting('office.clerk', (ctx) => signAgain(ctx, id));
  expect(open(await trail(id))).toMatchObject({ round: 2, step: { key: 'office' }, signers: [{ person: { id: ids.director } }] });
});

test('a decision is never changed, by nobody', async () => {
  const id = await paper();
  const { id: signerId } = signerIn(await trail(id));
  await decide('department.head', id, { opinion: '原话' });
  await expect(db.updateTable('approvalSigners').set({ opinion: '另话' }).where('id', '=', signerId).execute()).rejects.toThrow('never changed');
  await expect(db.deleteFrom('approvalSigners').where('id', '=', signerId).execute()).rejects.toThrow('never changed');
});

test('a route is tried before it is published, and published only whole; what runs keeps what it started with', async () => {
  const routes = (await as('office.director')).approvals;
  const running = await paper();
  const steps = [step('head', { kind: 'head' }), step('principal', { kind: 'role', role: 'principal' })];
  const trial = await routes.try({ params: { subject: 'test.paper' }, body: { steps: [...steps, step('buyer', { kind: 'leader' }, { when: policy })], facts: { type: 'notice' }, drafterId: ids.head, departmentId: teaching } });
  expect(trial).toMatchObject({ gaps: [], reasons: [], stages: [{ key: 'head', people: [{ id: ids.leader }], instead: 'own_draft' }, { people: [{ id: ids.principal }] }, { needed: false }] });
  await db.updateTable('people').set({ disabledAt: clock.now }).where('id', '=', await personId('archivist')).execute();
  const empty = [...steps, step('archive', { kind: 'role', role: 'archivist' })];
  const body = { why: '校长终审', from: 0 };
  await expect(routes.publish({ params: { subject: 'test.paper' }, body: { ...body, steps: empty } })).rejects.toMatchObject({ codes: ['approvals.step_has_nobody'] });
  await expect(routes.publish({ params: { subject: 'test.paper' }, body: { ...body, steps: [] } })).rejects.toMatchObject({ codes: ['approvals.no_steps'] });
  await expect(routes.publish({ params: { subject: 'test.paper' }, body: { ...body, steps: [steps[0]!, steps[0]!] } })).rejects.toMatchObject({ codes: ['approvals.step_twice'] });
  await expect(routes.publish({ params: { subject: 'test.paper' }, body: { ...body, steps: [step('a', { kind: 'head' }, { when: [{ field: 'colour', is: 'yes' }] })] } })).rejects.toMatchObject({ codes: ['approvals.condition_does_not_fit', 'approvals.may_need_nobody'] });
  expect(await routes.publish({ params: { subject: 'test.paper' }, body: { ...body, steps } })).toEqual({ version: 1 });
  await expect(routes.publish({ params: { subject: 'test.paper' }, body: { ...body, steps } })).rejects.toMatchObject({ codes: ['approvals.route_changed_meanwhile'] });
  await expect((await as('office.clerk')).approvals.publish({ params: { subject: 'test.paper' }, body: { ...body, steps } })).rejects.toMatchObject({ status: 403 });
  expect((await trail(running)).version).toBe(0);
  expect((await trail(await paper())).stages.map(({ step: { key } }) => key)).toEqual(['head', 'principal']);
  const { subjects } = await routes.subjects({});
  expect(subjects.find(({ name }) => name === 'test.paper')).toMatchObject({ version: 1, versions: [{ version: 1, why: '校长终审' }] });
  expect((await routes.version({ params: { subject: 'test.paper', number: '0' } })).steps).toHaveLength(4);
});

test('subjects are listed by the place they declare, whichever was declared first', async () => {
  declareSubject({ name: 'test.first', place: 1, zh: '试件', en: 'Paper', steps: shipped, fields: {} });
  const { subjects } = await (await as('office.director')).approvals.subjects({});
  const names = subjects.map(({ name }) => name);
  expect(names.filter((name) => ['test.first', 'test.paper', 'outgoing.document', 'rooms.booking', 'archive.loan', 'archive.destruction'].includes(name))).toEqual(['test.first', 'outgoing.document', 'rooms.booking', 'archive.loan', 'archive.destruction', 'test.paper']);
});

test('what needs no reading is approved together with others; the inbox says what may be, and the rule refuses the rest', async () => {
  const shippedSteps = [step('head', { kind: 'head' }, { batch: true }), step('office', { kind: 'role', role: 'office.director' })];
  declareSubject({ name: 'test.batch', place: 90, zh: '试件', en: 'Paper', steps: shippedSteps, fields: {} });
  const id = await paper({}, 'staff', 'test.batch');
  const line = async (username: string) => (await (await as(username)).todos.list({ query: {} })).todos.find(({ record }) => record.id === id)!;
  expect(await line('department.head')).toMatchObject({ what: 'approvals.sign', together: true });
  const batch = async (username: string, body: object = {}) => (await as(username)).approvals.decide({ params: { signerId: (await line(username)).itemId! }, body: { decision: 'approved', batch: true, ...body } });
  await expect(batch('department.head', { decision: 'refused', opinion: '不' })).rejects.toMatchObject({ codes: ['approvals.needs_reading'] });
  expect(await batch('department.head')).toMatchObject({ state: 'running' });
  expect(await line('office.director')).toMatchObject({ together: false });
  await expect(batch('office.director')).rejects.toMatchObject({ codes: ['approvals.needs_reading'] });
  expect(await decide('office.director', id)).toMatchObject({ state: 'approved' });
});

test('whoever was asked to look is not asked to approve unread', async () => {
  const id = await paper({}, 'staff', 'test.batch');
  const { id: signerId } = signerIn(await trail(id));
  await (await as('department.head')).approvals.addBefore({ params: { signerId }, body: { people: [ids.head2], note: '请看经费' } });
  const line = (await (await as('department.head.2')).todos.list({ query: {} })).todos.find(({ record }) => record.id === id)!;
  expect(line.together).toBe(false);
  await expect((await as('department.head.2')).approvals.decide({ params: { signerId: line.itemId! }, body: { decision: 'approved', batch: true } })).rejects.toMatchObject({ codes: ['approvals.needs_reading'] });
  expect(signerIn(await trail(id), ids.head2)).toMatchObject({ note: '请看经费', added: { how: 'before', by: '刘志远' } });
});

test('how long it took is told in office hours, and what may be urged and recalled to whom it concerns', async () => {
  const id = await paper({ type: 'notice' }, 'staff', 'test.policy');
  const before = clock.now;
  // Monday 9:00 to Tuesday 9:30: the night and the noon are not counted.
  clock.now = '2026-11-24T01:30:00.000Z';
  const waiting = signerIn(await trail(id));
  expect(waiting.minutes).toBeGreaterThan(300);
  expect(waiting.minutes).toBeLessThan(24 * 60);
  await decide('department.head', id);
  const [signed] = (await trail(id)).stages[0]!.signers;
  expect(signed!.minutes).toBe(waiting.minutes);
  expect(await trail(id)).toMatchObject({ whyNot: { recall: [] }, fields: [{ name: 'type', choices: [{ value: 'notice' }, { value: 'policy' }] }, { name: 'departments', type: 'departments' }] });
  expect((await trail(id, 'department.head')).whyNot).toEqual({});
  expect(signerIn(await trail(id)).whyNot).toMatchObject({ urge: [], decide: ['approvals.not_yours', 'approvals.own_draft'] });
  expect(signerIn(await trail(id, 'department.head')).whyNot).not.toHaveProperty('urge');
  expect(open(await trail(id, 'office.director')).returnTo).toEqual([{ key: 'head', title: 'head' }]);
  clock.now = before;
});

test('a deputy for incoming letters alone neither sees what waits for the signature nor signs it; the drafter hears that it is approved', async () => {
  const id = await paper({ type: 'notice' }, 'staff', 'test.policy');
  const leave = newId();
  await db.insertInto('leaves').values({ id: leave, personId: ids.head, deputyId: ids.head2, starts: '2026-11-22T00:00:00.000Z', ends: '2026-11-29T00:00:00.000Z', scope: 'incoming', createdBy: ids.head, createdAt: clock.now }).execute();
  expect(await asks('department.head.2', id)).toEqual([]);
  await expect(decide('department.head.2', id, {}, ids.head)).rejects.toMatchObject({ codes: ['approvals.not_yours'] });
  await db.updateTable('leaves').set({ scope: 'all' }).where('id', '=', leave).execute();
  expect(await asks('department.head.2', id)).toEqual(['approvals.sign']);
  await decide('department.head.2', id, { opinion: '代签' }, ids.head);
  await db.deleteFrom('leaves').where('id', '=', leave).execute();
  await decide('office.director', id);
  await drain();
  expect((await trail(id)).stages[0]!.signers).toMatchObject([{ person: { id: ids.head }, decidedBy: { id: ids.head2 } }]);
  expect((await (await as('staff')).notifications.messages({ query: {} })).messages.filter(({ recordId }) => recordId === id).map(({ what }) => what)).toContain('approvals.approved');
});

test('a signer who does not decide is warned, told that it is late, and the director hears of it', async () => {
  const id = await paper({ type: 'notice' }, 'staff', 'test.policy');
  const before = clock.now;
  clock.now = '2026-12-04T01:00:00.000Z';
  await tick(db, clock.now);
  await drain();
  const told = async (username: string) => (await (await as(username)).notifications.messages({ query: {} })).messages.filter(({ recordId }) => recordId === id).map(({ what, params }) => [what, params['whom']]);
  expect(await told('department.head')).toEqual(expect.arrayContaining([['approvals.late', undefined]]));
  expect(await told('staff')).toEqual([['approvals.late', '刘志远']]);
  expect(await told('office.director')).toEqual([['approvals.escalated', '刘志远']]);
  const mails = await db.selectFrom('mails').select('subject').where('recordId', '=', id).execute();
  expect(mails.map(({ subject }) => subject)).toEqual(expect.arrayContaining([expect.stringMatching(/^超时未签，请督促：.*，应于 11月24日 09:00 前签署/)]));
  clock.now = before;
});

test('whoever loses the post is not asked any more: it goes to who holds it now, or one level up', async () => {
  const id = await paper({ type: 'notice' }, 'staff', 'test.policy');
  const { id: postId } = await db.selectFrom('posts').select('id').where('personId', '=', ids.head).where('role', '=', 'department.head').where('until', 'is', null).executeTakeFirstOrThrow();
  const security = (await as('security')).access;
  const { id: newPost } = await security.givePost({ params: { personId: await personId('yangfan') }, body: { departmentId: teaching, role: 'department.head', title: '教务处副主任' } });
  await security.endPost({ params: { postId } });
  await drain();
  expect(await asks('department.head', id)).toEqual([]);
  expect(open(await trail(id)).signers).toMatchObject([{ person: { id: ids.head }, withdrawn: true }, { person: { name: '杨帆' }, withdrawn: false, added: { how: 'succeeds', by: '刘志远' } }]);
  await security.givePost({ params: { personId: ids.head }, body: { departmentId: teaching, role: 'department.head', title: '教务处主任' } });
  await security.endPost({ params: { postId: newPost } });
  await drain();
  await decide('department.head', id, { opinion: '回任后签' });
  expect(open(await trail(id)).step.key).toBe('office');
});

test('another leader in charge is asked instead of the one before; what they said stays', async () => {
  const id = await paper({ type: 'policy' }, 'staff', 'test.policy');
  await decide('department.head', id);
  await decide('office.director', id);
  expect(signerIn(await trail(id)).person.id).toBe(ids.leader);
  const admin = (await as('admin')).organisation;
  const other = await personId('leader.2');
  await admin.oversee({ params: { departmentId: teaching }, body: { people: [other] } });
  await drain();
  expect(signerIn(await trail(id)).person.id).toBe(other);
  await admin.oversee({ params: { departmentId: teaching }, body: { people: [ids.leader] } });
  await drain();
  expect(await decide('leader', id)).toMatchObject({ state: 'approved' });
});

test('signers whom the drafter chooses: in the order chosen, and never guessed', async () => {
  declareSubject({ name: 'test.chosen', place: 5, zh: '试件', en: 'Paper', chooses: true, steps: [step('experts', { kind: 'chosen' }, { mode: 'in_order' })], fields: {} });
  const sent = (chosen: Record<string, string[]>) => acting('staff', async (ctx) => {
    const recordId = newId();
    await ctx.db.insertInto('records').values({ id: recordId, kind: 'test', title: '请专家看', allPermission: 'nobody', at: clock.now, readers: [ctx.actor.id] }).execute();
    await submit(ctx, { recordId, subject: 'test.chosen', facts: {}, drafterId: ctx.actor.id, departmentId: teaching, chosen });
    return recordId;
  });
  await expect(sent({})).rejects.toMatchObject({ codes: ['approvals.nobody_chosen'] });
  await expect(sent({ experts: [ids.staff] })).rejects.toMatchObject({ codes: ['approvals.nobody_chosen'] });
  const { answer: id } = await sent({ experts: [ids.leader, ids.head2] });
  expect(open(await trail(id)).signers.map(({ person, askedAt }) => [person.id, askedAt !== null])).toEqual([[ids.leader, true], [ids.head2, false]]);
  await decide('leader', id);
  expect(await decide('department.head.2', id)).toMatchObject({ state: 'approved' });
  expect((await (await as('staff')).approvals.toChoose({ params: { subject: 'test.chosen' } })).steps).toEqual([{ key: 'experts', title: 'experts', mode: 'in_order' }]);
  await expect((await as('staff')).approvals.toChoose({ params: { subject: 'test.nothing' } })).rejects.toMatchObject({ status: 404 });
  const routes = (await as('office.director')).approvals;
  await expect(routes.publish({ params: { subject: 'test.policy' }, body: { why: '专家', from: 0, steps: [step('head', { kind: 'head' }), step('experts', { kind: 'chosen' })] } })).rejects.toMatchObject({ codes: ['approvals.nobody_is_chosen_there'] });
});

test('two publish at once: one version, and the other is told', async () => {
  const routes = (await as('office.director')).approvals;
  const body = { why: '同时修改', from: 0, steps: [step('head', { kind: 'head' })] };
  const answers = await Promise.allSettled(Array.from({ length: 4 }, () => routes.publish({ params: { subject: 'test.race' }, body })));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ status: 422, codes: ['approvals.route_changed_meanwhile'] });
});

test('16 random runs of acts: no opinion is lost, no signer passed over, and somebody always holds it', { timeout: 60_000 }, async () => {
  const chance = ((seed) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647)(11);
  const usernames = ['department.head', 'department.head.2', 'office.director', 'leader', 'principal', 'yangfan', 'zhuting'];
  const people = new Map<string, string>();
  for (const username of usernames) people.set(await personId(username), username);
  for (let run = 0; run < 16; run += 1) {
    const id = await paper({ type: 'policy', departments: [logistics] }, 'staff', 'test.policy');
    const said: string[] = [];
    for (let act = 0; act < 25; act += 1) {
      const now = await trail(id);
      if (now.state === 'returned') await send(id, { type: 'policy', departments: [logistics] });
      if (now.state !== 'running') { if (now.state === 'returned') continue; else break; }
      const waiting = open(now).signers.filter((one) => one.askedAt && !one.decision && !one.withdrawn);
      expect(waiting.length).toBeGreaterThan(0);
      const one = waiting[Math.floor(chance() * waiting.length)]!;
      const me = people.get(one.person.id)!;
      const opinion = `意见 ${run}-${act}`;
      const decision = chance() < 0.7 ? 'approved' as const : 'returned' as const;
      const returnTo = chance() < 0.5 && now.stages.some(({ state, step: { key } }) => state === 'done' && key === 'head') && open(now).step.key !== 'head' ? { returnTo: 'head' } : {};
      const client = (await as(me)).approvals;
      const asked = chance() < 0.15 && decision === 'approved' ? { thenAlso: [await personId('yangfan')] } : {};
      const dice = chance();
      if (dice < 0.1) {
        await client.addBefore({ params: { signerId: one.id }, body: { people: [await personId('zhuting')], note: '请先看' } }).catch((problem) => expect(problem.status).toBe(422));
        continue;
      }
      if (dice < 0.2) {
        if (await client.handOn({ params: { signerId: one.id }, body: { personId: await personId('yangfan'), why: opinion } }).then(() => true, (problem) => { expect(problem.status).toBe(422); return false; })) said.push(opinion);
        continue;
      }
      const done = await client.decide({ params: { signerId: one.id }, body: { decision, opinion, ...(decision === 'returned' ? returnTo : asked) } }).then(() => true, (problem) => { expect(problem.status).toBe(422); return false; });
      if (done) said.push(opinion);
    }
    const all = (await trail(id)).stages.flatMap(({ signers }) => signers.map(({ opinion }) => opinion));
    expect(said.filter((opinion) => !all.includes(opinion))).toEqual([]);
    const last = await trail(id);
    if (last.state === 'approved') for (const key of ['head', 'countersign', 'office', 'leader']) expect(last.stages.some((stage) => stage.step.key === key && stage.round >= 1 && stage.state === 'done'), key).toBe(true);
  }
});

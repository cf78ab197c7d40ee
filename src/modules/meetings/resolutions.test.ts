import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { tick } from '#mechanisms/deadlines/tick.ts';
import { wouldBe } from '#mechanisms/access/who.ts';
import { resolutionsFor } from './resolutions/resolutions.ts';
import { whyNotAskDeferral, whyNotClose, whyNotReport, whyNotSendBack, whyNotUrgeResolution } from './resolutions/rules.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-09-21T01:00:00.000Z');
const [clerk, head, head2, staff, principal] = [await as('office.clerk'), await as('department.head'), await as('department.head.2'), await as('staff'), await as('principal')];
const ids = Object.fromEntries(await Promise.all(['staff', 'principal', 'department.head'].map(async (name) => [name, await personId(name)] as const)));
const department = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const [teaching, logistics] = [await department('教务处'), await department('总务处')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const nowhere = '00000000-0000-7000-8000-000000000999';
const inbox = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'act', most: '100' as never } })).todos.map(({ what, record }) => `${what} ${record.id}`);
const one = (resolutionId: string, who = clerk) => who.meetings.resolution({ params: { resolutionId } });

/** A meeting with two topics, called for Friday the 25th at two, minuted by a member of staff. */
const meetingId = await (async () => {
  const topics = [];
  for (const title of ['期末考试安排', '食堂设备更新']) topics.push((await head.meetings.applyTopic({ body: { title, reason: '请研究', minutes: 20 } })).id);
  const { id } = await clerk.meetings.plan({ body: { kind: 'leaders', title: '第四周校长办公会', startsAt: '2026-09-25T06:00:00.000Z', minutes: 60, place: '第一会议室', chairId: ids['principal']!, minuteTakerId: ids['staff']!, attends: [], items: topics.map((topicId) => ({ topicId, minutes: 20, presenterId: ids['department.head']! })) } });
  await clerk.meetings.sendForApproval({ params: { meetingId: id }, body: {} });
  const { approvals: [trail] } = await principal.approvals.trail({ params: { recordId: id } });
  await principal.approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意' } });
  await drain();
  await clerk.meetings.call({ params: { meetingId: id }, body: {} });
  return id;
})();
const { items } = await clerk.meetings.meeting({ params: { meetingId } });
const [exams, kitchen] = [items[0]!.id, items[1]!.id];
const resolve = (who = staff, more: object = {}, itemId = exams) => who.meetings.resolve({ params: { itemId }, body: { text: '教务处制定期末考试方案，报校长办公会备案', departmentId: teaching, ownerId: ids['department.head']!, assisting: [logistics], dueOn: '2026-10-12', ...more } });
const made: Record<string, string> = {};
const settle = (itemId: string, body: object, who = staff) => who.meetings.settleItem({ params: { itemId }, body: body as never });

test('nothing is written down before the meeting, nor by somebody else', async () => {
  await expect(resolve()).rejects.toMatchObject(refused('meetings.not_begun'));
  clock.now = '2026-09-25T06:10:00.000Z';
  await staff.meetings.beginMeeting({ params: { meetingId }, body: {} });
  await expect(resolve(head)).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  await expect(resolve(head2)).rejects.toMatchObject({ status: 404 });
});

test('a topic that is put off waits with its history; one that has a resolution is not put off (MTG-7)', async () => {
  await expect(settle(kitchen, { outcome: 'deferred' })).rejects.toMatchObject(refused('meetings.why_deferred'));
  await settle(kitchen, { outcome: 'deferred', why: '超时，另行专题研究' });
  await expect(settle(kitchen, { outcome: 'dealt' })).rejects.toMatchObject(refused('meetings.item_settled'));
  await expect(resolve(staff, {}, kitchen)).rejects.toMatchObject(refused('meetings.item_put_off'));
  expect((await clerk.meetings.topics({ query: {} })).topics).toMatchObject([{ title: '食堂设备更新', state: 'deferred', deferrals: 1 }]);
});

test('a resolution has its number, its department and its day, and is in their inbox (MTG-6)', async () => {
  await expect(resolve(staff, { departmentId: nowhere })).rejects.toMatchObject(refused('meetings.department_unknown'));
  await expect(resolve(staff, { ownerId: nowhere })).rejects.toMatchObject(refused('meetings.person_unknown'));
  await expect(resolve(staff, { assisting: [teaching] })).rejects.toMatchObject(refused('meetings.assists_itself'));
  await expect(resolve(staff, { dueOn: '2026-09-24' })).rejects.toMatchObject(refused('meetings.due_is_over'));
  const { id, number } = await resolve();
  expect(number).toBe('决〔2026〕1号');
  await settle(exams, { outcome: 'dealt' });
  expect(await inbox(head)).not.toContain(`meetings.carryOut ${id}`);
  const more = { drop: await resolve(staff, { text: '采购答题卡扫描仪', departmentId: logistics, assisting: [] }), late: await resolve(staff, { text: '报送节后教学安排' }), carry: await resolve(staff, { text: '修订考务手册' }) };
  Object.assign(made, { drop: more.drop.id, late: more.late.id, carry: more.carry.id });
  await staff.meetings.endMeeting({ params: { meetingId }, body: {} });
  expect(await inbox(head)).toContain(`meetings.carryOut ${id}`);
  expect(await one(id, head2)).toMatchObject({ number, state: 'open', department: { name: '教务处' }, owner: { id: ids['department.head'] }, assisting: [{ name: '总务处' }], meeting: { id: meetingId }, whyNot: { reportProgress: [] } });
  expect((await clerk.meetings.meeting({ params: { meetingId } })).resolutions[0]).toMatchObject({ number, itemId: exams, late: false, assisting: [{ name: '总务处' }] });
});

test('carried out: reported with evidence, sent back, given more time, checked and closed (MTG-9)', async () => {
  const id = made['carry']!;
  const report = (who: typeof clerk, body: object) => who.meetings.reportProgress({ params: { resolutionId: id }, body: { text: '已完成初稿', finished: false, ...body } });
  const close = (body: object) => clerk.meetings.closeResolution({ params: { resolutionId: id }, body: { outcome: 'done', ...body } as never });
  const extend = (who: typeof clerk, until: string) => who.meetings.askDeferral({ params: { resolutionId: id }, body: { until, why: '征求意见需要时间' } });
  const decide = (granted: boolean, reason = '') => clerk.meetings.decideDeferral({ params: { resolutionId: id }, body: { granted, reason } });
  await expect(report(staff, {})).rejects.toMatchObject(refused('meetings.not_your_resolution'));
  await expect(report(head, { files: [nowhere] })).rejects.toMatchObject(refused('meetings.file_unknown'));
  await report(head, {});
  await expect(close({})).rejects.toMatchObject(refused('meetings.not_reported'));
  await expect(decide(true)).rejects.toMatchObject(refused('meetings.no_deferral'));
  await expect(extend(head, '2026-10-12')).rejects.toMatchObject(refused('meetings.until_not_later'));
  await extend(head, '2026-10-20');
  await expect(extend(head2, '2026-10-21')).rejects.toMatchObject(refused('meetings.deferral_waits'));
  await expect(decide(false)).rejects.toMatchObject(refused('meetings.why_refused'));
  await decide(true);
  expect(await one(id)).toMatchObject({ dueOn: '2026-10-20', deferrals: 1 });
  const fileId = (await head.files.upload({ query: { name: '手册.txt' }, body: Buffer.from('手册') as never })).id;
  await report(head, { text: '已印发', finished: true, files: [fileId] });
  expect(await inbox(clerk)).toContain(`meetings.checkResolution ${id}`);
  await expect(report(head, {})).rejects.toMatchObject(refused('meetings.being_checked'));
  await expect(head.meetings.closeResolution({ params: { resolutionId: id }, body: { outcome: 'done' } })).rejects.toMatchObject({ status: 403 });
  await clerk.meetings.sendBack({ params: { resolutionId: id }, body: { reason: '缺附件' } });
  await expect(clerk.meetings.sendBack({ params: { resolutionId: id }, body: { reason: '再退' } })).rejects.toMatchObject(refused('meetings.not_reported'));
  expect(await inbox(head)).toContain(`meetings.carryOut ${id}`);
  await report(head, { text: '已补齐', finished: true });
  await close({ why: '已核对' });
  await expect(close({})).rejects.toMatchObject(refused('meetings.resolution_closed'));
  expect(await one(id)).toMatchObject({ state: 'done', closedWhy: '已核对', files: [{ name: '手册.txt' }], reports: [{ finished: false }, { finished: true }, { finished: true }], whyNot: {} });
  expect(await db.selectFrom('clocks').select('stoppedAt').where('recordId', '=', id).executeTakeFirstOrThrow()).toEqual({ stoppedAt: clock.now });
});

test('dropped says why; urged not twice in half an hour', async () => {
  const id = made['drop']!;
  const params = { resolutionId: id };
  await clerk.meetings.urgeResolution({ params, body: {} });
  await expect(clerk.meetings.urgeResolution({ params, body: {} })).rejects.toMatchObject(refused('meetings.urged_just_now'));
  await expect(clerk.meetings.closeResolution({ params, body: { outcome: 'dropped' } })).rejects.toMatchObject(refused('meetings.why_dropped'));
  await clerk.meetings.closeResolution({ params, body: { outcome: 'dropped', why: '区里统一采购' } });
  expect(await inbox(head2)).not.toContain(`meetings.carryOut ${id}`);
});

test('over National Day: warned two working days before, late at the end of its day, told to the director three working days after', async () => {
  const id = made['late']!;
  const whatAt = async (now: string) => {
    clock.now = now;
    await tick(db, now);
    await drain();
    return (await db.selectFrom('messages').select('what').distinct().where('recordId', '=', id).orderBy('what').execute()).map(({ what }) => what.replace('meetings.', ''));
  };
  // Due on Monday the 12th at half past five; the 8th, the 9th and the make-up Saturday are worked, so two working days before is the 10th less one.
  expect(await whatAt('2026-10-09T01:00:00.000Z')).toEqual(['resolved']);
  expect(await whatAt('2026-10-12T01:00:00.000Z')).toEqual(['resolution_due', 'resolved']);
  expect(await whatAt('2026-10-12T09:31:00.000Z')).toEqual(['resolution_due', 'resolution_late', 'resolved']);
  expect(await inbox(clerk)).toContain(`meetings.resolutionLate ${id}`);
  expect(await whatAt('2026-10-16T01:00:00.000Z')).toEqual(['resolution_due', 'resolution_escalated', 'resolution_late', 'resolved']);
  clock.now = '2026-10-14T01:00:00.000Z';
  const late = await clerk.meetings.resolutions({ query: { show: 'late' } });
  expect(late.resolutions.map(({ text, late: isLate }) => [text, isLate])).toEqual([['报送节后教学安排', true], ['教务处制定期末考试方案，报校长办公会备案', true]]);
});

test('the ledger is paged, exported, and shows one what one may see; its page is read by an index', async () => {
  const first = await clerk.meetings.resolutions({ query: { show: 'all', most: 3 as never } });
  const second = await clerk.meetings.resolutions({ query: { show: 'all', most: 3 as never, after: first.next! } });
  expect([...first.resolutions, ...second.resolutions].map(({ number }) => number)).toEqual([4, 3, 2, 1].map((n) => `决〔2026〕${n}号`));
  expect((await head2.meetings.resolutions({ query: { show: 'mine' } })).resolutions.map(({ state }) => state)).toEqual(['dropped']);
  expect((await (await as('zhuting')).meetings.resolutions({ query: { show: 'all' } })).resolutions).toEqual([]);
  expect(Buffer.from((await clerk.meetings.ledger({ query: { show: 'all' } })) as unknown as Uint8Array).subarray(0, 2).toString()).toBe('PK');
  const mine = (await head.meetings.resolutions({ query: { show: 'all' } })).resolutions;
  expect(mine.length).toBeGreaterThan(1);
  const row = await db.selectFrom('resolutions').selectAll().limit(1).executeTakeFirstOrThrow();
  await sql`insert into records (id, kind, number, title, readers, all_permission, clearance, at) select gen_random_uuid(), 'resolution', 'n' || n, '', '{}', 'meetings.read_all', 0, now() from generate_series(1, 5001) n`.execute(db);
  await sql`insert into resolutions (id, number, item_id, text, department_id, owner_id, due_on, state, recorded_by, recorded_at) select id, number, ${row.itemId}, '', ${row.departmentId}, ${row.ownerId}, '2026-12-01', 'open', ${row.recordedBy}, at from records where number like 'n%' and kind = 'resolution'`.execute(db);
  await expect(clerk.meetings.ledger({ query: { show: 'all' } })).rejects.toMatchObject(refused('meetings.too_many_lines'));
  await sql`analyze resolutions`.execute(db);
  // Behind thousands of others one still finds one's own, page by page.
  expect((await head.meetings.resolutions({ query: { show: 'all' } })).resolutions).toEqual(mine);
  const top = await head.meetings.resolutions({ query: { show: 'all', most: 1 as never } });
  expect([...top.resolutions, ...(await head.meetings.resolutions({ query: { show: 'all', after: top.next! } })).resolutions]).toEqual(mine);
  const { rows } = await sql<{ 'query plan': string }>`explain select * from resolutions where state in ('open', 'reported') order by recorded_at desc, id desc limit 51`.execute(db);
  expect(JSON.stringify(rows)).toContain('resolutions_open');
});

/** As the record says of each, and page by page as somebody is led to them. */
const agree = async () => {
  for (const username of ['office.clerk', 'principal', 'department.head', 'department.head.2', 'staff', 'zhuting']) {
    const [who, actor] = [await as(username), (await wouldBe(db, await personId(username), clock.now))!];
    for (const show of ['open', 'all'] as const) {
      const may = resolutionsFor({ db, actor }).select('s.id').orderBy('s.recordedAt', 'desc').orderBy('s.id', 'desc').limit(7);
      const wanted = (await (show === 'open' ? may.where('s.state', 'in', ['open', 'reported']) : may).execute()).map(({ id }) => id);
      const led: string[] = [];
      for (let after: string | undefined; led.length < 7; ) {
        const { resolutions, next } = await who.meetings.resolutions({ query: { show, most: 2 as never, ...(after && { after }) } });
        led.push(...resolutions.map(({ id }) => id));
        if (!next) break;
        after = next;
      }
      expect(led.slice(0, 7), `${username} ${show}`).toEqual(wanted);
    }
  }
};

test('everybody is led to the resolutions they may open, and what is closed or shared otherwise is so at once (EDM-3)', async () => {
  await agree();
  const [own, other, closed] = await db.selectFrom('resolutions').select('id').where('state', '=', 'open').orderBy('recordedAt').orderBy('id').limit(3).execute();
  await db.updateTable('records').set({ readers: [await personId('zhuting')] }).where('id', '=', own!.id).execute();
  await db.updateTable('records').set({ readers: [], allPermission: 'meetings.manage' }).where('id', '=', other!.id).execute();
  await db.updateTable('resolutions').set({ state: 'dropped', closedAt: clock.now }).where('id', '=', closed!.id).execute();
  await agree();
  expect((await (await as('zhuting')).meetings.resolutions({ query: { show: 'open' } })).resolutions.map(({ id }) => id)).toEqual([own!.id]);
  const flags = async (id: string) => (await db.selectFrom('resolutionLines').select('isOpen').where('resolutionId', '=', id).execute()).map(({ isOpen }) => isOpen);
  // One for its reader, one for the permission that sees all.
  expect(await flags(own!.id)).toEqual([true, true]);
  expect(new Set(await flags(closed!.id))).toEqual(new Set([false]));
});

test.each([
  ['reported while it is checked', whyNotReport({ state: 'reported' }, true), ['meetings.being_checked']],
  ['reported when it is closed', whyNotReport({ state: 'done' }, true), ['meetings.resolution_closed']],
  ['more time, not later', whyNotAskDeferral({ state: 'open', dueOn: '2026-10-12' }, { mine: true, waits: false, until: '2026-10-12' }), ['meetings.until_not_later']],
  ['sent back, not reported', whyNotSendBack({ state: 'open' }), ['meetings.not_reported']],
  ['closed as done, not reported', whyNotClose({ state: 'open' }, { outcome: 'done', why: '' }), ['meetings.not_reported']],
  ['closed as done, reported', whyNotClose({ state: 'reported' }, { outcome: 'done', why: '' }), []],
  ['urged while it is checked', whyNotUrgeResolution({ state: 'reported' }, undefined), ['meetings.being_checked']],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { prepared } from '#mechanisms/calendar/rules.ts';
import { reportOf } from './reports/drafting.ts';
import { tick } from './reports/making.ts';
import { periodsAt } from './reports/periods.ts';
import { dayOfReport, dayOfSummary, isWorthSaying } from './reports/rules.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-09-14T01:00:00.000Z');
const [clerk, director, leader, principal, head, staff] = [await as('office.clerk'), await as('office.director'), await as('leader'), await as('principal'), await as('department.head'), await as('staff')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const unread = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'read', most: '100' as never } })).todos.map(({ what }) => what).filter((what) => /Weekly|Monthly/.test(what));
const all = async () => (await clerk.meetings.reports({ query: {} })).reports.map(({ kind, coversFrom, coversTo }) => `${kind} ${coversFrom} ${coversTo}`);
const pass = async (now: string) => {
  clock.now = now;
  await tick(db, now);
  await drain();
};

/** Two resolutions on Wednesday the 16th: one is closed on the 22nd, the other is due on the 24th. */
await (async () => {
  const [principalId, headId] = [await personId('principal'), await personId('department.head')];
  const { id: departmentId } = await db.selectFrom('departments').select('id').where('name', '=', '教务处').executeTakeFirstOrThrow();
  const { id: topicId } = await head.meetings.applyTopic({ body: { title: '考试', reason: '请研究', minutes: 20 } });
  const { id: meetingId } = await clerk.meetings.plan({ body: { kind: 'routine', title: '例会', startsAt: '2026-09-16T06:00:00.000Z', minutes: 60, place: '会议室', chairId: principalId, minuteTakerId: await personId('staff'), attends: [], items: [{ topicId, minutes: 20, presenterId: headId }], urgentWhy: '工作需要' } });
  await clerk.meetings.sendForApproval({ params: { meetingId }, body: {} });
  const { approvals: [trail] } = await principal.approvals.trail({ params: { recordId: meetingId } });
  await principal.approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意' } });
  await drain();
  await clerk.meetings.call({ params: { meetingId }, body: {} });
  clock.now = '2026-09-16T06:00:00.000Z';
  await staff.meetings.beginMeeting({ params: { meetingId }, body: {} });
  const { items: [item] } = await staff.meetings.meeting({ params: { meetingId } });
  for (const [text, dueOn] of [['制定考试方案', '2026-09-30'], ['修订考务手册', '2026-09-24']] as const) await staff.meetings.resolve({ params: { itemId: item!.id }, body: { text, departmentId, ownerId: headId, dueOn } });
  await staff.meetings.settleItem({ params: { itemId: item!.id }, body: { outcome: 'dealt' } });
  await staff.meetings.endMeeting({ params: { meetingId }, body: {} });
  await drain();
  clock.now = '2026-09-22T02:00:00.000Z';
  const { resolutions: [first] } = await clerk.meetings.meeting({ params: { meetingId } });
  await head.meetings.reportProgress({ params: { resolutionId: first!.id }, body: { text: '已印发', finished: true } });
  await clerk.meetings.closeResolution({ params: { resolutionId: first!.id }, body: { outcome: 'done' } });
})();

test('the week before is summed up at nine, on Thursday where Friday is the Mid-Autumn festival, once even by two workers; the director finds it', async () => {
  await pass('2026-09-18T01:00:00.000Z');
  await pass('2026-09-24T00:59:00.000Z');
  expect(await all()).toEqual([]);
  clock.now = '2026-09-24T01:00:00.000Z';
  await Promise.all([tick(db, clock.now), tick(db, clock.now)]);
  await pass('2026-09-24T01:05:00.000Z');
  expect(await all()).toEqual(['weekly 2026-09-14 2026-09-20']);
  expect(await unread(director)).toEqual(['meetings.readWeekly']);
  expect(await unread(leader)).toEqual([]);
  const mailed = await db.selectFrom('mails').select('subject').where('toPerson', '=', await personId('office.director')).where('subject', 'like', '会议决议落实情况已汇总%').execute();
  expect(mailed).toEqual([{ subject: '会议决议落实情况已汇总，请阅：会议决议落实情况周汇总（2026年9月14日至9月20日）' }]);
});

test('it is put right, read, printed, finished; then it stays', async () => {
  const { reports: [line] } = await director.meetings.reports({ query: { show: 'weekly' } });
  const params = { paperId: line!.id };
  const { content, version } = await director.meetings.report({ params });
  expect(content.body).toMatch(/^上周（9月14日至9月20日）新增会议决议2项，办结销号0项。截至9月24日，未办结1项，其中逾期0项。\n一、办结销号\n无。/);
  expect(content.body).toMatch(/10月1日前到期\n编号\t决议事项\t责任部门\t责任人\t时限\n决〔2026〕2号\t修订考务手册\t教务处\t.+\t9月24日$/);
  await expect(staff.meetings.report({ params })).rejects.toMatchObject({ status: 403 });
  await expect(staff.meetings.saveWritten({ params, body: { ...content, base: version } })).rejects.toMatchObject({ status: 404 });
  await expect(principal.meetings.saveWritten({ params, body: { ...content, base: version } })).rejects.toMatchObject(refused('meetings.not_the_writer'));
  await director.meetings.saveWritten({ params, body: { ...content, body: `${content.body}\n请教务处抓紧。`, base: version } });
  await director.meetings.readReport({ params, body: {} });
  await expect(director.meetings.readReport({ params, body: {} })).rejects.toMatchObject(refused('meetings.nothing_to_read'));
  for (const as of ['pdf', 'docx'] as const) expect(Buffer.from((await director.meetings.printedWritten({ params, query: { as } })) as unknown as Uint8Array).subarray(0, 2).toString()).toBe(as === 'pdf' ? '%P' : 'PK');
  await clerk.meetings.finishReport({ params, body: {} });
  await expect(clerk.meetings.finishReport({ params, body: {} })).rejects.toMatchObject(refused('meetings.paper_final'));
  await expect(clerk.meetings.saveWritten({ params, body: { ...content, base: version + 1 } })).rejects.toMatchObject(refused('meetings.paper_final'));
  expect(await director.meetings.report({ params })).toMatchObject({ state: 'final', version: version + 1, whyNot: {} });
  const minutes = (await clerk.meetings.minutesBook({ query: {} })).minutes[0]!;
  await expect(clerk.meetings.report({ params: { paperId: minutes.id } })).rejects.toMatchObject({ status: 404 });
  await expect(clerk.meetings.finishReport({ params: { paperId: minutes.id }, body: {} })).rejects.toMatchObject({ status: 404 });
  await expect(clerk.meetings.minutes({ params })).rejects.toMatchObject({ status: 404 });
}, 60_000);

test('over National Day: the summary comes on Wednesday, the report on the eighth, the next summary on Friday', async () => {
  await pass('2026-09-30T00:59:00.000Z');
  expect(await all()).toHaveLength(1);
  await pass('2026-09-30T01:00:00.000Z');
  expect((await all())[0]).toBe('weekly 2026-09-21 2026-09-27');
  const { reports: [line] } = await director.meetings.reports({ query: {} });
  expect((await director.meetings.report({ params: { paperId: line!.id } })).content.body).toMatch(/办结销号1项.*\n一、办结销号\n编号.*\n决〔2026〕1号\t制定考试方案.*\n二、逾期未办结\n编号.*\n决〔2026〕2号.*9月24日（超6天）/);
  await pass('2026-10-07T08:00:00.000Z');
  expect(await all()).toHaveLength(2);
  await pass('2026-10-08T01:00:00.000Z');
  expect((await all()).filter((one) => one.startsWith('monthly'))).toEqual(['monthly 2026-09-01 2026-09-30']);
  expect(await unread(principal).then((a) => a.length) + (await unread(leader)).length + (await unread(await as('leader.2'))).length).toBe(1);
  expect(await unread(director)).toContain('meetings.readMonthly');
  const report = (await director.meetings.reports({ query: { show: 'monthly' } })).reports[0]!;
  expect((await director.meetings.report({ params: { paperId: report.id } })).content.body).toMatch(/各部门办理情况\n责任部门\t应办结\t已办结\t逾期\t办结率\n教务处\t2\t1\t1\t50%/);
  await pass('2026-10-09T01:00:00.000Z');
  expect(await all()).toContain('weekly 2026-09-28 2026-10-04');
  const first = await clerk.meetings.reports({ query: { most: 2 as never } });
  expect((await clerk.meetings.reports({ query: { most: 2 as never, after: first.next! } })).reports).toHaveLength(2);
});

test('the ledger is printed across a landscape sheet, and what a kind of meeting left open is carried over', async () => {
  expect(Buffer.from((await clerk.meetings.ledger({ query: { show: 'all', as: 'pdf' } })) as unknown as Uint8Array).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await clerk.meetings.resolutions({ query: { kind: 'routine' } })).resolutions.map(({ text }) => text)).toEqual(['修订考务手册']);
  expect((await clerk.meetings.resolutions({ query: { kind: 'leaders' } })).resolutions).toEqual([]);
}, 60_000);

test('by the calendar of the school: the Spring Festival waits for the school to open, a make-up Saturday is no Friday', async () => {
  const calendar = await openCalendar({ db });
  const madeOn = (now: string) => periodsAt(calendar, now, 9).filter(({ kind }) => kind === 'weekly').map(({ from, at }) => `${from} ${at}`);
  // The week of the festival has no working day from the 16th on: its summary comes on Tuesday the 24th, with the next on Friday the 27th.
  expect(madeOn('2026-02-28T08:00:00.000Z').slice(-2)).toEqual(['2026-02-09 2026-02-24T01:00:00.000Z', '2026-02-16 2026-02-27T01:00:00.000Z']);
  // The make-up Saturday of the 10th follows an ordinary Friday.
  expect(madeOn('2026-10-10T08:00:00.000Z').at(-1)).toBe('2026-09-28 2026-10-09T01:00:00.000Z');
  // A year without a calendar is summed up on Fridays and on the first.
  const none = prepared({ version: 'none', years: [], days: [], timetables: [] });
  expect(periodsAt(none, '2031-01-31T08:00:00.000Z', 9).slice(-2)).toEqual([{ kind: 'weekly', from: '2031-01-20', to: '2031-01-26', at: '2031-01-31T01:00:00.000Z' }, { kind: 'monthly', from: '2030-12-01', to: '2030-12-31', at: '2031-01-01T01:00:00.000Z' }]);
});

const day = (name: string, working: boolean | null) => ({ day: name, working });

test.each([
  ['an ordinary Friday', dayOfSummary({ before: [day('4', true)], friday: day('5', true), after: [] }), '5'],
  ['a closed Friday', dayOfSummary({ before: [day('2', true), day('3', true), day('4', false)], friday: day('5', false), after: [day('6', true)] }), '3'],
  ['a closed week', dayOfSummary({ before: [day('4', false)], friday: day('5', false), after: [day('6', false), day('7', true)] }), '7'],
  ['a week nobody knows', dayOfSummary({ before: [], friday: day('5', null), after: [] }), '5'],
  ['a month that begins with a holiday', dayOfReport([day('1', false), day('2', true)]), '2'],
  ['nothing resolved yet', isWorthSaying({ open: 0, added: 0, closed: 0 }), false],
  ['one is open', isWorthSaying({ open: 1, added: 0, closed: 0 }), true],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

test('a long text and its line ends fit in a cell', () => {
  const row = { number: '决〔2026〕9号', text: `${'很长'.repeat(40)}\n第二行\t有制表符`, department: '教务处', owner: '甲', dueOn: '2026-09-10', state: 'reported', recordedOn: '2026-09-01', closedOn: null, deferrals: 2 };
  const { body } = reportOf({ period: { kind: 'weekly', from: '2026-09-14', to: '2026-09-20', at: '' }, today: '2026-09-25', until: '2026-10-02', rows: [row] });
  expect(body.split('\n').filter((line) => line.includes('决〔2026〕9号')).map((line) => line.split('\t').length)).toEqual([5, 5]);
  expect(body).toContain('待核对销号');
});

import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { isAstray, whatOfBooking, whoSits } from './rules.ts';

const noon = '2026-11-27T04:00:00.000Z';
const wish = { roomId: 'a', equipment: [{ equipmentId: 'p', count: 1 }] };
const wanted = { title: '校长办公会', ...wish, from: '2026-11-27T06:00:00.000Z', to: '2026-11-27T07:30:00.000Z', people: 6 };
const booked = { ...wanted, state: 'booked', mine: true, seats: 8 };

test.each([
  ['no room before, none now', null, null, 'none'],
  ['a room is chosen', null, wanted, 'book'],
  ['the agenda changed, the room stays', booked, wanted, 'keep'],
  ['its approval still runs', { ...booked, state: 'asked' }, wanted, 'keep'],
  ['another hour', booked, { ...wanted, to: '2026-11-27T08:00:00.000Z' }, 'change'],
  ['two more come', booked, { ...wanted, people: 8 }, 'amend'],
  ['more come than its room holds', booked, { ...wanted, people: 9 }, 'change'],
  ['it is called otherwise', booked, { ...wanted, title: '另一个会' }, 'amend'],
  ['private and of another clerk', { ...booked, title: null, mine: false }, wanted, 'keep'],
  ['another room', booked, { ...wanted, roomId: 'b' }, 'change'],
  ['a projector less', booked, { ...wanted, equipment: [] }, 'change'],
  ['another clerk booked it, and it is later', { ...booked, mine: false }, { ...wanted, to: '2026-11-27T08:00:00.000Z' }, 'book_anew'],
  ['another clerk booked it, two more come', { ...booked, mine: false }, { ...wanted, people: 8 }, 'amend'],
  ['it was refused', { ...booked, state: 'refused' }, wanted, 'book'],
  ['its time is over', { ...booked, from: noon }, wanted, 'book'],
  ['elsewhere after all', booked, null, 'give_up'],
  ['elsewhere, and it was refused', { ...booked, state: 'refused' }, null, 'none'],
])('booking: %s', (_, before, now, expected) => expect(whatOfBooking(before, now, noon)).toBe(expected));

test('whoever sits there is counted once', () => expect(whoSits({ chairId: 'c', minuteTakerId: 'm', attends: ['a', 'c'], observes: ['m'], items: [{ presenterId: 'a' }, { presenterId: 'p' }] })).toEqual(['c', 'm', 'a', 'p']));

const meeting = { startsAt: wanted.from, endsAt: wanted.to, roomId: 'a' };
test.each([
  ['as it should be', booked, false],
  ['longer than the meeting', { ...booked, to: '2026-11-27T09:00:00.000Z' }, false],
  ['refused', { ...booked, state: 'refused' }, true],
  ['moved to another room', { ...booked, roomId: 'b' }, true],
  ['ends before the meeting', { ...booked, to: '2026-11-27T07:00:00.000Z' }, true],
])('a booking that is %s', (_, one, expected) => expect(isAstray(one, meeting)).toBe(expected));

// Monday, nine o'clock.
const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, head, principal, staff] = [await as('office.clerk'), await as('office.director'), await as('department.head'), await as('principal'), await as('staff')];
const ids = Object.fromEntries(await Promise.all(['office.clerk', 'office.director', 'principal', 'leader', 'department.head'].map(async (name) => [name, await personId(name)] as const)));
const refused = (...codes: string[]) => ({ status: 422, codes });
const open = { from: '08:00', to: '18:00' };
const room = async (name: string, more: object = {}) => (await clerk.rooms.addRoom({ body: { name, building: '行政楼', class: 'ordinary', seats: 12, hours: [open, open, open, open, open, null, null], departments: [], roles: [], free: true, remark: '', fixtures: [], ...more } })).id;
const [small, tiny, asking] = [await room('小会议室'), await room('谈话室', { seats: 3 }), await room('第一会议室', { free: false })];
const projector = (await clerk.rooms.setEquipment({ body: { name: '投影仪', movable: 1 } })).id;

let nth = 0;
const topic = async () => (await head.meetings.applyTopic({ body: { title: `关于第${(nth += 1)}项工作的议题`, reason: '请研究', minutes: 20 } })).id;
const planOf = (topicId: string, more: object = {}) => ({
  kind: 'leaders' as const, title: `第${nth}次校长办公会`, startsAt: '2026-11-27T06:00:00.000Z', minutes: 90, place: '另定', room: { roomId: small, equipment: [] }, chairId: ids['principal']!, minuteTakerId: ids['office.clerk']!,
  attends: [ids['leader']!], items: [{ topicId, minutes: 20, presenterId: ids['department.head']! }], ...more,
});
const planned = async (more: object = {}, who = clerk) => {
  const topicId = await topic();
  return { topicId, meetingId: (await who.meetings.plan({ body: planOf(topicId, more) })).id };
};
const one = (meetingId: string) => clerk.meetings.meeting({ params: { meetingId } });
const bookings = async () => (await clerk.rooms.bookings({ query: { show: 'all' } })).bookings.filter(({ state }) => state === 'booked' || state === 'asked').map(({ room: { name }, from, people }) => `${name} ${from.slice(8, 16)} ${people}`).sort();
const decide = async (who: typeof clerk, recordId: string, decision: 'approved' | 'refused' = 'approved') => {
  const { approvals: [trail] } = await who.approvals.trail({ params: { recordId } });
  const signer = trail!.stages.find(({ state }) => state === 'open')!.signers.find(({ whyNot }) => whyNot['decide']?.length === 0)!;
  await who.approvals.decide({ params: { signerId: signer.id }, body: { decision, opinion: '请另选时间' } });
  await drain();
};
const inbox = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'act', most: '100' as never } })).todos.map(({ what, record }) => `${what} ${record.id}`);

test('a room is booked with the plan, changed and given up with it (MTG-3)', async () => {
  const { meetingId, topicId } = await planned();
  expect(await one(meetingId)).toMatchObject({ place: '行政楼小会议室', room: { room: { name: '小会议室' }, state: 'booked', from: '2026-11-27T06:00:00.000Z', to: '2026-11-27T07:30:00.000Z' } });
  expect(await bookings()).toEqual(['小会议室 27T06:00 4']);
  const change = async (more: object) => clerk.meetings.changePlan({ params: { meetingId }, body: { ...planOf(topicId, more), version: (await one(meetingId)).version } });
  const { room: before } = await one(meetingId);
  await change({ prepare: '请带材料' });
  expect((await one(meetingId)).room!.bookingId).toBe(before!.bookingId);
  await change({ startsAt: '2026-11-30T06:00:00.000Z', attends: [ids['leader']!, ids['office.director']!], room: { roomId: small, equipment: [{ equipmentId: projector, count: 1 }] } });
  expect(await bookings()).toEqual(['小会议室 30T06:00 5']);
  expect((await one(meetingId)).room).toMatchObject({ bookingId: before!.bookingId, equipment: [{ equipmentId: projector, count: 1 }] });
  await change({ place: '市教育局三楼', room: null });
  expect(await one(meetingId)).toMatchObject({ place: '市教育局三楼', room: null });
  expect(await bookings()).toEqual([]);
  await change({});
  await clerk.meetings.cancelMeeting({ params: { meetingId }, body: { why: '与上级会议冲突' } });
  expect(await bookings()).toEqual([]);
  expect((await one(meetingId)).room).toMatchObject({ state: 'cancelled' });
  await drain();
  expect(await inbox(clerk)).not.toContain(`meetings.findPlace ${meetingId}`);
});

test('a room that does not do refuses the plan, and nothing of it is kept', async () => {
  const { meetingId } = await planned();
  const before = await clerk.meetings.meetings({ query: { show: 'all' } });
  const topicId = await topic();
  const plan = (more: object) => clerk.meetings.plan({ body: planOf(topicId, more) });
  await expect(plan({})).rejects.toMatchObject(refused('rooms.taken'));
  await expect(plan({ room: { roomId: tiny, equipment: [] } })).rejects.toMatchObject(refused('rooms.too_small'));
  await expect(plan({ startsAt: '2026-11-28T06:00:00.000Z' })).rejects.toMatchObject(refused('rooms.closed_then'));
  await expect(plan({ room: { roomId: ids['principal'], equipment: [] } })).rejects.toMatchObject({ status: 404 });
  expect((await clerk.meetings.meetings({ query: { show: 'all' } })).meetings.length).toBe(before.meetings.length);
  expect((await clerk.meetings.topic({ params: { topicId } })).state).toBe('applied');
  const clash = (more: object = {}) => clerk.meetings.clashes({ body: { startsAt: '2026-11-27T07:00:00.000Z', minutes: 60, people: [ids['leader']!], room: { roomId: small, equipment: [] }, ...more } });
  expect(await clash()).toMatchObject({ places: [], room: { whyNot: ['rooms.taken'], takenBy: { organiser: '李文静', until: '2026-11-27T07:30:00.000Z' } } });
  expect((await clash({ meetingId })).room).toEqual({ whyNot: [], takenBy: null });
});

test('another name of a meeting, or as many people as its room holds, is written into its booking, which stays approved; a private one stays private (MTG-3)', async () => {
  const [meetingRoom, when] = [await room('更名室', { free: false, seats: 6 }), '2026-12-08T06:00:00.000Z'];
  const { meetingId, topicId } = await planned({ startsAt: when, room: { roomId: meetingRoom, equipment: [] } }, director);
  const { room: first } = await one(meetingId);
  await decide(clerk, first!.bookingId);
  const change = async (more: object) => {
    await director.meetings.changePlan({ params: { meetingId }, body: { ...planOf(topicId, { startsAt: when, room: { roomId: meetingRoom, equipment: [] }, ...more }), version: (await one(meetingId)).version } });
    const { room: now } = await one(meetingId);
    return [now!.bookingId === first!.bookingId, await staff.rooms.booking({ params: { bookingId: now!.bookingId } })] as const;
  };
  expect(await change({ title: '年度考核工作会', attends: [ids['leader']!, ids['office.director']!] })).toMatchObject([true, { state: 'booked', title: '年度考核工作会', people: 5 }]);
  await drain();
  expect((await clerk.search.find({ query: { q: '年度考核' } })).results.map(({ recordId }) => recordId)).toEqual(expect.arrayContaining([meetingId, first!.bookingId]));
  // Made private in the register of rooms: what the meeting is called later is told to nobody there.
  await director.rooms.change({ params: { bookingId: first!.bookingId }, body: { roomId: meetingRoom, from: when, to: '2026-12-08T07:30:00.000Z', people: 5, secretTitle: '年度考核工作会' } });
  await decide(clerk, first!.bookingId);
  expect(await change({ title: '处分决定专题会' })).toMatchObject([true, { title: null, private: true, people: 4 }]);
  expect(await change({ title: '处分决定专题会', minutes: 60 })).toMatchObject([true, { title: null, private: true, to: '2026-12-08T07:00:00.000Z' }]);
  await drain();
  expect((await clerk.search.find({ query: { q: '处分决定' } })).results.map(({ recordId }) => recordId)).toEqual([meetingId]);
  expect(JSON.stringify(await db.selectFrom('records').select('title').where('id', '=', first!.bookingId).execute())).not.toContain('处分');
  // More than the room holds is refused, as it is when it is booked.
  await expect(change({ attends: await Promise.all(['leader', 'office.director', 'staff', 'archivist', 'storekeeper', 'technician'].map((name) => personId(name))) })).rejects.toMatchObject(refused('rooms.too_small'));
});

test('two plans that want one room at one time: one has it', async () => {
  const [a, b] = [await topic(), await topic()];
  const at = { startsAt: '2026-12-02T06:00:00.000Z' };
  const both = await Promise.allSettled([clerk.meetings.plan({ body: planOf(a, at) }), director.meetings.plan({ body: planOf(b, at) })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { codes: ['rooms.taken'] } });
});

test('what has to be approved is seen, and refused it is the office that finds another place', async () => {
  const { meetingId } = await planned({ startsAt: '2026-12-01T06:00:00.000Z', room: { roomId: asking, equipment: [] } }, director);
  const { room: waiting } = await one(meetingId);
  expect(waiting).toMatchObject({ state: 'asked' });
  await decide(clerk, waiting!.bookingId, 'refused');
  expect((await one(meetingId)).room).toMatchObject({ state: 'refused' });
  expect(await inbox(clerk)).toContain(`meetings.findPlace ${meetingId}`);
  expect((await db.selectFrom('messages').select('personId').where('what', '=', 'meetings.room_lost').where('recordId', '=', meetingId).execute()).map((row) => row.personId).sort()).toEqual([ids['office.clerk'], ids['office.director']].sort());
  const { items, version } = await one(meetingId);
  await clerk.meetings.changePlan({ params: { meetingId }, body: { ...planOf(items[0]!.topicId, { startsAt: '2026-12-01T06:00:00.000Z' }), version } });
  expect((await one(meetingId)).room).toMatchObject({ state: 'booked', room: { name: '小会议室' } });
  expect(await inbox(clerk)).not.toContain(`meetings.findPlace ${meetingId}`);
  // Moved in the register of rooms, it is not where the meeting is any more.
  const { room: mine } = await one(meetingId);
  await clerk.rooms.change({ params: { bookingId: mine!.bookingId }, body: { roomId: small, from: '2026-12-01T08:00:00.000Z', to: '2026-12-01T09:00:00.000Z', people: 4, title: '别的会' } });
  await drain();
  expect(await inbox(clerk)).toContain(`meetings.findPlace ${meetingId}`);
});

test('a called meeting takes its room to another hour; another clerk books anew; too late says why', async () => {
  const { meetingId } = await planned({ startsAt: '2026-12-03T06:00:00.000Z' }, director);
  await clerk.meetings.sendForApproval({ params: { meetingId }, body: {} });
  await decide(principal, meetingId);
  await clerk.meetings.call({ params: { meetingId }, body: {} });
  const { room: before } = await one(meetingId);
  const change = (body: object) => clerk.meetings.changeCalled({ params: { meetingId }, body: { startsAt: '2026-12-04T06:00:00.000Z', minutes: 60, place: '另定', room: { roomId: small, equipment: [] }, why: '时间调整', ...body } });
  await change({});
  const { room: after } = await one(meetingId);
  expect(after).toMatchObject({ state: 'booked', from: '2026-12-04T06:00:00.000Z', to: '2026-12-04T07:00:00.000Z' });
  expect(after!.bookingId).not.toBe(before!.bookingId);
  expect((await staff.rooms.booking({ params: { bookingId: before!.bookingId } })).state).toBe('cancelled');
  clock.now = '2026-12-04T05:00:00.000Z';
  await expect(change({ room: { roomId: asking, equipment: [] } })).rejects.toMatchObject(refused('rooms.too_late'));
  await change({ room: { roomId: asking, equipment: [], exception: '小会议室设备故障' } });
  expect((await one(meetingId)).room).toMatchObject({ state: 'asked', exception: '小会议室设备故障' });
});

test('who comes to the meeting is in the room: it is not given to others, and what is left of its time is free when the meeting ends (ROOM-3)', async () => {
  const { meetingId } = await planned({ startsAt: '2026-12-10T02:00:00.000Z', room: { roomId: small, equipment: [] } });
  await clerk.meetings.sendForApproval({ params: { meetingId }, body: {} });
  await decide(principal, meetingId);
  await clerk.meetings.call({ params: { meetingId }, body: {} });
  clock.now = '2026-12-10T02:00:00.000Z';
  await clerk.meetings.beginMeeting({ params: { meetingId }, body: { at: '2026-12-10T02:00:00.000Z' } });
  expect((await one(meetingId)).room).toMatchObject({ state: 'used' });
  clock.now = '2026-12-10T02:40:00.000Z';
  await drain();
  expect((await one(meetingId)).room).toMatchObject({ state: 'used', to: '2026-12-10T03:30:00.000Z' });
  await clerk.meetings.endMeeting({ params: { meetingId }, body: { at: '2026-12-10T02:40:00.000Z', why: '时间已到' } });
  await drain();
  expect((await one(meetingId)).room).toMatchObject({ to: '2026-12-10T02:40:00.000Z' });
  expect(await inbox(clerk)).not.toContain(`meetings.findPlace ${meetingId}`);
});

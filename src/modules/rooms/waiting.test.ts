import { beforeEach, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { tick } from './presence/tick.ts';

// A Monday, 9:00.
const { as, db, clock, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, staff, head, reception] = [await as('office.clerk'), await as('staff'), await as('department.head'), await as('receptionist')];
beforeEach(() => void (clock.now = at('11-23', '09:00')));
const refused = (...codes: string[]) => ({ status: 422, codes });
const open = { from: '08:00', to: '21:00' };
const fields = { building: '行政楼', class: 'ordinary' as const, seats: 12, hours: [open, open, open, open, open, null, null], departments: [], roles: [], free: true, remark: '', fixtures: [] };
const room = async (name: string, more: object = {}) => (await clerk.rooms.addRoom({ body: { ...fields, name, ...more } })).id;
const at = (day: string, time: string) => new Date(`2026-${day}T${time}:00+08:00`).toISOString();
const wish = (roomId: string, day: string, from: string, to: string, more: object = {}) => ({ from: at(day, from), to: at(day, to), roomId, people: 6, title: '教研组会', ...more });
const book = async (who: typeof staff, ...wanted: Parameters<typeof wish>) => (await who.rooms.book({ body: wish(...wanted) })).id;
const booking = (who: typeof staff, bookingId: string) => who.rooms.booking({ params: { bookingId } });
const inbox = async (who: typeof staff) => (await who.todos.list({ query: { box: 'act' } })).todos.map(({ what, record }) => `${what} ${record.id}`);
const told = async (username: string, recordId?: string) => (await db.selectFrom('messages as m').innerJoin('people as p', 'p.id', 'm.personId').select('m.what').where('p.username', '=', username).$if(recordId !== undefined, (m) => m.where('m.recordId', '=', recordId!)).orderBy('m.at').orderBy('m.id').execute()).map(({ what }) => what).filter((what) => what.startsWith('rooms.'));
const ticked = async (now: string) => {
  clock.now = now;
  await tick(db, now);
  await drain();
};

test('a series shows its dates before, skips those that do not fit with the reason, and is offered them when they fall free (ROOM-1)', async () => {
  const place = await room('系列室');
  const inTheWay = await book(head, place, '12-08', '14:30', '15:30');
  const body = { ...wish(place, '12-01', '14:00', '15:00'), rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=5' };
  const { dates } = await staff.rooms.planSeries({ body });
  expect(dates.map(({ from, whyNot }) => [from.slice(0, 10), ...whyNot])).toEqual([['2026-12-01'], ['2026-12-08', 'rooms.taken'], ['2026-12-15'], ['2026-12-22'], ['2026-12-29']]);
  await expect(staff.rooms.bookSeries({ body })).rejects.toMatchObject(refused('rooms.dates_do_not_fit'));
  const { id: seriesId, booked, skipped } = await staff.rooms.bookSeries({ body: { ...body, skip: true } });
  expect([booked, skipped]).toEqual([4, 1]);
  expect(await staff.rooms.oneSeries({ params: { seriesId } })).toMatchObject({ number: 'HYX2026-001', mine: true, skipped: [{ state: 'waiting', reasons: ['rooms.taken'] }], bookings: [{ state: 'booked' }, {}, {}, {}] });
  const { waits: [, ...none] } = await staff.rooms.waits({});
  expect(none).toEqual([]);
  await head.rooms.cancel({ params: { bookingId: inTheWay }, body: {} });
  await drain();
  const { skipped: [offered] } = await staff.rooms.oneSeries({ params: { seriesId } });
  expect(offered).toMatchObject({ state: 'offered' });
  expect(await inbox(staff)).toContain(`rooms.answerOffer ${offered!.bookingId}`);
  await staff.rooms.answerOffer({ params: { bookingId: offered!.bookingId! }, body: { accepted: true } });
  expect(await booking(staff, offered!.bookingId!)).toMatchObject({ state: 'booked', from: at('12-08', '14:00') });
  await expect(staff.rooms.answerOffer({ params: { bookingId: offered!.bookingId! }, body: { accepted: true } })).rejects.toMatchObject(refused('rooms.not_offered'));
  await expect(head.rooms.endSeries({ params: { seriesId }, body: {} })).rejects.toMatchObject(refused('rooms.not_yours'));
  expect(await staff.rooms.endSeries({ params: { seriesId }, body: {} })).toMatchObject({ cancelled: 4 });
  await expect(staff.rooms.endSeries({ params: { seriesId }, body: {} })).rejects.toMatchObject(refused('rooms.series_over'));
});

test('a series is approved as one; it goes around a holiday and means something', async () => {
  const place = await room('审批室', { free: false });
  clock.now = at('09-14', '09:00');
  const weekly = { ...wish(place, '09-24', '10:00', '11:00'), rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3', skip: true };
  const { id } = await staff.rooms.bookSeries({ body: weekly });
  expect((await staff.rooms.oneSeries({ params: { seriesId: id } }))).toMatchObject({ bookings: [{ state: 'asked', from: at('09-24', '10:00') }, { from: at('10-08', '10:00') }], skipped: [{ from: at('10-01', '10:00'), reasons: ['rooms.closed_then'] }] });
  const { approvals: [trail] } = await clerk.approvals.trail({ params: { recordId: id } });
  await clerk.approvals.decide({ params: { signerId: trail!.stages[0]!.signers.find(({ whyNot }) => whyNot['decide']?.length === 0)!.id }, body: { decision: 'approved', opinion: '同意' } });
  await drain();
  expect((await head.rooms.oneSeries({ params: { seriesId: id } })).bookings.map(({ state }) => state)).toEqual(['booked', 'booked']);
  clock.now = at('11-23', '09:00');
  const no = (rule: string, ...codes: string[]) => expect(staff.rooms.bookSeries({ body: { ...weekly, ...wish(place, '11-26', '10:00', '11:00'), rule } })).rejects.toMatchObject(refused(...codes));
  await no('FREQ=DAILY;COUNT=61', 'rooms.series_too_long');
  await no('FREQ=WEEKLY;BYDAY=XX;COUNT=2', 'rooms.rule_means_nothing');
  await no('FREQ=WEEKLY;BYDAY=SA;COUNT=2', 'rooms.no_date_fits');
  await expect(staff.rooms.planSeries({ body: { ...weekly, rule: 'FREQ=SECONDLY;COUNT=9' } })).rejects.toMatchObject({ status: 400 });
});

const rounds = Number(process.env['ROOM_ROUNDS'] ?? 1);

test('64 overlapping series at once: each date is stored once', { timeout: 60_000 + rounds * 5000 }, async () => {
  for (let round = 0; round < rounds; round += 1) await raced(await room(`争用室${round}`));
});

/** Each overlaps every other. */
const hours = [['09:00', '10:00'], ['09:30', '10:30'], ['08:30', '09:45'], ['09:15', '09:45']] as const;

const raced = async (place: string) => {
  const all = await Promise.allSettled(Array.from({ length: 64 }, (_, i) => (i % 2 ? staff : head).rooms.bookSeries({ body: { ...wish(place, '12-01', hours[i % 4]![0], hours[i % 4]![1]), rule: 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=4' } })));
  expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  for (const lost of all) if (lost.status === 'rejected') expect(lost.reason).toMatchObject(refused('rooms.no_date_fits'));
  expect((await db.selectFrom('roomBookings').select('id').where('roomId', '=', place).execute()).length).toBe(4);
};

test('who waits is offered what falls free, in the order in which they asked; what nobody answers goes to the next', async () => {
  const place = await room('候补室');
  const first = await book(clerk, place, '11-26', '10:00', '11:00');
  const wait = async (who: typeof staff, more: object = {}) => (await who.rooms.wait({ body: { roomId: place, from: at('11-26', '10:00'), to: at('11-26', '11:00'), people: 4, title: '备课', ...more } })).id;
  await expect(wait(staff, { from: at('11-26', '14:00'), to: at('11-26', '15:00') })).rejects.toMatchObject(refused('rooms.one_is_free'));
  await expect(wait(staff, { from: at('11-23', '10:00'), to: at('11-23', '11:00') })).rejects.toMatchObject(refused('rooms.never_fits'));
  await expect(wait(staff, { people: 40 })).rejects.toMatchObject(refused('rooms.never_fits'));
  await expect(wait(staff, { roomId: '00000000-0000-7000-8000-000000000001' })).rejects.toMatchObject(refused('rooms.room_unknown'));
  await expect(wait(staff, { to: at('11-26', '09:00') })).rejects.toMatchObject(refused('rooms.ends_before_it_starts'));
  await expect(wait(staff, { from: at('11-20', '10:00'), to: at('11-20', '11:00') })).rejects.toMatchObject(refused('rooms.is_over'));
  await wait(staff, { title: '', secretTitle: '谈话' });
  await expect(wait(staff)).rejects.toMatchObject(refused('rooms.waits_already'));
  clock.now = at('11-23', '09:05');
  const waitId = await wait(head);
  await clerk.rooms.cancel({ params: { bookingId: first }, body: {} });
  await drain();
  const [mine] = (await staff.rooms.waits({})).waits;
  expect(mine).toMatchObject({ state: 'offered', title: '谈话', offeredUntil: at('11-23', '11:05') });
  expect(await booking(head, mine!.bookingId!)).toMatchObject({ state: 'offered', title: null });
  // Kept for the first: nobody takes it meanwhile.
  await expect(book(head, place, '11-26', '10:00', '11:00')).rejects.toMatchObject(refused('rooms.taken'));
  await expect(head.rooms.answerOffer({ params: { bookingId: mine!.bookingId! }, body: { accepted: true } })).rejects.toMatchObject({ codes: ['rooms.not_yours'] });
  await expect(head.rooms.tryWait({ params: { waitId }, body: {} })).rejects.toMatchObject(refused('rooms.still_not_free'));
  await ticked(at('11-23', '11:06'));
  expect((await staff.rooms.waits({})).waits[0]).toMatchObject({ state: 'over' });
  const [next] = (await head.rooms.waits({})).waits;
  expect(next).toMatchObject({ id: waitId, state: 'offered' });
  expect(await told('department.head')).toContain('rooms.offered');
  await head.rooms.answerOffer({ params: { bookingId: next!.bookingId! }, body: { accepted: false } });
  expect(await booking(head, next!.bookingId!)).toMatchObject({ state: 'cancelled' });
  await expect(head.rooms.withdrawWait({ params: { waitId }, body: {} })).rejects.toMatchObject(refused('rooms.waits_no_more'));
});

test('what was waited for is booked in one press once it is free, and waiting is given up', async () => {
  const place = await room('补订室');
  const blackout = await clerk.rooms.addBlackout({ body: { roomId: place, from: at('11-26', '08:00'), to: at('11-26', '18:00'), reason: '考试' } });
  const wait = async (from: string, to: string) => (await staff.rooms.wait({ body: { roomId: place, from: at('11-26', from), to: at('11-26', to), people: 4, title: '备课' } })).id;
  const [one, other] = [await wait('10:00', '11:00'), await wait('11:00', '12:00')];
  await staff.rooms.withdrawWait({ params: { waitId: other }, body: {} });
  await clerk.rooms.endBlackout({ params: { blackoutId: blackout.id }, body: {} });
  const { bookingId } = await staff.rooms.tryWait({ params: { waitId: one }, body: {} });
  expect(await booking(staff, bookingId)).toMatchObject({ state: 'booked', title: '备课' });
});

test('signed in with the code at the door; who does not come is reminded, then the room is free for who waits', async () => {
  const place = await room('签到室');
  const { doorCode } = await clerk.rooms.doorCard({ params: { roomId: place } });
  const [here, nobody] = [await book(staff, place, '11-26', '10:00', '11:00'), await book(staff, place, '11-26', '14:00', '16:00')];
  const signIn = (who: typeof staff, bookingId: string, code = doorCode) => who.rooms.signIn({ params: { bookingId }, body: { doorCode: code } });
  await expect(signIn(staff, here)).rejects.toMatchObject(refused('rooms.too_early'));
  await head.rooms.wait({ body: { roomId: place, from: at('11-26', '15:00'), to: at('11-26', '16:00'), people: 4, title: '备课' } });
  clock.now = at('11-26', '09:50');
  expect((await staff.rooms.door({ params: { roomId: place } })).bookings[0]).toMatchObject({ id: here, whyNot: { signIn: [] } });
  await expect(signIn(staff, here, doorCode === '000000' ? '000001' : '000000')).rejects.toMatchObject(refused('rooms.wrong_code'));
  await expect(signIn(clerk, here)).rejects.toMatchObject(refused('rooms.not_of_yours'));
  for (let guess = 0; guess < 4; guess += 1) await expect(signIn(staff, here, 'none')).rejects.toMatchObject(refused('rooms.wrong_code'));
  await expect(signIn(staff, here)).rejects.toMatchObject(refused('rooms.too_many_codes'));
  await signIn(head, here);
  clock.now = at('11-26', '10:01');
  await expect(signIn(staff, here)).rejects.toMatchObject(refused('rooms.signed_in_already'));
  expect(await booking(staff, here)).toMatchObject({ state: 'used' });
  await expect(staff.rooms.leave({ params: { bookingId: nobody }, body: {} })).rejects.toMatchObject(refused('rooms.nobody_in'));
  await staff.rooms.leave({ params: { bookingId: here }, body: {} });
  await ticked(at('11-26', '14:14'));
  expect(await inbox(staff)).not.toContain(`rooms.signIn ${nobody}`);
  await ticked(at('11-26', '14:15'));
  expect(await inbox(staff)).toContain(`rooms.signIn ${nobody}`);
  await ticked(at('11-26', '14:24'));
  expect(await booking(staff, nobody)).toMatchObject({ state: 'booked' });
  // Told once, also after a standstill.
  await ticked(at('11-26', '14:40'));
  await ticked(at('11-26', '14:41'));
  expect(await booking(staff, nobody)).toMatchObject({ state: 'no_show' });
  expect(await told('staff', nobody)).toEqual(['rooms.sign_in_now', 'rooms.nobody_came']);
  expect(await inbox(staff)).not.toContain(`rooms.signIn ${nobody}`);
  expect((await head.rooms.waits({})).waits[0]).toMatchObject({ state: 'offered' });
  await expect(signIn(staff, nobody)).rejects.toMatchObject(refused('rooms.not_booked'));
});

test('who overstays is told, and so are those who wait outside; a patrol opens reminders (ROOM-3)', async () => {
  const place = await room('巡查室');
  const { doorCode } = await clerk.rooms.doorCard({ params: { roomId: place } });
  const [before, next] = [await book(staff, place, '11-26', '10:00', '11:00'), await book(head, place, '11-26', '11:00', '12:00')];
  const patrol = (found: 'right' | 'empty' | 'others' | 'overstay', more: object = {}) => reception.rooms.patrol({ params: { roomId: place }, body: { found, ...more } });
  await expect(patrol('empty')).rejects.toMatchObject(refused('rooms.nothing_booked_now'));
  await expect(patrol('overstay')).rejects.toMatchObject(refused('rooms.nobody_before'));
  await expect(staff.rooms.patrolRound({})).rejects.toMatchObject({ status: 403 });
  clock.now = at('11-26', '10:05');
  await patrol('empty', { note: '灯亮着' });
  expect(await inbox(staff)).toContain(`rooms.signIn ${before}`);
  await expect(patrol('right', { files: ['00000000-0000-7000-8000-000000000001'] })).rejects.toMatchObject(refused('rooms.photo_unknown'));
  await staff.rooms.signIn({ params: { bookingId: before }, body: { doorCode } });
  expect(await inbox(staff)).not.toContain(`rooms.signIn ${before}`);
  await ticked(at('11-26', '11:04'));
  expect(await told('department.head')).not.toContain('rooms.next_waits');
  await ticked(at('11-26', '11:05'));
  await ticked(at('11-26', '11:06'));
  expect((await told('department.head')).filter((what) => what === 'rooms.next_waits').length).toBe(1);
  expect((await told('staff')).filter((what) => what === 'rooms.overstays').length).toBe(1);
  const { rooms: [line] } = await reception.rooms.patrolRound({});
  expect(line).toMatchObject({ room: { name: '巡查室' }, now: { id: next, title: '教研组会' }, before: { id: before }, patrolled: null });
  await patrol('overstay');
  clock.now = at('11-26', '11:07');
  await patrol('others', { note: '社团在用' });
  expect(await told('office.clerk')).toContain('rooms.used_unbooked');
  expect((await reception.rooms.patrolRound({})).rooms.find((one) => one.room.id === place)!.patrolled).toMatchObject({ found: 'others', by: '卫小兰' });
  await staff.rooms.leave({ params: { bookingId: before }, body: {} });
  expect(await inbox(staff)).not.toContain(`rooms.leave ${before}`);
});

test('what nobody approves until it begins is not booked, and nobody is asked for it any more', async () => {
  const place = await room('未批室', { free: false });
  const id = await book(staff, place, '11-25', '10:00', '11:00');
  await ticked(at('11-25', '10:00'));
  expect(await booking(staff, id)).toMatchObject({ state: 'refused' });
  expect(await inbox(clerk)).not.toContain(`approvals.sign ${id}`);
  expect(await told('staff')).toContain('rooms.not_decided');
});

test('the screen at the door is for everybody who knows its address, says no private title, and another address ends it', async () => {
  const place = await room('门口屏室');
  await book(staff, place, '11-26', '10:00', '11:00', { title: '', secretTitle: '谈话' });
  await book(staff, place, '11-26', '11:00', '12:00');
  const { screen: screenKey } = await clerk.rooms.doorCard({ params: { roomId: place } });
  clock.now = at('11-26', '10:30');
  const stranger = await as(null);
  expect(await stranger.rooms.screen({ params: { screenKey } })).toMatchObject({ room: '门口屏室', now: { title: null, organiser: '赵晓峰', department: '教务处' }, next: { title: '教研组会' } });
  await clerk.rooms.renewDoor({ params: { roomId: place }, body: {} });
  await expect(stranger.rooms.screen({ params: { screenKey } })).rejects.toMatchObject({ status: 404 });
});

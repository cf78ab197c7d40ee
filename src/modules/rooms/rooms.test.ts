import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import sharp from 'sharp';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { weekdayOf } from '#mechanisms/calendar/days.ts';
import { newId } from '#platform/ids.ts';

/** `npm run check:rooms` asks for more. */
const rounds = Number(process.env['ROOM_ROUNDS'] ?? 5);

// A Monday, 9:00.
const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, staff, head, principal] = [await as('office.clerk'), await as('office.director'), await as('staff'), await as('department.head'), await as('principal')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const departmentOf = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

const open = { from: '08:00', to: '21:00' };
const hours = [open, open, open, open, open, null, null];
const projector = (await clerk.rooms.setEquipment({ body: { name: '投影仪', movable: 2 } })).id;
const microphone = (await clerk.rooms.setEquipment({ body: { name: '无线话筒', movable: 3 } })).id;
const fields = { building: '行政楼', class: 'ordinary' as const, seats: 12, hours, departments: [], roles: [], free: false, remark: '', fixtures: [] };
const room = async (name: string, more: object = {}) => (await clerk.rooms.addRoom({ body: { ...fields, name, ...more } })).id;
const small = await room('小会议室', { fixtures: [{ equipmentId: projector, count: 1 }] });
const large = await room('大会议室', { class: 'large', seats: 120 });
const free = await room('接待室', { seats: 6, free: true });

const at = (day: string, time: string) => new Date(`2026-${day}T${time}:00+08:00`).toISOString();
const span = (day: string, from: string, to: string) => ({ from: at(day, from), to: at(day, to) });
const wish = (roomId: string, day: string, from: string, to: string, more: object = {}) => ({ ...span(day, from, to), roomId, people: 6, title: '教研组会', ...more });
const book = (who: typeof staff, ...wanted: Parameters<typeof wish>) => who.rooms.book({ body: wish(...wanted) });
const booking = (who: typeof staff, bookingId: string) => who.rooms.booking({ params: { bookingId } });
const decide = async (who: typeof staff, recordId: string, decision: 'approved' | 'refused' | 'returned' = 'approved', opinion = '同意') => {
  const { approvals: [trail] } = await who.approvals.trail({ params: { recordId } });
  const signer = trail!.stages.find(({ state }) => state === 'open')!.signers.find(({ whyNot }) => whyNot['decide']?.length === 0)!;
  await who.approvals.decide({ params: { signerId: signer.id }, body: { decision, opinion } });
  await drain();
};
const approved = async (...wanted: Parameters<typeof wish>) => {
  const { id } = await book(staff, ...wanted);
  await decide(clerk, id);
  return id;
};

test('a room is asked for, approved by the office, seen on the board by everybody, and cancelled (ROOM-1)', async () => {
  const { id, state } = await book(staff, small, '11-25', '14:00', '15:00');
  expect(state).toBe('asked');
  await decide(clerk, id);
  expect(await booking(staff, id)).toMatchObject({ number: 'HYS2026-0001', state: 'booked', title: '教研组会', organiser: { name: '赵晓峰' }, mine: true, whyNot: { change: [], cancel: [] } });
  expect((await head.rooms.board({ query: { day: '2026-11-25' } })).bookings).toMatchObject([{ id, title: '教研组会', state: 'booked', mine: false }]);
  await expect(head.rooms.cancel({ params: { bookingId: id }, body: {} })).rejects.toMatchObject(refused('rooms.not_yours'));
  await expect(clerk.rooms.cancel({ params: { bookingId: id }, body: {} })).rejects.toMatchObject(refused('rooms.reason_missing'));
  await clerk.rooms.cancel({ params: { bookingId: id }, body: { why: '另有接待任务' } });
  expect(await booking(staff, id)).toMatchObject({ state: 'cancelled', endedBy: '李文静', endedWhy: '另有接待任务' });
  expect((await head.rooms.board({ query: { day: '2026-11-25' } })).bookings).toEqual([]);
  await expect(staff.rooms.cancel({ params: { bookingId: id }, body: {} })).rejects.toMatchObject(refused('rooms.given_up_already'));
});

test('large rooms are approved by the director; what was refused keeps its reason and stays with whoever asked', async () => {
  const { id } = await book(staff, large, '11-27', '14:00', '16:00', { people: 90 });
  await decide(director, id, 'refused', '请改在报告厅');
  expect(await booking(staff, id)).toMatchObject({ state: 'refused', endedWhy: '请改在报告厅' });
  expect((await staff.rooms.bookings({ query: { show: 'mine', state: 'refused' } })).bookings.map((one) => one.id)).toEqual([id]);
  expect(await booking(head, id)).toMatchObject({ concerned: false, endedWhy: '' });
  expect((await book(staff, large, '11-27', '14:00', '16:00', { people: 90 })).state).toBe('asked');
});

test('what a wish may lack is said, each by its name', async () => {
  const no = async (codes: string[], ...wanted: Parameters<typeof wish>) => await expect(book(staff, ...wanted)).rejects.toMatchObject(refused(...codes));
  await no(['rooms.ends_before_it_starts'], small, '11-25', '16:00', '15:00');
  await no(['rooms.is_over', 'rooms.too_late'], small, '11-20', '14:00', '15:00');
  await expect(staff.rooms.book({ body: { ...wish(small, '11-25', '20:00', '21:00'), to: at('11-26', '09:00') } })).rejects.toMatchObject(refused('rooms.one_day_only'));
  await no(['rooms.too_small'], small, '11-25', '16:00', '17:00', { people: 13 });
  await no(['rooms.closed_then'], small, '11-25', '07:00', '08:00');
  await no(['rooms.closed_then'], small, '11-28', '10:00', '11:00');
  await no(['rooms.equipment_missing'], small, '11-25', '16:00', '17:00', { equipment: [{ equipmentId: projector, count: 4 }] });
  await expect(book(staff, small, '11-25', '16:00', '17:00', { equipment: [{ equipmentId: projector, count: 1 }, { equipmentId: projector, count: 1 }] })).rejects.toMatchObject({ status: 400 });
  await no(['rooms.title_missing'], small, '11-25', '16:00', '17:00', { title: ' ' });
  await no(['rooms.too_late'], small, '11-23', '16:00', '17:00');
  await no(['rooms.too_late'], large, '11-25', '16:00', '17:00');
  const forOffice = await room('办公室专用', { departments: [await departmentOf('综合办公室')] });
  await no(['rooms.not_for_you'], forOffice, '11-25', '16:00', '17:00');
  expect((await book(clerk, forOffice, '11-25', '16:00', '17:00')).state).toBe('asked');
  const forLeaders = await room('校领导会议室', { roles: ['leader', 'principal'] });
  await no(['rooms.not_for_you'], forLeaders, '11-25', '16:00', '17:00');
  expect((await book(principal, forLeaders, '11-25', '16:00', '17:00')).state).toBe('asked');
  expect((await staff.rooms.findRooms({ query: span('11-25', '10:00', '11:00') })).rooms.find(({ id }) => id === forLeaders)).toMatchObject({ whyNot: ['rooms.not_for_you'] });
  await clerk.rooms.takeOut({ params: { roomId: forOffice }, body: { why: '装修' } });
  await no(['rooms.out_of_use', 'rooms.not_for_you'], forOffice, '11-25', '18:00', '19:00');
  await expect(clerk.rooms.takeOut({ params: { roomId: forOffice }, body: { why: '装修' } })).rejects.toMatchObject(refused('rooms.out_already'));
  await clerk.rooms.bringBack({ params: { roomId: forOffice }, body: {} });
  await expect(clerk.rooms.bringBack({ params: { roomId: forOffice }, body: {} })).rejects.toMatchObject(refused('rooms.not_out'));
});

test('the lead counts working days of the school calendar: a make-up Saturday counts, holidays do not; an exception goes to the director with its reason (ROOM-2)', async () => {
  const every = [open, open, open, open, open, open, open];
  const [anyDay, anyLarge] = [await room('厅一', { hours: every }), await room('厅二', { hours: every, class: 'large' })];
  const earliest = async (now: string, roomId: string) => {
    clock.now = now;
    return (await staff.rooms.findRooms({ query: span('12-01', '10:00', '11:00') })).rooms.find(({ id }) => id === roomId)!.earliest;
  };
  // 10 October 2026 is a make-up Saturday after National Day; 1 to 7 October are holidays, 20 September is a make-up Sunday.
  expect(await earliest(at('10-09', '10:00'), anyDay)).toBe(at('10-10', '10:00'));
  expect(await earliest(at('09-30', '10:00'), anyDay)).toBe(at('10-08', '10:00'));
  expect(await earliest(at('09-29', '16:00'), anyLarge)).toBe(at('10-09', '16:00'));
  expect(await earliest(at('09-18', '09:00'), anyDay)).toBe(at('09-20', '09:00'));
  // Spring Festival: 15 to 23 February; 14 and 28 February are make-up Saturdays.
  expect(await earliest(at('02-13', '10:00'), anyDay)).toBe(at('02-14', '10:00'));
  expect(await earliest(at('02-13', '10:00'), anyLarge)).toBe(at('02-25', '10:00'));
  clock.now = at('12-30', '10:00');
  const late = { roomId: anyLarge, people: 5, title: '元旦值班', from: '2027-01-04T01:00:00.000Z', to: '2027-01-04T02:00:00.000Z' };
  await expect(staff.rooms.book({ body: late })).rejects.toMatchObject(refused('rooms.calendar_missing'));
  clock.now = at('11-23', '09:00');
  const { id } = await book(staff, small, '11-23', '16:00', '17:00', { exception: '上级临时检查' });
  await decide(director, id);
  expect(await booking(staff, id)).toMatchObject({ state: 'booked', exception: '上级临时检查' });
  expect(await booking(head, id)).toMatchObject({ exception: null });
});

const weekdays = Array.from({ length: 31 }, (_, i) => `12-${String(i + 1).padStart(2, '0')}`).filter((day) => weekdayOf(`2026-${day}`) < 6);

test('64 people want one hour: one has it, the others are told that it is taken; the hour beside it is free', { timeout: 60_000 + rounds * 3000 }, async () => {
  const many = [staff, head, clerk, director, principal];
  for (let round = 0; round < rounds; round += 1) {
    const results = await Promise.allSettled(Array.from({ length: 64 }, (_, i) => book(many[i % many.length]!, large, weekdays[Math.floor(round / 10)]!, `${10 + (round % 10)}:00`, `${11 + (round % 10)}:00`)));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const lost of results) if (lost.status === 'rejected') expect(lost.reason).toMatchObject(refused('rooms.taken'));
  }
  expect((await db.selectFrom('roomBookings').select('id').where('roomId', '=', large).where('startsAt', '>=', at('12-01', '00:00')).execute()).length).toBe(rounds);
});

test('without any rule the database still refuses two bookings at once, and takes those that touch', async () => {
  const [place, organiserId, departmentId] = [await room('试验室'), await personId('staff'), await departmentOf('教务处')];
  const insert = async (from: string, to: string, state = 'booked') => {
    const id = newId();
    await db.insertInto('records').values({ id, kind: 'rooms', title: '', number: id, allPermission: 'rooms.manage', clearance: 0, readers: [], at: clock.now }).execute();
    await db.insertInto('roomBookings').values({ id, number: id, roomId: place, startsAt: at('12-04', from), endsAt: at('12-04', to), people: 1, title: '会', private: false, organiserId, departmentId, state, askedAt: clock.now }).execute();
  };
  await insert('10:00', '11:00');
  await insert('11:00', '12:00');
  await insert('10:00', '12:00', 'cancelled');
  await expect(insert('10:30', '11:30')).rejects.toMatchObject({ constraint: 'room_bookings_one_at_a_time' });
});

test('what can be carried to rooms is counted over all of them at that time', async () => {
  const wanted = (count: number) => ({ equipment: [{ equipmentId: microphone, count }] });
  const [one, other] = [await room('甲'), await room('乙')];
  await book(staff, one, '11-26', '10:00', '11:00', wanted(2));
  await expect(book(staff, other, '11-26', '10:30', '11:30', wanted(2))).rejects.toMatchObject(refused('rooms.equipment_missing'));
  await book(staff, other, '11-26', '11:00', '12:00', wanted(3));
  const both = await Promise.allSettled([one, other].map((roomId) => book(staff, roomId, '11-26', '15:00', '16:00', wanted(2))));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('nobody but the organiser reads a private title, by no way', async () => {
  const { id } = await book(staff, small, '11-26', '08:00', '09:00', { title: '', secretTitle: '处分决定讨论' });
  await decide(clerk, id);
  expect(await booking(staff, id)).toMatchObject({ title: '处分决定讨论', private: true });
  for (const other of [head, clerk, director]) {
    expect(await booking(other, id)).toMatchObject({ title: null });
    expect(JSON.stringify(await other.rooms.board({ query: { day: '2026-11-26' } }))).not.toContain('处分');
    expect(JSON.stringify(await other.rooms.bookings({ query: { show: 'all' } }))).not.toContain('处分');
    expect(JSON.stringify(await other.todos.list({ query: { box: 'done' } as never }))).not.toContain('处分');
  }
  const kept = await sql<{ line: string }>`select input::text as line from audit union all select data::text from outbox union all select details::text from history union all select params::text from messages union all select title from records`.execute(db);
  expect(kept.rows.filter(({ line }) => line.includes('处分'))).toEqual([]);
});

test('a booking is changed: looked at and approved anew; what another had in the way stays in the way', async () => {
  const id = await approved(small, '12-07', '09:00', '10:00');
  const other = await approved(small, '12-07', '10:00', '11:00');
  const change = (who: typeof staff, bookingId: string, ...wanted: Parameters<typeof wish>) => who.rooms.change({ params: { bookingId }, body: wish(...wanted) });
  await expect(change(head, id, small, '12-07', '08:00', '09:00')).rejects.toMatchObject(refused('rooms.not_yours'));
  await expect(change(staff, id, small, '12-07', '09:30', '10:30')).rejects.toMatchObject(refused('rooms.taken'));
  expect(await change(staff, id, small, '12-07', '09:00', '09:45')).toMatchObject({ state: 'asked' });
  await decide(clerk, id);
  expect(await booking(staff, id)).toMatchObject({ state: 'booked', to: at('12-07', '09:45') });
  // Changed while it is being approved: the first approval counts no more.
  await change(staff, other, small, '12-07', '11:00', '12:00');
  await change(staff, other, small, '12-07', '11:00', '11:30');
  await decide(clerk, other);
  expect(await booking(staff, other)).toMatchObject({ state: 'booked', to: at('12-07', '11:30') });
  await staff.rooms.cancel({ params: { bookingId: other }, body: {} });
  await expect(change(staff, other, small, '12-07', '11:00', '12:00')).rejects.toMatchObject(refused('rooms.given_up_already'));
});

test('a room that needs no approval is booked at once; the rest of the time is given back when it is over early', async () => {
  const { id, state } = await book(staff, free, '11-26', '14:00', '16:00');
  expect(state).toBe('booked');
  const release = (who = staff) => who.rooms.release({ params: { bookingId: id }, body: {} });
  await expect(release()).rejects.toMatchObject(refused('rooms.not_begun'));
  clock.now = at('11-26', '14:30');
  await expect(staff.rooms.cancel({ params: { bookingId: id }, body: {} })).rejects.toMatchObject(refused('rooms.has_begun'));
  await expect(release(head)).rejects.toMatchObject(refused('rooms.not_yours'));
  await release();
  expect(await booking(staff, id)).toMatchObject({ state: 'released' });
  await expect(release()).rejects.toMatchObject(refused('rooms.not_running'));
  clock.now = at('11-23', '09:00');
});

test('rooms for a wish: those that do come first, the smallest before the others; the others say why not', async () => {
  const { rooms } = await staff.rooms.findRooms({ query: { ...span('12-08', '10:00', '11:00'), people: 10, equipment: `${projector}:1` } });
  expect(rooms[0]).toMatchObject({ whyNot: [], seats: 12 });
  expect(rooms.find(({ id }) => id === free)).toMatchObject({ whyNot: ['rooms.too_small'] });
  const id = await approved(small, '12-08', '10:00', '11:00');
  const found = (await head.rooms.findRooms({ query: { ...span('12-08', '10:30', '11:30'), people: 10 } })).rooms.find((one) => one.id === small)!;
  expect(found).toMatchObject({ whyNot: ['rooms.taken'], takenBy: { organiser: '赵晓峰', department: '教务处', until: at('12-08', '11:00') } });
  expect((await staff.rooms.findRooms({ query: { ...span('12-08', '10:30', '11:30'), except: id } })).rooms.find((one) => one.id === small)).toMatchObject({ whyNot: [] });
});

test('the register: names differ, hours are in order; a closure holds for all but those it names', async () => {
  await expect(room('小会议室')).rejects.toMatchObject(refused('rooms.name_taken'));
  await expect(room('丙', { hours: [{ from: '10:00', to: '09:00' }, null, null, null, null, null, null] })).rejects.toMatchObject(refused('rooms.hours_out_of_order'));
  await expect(room('丙', { fixtures: [{ equipmentId: small, count: 1 }] })).rejects.toMatchObject(refused('rooms.equipment_unknown'));
  await expect(room('丙', { departments: [small] })).rejects.toMatchObject(refused('rooms.department_unknown'));
  await expect(staff.rooms.addRoom({ body: { ...fields, name: '丙' } })).rejects.toMatchObject({ status: 403 });
  await clerk.rooms.correctRoom({ params: { roomId: small }, body: { ...fields, name: '小会议室', seats: 14, fixtures: [{ equipmentId: projector, count: 1 }] } });
  expect(await staff.rooms.room({ params: { roomId: small } })).toMatchObject({ seats: 14, fixtures: [{ equipmentId: projector, count: 1 }] });
  const close = (more: object = {}) => clerk.rooms.addBlackout({ body: { roomId: small, ...span('12-10', '08:00', '18:00'), reason: '期末考试', ...more } });
  await expect(close({ to: at('12-10', '07:00') })).rejects.toMatchObject(refused('rooms.ends_before_it_starts'));
  await expect(close(span('11-20', '08:00', '18:00'))).rejects.toMatchObject(refused('rooms.is_over'));
  await expect(close({ roomId: projector })).rejects.toMatchObject(refused('rooms.room_unknown'));
  await expect(close({ excepted: [projector] })).rejects.toMatchObject(refused('rooms.person_unknown'));
  const { id: blackoutId } = await close({ excepted: [await personId('department.head')] });
  await expect(book(staff, small, '12-10', '10:00', '11:00')).rejects.toMatchObject(refused('rooms.blacked_out'));
  await book(head, small, '12-10', '10:00', '11:00');
  expect((await staff.rooms.blackouts({})).blackouts).toMatchObject([{ reason: '期末考试', room: { name: '小会议室' }, excepted: [{ name: '刘志远' }], bookings: 1 }]);
  await clerk.rooms.endBlackout({ params: { blackoutId }, body: {} });
  await expect(clerk.rooms.endBlackout({ params: { blackoutId }, body: {} })).rejects.toMatchObject(refused('rooms.blackout_ended'));
  await book(staff, small, '12-10', '11:00', '12:00');
});

test('a room has photos, added and removed by whoever looks after rooms, seen by everybody who sees rooms; only pictures are taken (ROOM-1)', async () => {
  const place = await room('照片室');
  const picture = (n: number) => sharp({ create: { width: 900, height: 600, channels: 3, background: { r: n, g: 80, b: 120 } } }).jpeg().toBuffer();
  const uploaded = async (name: string, body: Buffer) => (await clerk.files.upload({ query: { name }, body })).id;
  const add = (fileId: string, who = clerk) => who.rooms.addPhoto({ params: { roomId: place }, body: { fileId } });
  const first = await uploaded('image.jpg', await picture(1));
  const [{ id: photoId }] = [await add(first), await add(await uploaded('image.jpg', await picture(2)))];
  expect(await add(first)).toEqual({ id: photoId });
  const { photos } = await staff.rooms.room({ params: { roomId: place } });
  expect(photos).toMatchObject([{ id: photoId, fileId: first }, {}]);
  expect((await staff.rooms.findRooms({ query: span('12-09', '10:00', '11:00') })).rooms.find(({ id }) => id === place)).toMatchObject({ photos });
  const small = await staff.files.thumbnail({ params: { fileId: first } });
  expect(await sharp(small as never).metadata()).toMatchObject({ format: 'webp', width: 400 });
  const ofPhone = await uploaded('IMG_0088.HEIC', readFileSync('src/mechanisms/reading/fixtures/turned.heic'));
  const { id: phoneId } = await add(ofPhone);
  expect(await sharp((await staff.files.thumbnail({ params: { fileId: ofPhone } })) as never).metadata()).toMatchObject({ format: 'webp', width: 400, height: 267 });
  await clerk.rooms.removePhoto({ params: { photoId: phoneId } });
  await expect(add(await uploaded('说明.txt', Buffer.from('不是照片')))).rejects.toMatchObject(refused('rooms.photo_no_picture'));
  await expect(add(newId())).rejects.toMatchObject(refused('rooms.photo_unknown'));
  await expect(add(first, staff)).rejects.toMatchObject({ status: 403 });
  for (let n = 3; n <= 12; n += 1) await add(await uploaded(`${n}.jpg`, await picture(n)));
  await expect(add(await uploaded('13.jpg', await picture(13)))).rejects.toMatchObject(refused('rooms.too_many_photos'));
  await clerk.rooms.removePhoto({ params: { photoId } });
  expect((await staff.rooms.room({ params: { roomId: place } })).photos.map(({ fileId }) => fileId)).not.toContain(first);
  await expect(staff.files.thumbnail({ params: { fileId: first } })).rejects.toMatchObject({ status: 404 });
});

test('the book of bookings: by room, department, state and days, in the order that is asked for, page by page, on paper and in a spreadsheet (ROOM-1)', async () => {
  const [one, other] = [await room('簿甲', { free: true }), await room('簿乙', { free: true })];
  await book(staff, one, '12-15', '10:00', '11:00', { title: '', secretTitle: '谈话' });
  await book(head, other, '12-14', '10:00', '11:00');
  await book(staff, other, '12-16', '10:00', '11:00');
  const days = { from: '2026-12-14', to: '2026-12-16', show: 'all' as const };
  const list = async (more: object = {}, who = clerk) => (await who.rooms.bookings({ query: { ...days, ...more } })).bookings.filter(({ room: { id } }) => id === one || id === other).map(({ from, room: { name } }) => `${name} ${from.slice(8, 10)}`);
  expect(await list()).toEqual(['簿乙 16', '簿甲 15', '簿乙 14']);
  expect(await list({ sort: 'time', reverse: true })).toEqual(['簿乙 14', '簿甲 15', '簿乙 16']);
  expect(await list({ sort: 'asked' })).toEqual(['簿乙 16', '簿乙 14', '簿甲 15']);
  expect(await list({ sort: 'room' })).toEqual(['簿甲 15', '簿乙 14', '簿乙 16']);
  expect(await list({ to: '2026-12-15' })).toEqual(['簿甲 15', '簿乙 14']);
  expect(await list({ roomId: other, state: 'booked' })).toEqual(['簿乙 16', '簿乙 14']);
  expect(await list({ state: 'refused' })).toEqual([]);
  expect(await list({ show: 'mine' }, staff)).toEqual(['簿乙 16', '簿甲 15']);
  expect(await list({ departmentId: (await booking(head, (await head.rooms.bookings({ query: { show: 'mine', from: '2026-12-14', to: '2026-12-14' } })).bookings[0]!.id)).department.id })).toContain('簿乙 14');
  for (const sort of ['time', 'asked', 'room'] as const) {
    const whole = (await clerk.rooms.bookings({ query: { show: 'all', sort } })).bookings.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null | undefined; after !== null && paged.length < 40;) {
      const page: { bookings: { id: string }[]; next: string | null } = await clerk.rooms.bookings({ query: { show: 'all', sort, most: 3, ...(after && { after }) } });
      paged.push(...page.bookings.map(({ id }) => id));
      after = page.next;
    }
    expect(paged).toEqual(whole.slice(0, paged.length));
  }
  const { sheets: [sheet] } = await readXlsx(await clerk.rooms.bookingBook({ query: { ...days, as: 'xlsx' } }) as never);
  const rows = sheet!.rows.map((row) => row.join(' '));
  expect(rows[0]).toContain('会议室 用途 人数 预订人 部门 状态');
  expect(rows.find((row) => row.includes('簿甲'))).toContain('内部会议');
  expect(rows.join()).not.toContain('谈话');
  expect((await clerk.rooms.bookingBook({ query: days }) as unknown as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  await sql`insert into records (id, kind, title, all_permission, at) select gen_random_uuid(), 'rooms-many', '', 'rooms.manage', ${clock.now} from generate_series(1, 5001)`.execute(db);
  await sql`insert into room_bookings (id, number, room_id, starts_at, ends_at, people, title, private, organiser_id, department_id, state, asked_at) select r.id, r.id::text, ${one}, ${at('01-05', '10:00')}, ${at('01-05', '11:00')}, 1, 'x', false, ${await personId('staff')}, ${await departmentOf('教务处')}, 'cancelled', ${clock.now} from records r where kind = 'rooms-many'`.execute(db);
  await expect(clerk.rooms.bookingBook({ query: { show: 'all' } })).rejects.toMatchObject(refused('rooms.too_many_lines'));
});

test('the board and the rooms for a wish come some at a time, none twice and none left out; the board by building, class and size', async () => {
  for (let n = 1; n <= 7; n += 1) await room(`分页 ${n}`, { building: '分页楼', seats: 20 + n, class: n === 7 ? 'large' : 'ordinary', free: true });
  const day = '2026-12-17';
  const { id } = await book(head, (await staff.rooms.choices({})).rooms.find(({ name }) => name === '分页 5')!.id, '12-17', '10:00', '11:00');
  const board = async (query: object) => {
    const shown: { names: string[]; bookings: string[] } = { names: [], bookings: [] };
    for (let after: string | null | undefined; after !== null;) {
      const page: Awaited<ReturnType<typeof staff.rooms.board>> = await staff.rooms.board({ query: { day, most: 3, ...query, ...(after && { after }) } as never });
      shown.names.push(...page.rooms.map(({ name }) => name));
      shown.bookings.push(...page.bookings.map((one) => one.id));
      after = page.next;
    }
    return shown;
  };
  expect(await board({ building: '分页楼' })).toEqual({ names: [1, 2, 3, 4, 5, 6, 7].map((n) => `分页 ${n}`), bookings: [id] });
  expect(await board({ building: '分页楼', class: 'large' })).toEqual({ names: ['分页 7'], bookings: [] });
  expect((await board({ building: '分页楼', seats: 25 })).names).toEqual(['分页 5', '分页 6', '分页 7']);
  expect((await board({})).names).toEqual((await staff.rooms.list({})).rooms.map(({ name }) => name));
  const wished = { ...span('12-17', '10:30', '11:30'), people: 20 };
  const whole = (await staff.rooms.findRooms({ query: { ...wished, most: 60 } })).rooms;
  const paged: string[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page: Awaited<ReturnType<typeof staff.rooms.findRooms>> = await staff.rooms.findRooms({ query: { ...wished, most: 4, ...(after && { after }) } });
    paged.push(...page.rooms.map((one) => one.id));
    after = page.next;
  }
  expect(paged).toEqual(whole.map((one) => one.id));
  const taken = await staff.rooms.findRooms({ query: { ...wished, roomId: whole.find(({ name }) => name === '分页 5')!.id } });
  expect(taken).toMatchObject({ rooms: [{ name: '分页 5', whyNot: ['rooms.taken'], takenBy: { organiser: '刘志远' } }], next: null });
});

import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

/** An independent reader of RFC 5545, which refuses what is not well formed. */
const { default: ICAL } = await import('ical.js' as string);

// A Monday, 9:00.
const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, staff, head, stranger] = [await as('office.clerk'), await as('staff'), await as('department.head'), await as(null)];
const open = { from: '08:00', to: '21:00' };
const { id: roomId } = await clerk.rooms.addRoom({ body: { name: '日历室', building: '行政楼', class: 'ordinary', seats: 12, hours: [open, open, open, open, open, null, null], departments: [], roles: [], free: true, remark: '', fixtures: [] } });
const at = (day: string, time: string) => new Date(`2026-${day}T${time}:00+08:00`).toISOString();
const wish = (day: string, from: string, to: string, more: object = {}) => ({ roomId, from: at(day, from), to: at(day, to), people: 6, title: '教研组会', ...more });
const long = '关于期末质量分析会与下学期教学工作安排、教师培训计划、教研组建设和校园开放日准备工作的专题研讨；第二部分，请带材料'.repeat(3);

interface Read {
  summary: string;
  location: string;
  uid: string;
  sequence: number;
  zone: string;
  starts: string;
  ends: string;
  status: string;
  stamp: string;
}

const read = (text: string): { method: string; events: Read[] } => {
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const whole = new ICAL.Component(ICAL.parse(text));
  for (const zone of whole.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = whole.getAllSubcomponents('vevent').map((component: any) => {
    const event = new ICAL.Event(component);
    return {
      summary: event.summary, location: event.location, uid: event.uid, sequence: event.sequence ?? 0, zone: event.startDate.zone.tzid, status: component.getFirstPropertyValue('status'),
      starts: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString(), stamp: component.getFirstPropertyValue('dtstamp').toJSDate().toISOString(),
    };
  });
  return { method: whole.getFirstPropertyValue('method'), events };
};
const feed = async (who: typeof staff, room: string | null) => {
  const { feedKey } = await who.rooms.openFeed({ body: { roomId: room } });
  return read(Buffer.from((await stranger.rooms.feed({ params: { feedKey } })) as unknown as Buffer).toString());
};

test('calendars of a room and of a person are read by another program: long Chinese, values with signs, the zone of the office, a series around what was skipped (ROOM-1)', async () => {
  const inTheWay = await head.rooms.book({ body: wish('12-08', '10:00', '11:00') });
  await staff.rooms.bookSeries({ body: { ...wish('12-01', '10:00', '11:00'), title: long, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', skip: true } });
  await staff.rooms.book({ body: wish('12-02', '14:00', '15:30', { title: '逗号, 分号; 反斜线\\ 换行\n第二行' }) });
  await head.rooms.book({ body: wish('12-03', '14:00', '15:00', { title: '', secretTitle: '处分决定' }) });
  const ofRoom = await feed(staff, roomId);
  expect(ofRoom.method).toBe('PUBLISH');
  expect(ofRoom.events.map(({ summary, starts, ends }) => [summary, starts, ends])).toEqual([
    [long, at('12-01', '10:00'), at('12-01', '11:00')],
    ['逗号, 分号; 反斜线\\ 换行\n第二行', at('12-02', '14:00'), at('12-02', '15:30')],
    ['内部会议', at('12-03', '14:00'), at('12-03', '15:00')],
    ['教研组会', at('12-08', '10:00'), at('12-08', '11:00')],
    [long, at('12-15', '10:00'), at('12-15', '11:00')],
  ]);
  expect(new Set(ofRoom.events.map(({ zone, location, status, stamp }) => [zone, location, status, stamp].join()))).toEqual(new Set([['Asia/Shanghai', '行政楼 日历室', 'CONFIRMED', clock.now].join()]));
  expect(new Set(ofRoom.events.map(({ uid }) => uid)).size).toBe(5);
  await head.rooms.cancel({ params: { bookingId: inTheWay.id }, body: {} });
  expect((await feed(head, null)).events.map(({ starts }) => starts)).toEqual([at('12-03', '14:00')]);
  expect((await feed(staff, null)).events.map(({ starts }) => starts)).toEqual([at('12-01', '10:00'), at('12-02', '14:00'), at('12-15', '10:00')]);
});

test('invitations by mail are read by another program, each a newer one of the same meeting; each in the language of its reader', async () => {
  const [headId, clerkId] = [await personId('department.head'), await personId('office.clerk')];
  for (const [id, email, locale] of [[headId, 'liu@school.example.test', 'en'], [clerkId, 'li@school.example.test', 'zh-CN']] as const) await db.updateTable('people').set({ email, locale }).where('id', '=', id).execute();
  const { id: bookingId } = await staff.rooms.book({ body: wish('12-04', '10:00', '11:00', { title: long.slice(0, 190) }) });
  await drain();
  await staff.rooms.invite({ params: { bookingId }, body: { people: [headId, clerkId] } });
  clock.now = at('11-23', '10:00');
  await staff.rooms.change({ params: { bookingId }, body: wish('12-04', '14:00', '15:00', { title: '', secretTitle: '处分决定' }) });
  await drain();
  await staff.rooms.cancel({ params: { bookingId }, body: {} });
  await drain();
  const mails = await db.selectFrom('mails').select(['toPerson', 'subject', 'body', 'calendar']).where('recordId', '=', bookingId).where('calendar', 'is not', null).orderBy('at').orderBy('id').execute();
  const of = (id: string) => mails.filter(({ toPerson }) => toPerson === id);
  const calendars = of(clerkId).map(({ calendar }) => read(calendar!));
  expect(calendars.map(({ method, events: [event] }) => [method, event!.sequence, event!.status, event!.starts, event!.stamp, event!.zone])).toEqual([
    ['REQUEST', 0, 'CONFIRMED', at('12-04', '10:00'), at('11-23', '09:00'), 'Asia/Shanghai'],
    ['REQUEST', 1, 'CONFIRMED', at('12-04', '14:00'), at('11-23', '10:00'), 'Asia/Shanghai'],
    ['CANCEL', 2, 'CANCELLED', at('12-04', '14:00'), at('11-23', '10:00'), 'Asia/Shanghai'],
  ]);
  expect(new Set(calendars.flatMap(({ events }) => events.map(({ uid }) => uid))).size).toBe(1);
  expect(of(clerkId).map(({ subject }) => subject).slice(1)).toEqual(['会议邀请：内部会议，12月4日（周五）14:00，行政楼 日历室', '会议取消：内部会议，12月4日（周五）14:00，行政楼 日历室']);
  expect(of(headId).map(({ subject }) => subject).slice(1)).toEqual(['Invitation: Private meeting, Fri 4 Dec 14:00, 行政楼 日历室', 'Cancelled: Private meeting, Fri 4 Dec 14:00, 行政楼 日历室']);
  expect(read(of(headId)[1]!.calendar!).events[0]!.summary).toBe('Private meeting');
  expect(JSON.stringify(mails)).not.toContain('处分');
});

test('a booking is found by what it is for, its room and its number, by whom it concerns; a private purpose by nobody', async () => {
  const shown = await staff.rooms.book({ body: wish('12-09', '10:00', '11:00', { title: '量子力学读书会' }) });
  await staff.rooms.book({ body: wish('12-09', '14:00', '15:00', { title: '', secretTitle: '密谈薛定谔' }) });
  await drain();
  const found = async (who: typeof staff, q: string) => (await who.search.find({ query: { q } })).results.map(({ recordId }) => recordId);
  expect(await found(staff, '量子力学')).toEqual([shown.id]);
  expect(await found(clerk, '量子力学')).toEqual([shown.id]);
  expect(await found(head, '量子力学')).toEqual([]);
  for (const who of [staff, clerk, head]) expect(await found(who, '薛定谔')).toEqual([]);
  expect(await found(head, '日历室')).toContain(roomId);
  await staff.rooms.change({ params: { bookingId: shown.id }, body: wish('12-09', '10:00', '11:00', { title: '', secretTitle: '量子力学读书会' }) });
  await drain();
  for (const who of [staff, clerk]) expect(await found(who, '量子力学')).toEqual([]);
});

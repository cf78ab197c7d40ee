import { test } from 'vitest';
import type { Desk } from './desk.ts';
import { openMoving } from './moving.ts';

// A Monday; two days later the meeting; its end.
const [monday, before, after] = ['2026-11-23T01:00:00.000Z', '2026-11-25T05:50:00.000Z', '2026-11-25T07:02:00.000Z'] as const;
const { now, itIs, as } = openMoving(monday);

const booked = async (phone: Desk, purpose: string) => {
  await phone.page.getByRole('button', { name: '选这间 小会议室' }).click();
  await phone.fill('用途', purpose);
  await phone.press('提交预订');
  await phone.page.getByRole('heading', { name: purpose }).waitFor();
  await phone.sees('审批中');
  return new URL(phone.page.url()).pathname.split('/').at(-1)!;
};

const approves = async (phone: Desk, id: string) => {
  await phone.open(`/records/${id}#approval`);
  await phone.press('同意');
  await phone.sees('已签署：同意');
};

test('a room is booked, approved, signed in at, overstayed and patrolled on phones, and a series goes around a holiday (ROOM-1, ROOM-3)', { timeout: 240_000 }, async () => {
  const desk = await as('office.clerk');
  await desk.open('/rooms/register');
  await desk.press('加会议室');
  await desk.fill('名称', '小会议室', desk.window());
  await desk.fill('地点', '行政楼三层', desk.window());
  await desk.press('保存', desk.window());
  await desk.page.getByRole('link', { name: '门牌 小会议室' }).click();
  const code = (await desk.page.locator('.door-code').textContent())!;
  await desk.isWell();
  const [staff, head] = [await as('staff', 390), await as('department.head', 390)];
  await staff.open('/rooms/book');
  const first = await booked(staff, '教研组会');
  await staff.isWell();
  // The hour is taken by now: the next one is asked for.
  await head.open('/rooms/book');
  await head.sees('赵晓峰（教务处）已订到 15:00');
  await head.isWell();
  await head.fill('开始', '15:00');
  await head.choose('开始', '15:00');
  const next = await booked(head, '年级组长会');
  const clerk = await as('office.clerk', 390);
  for (const id of [first, next]) await approves(clerk, id);
  await desk.open('/rooms?day=2026-11-25');
  await desk.sees('教研组会');
  // 校庆, a holiday of the school: the weekly meeting goes around it.
  const director = await as('office.director');
  await director.page.request.put(`${now.url}/api/calendar/days/2026-12-03`, { data: { kind: 'holiday', name: '校庆', why: '校庆日放假' } });
  await head.open(`/rooms/book?day=2026-11-26&roomId=${await roomOf(head, first)}`);
  await head.fill('用途', '年级例会');
  await head.page.getByRole('radio', { name: '每周', exact: true }).check();
  await head.day('到哪一天为止', '2026-12-10');
  await head.press('查看日期');
  await head.sees('这段时间不开放');
  await head.isWell();
  await head.press('预订其中 2 次');
  await head.page.getByRole('region', { name: '跳过的日期' }).getByText('12月3日').waitFor();
  await director.close();
  for (const one of [desk, staff, head, clerk]) await one.close();

  await itIs(before);
  const guest = await as('staff', 390);
  await guest.open(`/rooms/bookings/${first}`);
  await guest.page.getByRole('link', { name: '到门口签到' }).click();
  await guest.fill('门口的签到码', code);
  await guest.press('签到');
  await guest.sees('已使用');
  await guest.close();

  await itIs(after);
  const patrol = await as('receptionist', 390);
  await patrol.open('/rooms/patrol');
  await patrol.sees('到时未离场');
  await patrol.isWell();
  await patrol.press('上一场没散 小会议室');
  await patrol.press('上一场没散', patrol.window());
  await patrol.sees(/已查/);
  const [late, waits] = [await as('staff', 390), await as('department.head', 390)];
  await late.open('/');
  await late.sees('会议已到时间，请离场');
  await waits.open('/messages');
  await waits.sees('小会议室 上一场会议还没有离场，已提醒');
  await late.open(`/rooms/door/${await roomOf(late, first)}`);
  await late.press('离场');
  await late.page.getByText('15:00').first().waitFor();
  await late.open('/');
  await late.page.getByText('会议已到时间，请离场').waitFor({ state: 'detached' });
});

const roomOf = async ({ page }: Desk, bookingId: string) => ((await (await page.request.get(`${now.url}/api/room-bookings/${bookingId}`)).json()) as { roomId: string }).roomId;

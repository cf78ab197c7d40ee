import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSchool } from '#database/school/school.ts';
import { hashPassword } from '#mechanisms/access/passwords.ts';
import { migrate, openDb } from '#platform/db.ts';
import { freePort } from '#platform/postgres/place.ts';
import { type Embedded, startPostgres } from '#platform/postgres.ts';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { password } from './school.ts';

// A Monday; two days later the meeting; its end.
const [monday, before, after] = ['2026-11-23T01:00:00.000Z', '2026-11-25T05:50:00.000Z', '2026-11-25T07:02:00.000Z'] as const;
const folder = mkdtempSync(join(tmpdir(), 'zongban-rooms-'));
chmodSync(folder, 0o755);
let server: Embedded;
let house: ChildProcess | undefined;
let browser: Browser;
let address = '';
let url = '';

beforeAll(async () => {
  const port = await freePort();
  server = await startPostgres(join(folder, 'server'), { port: String(port) }, true);
  const addressOf = (database: string) => `postgres://${server.user}:${server.password}@127.0.0.1:${port}/${database}`;
  const admin = openDb({ connectionString: addressOf('postgres') }, 1);
  await sql`create database office`.execute(admin);
  await admin.destroy();
  address = addressOf('office');
  const db = openDb({ connectionString: address }, 2);
  await migrate(db, `${process.cwd()}/database/migrations`);
  await db.transaction().execute(async (open) => loadSchool(open, { now: '2026-11-02T00:00:00.000Z', passwordHash: await hashPassword(password) }));
  await db.destroy();
  [, browser] = await Promise.all([itIs(monday), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await ended();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ended = async () => {
  if (house?.exitCode === null) await new Promise((resolve) => house!.once('exit', resolve).kill('SIGTERM'));
};

/** The house goes on at another moment. */
const itIs = async (moment: string) => {
  await ended();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, DATABASE_URL: address, DATA_DIR: join(folder, 'files'), PORT: String(port), LOG_LEVEL: 'error', ZONGBAN_MOMENT: moment };
  house = spawn(process.execPath, ['--no-warnings', '--import', './tests/journeys/moment.ts', 'src/app/server.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    house!.stdout!.on('data', (text) => /已就绪/.test(String(text)) && resolve());
    house!.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
};

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

test('a room is booked, approved, signed in at, overstayed and patrolled on phones (ROOM-1, ROOM-3)', { timeout: 240_000 }, async () => {
  const desk = await deskOf(browser, url, 'office.clerk', 1440, monday);
  await desk.open('/rooms/register');
  await desk.press('加会议室');
  await desk.fill('名称', '小会议室', desk.window());
  await desk.fill('地点', '行政楼三层', desk.window());
  await desk.press('保存', desk.window());
  await desk.page.getByRole('link', { name: '门牌 小会议室' }).click();
  const code = (await desk.page.locator('.door-code').textContent())!;
  await desk.isWell();
  const [staff, head] = [await deskOf(browser, url, 'staff', 390, monday), await deskOf(browser, url, 'department.head', 390, monday)];
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
  const clerk = await deskOf(browser, url, 'office.clerk', 390, monday);
  for (const id of [first, next]) await approves(clerk, id);
  await desk.open('/rooms?day=2026-11-25');
  await desk.sees('教研组会');
  for (const one of [desk, staff, head, clerk]) await one.close();

  await itIs(before);
  const guest = await deskOf(browser, url, 'staff', 390, before);
  await guest.open(`/rooms/bookings/${first}`);
  await guest.page.getByRole('link', { name: '到门口签到' }).click();
  await guest.fill('门口的签到码', code);
  await guest.press('签到');
  await guest.sees('已使用');
  await guest.close();

  await itIs(after);
  const patrol = await deskOf(browser, url, 'receptionist', 390, after);
  await patrol.open('/rooms/patrol');
  await patrol.sees('到时未离场');
  await patrol.isWell();
  await patrol.press('上一场没散 小会议室');
  await patrol.press('上一场没散', patrol.window());
  await patrol.sees(/已查/);
  const [late, waits] = [await deskOf(browser, url, 'staff', 390, after), await deskOf(browser, url, 'department.head', 390, after)];
  await late.open('/');
  await late.sees('会议已到时间，请离场');
  await waits.open('/messages');
  await waits.sees('小会议室 上一场会议还没有离场，已提醒');
  await late.open(`/rooms/door/${await roomOf(late, first)}`);
  await late.press('离场');
  await late.page.getByText('15:00').first().waitFor();
  await late.open('/');
  expect(await late.page.getByText('会议已到时间，请离场').count()).toBe(0);
});

const roomOf = async ({ page }: Desk, bookingId: string) => ((await (await page.request.get(`${url}/api/room-bookings/${bookingId}`)).json()) as { roomId: string }).roomId;

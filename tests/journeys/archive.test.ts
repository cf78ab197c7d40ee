import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSchool } from '#database/school/school.ts';
import { hashPassword } from '#mechanisms/access/passwords.ts';
import { openStore, put } from '#mechanisms/files/store.ts';
import { type Db, migrate, openDb } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { freePort } from '#platform/postgres/place.ts';
import { type Embedded, startPostgres } from '#platform/postgres.ts';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { password } from './school.ts';

// A school after its year: what it did in 2026 is there already, and the archivist sits down in January.
const moment = '2027-01-18T01:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'zongban-archive-'));
chmodSync(folder, 0o755);
let server: Embedded;
const houses: ChildProcess[] = [];
let browser: Browser;
let url = '';
let addressOf: (database: string) => string;

beforeAll(async () => {
  const port = await freePort();
  server = await startPostgres(join(folder, 'server'), { port: String(port) }, true);
  addressOf = (database) => `postgres://${server.user}:${server.password}@127.0.0.1:${port}/${database}`;
  const admin = openDb({ connectionString: addressOf('postgres') }, 1);
  await sql`create database office`.execute(admin);
  await sql`create database elsewhere`.execute(admin);
  await admin.destroy();
  await aYearOfWork(addressOf('office'));
  [url, browser] = await Promise.all([started('office'), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  for (const house of houses) if (house.exitCode === null) await new Promise((resolve) => house.once('exit', resolve).kill('SIGTERM'));
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const started = async (database: string) => {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: addressOf(database), DATA_DIR: join(folder, database), PORT: String(port), LOG_LEVEL: 'error', ZONGBAN_MOMENT: moment };
  const house = spawn(process.execPath, ['--no-warnings', '--import', './tests/journeys/moment.ts', 'src/app/server.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  houses.push(house);
  await new Promise<void>((resolve, reject) => {
    house.stdout!.on('data', (text) => /已就绪/.test(String(text)) && resolve());
    house.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return `http://127.0.0.1:${port}`;
};

const titles = ['关于印发学校发展规划的通知', '关于做好招生工作的通知', '关于开展读书活动的通知', '关于报送材料的函', '关于加强值班的通知'];

const anEmptySchool = async (address: string) => {
  const db = openDb({ connectionString: address }, 2);
  await migrate(db, `${process.cwd()}/database/migrations`);
  await db.transaction().execute(async (open) => loadSchool(open, { now: '2026-01-01T00:00:00.000Z', passwordHash: await hashPassword(password) }));
  return db;
};

/** 300 documents done through the year, and three that nobody finished. */
const aYearOfWork = async (address: string) => {
  const db = await anEmptySchool(address);
  const by = (await db.selectFrom('people').select('id').where('username', '=', 'office.clerk').executeTakeFirstOrThrow()).id;
  const senderId = newId();
  await db.insertInto('senders').values({ id: senderId, name: '江城市教育局', lastAt: '2026-01-01T00:00:00.000Z' }).execute();
  const documents = Array.from({ length: 303 }, (_, n) => {
    const at = new Date(Date.parse('2026-01-05T01:00:00.000Z') + n * 28 * 3_600_000).toISOString();
    return { id: newId(), seq: n + 1, number: `2026-${String(n + 1).padStart(4, '0')}`, title: `${titles[n % titles.length]!}（${n + 1}）`, at, doneAt: n < 300 ? at : null };
  });
  await db.insertInto('records').values(documents.map(({ id, number, title, at }) => ({ id, kind: 'incoming', number, title, allPermission: 'incoming.read_all', clearance: 0, at }))).execute();
  await db.insertInto('incomingDocuments').values(documents.map(({ at, doneAt, ...document }) => ({
    ...document, year: 2026, state: doneAt ? 'done' : 'accepted', receivedAt: at, receivedBy: by, registeredAt: at, registeredBy: by, senderId, sender: '江城市教育局', senderNumber: `江教办〔2026〕${document.seq}号`, kind: '通知', copies: 1, pages: 60, handling: 'reading', paperCode: document.id, doneAt, doneBy: doneAt && by,
  }))).execute();
  await withTexts(db, documents, by);
  await db.destroy();
};

/** Each document has its text, and every tenth the same one. */
const withTexts = async (db: Db, documents: readonly { id: string; seq: number; at: string }[], by: string) => {
  openStore(join(folder, 'office', 'files'));
  const files = [];
  for (const { id, seq, at } of documents) {
    const text = Buffer.from(seq % 10 ? `第${seq}件的正文` : '各校：现将有关事项通知如下。');
    files.push({ id: newId(), recordId: id, sha256: await put(text), size: String(text.length), at, name: `正文${seq}.txt` });
  }
  await db.insertInto('blobs').values([...new Map(files.map((file) => [file.sha256, file])).values()].map(({ sha256, size, at }) => ({ sha256, size, type: 'text/plain', createdAt: at, textState: 'none' }))).execute();
  await db.insertInto('files').values(files.map(({ id, sha256, size, at, name }) => ({ id, sha256, name, type: 'text/plain', size, uploadedBy: by, uploadedAt: at }))).execute();
  await db.insertInto('attachments').values(files.map(({ id, recordId, at }) => ({ id: newId(), recordId, fileId: id, role: 'original', attachedBy: by, attachedAt: at }))).execute();
};

const ofYear = async (desk: Desk, path: string) => {
  await desk.open(path);
  await desk.page.getByRole('spinbutton', { name: '年度' }).fill('2026');
  await desk.page.keyboard.press('Tab');
};

const isPdf = async (desk: Desk, link: string) => {
  const href = await desk.page.getByRole('link', { name: link, exact: true, includeHidden: true }).first().getAttribute('href');
  const answer = await desk.page.request.get(url + href!);
  expect([answer.status(), (await answer.body()).subarray(0, 5).toString()], link).toEqual([200, '%PDF-']);
};

test('year’s end: 300 documents arranged, boxed, the year proved complete and closed (ARC-1, IN-6)', async () => {
  const desk = await deskOf(browser, url, 'archivist', 1440, moment);
  await ofYear(desk, '/archive/years');
  await desk.sees('办结或印发 300 件 = 归档 0 件 + 不归档 0 件 + 待归档 300 件；另有未办结 3 件。');
  await desk.isWell();
  await desk.page.getByRole('link', { name: '300' }).first().click();
  await desk.page.getByRole('heading', { name: '归档整理' }).waitFor();

  // With the keys alone: the first line is kept for ever, the next two are not kept at all.
  const boxes = desk.page.locator('.books input[data-record]');
  await boxes.first().focus();
  await desk.page.keyboard.press('1');
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Space');
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Space');
  await desk.sees('已选 2 件');
  await desk.press('不归档');
  await desk.fill('原因', '重份文件', desk.window());
  await desk.press('不归档', desk.window());
  await desk.sees('已选 0 件');
  await desk.isWell();
  while (await desk.page.getByRole('button', { name: '更多' }).isVisible()) {
    const before = await boxes.count();
    await desk.press('更多');
    await expect.poll(() => boxes.count(), { timeout: 15_000 }).toBeGreaterThan(before);
  }
  await desk.page.getByLabel('全选').check();
  await desk.sees('已选 298 件');
  await desk.press('归档');
  await desk.sees('这一年没有待归档的文件。');

  await desk.open('/archive/boxes');
  const row = desk.page.getByRole('region', { name: /10年/ });
  await desk.press('装盒', row);
  await desk.press(/按方案装 \d+ 盒/, desk.window());
  await row.getByText(/共 \d+ 件，全部装入 \d+ 盒/).waitFor();
  await isPdf(desk, '打印盒脊');
  await desk.isWell();
  await row.getByRole('link', { name: '第 2 盒' }).click();
  await desk.page.getByRole('heading', { name: /第 2 盒/ }).waitFor();
  await desk.isWell();
  for (const paper of ['盒内目录', '备考表', '盒脊标签']) await isPdf(desk, paper);

  await desk.open('/archive/years');
  await desk.sees('办结或印发 300 件 = 归档 298 件 + 不归档 2 件 + 待归档 0 件；另有未办结 3 件。');
  await desk.press('完成年度归档');
  await desk.press('完成年度归档', desk.window());
  await desk.sees('归档完成');
  await desk.sees('钱淑芬 完成归档：归档 298 件，不归档 2 件，未办结 3 件');
  await desk.close();
});

/** Every line of an archive as one reads it: number, place, box, and the sum of each file. */
const linesOf = async (database: string) => {
  const db = openDb({ connectionString: addressOf(database) }, 1);
  const { rows } = await sql<{ number: string; sums: string[] }>`select i.number, i.title, i.doc_number, i.author, i.written_on::text, i.pages, i.thickness, b.seq as box, b.spine, array(select f.sha256 from archive_files f where f.item_id = i.id order by f.position) as sums
    from archive_items i left join archive_boxes b on b.id = i.box_id order by i.number`.execute(db);
  await db.destroy();
  return rows;
};

test('the year is given away in a package, and an empty school takes it in: as many items and files, with the same sums, in the same boxes (ARC-1)', async () => {
  const desk = await deskOf(browser, url, 'archivist', 1440, moment);
  await desk.open('/archive/transfer');
  await desk.press('生成移交包');
  await desk.fill('接收单位', '江城市档案馆', desk.window());
  const year = desk.window().getByLabel('年度');
  await year.fill('2026');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Escape');
  await desk.press('生成移交包', desk.window());
  const [given] = await Promise.all([desk.page.waitForEvent('download'), desk.page.getByRole('link', { name: '下载', exact: true }).click({ timeout: 60_000 })]);
  const path = join(folder, 'package.zip');
  await given.saveAs(path);
  await desk.close();

  await (await anEmptySchool(addressOf('elsewhere'))).destroy();
  const there = await deskOf(browser, await started('elsewhere'), 'archivist', 1440, moment);
  await there.open('/archive/transfer');
  const imports = there.page.getByRole('region', { name: '导入移交包' });
  await imports.locator('input[type=file][multiple]').setInputFiles(path);
  await imports.getByText('核对无误，可以导入').waitFor({ timeout: 60_000 });
  await there.press('导入', imports);
  await there.press('导入', there.window());
  const report = there.page.getByRole('table', { name: '核对报告' });
  await report.waitFor({ timeout: 60_000 });
  expect((await report.locator('tbody tr').allInnerTexts()).map((row) => row.split(/\s+/).filter(Boolean))).toEqual([['件数', '298', '298', '一致'], ['文件数', '298', '298', '一致'], ['字节数', expect.any(String), expect.any(String), '一致']]);
  await there.isWell();
  const lines = await linesOf('elsewhere');
  expect(lines).toHaveLength(298);
  expect(lines).toEqual(await linesOf('office'));
  await there.close();
});

test('what is done while somebody arranges on a phone comes into the list, and is archived there', async () => {
  const phone = await deskOf(browser, url, 'archivist', 390, moment);
  await phone.open('/archive/waiting');
  await phone.sees('这一年没有待归档的文件。');
  const clerk = await deskOf(browser, url, 'office.clerk', 1440, moment);
  const { documents } = (await (await clerk.page.request.get(`${url}/api/incoming?state=accepted`)).json()) as { documents: { id: string }[] };
  const done = await clerk.page.request.post(`${url}/api/incoming/${documents[0]!.id}/completion`, { data: { result: '已阅存' } });
  expect(done.status(), await done.text()).toBe(200);
  await phone.page.locator('.cards input[data-record]').first().check();
  await phone.sees('已选 1 件');
  await phone.press('归档');
  await phone.sees('这一年没有待归档的文件。');
  await Promise.all([phone.close(), clerk.close()]);
});

test('the catalogue is searched by two letters, an item leads to its document and back by its 档号, also on a phone', async () => {
  const desk = await deskOf(browser, url, 'office.clerk', 390, moment);
  await desk.open('/archive');
  await desk.isWell();
  await desk.page.getByText('筛选').click();
  await desk.page.getByPlaceholder('题名、责任者、文号或档号').fill('规划');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.cards').getByRole('link', { name: /学校发展规划/ }).first().click();
  await desk.sees('题名含“规划”');
  await desk.isWell();
  const number = await desk.page.locator('#content .number.quiet').first().textContent();
  await desk.page.getByRole('link', { name: '打开原文件' }).click();
  await desk.page.getByRole('link', { name: number! }).click();
  await desk.sees('归档章');
  for (const path of ['/archive/waiting', '/archive/years', '/archive/boxes', '/archive/rules', '/archive/checks']) {
    await desk.open(path);
    await desk.isWell();
  }
  await desk.close();
});

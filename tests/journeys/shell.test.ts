import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { firstLoad } from '../benches/first-load.ts';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { openSample, password, type School } from './school.ts';

let school: School;
let browser: Browser;
let clerk: Desk;

beforeAll(async () => {
  [school, browser] = await Promise.all([openSample(), openBrowser()]);
  clerk = await deskOf(browser, school.url, 'office.clerk');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await school?.close();
});

const focused = () => clerk.page.evaluate(() => document.activeElement?.textContent ?? '');

test('a document is found and opened without leaving the keyboard', async () => {
  await clerk.open('/calendar');
  await clerk.page.keyboard.press('/');
  await clerk.page.keyboard.type('体育');
  await clerk.page.getByRole('option', { name: /体育工作/ }).first().waitFor();
  await clerk.isWell();
  await clerk.page.keyboard.press('ArrowDown');
  await clerk.page.keyboard.press('Enter');
  await clerk.page.waitForURL(/\/records\//);
  await clerk.page.getByRole('heading', { level: 1, name: /体育工作/ }).waitFor();
  expect(await clerk.page.title()).toMatch(/体育工作.* · 综办/);
});

test('j and k go through a list, ? tells them, and they can be switched off', async () => {
  await clerk.open('/incoming');
  await clerk.page.locator('.book tbody tr').first().waitFor();
  await clerk.page.keyboard.press('j');
  const first = await focused();
  await clerk.page.keyboard.press('j');
  expect(await focused()).not.toBe(first);
  await clerk.page.keyboard.press('k');
  expect(await focused()).toBe(first);
  await clerk.page.keyboard.press('?');
  await clerk.window().getByRole('checkbox').uncheck();
  await clerk.page.keyboard.press('Escape');
  await clerk.page.locator('#content').focus();
  await clerk.page.keyboard.press('j');
  expect(await focused()).not.toBe(first);
});

test('somebody signs in, chooses 深色 in their account, and finds it again', async () => {
  const { page } = clerk;
  await page.context().clearCookies();
  await page.goto(school.url);
  await page.getByLabel('用户名').fill('office.clerk');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('#content').waitFor();
  await clerk.open('/account');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('radio', { name: '深色' }).check();
  await clerk.open('/');
  expect(await paper()).not.toBe(light);
  await clerk.isWell();
});

test('a register is set while one goes on working, and is there on the next page', async () => {
  await clerk.open('/incoming');
  await clerk.page.getByText('打印与导出').click();
  await clerk.page.getByRole('link', { name: '打印（PDF）' }).click();
  await clerk.sees('正在排版：收文登记簿');
  await clerk.page.getByRole('link', { name: '校历' }).click();
  await clerk.sees('已排好：收文登记簿');
  const [paper] = await Promise.all([clerk.page.waitForEvent('download'), clerk.page.locator('.papers').getByRole('link', { name: '下载' }).click()]);
  expect(paper.suggestedFilename()).toBe('收文登记簿.pdf');
  expect(readFileSync(await paper.path()).subarray(0, 5).toString()).toBe('%PDF-');
  await clerk.open('/incoming');
  // The second one is not asked for before its progress was looked at: it may be set in a moment.
  let looked = () => {};
  const wait = new Promise<void>((resolve) => (looked = resolve));
  await clerk.page.route('**/api/incoming/book?**', (route) => wait.then(() => route.continue()));
  await clerk.page.getByText('打印与导出').click();
  await clerk.page.getByRole('link', { name: '打印（PDF）' }).click();
  await clerk.sees(/上次用了 \d+ 秒/);
  expect(await clerk.page.getByRole('progressbar', { name: '收文登记簿' }).getAttribute('max')).toMatch(/^\d+$/);
  looked();
  await clerk.sees('已排好：收文登记簿');
});

test('a page of other posts says so', async () => {
  await clerk.open('/audit');
  await clerk.sees('这一页由其他岗位使用');
});

test('an endpoint is found by an office word, with its refusals in words and a line for the shell', async () => {
  await clerk.open('/api-reference');
  await clerk.fill(/按地址、名称/, '部门办结');
  await clerk.page.getByText('/api/incoming/parts/{partId}/closure').click();
  await clerk.sees('会签文件须先填写本部门意见，才能办结。');
  await clerk.sees(/curl -X POST '.*\/closure'/);
  await clerk.isWell();
});

test('a server that is away is said, and no more when it is back', async () => {
  await clerk.open('/');
  await clerk.page.route('**/api/live', (route) => route.abort());
  await clerk.page.reload();
  await clerk.sees('连不上服务器');
  await clerk.page.unroute('**/api/live');
  await clerk.page.getByText('连不上服务器').waitFor({ state: 'detached' });
});

test('what leaves the server until the inbox is seen stays under 250 KB', () => {
  expect(firstLoad('.build/web', ['SignIn', 'Home']) / 1024).toBeLessThan(250);
});

test('every file that is kept for a day without a network is there, and so are the pages for it', () => {
  const [, text = '{}'] = /(\{"build".*?\]\})/.exec(readFileSync('.build/web/sw.js', 'utf8')) ?? [];
  const { files } = JSON.parse(text) as { files: string[] };
  expect(files.filter((file) => !existsSync(`.build/web${file}`))).toEqual([]);
  for (const page of ['index-', 'Home-', 'SittingPage-', 'AttendancePage-']) expect(files.some((file) => file.startsWith(`/assets/${page}`)), page).toBe(true);
});

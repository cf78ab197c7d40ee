import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { openSample, password, type School } from './school.ts';

let school: School;
let browser: Browser;
let clerk: Desk;

beforeAll(async () => {
  [school, browser] = await Promise.all([openSample(), openBrowser()]);
  clerk = await deskOf(browser, school.url, 'office.clerk', 1366);
});
afterAll(async () => {
  await browser?.close();
  await school?.close();
});

const letter = ['江城市教育局文件', '', '江教办〔2026〕901号', '', '关于做好校园消防安全演练的通知', '', '各县区教育局、市直各学校：', '为提高师生安全意识，现就做好校园消防安全演练的有关事项通知如下。', '', '江城市教育局', '2026年1月20日'].join('\n');
const scan = { name: '来文.txt', mimeType: 'text/plain', buffer: Buffer.from(letter) };

const registered = () => clerk.page.getByRole('status').filter({ hasText: '已登记' });
const valueOf = (id: string) => clerk.page.locator(`#${id}`).inputValue();

test('a letter in by keyboard alone: the file is read, what differs is taken with one key, the next letter begins at once', async () => {
  await clerk.open('/incoming/new');
  const { page } = clerk;
  let keys = 0;
  const press = async (key: string) => ((keys += 1), await page.keyboard.press(key));
  const focused = () => page.evaluate(() => document.activeElement?.id);
  expect(await focused()).toBe('sender');
  await page.locator('#paper input[type=file][multiple]').waitFor({ state: 'attached' });
  const chooser = page.waitForEvent('filechooser');
  await press('Alt+u');
  await (await chooser).setFiles(scan);
  await page.locator('[data-read="taken"]').first().waitFor();
  expect([await valueOf('sender'), await valueOf('senderNumber'), await valueOf('title'), await valueOf('writtenOn')]).toEqual(['江城市教育局', '江教办〔2026〕901号', '关于做好校园消防安全演练的通知', '2026-01-20']);
  await press('Tab');
  expect(await focused()).toBe('senderNumber');
  await page.keyboard.type('错');
  keys += 1;
  await page.locator('[data-read="differs"]').waitFor();
  await press('F2');
  expect(await valueOf('senderNumber')).toBe('江教办〔2026〕901号');
  await press('Alt+c');
  await clerk.isWell();
  await press('Control+Enter');
  await registered().waitFor();
  expect(await focused()).toBe('sender');
  expect(await valueOf('title')).toBe('');
  expect(keys, 'keystrokes a letter').toBeLessThanOrEqual(8);
  await press('F1');
  await page.getByRole('dialog').getByText('本栏采用文件里的内容').waitFor();
  await clerk.isWell();
  await press('Escape');
});

test('the same sender and number is pointed out while it is typed, with the way to it', async () => {
  await clerk.open('/incoming/new');
  await clerk.page.locator('#sender').fill('江城市教育局');
  await clerk.page.locator('#senderNumber').fill('江教办(2026)901号');
  await clerk.sees('这个单位的这份来文已经登记过');
  expect(await clerk.page.getByRole('status').locator('a[href^="/records/"]').getAttribute('target')).toBe('_blank');
});

test('what was typed and uploaded is there after a reload, without network and when the session has ended', async () => {
  const { page } = clerk;
  await clerk.open('/incoming/new');
  await page.locator('#sender').fill('江城市卫生健康委员会');
  await page.locator('#senderNumber').fill('江卫函〔2026〕33号');
  await page.locator('#title').fill('关于开展春季传染病防控检查的函');
  await page.reload();
  await clerk.sees('已恢复上次没有提交的内容');
  expect(await valueOf('title')).toBe('关于开展春季传染病防控检查的函');

  await page.context().setOffline(true);
  const picker = page.locator('#paper input[type=file][multiple]');
  await picker.setInputFiles({ ...scan, name: '附件.txt' });
  await clerk.sees(/还没有传上：附件\.txt/);
  await page.context().setOffline(false);
  await page.getByRole('list', { name: '文件' }).getByText('附件.txt').waitFor();
  await page.reload();
  await page.getByRole('list', { name: '文件' }).getByText('附件.txt').waitFor();

  await page.context().clearCookies();
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('dialog');
  await again.getByLabel('密码').fill(password);
  await again.getByRole('button', { name: '登录' }).click();
  await again.waitFor({ state: 'hidden' });
  expect(await valueOf('title')).toBe('关于开展春季传染病防控检查的函');
  await page.keyboard.press('Control+Enter');
  await registered().getByText('关于开展春季传染病防控检查的函').waitFor();
});

test('秘密 and above: title and files leave the form, with the reason; only a stub with its keeper goes in', async () => {
  const { page } = clerk;
  await clerk.open('/incoming/new');
  await page.locator('#sender').fill('江城市国家保密局');
  await page.locator('#senderNumber').fill('江保〔2026〕9号');
  await page.locator('#title').fill('不得进入系统的标题');
  await page.locator('#secrecy').focus();
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await clerk.sees('涉密文件的标题和扫描件不进入本系统');
  expect([await page.locator('#title').count(), await page.locator('#paper').count()]).toEqual([0, 0]);
  await clerk.sees('请填写涉密原件由谁保管、放在哪里。');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('不得进入系统的标题');
  await page.locator('#paperPlace').fill('保密柜，李文静');
  await clerk.isWell();
  await page.keyboard.press('Control+Enter');
  const href = await registered().locator('a').first().getAttribute('href');
  await clerk.open(href!);
  await clerk.sees('存根（涉密）');
  expect(await page.getByText('不得进入系统的标题').count()).toBe(0);
});

test('the original goes from hand to hand by its label; everybody sees who has it', async () => {
  const answer = await clerk.page.request.post(`${school.url}/api/incoming`, { data: { sender: '江城市教育局', title: '关于交接原件的通知' } });
  const { paperCode } = (await answer.json()) as { paperCode: string };
  await clerk.open('/originals');
  await clerk.page.getByLabel('标签上的编码').fill(`http://school.example.test/q/${paperCode}`);
  await clerk.page.keyboard.press('Enter');
  await clerk.press('交出原件');
  await clerk.sees('已交出，待接收');
  const director = await deskOf(browser, school.url, 'office.director', 390);
  await director.open('/originals');
  await director.page.getByLabel('标签上的编码').fill(paperCode);
  await director.press('继续');
  await director.isWell();
  await director.fill('原件存放处', '主任室文件柜');
  await director.press('接收原件');
  await director.sees('陈国栋 · 主任室文件柜');
  await director.open('/originals');
  await director.sees('关于交接原件的通知');
  await director.isWell();
  await director.close();
});

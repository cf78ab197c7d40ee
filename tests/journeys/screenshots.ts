// Pictures of the product for the README: a sample school on a Wednesday morning, the same each time.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { openSchool } from './school.ts';

const moment = '2026-11-25T01:40:00.000Z';
const folder = join(import.meta.dirname, '../../docs/screenshots');
const title = '关于做好冬季校园消防安全检查工作的通知';

const page = `<body style="margin:0;padding:90px 80px;width:640px;font:22px/1.9 'Noto Sans SC';background:#fff">
<h1 style="color:#c00;text-align:center;font-size:44px;letter-spacing:8px;margin:0 0 40px">江城市教育局文件</h1><p style="text-align:center;margin:0">江教安〔2026〕88号</p><hr style="border:0;border-top:3px solid #c00">
<h2 style="text-align:center;font-size:30px">${title}</h2><p>各市直学校：</p><p style="text-indent:2em">为切实做好冬季校园消防安全工作，现就有关事项通知如下：</p><p style="text-indent:2em">一、各校于12月4日前完成宿舍、食堂、实验室和图书馆的消防检查，建立问题清单。</p><p style="text-indent:2em">二、开展一次全员疏散演练，做好记录。</p><p style="text-indent:2em">三、检查结果于12月7日前书面报我局安全科。</p><p style="text-align:right">江城市教育局<br>2026年11月24日</p></body>`;

const letterOf = async (browser: Browser) => {
  const sheet = await browser.newPage({ viewport: { width: 800, height: 1130 } });
  await sheet.setContent(page);
  const buffer = await sheet.screenshot();
  await sheet.close();
  return { name: '江教安〔2026〕88号.png', mimeType: 'image/png', buffer };
};

const take = async ({ page: seen }: Desk, name: string) => {
  await seen.mouse.move(0, 0);
  const picture = await sharp(await seen.screenshot()).png({ palette: true, colours: 128, effort: 10 }).toBuffer();
  writeFileSync(join(folder, `${name}.png`), picture);
  console.log(`docs/screenshots/${name}.png  ${Math.round(picture.length / 1024)} KB`);
};

/** The letter goes in at the desk, is checked and proposed; then everybody's page is taken. */
const main = async () => {
  spawnSync(process.execPath, ['bin/web.mjs'], { stdio: 'inherit' });
  mkdirSync(folder, { recursive: true });
  const [school, browser] = await Promise.all([openSchool(['--sample'], { moment }), openBrowser()]);
  try {
    const as = (username: string, width = 1366) => deskOf(browser, school.url, username, width, moment);
    const clerk = await as('office.clerk');
    await clerk.open('/incoming/new');
    await clerk.page.locator('#paper input[type=file][multiple]').setInputFiles(await letterOf(browser));
    await clerk.page.locator('[data-read]').first().waitFor({ timeout: 120_000 });
    await clerk.page.keyboard.press('Alt+c');
    await clerk.page.locator('#sender').fill('江城市教育局');
    await clerk.page.locator('#senderNumber').fill('江教安〔2026〕88号');
    await clerk.page.locator('#title').fill(title);
    await take(clerk, 'intake');
    await clerk.page.keyboard.press('Control+Enter');
    const href = (await clerk.page.getByRole('status').filter({ hasText: '已登记' }).locator('a').first().getAttribute('href'))!;
    const director = await as('office.director');
    await director.open('/');
    await take(director, 'inbox');
    await director.open(href);
    await director.press('通过初审');
    await director.press('拟办');
    await director.fill('拟办意见', '拟请安全保卫处主办，总务处协办，12月4日前完成检查。', director.window());
    for (const name of ['安全保卫处', '总务处']) await director.choose('增加部门', name, director.window());
    await director.choose(/请领导批示/, '周敏', director.window());
    await director.press('拟办', director.window());
    await director.window().waitFor({ state: 'hidden' });
    await take(director, 'record');
    for (const [name, path] of [['register', '/incoming'], ['board', '/clocks'], ['search', '/search?q=消防'], ['outgoing', '/outgoing']] as const) {
      await director.open(path);
      await take(director, name);
    }
    const leader = await as('leader', 390);
    await take(leader, 'phone-inbox');
    await leader.open(href);
    await leader.press('同意拟办意见。');
    await leader.page.locator('#mine').scrollIntoViewIfNeeded();
    await take(leader, 'phone-instruction');
  } finally {
    await browser.close();
    await school.close();
  }
};

await main();

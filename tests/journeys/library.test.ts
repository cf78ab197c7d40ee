import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { openSample, type School } from './school.ts';

let school: School;
let browser: Browser;

beforeAll(async () => {
  [school, browser] = await Promise.all([openSample(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await school?.close();
});

const text = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
/** A page of text with a link that would run in the reader's browser. */
const letter = async () => {
  const link = new ExternalHyperlink({ link: 'javascript:document.title=1', children: [new TextRun('点这里')] });
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ text: '春季运动会方案', heading: 'Heading1' }), new Paragraph({ children: [link] })] }] }));
  return { name: '运动会方案.docx', mimeType: 'application/octet-stream', buffer };
};
const newVersion = (desk: Desk, content: string) => desk.page.getByRole('region', { name: '版本记录' }).locator('input[type=file][multiple]').setInputFiles(text('值周安排.txt', content));
const versionsOf = (desk: Desk) => desk.page.getByRole('region', { name: '版本记录' });

test('a folder is shared, a file changed by two at once, compared, an old version restored, and the right taken back', async () => {
  const head = await deskOf(browser, school.url, 'department.head');
  await head.open('/library');
  await head.isWell();
  await head.page.getByRole('link', { name: '教务处', exact: true }).click();
  await head.page.getByRole('heading', { name: '教务处' }).waitFor();
  await head.press('新建文件夹');
  await head.fill('文件夹名称', '值周', head.window());
  await head.press('新建文件夹', head.window());
  await head.page.getByRole('link', { name: '值周' }).first().click();
  await head.page.getByRole('heading', { name: '值周' }).waitFor();
  const folder = new URL(head.page.url()).pathname;
  const upload = head.page.getByRole('region', { name: '上传文件' });
  await upload.locator('input[type=file]').first().setInputFiles([text('值周安排.txt', '第一周：一号楼\n第二周：二号楼\n第三周：操场'), text('值周要求.txt', '按时到岗。')]);
  await head.page.getByRole('link', { name: '值周安排.txt' }).first().waitFor();
  await upload.locator('input[type=file]').first().setInputFiles(text('值周要求.txt', '按时到岗，做好记录。'));
  await head.press('存为新版本');
  await head.page.getByRole('row', { name: /值周要求.txt.*第 2 版/ }).waitFor();
  await head.isWell();
  await upload.locator('input[type=file]').first().setInputFiles(await letter());
  await head.page.getByRole('link', { name: '运动会方案.docx' }).first().click();
  const pages = head.page.getByRole('region', { name: '运动会方案.docx' });
  await pages.getByText('春季运动会方案').waitFor();
  expect(await pages.locator('a', { hasText: '点这里' }).getAttribute('href')).toBeNull();
  await head.isWell();
  await head.open(folder);

  await head.page.getByRole('link', { name: '权限与共享' }).click();
  await head.fill('人员', '曹燕');
  await head.choose('人员', '曹燕');
  await head.page.getByRole('radio', { name: '可编辑' }).check();
  await head.press('开放');
  await head.page.getByRole('button', { name: '收回 曹燕 的权限' }).waitFor();
  await head.isWell();

  const guest = await deskOf(browser, school.url, 'caoyan', 390);
  await guest.open('/library');
  await guest.page.getByRole('link', { name: '值周', exact: true }).first().click();
  await guest.page.getByRole('heading', { name: '值周' }).waitFor();
  await guest.isWell();
  await guest.page.locator('.cards').getByRole('link', { name: '值周安排.txt' }).click();
  await guest.sees('第一周：一号楼');
  const file = new URL(guest.page.url()).pathname;
  await head.open(file);
  await head.fill('版本说明，如改了什么', '第二周改体育馆');
  await newVersion(head, '第一周：一号楼\n第二周：体育馆\n第三周：操场');
  await versionsOf(head).getByText('第 2 版').first().waitFor();
  await newVersion(guest, '第一周：一号楼\n第二周：二号楼\n第三周：食堂');
  await guest.sees('别人先存了新版本');
  await guest.page.getByText('对比我的文件与当前版本').click();
  await guest.page.locator('ins', { hasText: '食堂' }).waitFor();
  await guest.isWell();
  await guest.press('仍存为最新版');
  await versionsOf(guest).getByText('第 3 版').first().waitFor();

  await head.open(`${file.replace('/records/', '/library/')}/compare`);
  await head.page.locator('del', { hasText: '操场' }).waitFor();
  await head.isWell();
  await head.open(file);
  await head.press('恢复第 2 版');
  await head.sees('恢复自第 2 版');
  await head.press('签出编辑');
  await head.press('签出编辑', head.window());
  await head.press('签回');
  await head.isWell();

  await head.open(`${folder}/rights`);
  await head.press('收回 曹燕 的权限');
  await head.page.getByRole('button', { name: '收回 曹燕 的权限' }).waitFor({ state: 'detached' });
  await guest.page.goto(school.url + file);
  await guest.sees(/没有找到/);
}, 180_000);

test('several are moved to the trash and come back; files are found by their text, on a wide screen and on a phone', async () => {
  const clerk = await deskOf(browser, school.url, 'office.clerk');
  await clerk.open('/library');
  await clerk.page.getByRole('link', { name: '全校', exact: true }).click();
  await clerk.page.getByRole('link', { name: '规章制度' }).first().click();
  await clerk.page.getByRole('heading', { name: '规章制度' }).waitFor();
  for (const name of ['印章使用管理办法.docx', '教职工考勤管理办法.docx']) await clerk.page.getByRole('row').getByRole('checkbox', { name: `选择 ${name}` }).check();
  await clerk.sees('已选 2 项');
  await clerk.isWell();
  await clerk.press('移入回收站');
  await clerk.press('移入回收站', clerk.window());
  await clerk.sees('这个文件夹还是空的');
  await clerk.open('/library/trash');
  await clerk.isWell();
  await clerk.page.getByRole('row', { name: /考勤/ }).getByRole('button', { name: '还原' }).click();
  await clerk.page.getByRole('row', { name: /考勤/ }).waitFor({ state: 'detached' });
  const teacher = await deskOf(browser, school.url, 'caoyan', 390);
  await teacher.open('/library/search?q=综合办公室汇总');
  await teacher.page.locator('mark', { hasText: '综合办公室汇总' }).first().waitFor();
  await teacher.isWell();
  await teacher.open('/library/search?q=专人保管');
  await teacher.sees('没有找到');
  await clerk.open('/library/usage');
  await clerk.isWell();
  expect(await clerk.page.getByText('教务处').count()).toBeGreaterThan(0);
}, 120_000);

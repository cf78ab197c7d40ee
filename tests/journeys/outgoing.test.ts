import { expect, test } from 'vitest';
import type { Desk } from './desk.ts';
import { openStory } from './story.ts';

const { as } = openStory();

const hrefOf = (desk: Desk) => new URL(desk.page.url()).pathname.replace(/^\/outgoing\/([^/]+)\/edit$/, '/records/$1');

/** Typed at the page of drafts, saved, and sent for approval. */
const sent = async (desk: Desk, { title, body, to, route, countersign }: { title: string; body: string; to: string[]; route?: string; countersign?: string }) => {
  await desk.open('/outgoing/new');
  if (route) await desk.choose('类型', route);
  await desk.fill('标题', title);
  await desk.fill('发文事由', '按学期工作安排');
  for (const unit of to) {
    await desk.page.locator('#content').getByLabel('主送', { exact: true }).first().fill(unit);
    await desk.page.keyboard.press('Enter');
  }
  await desk.page.keyboard.press('Escape');
  if (countersign) await desk.choose('会签部门', countersign);
  await desk.page.locator('.draft-body').fill(body);
  await desk.press('保存');
  await desk.page.getByRole('heading', { name: '修改文稿' }).waitFor();
  await desk.press('保存并送审');
  await desk.page.waitForURL(/\/records\//);
  await desk.sees('审批中');
  return hrefOf(desk);
};

const approves = async (username: string, href: string, width = 1440) => {
  const desk = await as(username, width);
  await desk.open(href);
  await desk.press('同意');
  await desk.sees('已签署：同意');
  return desk;
};

/** Checked and numbered from the first series, printed, sealed. */
const prepared = async (href: string, copies: number) => {
  const clerk = await as('office.clerk');
  await clerk.open(href);
  await clerk.press('复核通过');
  await clerk.sees('已复核');
  await clerk.press('编号');
  await clerk.press('编号', clerk.window());
  await clerk.sees('已编号');
  await clerk.press('登记印数');
  await clerk.fill('印数', String(copies), clerk.window());
  await clerk.press('登记印数', clerk.window());
  await clerk.window().waitFor({ state: 'detached' });
  await clerk.press('用印');
  await clerk.press('用印', clerk.window());
  await clerk.sees('已用印');
  return clerk;
};

test('an ordinary notice from the draft to a department’s receipt', async () => {
  const staff = await as('staff');
  const href = await sent(staff, { title: '关于做好校园安全检查的通知', body: '一、时间\n本周五。\n二、要求\n各部门自查。', to: ['总务处'] });
  for (const username of ['department.head', 'office.director']) await approves(username, href);
  const clerk = await prepared(href, 3);
  await clerk.isWell();
  await clerk.press('印发');
  await clerk.press('德育处', clerk.window());
  await clerk.isWell();
  await clerk.press('印发', clerk.window());
  await clerk.sees('已印发');
  const head = await as('department.head.2', 390);
  await head.open('/');
  await head.page.getByRole('radio', { name: /待阅/ }).check();
  await head.page.getByRole('link', { name: '关于做好校园安全检查的通知' }).first().click();
  await head.press('签收');
  await head.sees('签收 孙丽');
  await head.isWell();
});

test('a policy is returned once, compared, countersigned, signed on a phone, sealed, printed, collected with a signature', async () => {
  const staff = await as('staff');
  const href = await sent(staff, { title: '关于印发《实验室管理办法》的通知', body: '一、使用登记\n使用人登记。\n二、安全要求\n断电离开。', to: ['江城市教育局'], route: '制度类', countersign: '总务处' });
  const head = await as('department.head');
  await head.open(href);
  await head.fill('意见', '请补充危险品管理。');
  await head.page.getByText('退回、加签、转签').click();
  await head.press('退回');
  await head.press('退回', head.window());
  await head.sees('退回');
  await staff.open(`${href.replace('/records/', '/outgoing/')}/edit`);
  await staff.page.locator('.draft-body').fill('一、使用登记\n使用人登记。\n二、安全要求\n断电离开。\n三、危险品管理\n双人双锁。');
  await staff.press('保存');
  await staff.sees('已保存，第 2 稿');
  await staff.isWell();
  await staff.open(`${href.replace('/records/', '/outgoing/')}/versions`);
  await staff.page.locator('ins', { hasText: '双人双锁。' }).waitFor();
  await staff.isWell();
  await staff.open(`${href.replace('/records/', '/outgoing/')}/edit`);
  await staff.press('保存并送审');
  await staff.page.waitForURL(/\/records\//);
  for (const username of ['department.head', 'department.head.2', 'office.director']) await approves(username, href);
  await (await approves('leader', href, 390)).isWell();
  const clerk = await prepared(href, 2);
  await clerk.press('印发');
  await clerk.press('印发', clerk.window());
  await clerk.sees('已印发');
  await clerk.press('登记领取');
  await clerk.fill('领取人', '周玲', clerk.window());
  const field = (await clerk.window().locator('.sign-field').boundingBox())!;
  await clerk.page.mouse.move(field.x + 30, field.y + 30);
  await clerk.page.mouse.down();
  await clerk.page.mouse.move(field.x + 120, field.y + 80, { steps: 8 });
  await clerk.page.mouse.up();
  await clerk.isWell();
  await clerk.press('登记领取', clerk.window());
  await clerk.page.getByRole('img', { name: '周玲 的签名' }).waitFor();
  await clerk.isWell();
});

test('a number is void with its reason, the document is numbered anew, and the report says so', async () => {
  const staff = await as('staff');
  const href = await sent(staff, { title: '关于调整作息时间的通知', body: '自下周一起调整作息时间。', to: ['教务处'] });
  for (const username of ['department.head', 'office.director']) await approves(username, href);
  const clerk = await as('office.clerk');
  await clerk.open(href);
  await clerk.press('复核通过');
  await clerk.press('编号');
  await clerk.press('编号', clerk.window());
  await clerk.sees('已编号');
  const voided = (await clerk.page.locator('#content .number.quiet').first().textContent())!;
  await clerk.page.getByText('更正与其他').click();
  await clerk.press('文号作废');
  await clerk.fill('原因', '字号选错了系列', clerk.window());
  await clerk.press('文号作废', clerk.window());
  await clerk.sees('已复核');
  await clerk.press('编号');
  await clerk.press('编号', clerk.window());
  await clerk.sees('已编号');
  expect(await clerk.page.locator('#content .number.quiet').first().textContent()).not.toBe(voided);
  await clerk.open('/outgoing/numbers');
  await clerk.page.getByText('只看预留、作废和缺号').click();
  const row = clerk.page.getByRole('row').filter({ hasText: voided });
  await row.filter({ hasText: '字号选错了系列' }).waitFor();
  await clerk.sees(/没有缺号/);
  await clerk.isWell();
});

test('two who write the same draft: both texts are shown, and nothing is lost', async () => {
  const [staff, clerk] = [await as('staff'), await as('office.clerk')];
  await staff.open('/outgoing/new');
  await staff.fill('标题', '关于开展读书活动的通知');
  await staff.fill('发文事由', '读书月');
  await staff.page.locator('.draft-body').fill('第一段。\n第二段。');
  await staff.press('保存');
  await staff.page.getByRole('heading', { name: '修改文稿' }).waitFor();
  const path = new URL(staff.page.url()).pathname;
  await clerk.open(path);
  await staff.page.locator('.draft-body').fill('第一段，我改了。\n第二段。');
  await clerk.page.locator('.draft-body').fill('第一段。\n第二段，办公室改了。');
  await clerk.press('保存');
  await clerk.sees('已保存，第 2 稿');
  await staff.sees('这件稿刚被别人改过');
  await staff.page.locator('ins', { hasText: '办公室改了' }).waitFor();
  await staff.page.locator('ins', { hasText: '我改了' }).waitFor();
  await staff.isWell();
  await staff.press('用别人的稿，我的留着');
  await staff.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.draft-body')?.value.includes('办公室改了'));
  await staff.page.getByText('我留着没用的一稿').click();
  await staff.press('取回这一稿');
  await staff.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.draft-body')?.value.includes('我改了'));
});

test('headings are set and counted by key, and what is pasted comes clean', async () => {
  const staff = await as('staff');
  await staff.open('/outgoing/new');
  const body = staff.page.locator('.draft-body');
  await body.fill('时间\n地点');
  await staff.page.keyboard.press('Control+Home');
  await staff.page.keyboard.press('Control+Alt+1');
  await staff.page.keyboard.press('Control+End');
  await staff.page.keyboard.press('Control+Alt+1');
  expect(await body.inputValue()).toBe('一、时间\n二、地点');
  await staff.page.keyboard.press('Control+z');
  expect(await body.inputValue()).toBe('一、时间\n地点');
  await body.evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '\r\n　　(一)操场,按班级集合');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await body.inputValue()).toContain('（一）操场，按班级集合');
});

test('a reply begins on the page of what it answers, and stands there; a slip of the pen is corrected with both texts in sight', async () => {
  const clerk = await as('office.clerk');
  await clerk.open('/incoming');
  await clerk.page.locator('.book a[href^="/records/"]').first().click();
  await clerk.page.getByRole('link', { name: '拟答复' }).click();
  await clerk.page.waitForURL(/\/outgoing\/new\?/);
  await clerk.fill('标题', '关于来文事项的复函');
  await clerk.fill('发文事由', '答复来文');
  await clerk.page.locator('.draft-body').fill('来函收悉。\n此复。');
  await clerk.press('保存');
  await clerk.page.getByRole('heading', { name: '修改文稿' }).waitFor();
  await clerk.open(hrefOf(clerk));
  await clerk.page.locator('#content p', { hasText: '答复来文' }).getByRole('link').click();
  await clerk.page.getByRole('region', { name: '答复这件来文的发文' }).getByRole('link', { name: '关于来文事项的复函' }).waitFor();
  await clerk.isWell();
  await clerk.open('/outgoing');
  await clerk.page.getByRole('link', { name: '关于教学楼屋面维修经费的请示' }).first().click();
  await clerk.page.getByText('更正与其他').click();
  await clerk.press('校正错字');
  const body = clerk.window().locator('.draft-body');
  await body.fill((await body.inputValue()).replace('拟对屋面', '拟对该屋面'));
  await clerk.window().locator('ins', { hasText: '该' }).waitFor();
  await clerk.isWell();
  await clerk.fill('原因', '漏字', clerk.window());
  await clerk.press('校正错字', clerk.window());
  await clerk.sees('文字校正：漏字');
});

test('the office changes a template, is told what may not stand in it, and takes an older one up; a draft begins from it on a phone', async () => {
  const clerk = await as('office.clerk');
  await clerk.open('/outgoing/templates');
  await clerk.isWell();
  await clerk.page.getByRole('link', { name: '转发通知' }).click();
  await clerk.fill('结束语', '{校长}');
  await clerk.sees(/花括号里只能写/);
  await clerk.fill('结束语', '特此通知。');
  await clerk.isWell();
  await clerk.press('保存为新版本');
  await clerk.fill('修改说明', '加上结束语', clerk.window());
  await clerk.press('保存为新版本', clerk.window());
  await clerk.page.locator('ins', { hasText: '特此通知。' }).waitFor();
  await clerk.press('恢复这一版：第 1 版');
  await clerk.sees('已把第 1 版放进编辑框，保存后成为新版本。');
  const staff = await as('staff', 390);
  await staff.open('/outgoing/new');
  await staff.choose('公文模板', '转发通知');
  await staff.press('套用模板');
  await staff.sees('转发通知（第 2 版）');
  await staff.isWell();
});

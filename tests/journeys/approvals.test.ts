import { test } from 'vitest';
import type { Desk } from './desk.ts';
import { openStory } from './story.ts';

const { as, by } = openStory();

/** Drafted and sent by a teacher, where the journey is about what comes after. */
const sent = async (title: string) => {
  const staff = await by('staff');
  const { id } = await staff('/outgoing', { kind: '通知', reason: '工作需要', content: { title, body: '各年级：\n一、时间\n二、要求', mainTo: ['各年级组'] } });
  await staff(`/outgoing/${id}/submission`, {});
  return id;
};

/** Somebody from a long list, by their name. */
const pick = async (desk: Desk, label: string, name: string) => {
  const field = desk.window().getByLabel(label).first();
  await field.click();
  await field.fill(name);
  await desk.page.locator('.ant-select-item-option').filter({ hasText: name, visible: true }).first().click();
  if (await field.evaluate((element) => element.closest('.ant-select-multiple') !== null)) await desk.page.keyboard.press('Escape');
};

/** Line of the inbox by its title, further down if need be. */
const lineOf = async ({ page }: Desk, title: string) => {
  await page.getByRole('searchbox', { name: '标题或编号' }).fill(title);
  await page.keyboard.press('Enter');
  return page.locator('.todo').filter({ hasText: title });
};

test('returned with a reason, sent again, approved on phones; what was said stays in the picture', async () => {
  const title = '关于审批往返的通知';
  const id = await sent(title);
  const head = await as('department.head');
  await head.open('/');
  await (await lineOf(head, title)).getByRole('link').click();
  await head.page.waitForURL(/#approval$/);
  await head.page.getByText('退回、加签、转签').click();
  await head.press('退回');
  await head.isWell();
  await head.fill('意见', '请补充考试时间。', head.window());
  await head.press('退回', head.window());
  await head.sees('已签署：退回');
  await head.sees(/等拟稿人 赵晓峰 修改后重新送签/);
  await head.isWell();

  const staff = await as('staff', 390);
  await staff.open(`/records/${id}`);
  await staff.sees('已退回给你修改。改好后重新送签，从第一步签起。');
  await staff.sees('请补充考试时间。');
  await staff.isWell();
  await (await by('staff'))(`/outgoing/${id}/submission`, {});

  const phone = await as('department.head', 390);
  await phone.open(`/records/${id}`);
  await phone.isWell();
  await phone.press('去签署');
  await phone.sees('第 2 轮');
  await phone.press('同意。');
  await phone.press('同意并附意见');
  await phone.sees('已签署：同意');

  const director = await as('office.director', 390);
  await director.open(`/records/${id}#approval`);
  await director.sees('同意后审批即通过。');
  await director.press('同意');
  await director.sees('已通过');
  for (const said of ['请补充考试时间。', '同意。', '第 1 轮', '第 2 轮']) await director.sees(said);
  await director.sees(/用时 .*（办公时间）/);
  await director.open(`/records/${id}`);
  await director.isWell();
});

test('two sign one step: whoever is slower is told, and keeps what they wrote', async () => {
  const id = await sent('关于同时签署的通知');
  const [desk, phone] = [await as('department.head'), await as('department.head', 390)];
  await desk.open(`/records/${id}`);
  await phone.open(`/records/${id}`);
  await phone.fill('意见', '手机上写的意见');
  await desk.press('同意');
  await desk.sees('已签署：同意');
  await phone.sees('刘志远已于此前签署：同意。你写的没有提交：');
  await phone.sees('手机上写的意见');
  await phone.isWell();
});

test('a signer asks somebody first, who hands on; the drafter urges and recalls', async () => {
  const id = await sent('关于加签转签的通知');
  const head = await as('department.head');
  await head.open(`/records/${id}`);
  await head.page.getByText('退回、加签、转签').click();
  await head.press('先请他人签');
  await pick(head, '人员', '郑海涛');
  await head.fill('请他人看什么', '请看经费', head.window());
  await head.isWell();
  await head.press('先请他人签', head.window());
  await head.sees('还没有轮到你签署。');
  const asked = await as('leader.2', 390);
  await asked.open(`/records/${id}`);
  await asked.sees('刘志远 请你看：请看经费');
  await asked.page.getByText('退回、加签、转签').click();
  await asked.press('转签');
  await pick(asked, '转给', '王建华');
  await asked.fill('理由', '经费由校长定', asked.window());
  await asked.isWell();
  await asked.press('转签', asked.window());
  await asked.sees('已签署：转签');
  await asked.sees('经费由校长定');
  const staff = await as('staff');
  await staff.open(`/records/${id}`);
  await staff.page.getByRole('button', { name: /^催签/ }).first().click();
  await staff.sees(/催过/);
  await staff.press('撤回');
  await staff.fill('理由', '标题有误', staff.window());
  await staff.press('撤回', staff.window());
  await staff.sees('已撤回');
  await staff.isWell();
});

test('a route is changed by keyboard, tried, published with its reason, compared, taken up again; then approved together from the inbox', async () => {
  const id = await sent('关于窄屏与深色的通知');
  for (const [width, colorScheme] of [[1440, 'light'], [390, 'dark'], [320, 'light']] as const) {
    for (const [username, path] of [['office.director', '/approvals/routes'], ['department.head', `/records/${id}`]] as const) {
      const desk = await as(username, width);
      await desk.page.emulateMedia({ colorScheme });
      await desk.open(path);
      await desk.isWell();
      await desk.page.emulateMedia({ colorScheme: 'light' });
    }
  }
  const director = await as('office.director');
  await director.open('/settings');
  await director.page.getByRole('link', { name: '审批流程' }).click();
  const { page } = director;
  await page.getByRole('radio', { name: '发文' }).check();
  const change = page.getByRole('button', { name: '修改：部门负责人核稿' });
  await change.focus();
  await page.keyboard.press('Enter');
  await page.getByText('不需要逐件审阅，可在待办中批量同意').first().click();
  await director.press('添加步骤');
  await director.fill('名称', '教学副校长阅', page.getByRole('listitem', { name: '新步骤' }));
  await director.press('添加条件');
  await director.choose('取值', '制度类');
  await director.isWell();
  const up = page.getByRole('button', { name: '上移：教学副校长阅' });
  await up.focus();
  await page.keyboard.press('Enter');
  await page.reload();
  await director.sees('已恢复上次没有发布的草稿。');
  await director.choose('拟稿人', '赵晓峰');
  await director.choose('类型', '制度类');
  await director.press('看由谁签');
  await director.sees('可以发布。');
  await director.isWell();
  await director.press('发布新版本');
  await director.fill('修改原因', '一般通知不必逐件审阅', director.window());
  await director.sees('增加步骤');
  await director.isWell();
  await director.press('发布新版本', director.window());
  await director.sees('现行：第 2 版');
  await director.sees('一般通知不必逐件审阅');
  await director.press('恢复为草稿：系统自带');
  await director.sees('删除步骤');
  await director.press('放弃修改');
  await director.press('放弃修改', director.window());
  await director.sees('与现行流程相同，还没有修改。');

  const titles = ['关于批量同意第一件的通知', '关于批量同意第二件的通知'];
  for (const title of titles) await sent(title);
  const phone = await as('department.head', 390);
  await phone.open('/');
  await phone.page.locator('summary', { hasText: '筛选' }).click();
  await lineOf(phone, '关于批量同意');
  for (const title of titles) await phone.page.getByRole('checkbox', { name: `请审批 ${title}` }).check();
  await phone.isWell();
  await phone.press('批量同意 2');
  await phone.window().getByText(titles[1]!).waitFor();
  await phone.press('批量同意 2', phone.window());
  await phone.sees('已同意 2 项');
});

test('a route that leaves a signer to the drafter: sending asks for one', async () => {
  const director = await as('office.director');
  await director.open('/approvals/routes');
  await director.page.getByRole('radio', { name: '发文' }).check();
  await director.press('添加步骤');
  const step = director.page.getByRole('listitem', { name: '新步骤' });
  await director.choose('由谁签', '送签时由拟稿人选定', step);
  await director.fill('名称', '专家审阅', step);
  await director.press('发布新版本');
  await director.fill('修改原因', '请专家把关', director.window());
  await director.press('发布新版本', director.window());
  await director.sees('请专家把关');
  const staff = await by('staff');
  const { id } = await staff('/outgoing', { kind: '通知', reason: '工作需要', content: { title: '关于请专家审阅的通知', body: '各年级：\n一、时间', mainTo: ['各年级组'] } });
  const drafter = await as('staff', 390);
  await drafter.open(`/records/${id}`);
  await drafter.press('送审');
  await pick(drafter, '专家审阅（一人同意即可）', '郑海涛');
  await drafter.isWell();
  await drafter.press('选定由谁签', drafter.window());
  await drafter.sees('审批中');
  await drafter.sees('专家审阅');
  await drafter.page.locator('.way').getByText('郑海涛').waitFor();
});

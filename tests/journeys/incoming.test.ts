import { test } from 'vitest';
import { openStory } from './story.ts';

const { as, by } = openStory();

/** Registered through the API, where the journey is about what comes after. */
const registered = async (body: object) => (await (await by('office.clerk'))('/incoming', { sender: '江城市教育局', ...body })).id;

test('intake → done with two departments: registered by keyboard, instructed on a phone, countersigned, closed', async () => {
  const clerk = await as('office.clerk');
  await clerk.open('/incoming/new');
  await clerk.isWell();
  const { keyboard } = clerk.page;
  await clerk.page.locator('#sender').focus();
  await keyboard.type('江城市教育局');
  await clerk.page.locator('#senderNumber').focus();
  await keyboard.type('江教办〔2026〕900号');
  await clerk.page.locator('#title').focus();
  await keyboard.type('关于开展校园消防安全演练的通知');
  await keyboard.press('Control+Enter');
  await clerk.page.getByRole('status').getByText('已登记').waitFor();
  const href = await clerk.page.getByRole('status').locator('a[href^="/records/"]').getAttribute('href');

  const director = await as('office.director');
  await director.open(href!);
  await director.press('通过初审');
  await director.press('拟办');
  await director.fill('拟办意见', '拟请教务处主办、总务处协办。', director.window());
  for (const name of ['教务处', '总务处']) await director.choose('增加部门', name, director.window());
  await director.choose(/请领导批示/, '周敏', director.window());
  await director.press('拟办', director.window());
  await director.sees('待批示');

  const leader = await as('leader', 390);
  await leader.open(href!);
  await leader.press('同意拟办意见。');
  await leader.isWell();
  await leader.press('提交批示');
  await leader.press('提交批示', leader.window());
  await leader.sees('同意拟办意见。');

  await clerk.open(href!);
  await clerk.press('分办');
  await clerk.window().getByText('会签').first().waitFor();
  await clerk.press('分办', clerk.window());
  await clerk.sees('承办中');

  for (const username of ['department.head', 'department.head.2']) {
    const head = await as(username);
    await head.open(href!);
    await head.press('签收');
    await head.press('填写意见');
    await head.fill('承办意见', '照办。', head.window());
    await head.press('填写意见', head.window());
    await head.press('办结本部门事项');
    await head.fill('结果说明', '已完成演练。', head.window());
    await head.press('办结本部门事项', head.window());
    await head.sees('已完成演练。');
  }
  await clerk.open(href!);
  await clerk.sees('已办结');
  await clerk.isWell();
});

test('the first check sends a letter back with its reason', async () => {
  const id = await registered({ title: '关于误送文件的通知' });
  const director = await as('office.director');
  await director.open(`/records/${id}`);
  await director.press('退文');
  await director.fill('退文原因', '主送单位不是我校', director.window());
  await director.press('退文', director.window());
  await director.sees('已退文');
  await director.sees('主送单位不是我校');
});

test('a damaged page is asked for; the document waits and goes on when the page is here (IN-2)', async () => {
  const id = await registered({ title: '关于破损文件的通知' });
  const clerk = await as('office.clerk');
  await clerk.open(`/records/${id}`);
  await clerk.press('要求补页');
  await clerk.fill('说明', '第2页撕破', clerk.window());
  await clerk.fill('邮箱或电话', 'office@bureau.example.test', clerk.window());
  await clerk.press('要求补页', clerk.window());
  await clerk.sees('第2页撕破');
  const director = await as('office.director');
  await director.open(`/records/${id}`);
  await director.sees('正在等来文单位补页，到齐后再办。');
  await clerk.press('补页已到');
  await clerk.fill('结果说明', '快递补来', clerk.window());
  await clerk.press('补页已到', clerk.window());
  await clerk.sees('快递补来');
  await director.open(`/records/${id}`);
  await director.press('通过初审');
  await director.sees('待拟办');
});

test('a 阅件 goes round; a reader notes something on a phone', async () => {
  const id = await registered({ title: '关于表彰先进的通报', handling: 'reading' });
  const director = await as('office.director');
  await director.open(`/records/${id}`);
  await director.press('通过初审');
  const clerk = await as('office.clerk');
  await clerk.open(`/records/${id}`);
  await clerk.press('传阅');
  await clerk.choose('人员', '王建华', clerk.window());
  await clerk.press('传阅', clerk.window());
  await clerk.sees('传阅中');
  const principal = await as('principal', 390);
  await principal.open('/');
  await principal.isWell();
  await principal.open(`/records/${id}`);
  await principal.fill(/阅文意见/, '请各部门学习');
  await principal.press('阅毕');
  await principal.sees('请各部门学习');
  await clerk.open(`/records/${id}`);
  await clerk.sees('已办结');
});

test('a leader on leave: the deputy instructs, and both names are shown', async () => {
  const leader = await as('leader');
  await leader.open('/account');
  await leader.isWell();
  await leader.press('登记离岗');
  await leader.choose('代办人', '郑海涛', leader.window());
  const hourAgo = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  await leader.day('开始', hourAgo, leader.window());
  await leader.press('保存', leader.window());
  await leader.window().waitFor({ state: 'hidden' });
  await leader.page.getByText(/周敏\s*→\s*郑海涛|郑海涛/).first().waitFor();
  const id = await registered({ title: '关于请示事项的函' });
  const director = await as('office.director');
  await director.open(`/records/${id}`);
  await director.press('通过初审');
  await director.press('拟办');
  await director.fill('拟办意见', '请周校长批示。', director.window());
  await director.choose(/请领导批示/, '周敏', director.window());
  await director.press('拟办', director.window());
  await director.sees('待批示');
  const deputy = await as('leader.2');
  await deputy.open(`/records/${id}`);
  await deputy.fill(/批示意见/, '同意。');
  await deputy.press('提交批示');
  await deputy.press('提交批示', deputy.window());
  await deputy.sees(/郑海涛\s*代\s*周敏/);
});

test('an urgent letter has two hours, and is on the board of clocks', async () => {
  const id = await registered({ title: '关于紧急停课的通知', urgency: 2 });
  const clerk = await as('office.clerk');
  await clerk.open(`/records/${id}`);
  await clerk.sees('特急');
  await clerk.sees(/还剩 (1 小时 \d+ 分|2 小时)/);
  await clerk.open('/clocks');
  // What broke already stands before what is going to.
  const more = clerk.page.getByRole('button', { name: '更多' });
  const title = clerk.page.getByText('关于紧急停课的通知');
  while ((await title.count()) === 0 && (await more.count()) > 0) {
    const before = await clerk.page.locator('.clock-list > li').count();
    await more.click();
    await clerk.page.waitForFunction((least) => document.querySelectorAll('.clock-list > li').length > least, before);
  }
  await clerk.sees('关于紧急停课的通知');
  await clerk.isWell();
});

test('every window of a record is well, at both widths, in the light and in the dark', async () => {
  const id = await registered({ title: '关于窗口检查的通知' });
  for (const [width, colorScheme] of [[1440, 'light'], [390, 'dark']] as const) {
    const director = await as('office.director', width);
    await director.page.emulateMedia({ colorScheme });
    await director.open(`/records/${id}`);
    await director.isWell();
    if (width === 1440) await director.press('通过初审');
    // What is below moves up when that is done.
    await director.page.getByRole('button', { name: '通过初审' }).waitFor({ state: 'detached' });
    await director.page.getByText('更正与其他').click();
    for (const name of ['拟办', '传阅', '要求补页', '答复来文单位', '提请上会', '更正登记', '改变办理方式', '改按涉密登记', '作废', '报告原件遗失', '更正原件所在']) {
      await director.press(name);
      await director.window().waitFor();
      await director.isWell();
      await director.press('取消', director.window());
      await director.window().waitFor({ state: 'hidden' });
    }
    await director.page.emulateMedia({ colorScheme: 'light' });
  }
});

import { expect, test } from 'vitest';
import { openStory } from './story.ts';

const { as, by, read } = openStory();

type Act = Awaited<ReturnType<typeof by>>;
type Found = { people: { id: string; name: string }[] };
const personId = async (name: string) => ((await read('office.clerk', `/directory?q=${encodeURIComponent(name)}`)) as Found).people.find((one) => one.name === name)!.id;

/** A meeting that begins in some minutes, at short notice, with three topics; minuted by the clerk. */
const called = async (clerk: Act) => {
  const [head, principal] = [await by('department.head'), await by('principal')];
  const [headId, principalId, clerkId] = [await personId('刘志远'), await personId('王建华'), ((await read('office.clerk', '/session')) as { id: string }).id];
  const items = [];
  for (const title of ['期末考试安排', '校园开放日方案', '图书馆延时开放']) items.push({ topicId: (await head('/topics', { title, reason: '请研究', minutes: 20 })).id, minutes: 20, presenterId: headId });
  const startsAt = new Date(Math.ceil((Date.now() + 10 * 60_000) / 60_000) * 60_000).toISOString();
  const { id } = await clerk('/meetings', { kind: 'leaders', title: '临时校长办公会', startsAt, minutes: 60, place: '第一会议室', chairId: principalId, minuteTakerId: clerkId, attends: [], urgentWhy: '工作需要', items });
  await clerk(`/meetings/${id}/approval`, {});
  const { approvals: [trail] } = (await read('principal', `/approvals/records/${id}`)) as { approvals: { stages: { signers: { id: string }[] }[] }[] };
  await principal(`/approvals/signers/${trail!.stages[0]!.signers[0]!.id}/decision`, { decision: 'approved', opinion: '同意' });
  await expect.poll(async () => ((await read('office.clerk', `/meetings/${id}`)) as { state: string }).state).toBe('approved');
  await clerk(`/meetings/${id}/notice`, {});
  return id;
};

test('people sign in with a phone; the minute-taker writes without a network for a moment, and nothing is lost (MTG-5, MTG-6, MTG-7)', { timeout: 120_000 }, async () => {
  const id = await called(await by('office.clerk'));
  const desk = await as('office.clerk');
  await desk.open(`/meetings/${id}/sign-in-card`);
  await desk.page.getByRole('img', { name: '签到二维码' }).waitFor();
  const code = (await desk.page.locator('.sign-code').textContent())!;

  const phone = await as('department.head', 390);
  await phone.open(`/meetings/${id}/attendance?code=${code}`);
  await phone.isWell();
  await phone.press('签到');
  await phone.sees('已签到');
  await desk.sees('应到 3 人，实到 1 人');

  await desk.open(`/meetings/${id}/sitting`);
  await desk.press('开始会议');
  await desk.press('开始议第一个');
  await desk.page.getByRole('timer').waitFor();
  await desk.isWell();
  await phone.open(`/meetings/${id}/sitting`);
  await phone.sees('1. 期末考试安排');

  // The second topic runs out of time: one key puts it off and goes on, even while somebody types.
  await desk.page.keyboard.press('F9');
  await desk.page.getByRole('heading', { name: '2. 校园开放日方案' }).waitFor();
  await desk.page.getByRole('textbox', { name: '要点' }).focus();
  await desk.page.keyboard.press('F8');
  await desk.page.getByRole('heading', { name: '3. 图书馆延时开放' }).waitFor();
  await desk.sees('已保存');

  await desk.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await desk.page.context().setOffline(true);
  await desk.page.getByLabel('重点').check();
  await desk.page.getByRole('textbox', { name: '要点' }).fill('先在高三试行');
  await desk.page.keyboard.press('Control+Enter');
  await desk.sees('1 条待送出');
  for (const [text, owner] of [['图书馆延时开放到晚上九点', '刘志远'], ['安排值班老师', '赵晓峰']]) {
    await desk.press('记决议');
    await desk.fill('决议事项', text!, desk.window());
    await desk.choose('责任人', owner!, desk.window());
    await desk.day('时限', '2099-12-01', desk.window());
    await desk.press('记决议', desk.window());
    await desk.page.getByText(text!).first().waitFor();
  }
  await desk.sees('3 条待送出');

  // What waits is corrected or dropped before it is sent, and a reload without a network finds all of it.
  await desk.press('改 先在高三试行');
  await desk.fill('要点', '先在高三试行一个月', desk.window());
  await desk.press('改', desk.window());
  await desk.press('改 安排值班老师');
  await desk.fill('决议事项', '安排值班老师和保安', desk.window());
  await desk.press('改', desk.window());
  // Where the window was opened is where the keyboard goes back to.
  await desk.window().waitFor({ state: 'detached' });
  await desk.page.getByRole('textbox', { name: '要点' }).fill('写错了的一条');
  await desk.page.getByRole('textbox', { name: '要点' }).press('Control+Enter');
  await desk.press('删除', desk.page.locator('li', { hasText: '写错了的一条' }));
  await desk.press('删除', desk.window());
  await desk.page.getByText('写错了的一条').waitFor({ state: 'detached' });
  await desk.page.reload();
  await desk.page.getByRole('heading', { name: '临时校长办公会' }).waitFor();
  await desk.sees('3 条待送出');
  await desk.sees('先在高三试行一个月');
  await desk.page.getByRole('textbox', { name: '要点' }).fill('断网重开后写的');
  await desk.page.keyboard.press('Control+Enter');
  await desk.sees('4 条待送出');
  expect(await phone.page.getByText('先在高三试行').count()).toBe(0);
  await desk.page.context().setOffline(false);
  await desk.sees('已保存');
  await phone.sees('先在高三试行一个月');
  await phone.sees('断网重开后写的');
  await phone.sees('图书馆延时开放到晚上九点');
  expect(await phone.page.getByRole('button', { name: '记下' }).count()).toBe(0);
  await phone.isWell();

  await desk.page.keyboard.press('F9');
  await desk.sees('没有正在议的议题');
  await desk.press('结束会议');
  await desk.press('结束会议', desk.window());
  await phone.sees('已结束');
  const meeting = (await read('office.clerk', `/meetings/${id}`)) as { endedAt: string; items: { state: string }[]; points: { text: string; key: boolean }[]; resolutions: { text: string; owner: { name: string } }[] };
  expect(meeting.items.map(({ state }) => state)).toEqual(['dealt', 'deferred', 'dealt']);
  expect(meeting.points).toMatchObject([{ text: '先在高三试行一个月', key: true }, { text: '断网重开后写的', key: false }]);
  expect(meeting.resolutions.map(({ text, owner }) => [text, owner.name])).toEqual([['图书馆延时开放到晚上九点', '刘志远'], ['安排值班老师和保安', '赵晓峰']]);

  await desk.open(`/records/${id}`);
  await desk.press('上传扫描件');
  await desk.window().locator('input[type=file][multiple]').setInputFiles({ name: '红头本第1页.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
  await desk.window().getByText('红头本第1页.png').waitFor();
  await desk.press('上传扫描件', desk.window());
  await desk.page.getByRole('button', { name: '红头本第1页.png' }).waitFor();
});

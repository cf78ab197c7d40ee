import { expect, test } from 'vitest';
import type { Desk } from './desk.ts';
import { openStory } from './story.ts';

const { as, by, read } = openStory();

const day = 86_400_000;

interface Found {
  rooms: { name: string; whyNot: string[]; late: boolean }[];
}

/** At two in the afternoon of the first day, from eight days on, on which the small room is free. */
const freeDay = async () => {
  for (let days = 8; days < 40; days += 1) {
    const on = new Date(Date.now() + days * day).toISOString().slice(0, 10);
    const { rooms } = (await read('office.clerk', `/free-rooms?from=${on}T06:00:00.000Z&to=${on}T07:00:00.000Z&people=4`)) as unknown as Found;
    const room = rooms.find(({ name }) => name === '年级会议室')!;
    if (room.whyNot.every((code) => code === 'rooms.too_late' || code === 'rooms.calendar_missing')) return { on, late: room.late };
  }
  throw new Error('no day is free');
};

const planned = async (desk: Desk, title: string) => {
  const { on, late } = await freeDay();
  await desk.open('/meetings/new');
  await desk.fill('名称', title);
  await desk.day('开会时间', `${on} 14:00`);
  await desk.choose('主持人', '王建华');
  await desk.page.getByLabel('订会议室').check();
  await desk.choose('列入议题', '关于增设自习教室的议题');
  await desk.press('选这间 年级会议室');
  if (late) {
    await desk.fill(/会议室没有按规定提前/, '会议时间由上级确定');
    await desk.fill(/紧急召开的原因/, '工作需要');
  }
  await desk.isWell();
  await desk.press('保存');
  await desk.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  return new URL(desk.page.url()).pathname.split('/').at(-1)!;
};

/** Approved and called: what other stories tell in full. */
const called = async (meetingId: string) => {
  const clerk = await by('office.clerk');
  await clerk(`/meetings/${meetingId}/approval`, {});
  const { approvals } = (await read('principal', `/approvals/records/${meetingId}`)) as { approvals: { stages: { signers: { id: string }[] }[] }[] };
  await (await by('principal'))(`/approvals/signers/${approvals[0]!.stages[0]!.signers[0]!.id}/decision`, { decision: 'approved', opinion: '同意' });
  await expect.poll(async () => (await read('office.clerk', `/meetings/${meetingId}`))['state'], { timeout: 15_000 }).toBe('approved');
  await clerk(`/meetings/${meetingId}/notice`, {});
};

test('a meeting has its room, its equipment ticked off on a phone, and a material that is handed in, given out and read (MTG-3, MTG-4)', { timeout: 180_000 }, async () => {
  const clerk = await as('office.clerk');
  const meetingId = await planned(clerk, '自习教室专题会');
  await clerk.sees('教学楼二层年级会议室');
  await clerk.page.getByRole('region', { name: '会议通知' }).getByText('已订', { exact: true }).waitFor();
  await clerk.page.getByRole('region', { name: '设备清单' }).getByText(/座椅 5 把/).waitFor();
  await called(meetingId);

  const technician = await as('technician', 390);
  await technician.open('/meetings/preparations');
  await technician.page.getByRole('link', { name: '自习教室专题会' }).click();
  await technician.press('就绪 座椅');
  await technician.sees('已检查 1 项，共 8 项');
  await technician.press('有问题 投影仪');
  await technician.fill('什么问题', '灯泡不亮', technician.window());
  await technician.press('有问题', technician.window());
  await technician.sees('灯泡不亮');
  await technician.isWell();
  await clerk.open('/');
  await clerk.sees('会场设备有问题，请处理');

  await clerk.open(`/records/${meetingId}`);
  await clerk.press('通知准备材料');
  await clerk.choose('所属议题', '关于增设自习教室的议题', clerk.window());
  await clerk.fill('材料名称', '自习教室使用情况', clerk.window());
  await clerk.isWell();
  await clerk.press('通知准备材料', clerk.window());
  await clerk.sees('自习教室使用情况');
  const staff = await as('staff', 390);
  await staff.open('/');
  await staff.page.getByRole('link', { name: /自习教室使用情况/ }).first().click();
  await staff.press('提交材料');
  await staff.window().locator('input[type=file][multiple]').setInputFiles({ name: '使用情况.txt', mimeType: 'text/plain', buffer: Buffer.from('周一至周五晚间座位已满。') });
  await staff.window().getByText('使用情况.txt').waitFor();
  await staff.press('提交材料', staff.window());
  await staff.sees('已交，未分发');

  await clerk.open(`/records/${meetingId}`);
  await clerk.press('分发材料');
  await clerk.press('分发材料', clerk.window());
  await clerk.sees('已阅 0 人，共 3 人');
  const principal = await as('principal', 390);
  await principal.open(`/records/${meetingId}`);
  await principal.page.getByRole('link', { name: '自习教室使用情况' }).click();
  await principal.press('已阅');
  await principal.page.getByText('本人已阅').waitFor();
  await principal.isWell();
  await clerk.page.getByRole('link', { name: '自习教室使用情况' }).click();
  await clerk.page.getByRole('region', { name: '阅读回执' }).getByText('已阅 1 人，共 3 人').waitFor();

  await clerk.open(`/meetings/${meetingId}/seating`);
  await clerk.press('下移 王建华');
  await clerk.press('保存');
  await clerk.press('恢复按位次');
  await clerk.page.getByRole('button', { name: '恢复按位次' }).waitFor({ state: 'detached' });
  await clerk.isWell();
});

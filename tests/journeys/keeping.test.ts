import { writeXlsx } from 'hucre';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Desk } from './desk.ts';
import { openStory } from './story.ts';

const { as, by, read } = openStory();

interface Line {
  id: string;
  number: string;
}

/** An original that nobody has asked for. */
const anItem = async () => {
  const { items } = (await read('office.clerk', '/archive/items?most=60')) as { items: Line[] };
  const { loans } = (await read('archivist', '/archive/loans?show=all&most=100')) as { loans: { itemId: string }[] };
  return items.find(({ id }) => !loans.some(({ itemId }) => itemId === id))!;
};

const agrees = async (desk: Desk, recordId: string) => {
  await desk.open(`/records/${recordId}#approval`);
  await desk.press('同意');
  await desk.sees('已签署：同意');
};

const inAWeek = (weeks: number) => new Date(Date.now() + 8 * 3_600_000 + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

test('old paper comes in by a table, in its boxes, and its scans by their names (ARC-1)', async () => {
  const desk = await as('archivist');
  const heads = ['档号', '责任者', '题名', '页数', '盒号'];
  const rows = [['0001-WS·2001-Y-BGS-0001', '校长办公室', '校庆四十周年纪念册', '60', '1'], ['0001-WS·2001-Y-BGS-0002', '校长办公室', '校庆捐赠名录', '12', '1'], ['0001-WS·2001-Y-BGS-0003', '', '没有责任者', '2', '']];
  const table = Buffer.from(await writeXlsx({ sheets: [{ name: '旧档案目录', rows: [heads, ...rows] }] }));
  await desk.open('/archive/transfer');
  const papers = desk.page.getByRole('region', { name: '导入旧档案目录' });
  await papers.getByLabel('上传填好的表').setInputFiles({ name: '2001年.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: table });
  await desk.sees('共 3 行：2 行可以导入，1 行有问题。');
  await desk.press('导入', papers);
  await desk.press('导入', desk.window());
  await desk.sees(/已导入 2 件/);
  const scan = await sharp({ create: { width: 400, height: 560, channels: 3, background: '#fdfdf5' } }).jpeg().toBuffer();
  await papers.locator('input[type=file][multiple]').setInputFiles([{ name: '0001-WS-2001-Y-BGS-0001.jpg', mimeType: 'image/jpeg', buffer: scan }, { name: '0001-WS-2001-Y-BGS-0009.jpg', mimeType: 'image/jpeg', buffer: scan }]);
  await desk.sees('这次补上 1 个');
  await desk.sees('没有收下 1 个');
  await desk.open('/archive/boxes');
  await desk.page.getByRole('spinbutton', { name: '年度' }).fill('2001');
  await desk.page.keyboard.press('Tab');
  await desk.page.getByRole('link', { name: '第 1 盒' }).first().click();
  await desk.sees('校庆捐赠名录');
});

test('an original is asked for, approved, handed out, renewed and comes back damaged; another reads it with their name on every page (ARC-1)', async () => {
  const item = await anItem();
  const [reader, archivist] = [await as('office.clerk'), await as('archivist')];
  await reader.open(`/archive/items/${item.id}`);
  await reader.press('申请借阅');
  await reader.window().getByText('外借').click();
  await reader.fill('事由', '编写校史', reader.window());
  await reader.press('申请借阅', reader.window());
  await reader.sees('审批中');
  const { loans: [loan] } = (await read('archivist', `/archive/loans?show=all&itemId=${item.id}`)) as { loans: { id: string; borrower: { name: string } }[] };
  await agrees(archivist, loan!.id);
  await agrees(await as('office.director', 390), loan!.id);

  await archivist.open(`/records/${loan!.id}`);
  await archivist.press('借出');
  await archivist.press('借出', archivist.window());
  await archivist.page.getByRole('button', { name: '归还', exact: true }).waitFor();
  await reader.open(`/records/${loan!.id}`);
  await reader.press('续借');
  await reader.day('续借到', inAWeek(4), reader.window());
  await reader.fill('事由', '还没有编完', reader.window());
  await reader.press('续借', reader.window());
  await reader.sees('待批复');
  await archivist.press('批复续借');
  await archivist.press('批复续借', archivist.window());
  await archivist.sees('续借');
  await archivist.press('归还');
  await archivist.window().getByText('有损坏').click();
  await archivist.fill('损坏情况', '末页有水渍', archivist.window());
  await archivist.press('归还', archivist.window());
  await archivist.sees('末页有水渍');
  await archivist.sees('已归还');

  const { id: scanned } = (await read('office.clerk', '/archive/numbers/0001-WS%C2%B72001-Y-BGS-0001')) as { id: string };
  const { id: reading } = await (await by('office.clerk'))(`/archive/items/${scanned}/loans`, { how: 'read', why: '查考', until: inAWeek(1) });
  await agrees(archivist, reading);
  await reader.open(`/records/${reading}`);
  const href = await reader.page.getByRole('region', { name: '阅览' }).getByRole('link', { name: '打开阅览' }).first().getAttribute('href');
  const answer = await reader.page.request.get(new URL(href!, reader.page.url()).href);
  expect(answer.status()).toBe(200);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.body())), { mergePages: false });
  for (const page of text) expect(page.replace(/\s/g, '')).toContain(loan!.borrower.name);
  expect((await archivist.page.request.get(new URL(href!, reader.page.url()).href)).status()).toBe(422);
});

/** Somebody from a long list, by their name. */
const pick = async (desk: Desk, label: string, name: string) => {
  const field = desk.window().getByLabel(label).first();
  await field.click();
  await field.fill(name);
  await desk.page.locator('.ant-select-item-option').filter({ hasText: name, visible: true }).first().click();
};

test('what was kept long enough is listed, approved by two, and destroyed before two who neither approved it nor keep the archive (ARC-1)', async () => {
  const archivist = await as('archivist');
  await archivist.open('/archive/destruction');
  const ticks = archivist.page.locator('.books').getByRole('checkbox');
  const number = (await archivist.page.locator('.books tbody tr').first().locator('.number').first().textContent())!;
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await archivist.press('编制销毁清册');
  await archivist.fill('鉴定意见', '保管期满，已无查考价值', archivist.window());
  await archivist.press('编制销毁清册', archivist.window());
  await archivist.page.getByRole('link', { name: /^\d{4}-001$/ }).first().waitFor();
  const { lists: [list] } = (await read('archivist', '/archive/destructions')) as { lists: Line[] };
  await agrees(await as('office.director', 390), list!.id);
  await agrees(await as('principal', 390), list!.id);

  await archivist.open(`/records/${list!.id}`);
  await archivist.press('执行销毁');
  await pick(archivist, '监销人 1', '赵晓峰');
  await pick(archivist, '监销人 2', '刘志远');
  await archivist.fill(new RegExp(`请输入清册编号`), list!.number, archivist.window());
  await archivist.isWell();
  await archivist.press('执行销毁', archivist.window());
  await archivist.sees('已办结');
  await archivist.sees('赵晓峰、刘志远');
  await archivist.open(`/archive/numbers/${number}`);
  await archivist.sees(new RegExp(`按销毁清册 ${list!.number} 销毁`));
});


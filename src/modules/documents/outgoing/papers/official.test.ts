import { describe, expect, test } from 'vitest';
import { dayWritten, officialData, titleLines } from './official.ts';

const school = { name: '江城市实验学校', office: '党政办公室', principal: '王建华' };
const facts = { layout: 'file' as const, number: '江实校发〔2026〕12号', signedBy: null, signedAt: '2026-11-22T17:30:00.000Z', urgency: 1, issueDay: null, printedAt: null, sealedAt: null };
const content = { title: '关于期中考试的通知', body: '一、时间\n　　按安排执行', bodyFile: null, attachments: [], mainTo: ['各年级组', '各处室'], copyTo: [], note: '' };
const data = (more: object = {}, look: object = {}, name = school.name) => officialData({ ...facts, ...more }, { ...school, name }, { content: { ...content, ...look }, sealWidth: 0, isDraft: false });

test.each([
  '关于做好二〇二六年秋季学期期中考试命题制卷监考阅卷及质量分析工作的通知',
  '江城市实验学校关于印发《教职工考勤与请假管理办法（2026年修订）》的通知',
  '江城市实验学校关于报送2026年上半年义务教育阶段学生体质健康监测数据及分析材料的报告',
  '关于2026年度第3届校园科技节活动安排暨2027年学科竞赛选拔工作的补充通知',
])('%s stands in lines of a slope or a diamond, and no number is parted from its word', (title) => {
  const lines = titleLines(title);
  const long = lines.map((line) => line.length);
  expect(lines.join('')).toBe(title);
  expect(Math.max(...long)).toBeLessThanOrEqual(19);
  expect(new Set(long).size, lines.join('/')).toBeGreaterThan(1);
  for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[\d《（〔第]$/);
  for (const line of lines.slice(1)) expect(line).not.toMatch(/^[年月日号届的、，》）]/);
});

test.each([['关于期中考试的通知', 1], ['字'.repeat(60), 4]])('%s has so many lines', (title, count) => expect(titleLines(title)).toHaveLength(count));

test.each([['2026-01-05', '2026年1月5日'], ['2026-11-23', '2026年11月23日']])('%s is written %s', (day, written) => expect(dayWritten(day)).toBe(written));

describe('what the layout is filled with', () => {
  test('the day of signing is that of the office', () => expect(data().date).toBe('2026年11月23日'));
  test('an order has the running number alone', () => expect(data({ layout: 'order' })).toMatchObject({ number: '第12号', issuerLines: ['江城市实验学校令'], mainTo: '', signer: '王建华' }));
  test('a long name stands in two lines, a short one in one as large as may be', () => {
    expect(data({}, {}, '江城市经济技术开发区第一实验外国语学校')).toMatchObject({ issuerLines: expect.arrayContaining([expect.stringMatching(/文件$/)]), issuerSize: expect.any(Number) });
    expect(data({}, {}, '江城市经济技术开发区第一实验外国语学校').issuerLines).toHaveLength(2);
    expect(data()).toMatchObject({ issuerLines: ['江城市实验学校文件'], issuerSize: 48 });
  });
  test('cells with tabs between them are a table of even rows', () => expect(data({}, { body: '如下：\n年级\t时间\n七\n八\t上午\t一楼' }).body).toEqual([{ level: 0, text: '如下：' }, { rows: [['年级', '时间']], widths: [5, 5] }, { level: 0, text: '七' }, { rows: [['八', '上午', '一楼']], widths: [5, 5, 5] }]));
  test('recipients that leave no room for the text go to the foot', () => {
    const mainTo = Array.from({ length: 40 }, (_, i) => `第${i + 1}教学研究指导组`);
    expect(data({}, { mainTo })).toMatchObject({ mainTo: '', mainToBelow: mainTo.join('，') });
    expect(data()).toMatchObject({ mainTo: '各年级组，各处室', mainToBelow: '' });
  });
  test('the day of the press does not change after the seal', () => {
    expect(data({ sealedAt: '2026-11-23T02:00:00.000Z' }).printDate).toBe('2026年11月23日');
    expect(data({ sealedAt: '2026-11-23T02:00:00.000Z', printedAt: '2026-11-25T02:00:00.000Z' }).printDate).toBe('2026年11月23日');
  });
});

test('the copy number stands on the paper; who was at the meeting only on the 纪要, and only what was filled in', () => {
  const meeting = { copyNumber: '000001', attending: '王建华、周敏', absent: '', observing: '陈国栋' };
  expect(data({}, meeting)).toMatchObject({ copyNumber: '000001', present: [] });
  expect(data({ layout: 'minutes' }, meeting)).toMatchObject({ present: [{ label: '出席', names: '王建华、周敏' }, { label: '列席', names: '陈国栋' }] });
  expect(data({ layout: 'minutes' })).toMatchObject({ copyNumber: '', present: [] });
});

test('the brackets of a note are those of the layout, once', () =>
  expect(['（联系人：张三）', '联系人：张三', '(联系人：张三)'].map((note) => officialData({ number: '', layout: 'file', signedBy: null, signedAt: null, urgency: 0, issueDay: null, printedAt: null, sealedAt: null }, { name: '某校', office: '办公室', principal: '' }, { content: { ...content, note }, sealWidth: 0, isDraft: false }).note)).toEqual(['联系人：张三', '联系人：张三', '联系人：张三']));

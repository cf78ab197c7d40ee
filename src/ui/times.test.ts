import { expect, test } from 'vitest';
import { dayWord, leftUntil } from './times.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** Half past midnight by the office's clock, still yesterday by the world's. */
const now = Date.parse('2026-11-24T16:30:00.000Z');

test.each([
  ['2026-11-25', '今天', 'today'],
  ['2026-11-24', '昨天', 'yesterday'],
  ['2026-11-26', '明天', 'tomorrow'],
  ['2026-11-20', '11月20日', '20 Nov'],
  ['2025-12-31', '2025年12月31日', '31 Dec 2025'],
  ['2027-01-01', '2027年1月1日', '1 Jan 2027'],
])('%s is %s', (day, chinese, english) => {
  expect(dayWord(day, now, 'zh', zh.labels)).toBe(chinese);
  expect(dayWord(day, now, 'en', en.labels)).toBe(english);
});

test.each([
  ['2026-11-24T19:50:00.000Z', '还剩 3 小时 20 分', '3 h 20 min left', 'quiet'],
  ['2026-11-24T19:29:00.000Z', '还剩 2 小时 59 分', '2 h 59 min left', 'soon'],
  ['2026-11-24T16:30:00.000Z', '还剩 0 分', '0 min left', 'soon'],
  ['2026-11-24T16:29:00.000Z', '已超 1 分', 'late by 1 min', 'late'],
  ['2026-11-26T18:30:00.000Z', '还剩 2 天 2 小时', '2 days 2 h left', 'quiet'],
  ['2026-11-14T10:30:00.000Z', '已超 10 天', 'late by 10 days', 'late'],
])('due %s: %s', (dueAt, chinese, english, tone) => {
  expect(leftUntil(dueAt, now, zh.labels)).toMatchObject({ words: chinese, tone });
  expect(leftUntil(dueAt, now, en.labels).words).toBe(english);
});

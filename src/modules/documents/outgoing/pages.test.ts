import { expect, test } from 'vitest';
import { cleaned, renumbered, withLevel } from '#ui/structure.ts';
import { differencesOf } from '#ui/differences.ts';
import { longest, strokeTo } from './web/strokes.ts';

test('headings count on in each level, and begin anew under the one above', () =>
  expect(renumbered('一、时间\n三、地点\n（二）楼上\n（五）楼下\n3.一层\n（7）东\n八、要求\n（一）守时')).toBe('一、时间\n二、地点\n（一）楼上\n（二）楼下\n1.一层\n（1）东\n三、要求\n（一）守时'));

test('the eleventh and the twenty-first heading', () => {
  const many = renumbered(Array.from({ length: 21 }, (_, i) => `一、第${i}件`).join('\n')).split('\n');
  expect([many[9], many[10], many[19], many[20]]).toEqual(['十、第9件', '十一、第10件', '二十、第19件', '二十一、第20件']);
});

test('a level is set for the lines that were chosen, and the rest counts on', () => {
  const body = '一、时间\n地点\n二、要求';
  expect(withLevel(body, { start: 6, end: 6 }, 1)).toEqual({ text: '一、时间\n二、地点\n三、要求', caret: 9 });
  expect(withLevel('一、时间\n二、要求', { start: 0, end: 9 }, 0).text).toBe('时间\n要求');
  expect(withLevel('甲\n乙', { start: 0, end: 3 }, 4).text).toBe('（1）甲\n（2）乙');
});

test.each([
  ['　　各年级：\r\n\r\n\r\n　　一、 时间', '各年级：\n\n一、时间'],
  ['(一)总体要求', '（一）总体要求'],
  ['1、报名', '1.报名'],
  ['1．\t报名', '1.报名'],
  ['（ 2 ）材料', '（2）材料'],
  ['2.5万元', '2.5万元'],
  ['各部门,请于11月30日前报送,过期不候', '各部门，请于11月30日前报送,过期不候'.replace('送,', '送，')],
  ['落实"双减"要求(含课后服务)', '落实“双减”要求（含课后服务）'],
  ['学校 工作', '学校工作'],
  ['Word 2016 文件', 'Word 2016 文件'],
  ['​\u200b空', '空'],
])('pasted %j is cleaned', (pasted, clean) => expect(cleaned(pasted)).toBe(clean));

const shown = (before: string, after: string) => differencesOf(before, after).map(({ how, pieces }) => `${how}: ${pieces.map(({ text, how: piece }) => (piece === 'added' ? `[+${text}]` : piece === 'removed' ? `[-${text}]` : text)).join('')}`);

test.each([
  ['一、时间\n二、要求', '一、时间\n二、有关要求', ['same: 一、时间', 'changed: 二、[+有关]要求']],
  ['甲', '甲\n乙', ['same: 甲', 'added: [+乙]']],
  ['甲\n乙', '乙', ['removed: [-甲]', 'same: 乙']],
  ['全体教师参加', '学生另行通知', ['removed: [-全体教师参加]', 'added: [+学生另行通知]']],
  ['同', '同', ['same: 同']],
])('%j → %j', (before, after, lines) => expect(shown(before, after)).toEqual(lines));

test('a dot, a line, and a second stroke', () => {
  const dot = strokeTo('', { x: 10.4, y: 20 }, true);
  expect(dot).toBe('M10 20 L10 20');
  const line = strokeTo(dot, { x: 40, y: 25 });
  expect(line).toBe('M10 20 L10 20 L40 25');
  expect(strokeTo(line, { x: 100, y: 0 }, true)).toBe('M10 20 L10 20 L40 25 M100 0 L100 0');
});

test('a hand at rest adds nothing, and what leaves the field stays at its edge', () => {
  expect(strokeTo('M10 20 L10 20', { x: 11, y: 20 })).toBe('M10 20 L10 20');
  expect(strokeTo('M10 20 L10 20', { x: 999, y: -5 })).toBe('M10 20 L10 20 L300 0');
});

test('it ends before it is longer than may be sent', () => {
  const scribbled = Array.from({ length: 9000 }).reduce<string>((path, _, i) => strokeTo(path, { x: (i * 37) % 300, y: (i * 53) % 120 }), 'M0 0 L0 0');
  expect(scribbled.length).toBeLessThan(20_000);
  expect(scribbled.length).toBeGreaterThan(longest);
});

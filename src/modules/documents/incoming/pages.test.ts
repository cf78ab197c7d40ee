import { expect, test } from 'vitest';
import { dueChoices, sentencesOf, withDepartment, withPhrase } from './web/instruction.ts';

const names = ['教务处', '总务处'];

test('departments and phrases that are tapped make a sentence', () => {
  const two = withDepartment(withDepartment('', '教务处', names), '总务处', names);
  expect(two).toBe('请教务处、总务处');
  expect(withPhrase(two, '请抓紧落实，结果报我。', names)).toBe('请教务处、总务处抓紧落实，结果报我。');
  expect(withPhrase('已阅。', '请抓紧落实，结果报我。', names)).toBe('已阅。请抓紧落实，结果报我。');
});

test('an instruction falls into its sentences', () => {
  expect(sentencesOf('同意。请教务处周五前报方案；总务处配合。')).toEqual(['同意。', '请教务处周五前报方案；', '总务处配合。']);
});

test('the times offered for a task are ahead, each once', () => {
  const wednesday = dueChoices('2026-11-25T02:00:00.000Z');
  expect(wednesday.map(([name, at]) => `${name} ${at}`)).toEqual(['today 2026-11-25T09:30:00.000Z', 'tomorrow 2026-11-26T09:30:00.000Z', 'friday 2026-11-27T09:30:00.000Z', 'nextFriday 2026-12-04T09:30:00.000Z']);
  const fridayEvening = dueChoices('2026-11-27T10:00:00.000Z');
  expect(fridayEvening.map(([name]) => name)).toEqual(['tomorrow', 'nextFriday']);
});

import { expect, test } from 'vitest';
import { asRead, filled } from './filled.ts';
import { isOver, whyNotTryAgain } from './rules.ts';

test.each([
  ['no such box', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 0, true],
  ['taken for spam', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 0, true],
  ['a full box', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, 47, false],
  ['a box that is full for two days', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, 48, true],
  ['an address that is none', { code: 'EENVELOPE', command: 'API' }, 48, true],
  ['our password', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 900, false],
  ['our sender', { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }, 900, false],
  ['closed for maintenance', { code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 900, false],
  ['nobody answers', { code: 'ESOCKET', command: 'CONN' }, 900, false],
  ['a file that cannot be read', {}, 900, false],
])('%s', (_, refusal, hours, over) => expect(isOver(refusal, hours)).toBe(over));

test.each([
  ['a failed mail', { state: 'failed', toAddress: 'a@b.example.test' }, []],
  ['a sent one', { state: 'sent', toAddress: 'a@b.example.test' }, ['notifications.already_sent']],
  ['one to nobody', { state: 'no_address', toAddress: '' }, ['notifications.no_address']],
])('trying again %s', (_, mail, why) => expect(whyNotTryAgain(mail)).toEqual(why));

test.each([
  ['{a} and {b}', { a: '1', b: '{a}' }, '1 and {a}'],
  ['late{due?, was due {due}}', { due: '17:30' }, 'late, was due 17:30'],
  ['late{due?, was due {due}}', {}, 'late'],
  ['late{due?, was due {due}}', { due: '{title}', title: 'x' }, 'late, was due {title}'],
])('%s with %o', (sentence, params, text) => expect(filled(sentence, params as Record<string, string>)).toBe(text));

test.each([
  ['到 {until}', { until: '2026-12-05' }, '到 12月5日', '到 5 Dec'],
  ['{due?应于 {due} 前}', { due: '2026-11-29 17:30' }, '应于 11月29日 17:30 前', '应于 29 Nov 17:30 前'],
  ['到 {until}', { until: '2027-01-04' }, '到 2027年1月4日', '到 4 Jan 2027'],
  ['{when}开会', { when: '2026-11-25 14:00' }, '11月25日（周三）14:00开会', 'Wed 25 Nov 14:00开会'],
  ['{when}', { when: '2027-01-03 09:30' }, '2027年1月3日（周日）09:30', 'Sun 3 Jan 2027 09:30'],
  ['{when}', { when: '明天' }, '明天', '明天'],
  ['{title}', { title: '2026-11-29' }, '2026-11-29', '2026-11-29'],
  ['{from}', { from: '2026-11-29起' }, '2026-11-29起', '2026-11-29起'],
])('%s with %o is read as %s, in English %s', (sentence, params, zh, en) =>
  expect((['zh', 'en'] as const).map((language) => asRead(sentence, params as Record<string, string>, { language, today: '2026-11-25' }))).toEqual([zh, en]));

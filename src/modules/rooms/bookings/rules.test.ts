import { expect, test } from 'vitest';
import { isOpen, missing, overlaps, type RoomFacts, whyNotBook, whyNotCancel, whyNotChange, whyNotRelease } from './rules.ts';

const open = { from: '08:00', to: '18:00' };
const room: RoomFacts = { seats: 20, hours: [open, open, open, open, open, null, null], fixtures: [{ equipmentId: 'projector', count: 1 }], outOfUse: false, mayBook: true, taken: false, blackedOut: false };
const wanted = { from: '2026-11-25T02:00:00.000Z', to: '2026-11-25T03:00:00.000Z', people: 12, equipment: [] };
const moment = { now: '2026-11-23T01:00:00.000Z', wall: { oneDay: true, weekday: 3, from: '10:00', to: '11:00', why: 'weekday' }, earliest: '2026-11-24T01:00:00.000Z', stock: [] };

test.each([
  ['a Wednesday morning, asked for on Monday', {}, {}, {}, []],
  ['one more than there are seats', { people: 21 }, {}, {}, ['rooms.too_small']],
  ['every seat taken', { people: 20 }, {}, {}, []],
  ['before the doors open', {}, {}, { wall: { ...moment.wall, from: '07:59' } }, ['rooms.closed_then']],
  ['until the doors close', {}, {}, { wall: { ...moment.wall, to: '18:00' } }, []],
  ['asked for too late, without a reason', {}, {}, { earliest: '2026-11-25T02:00:00.001Z' }, ['rooms.too_late']],
  ['in the last moment that is in time', {}, {}, { earliest: wanted.from }, []],
  ['asked for too late, with a reason', { exception: '临时检查' }, {}, { earliest: '2026-11-26T02:00:00.000Z' }, []],
  ['in a year without a calendar', {}, {}, { earliest: null }, ['rooms.calendar_missing']],
  ['taken, and of another department', {}, { taken: true, mayBook: false }, {}, ['rooms.not_for_you', 'rooms.taken']],
  ['during exams', {}, { blackedOut: true }, {}, ['rooms.blacked_out']],
  ['two projectors where one stands', { equipment: [{ equipmentId: 'projector', count: 2 }] }, {}, {}, ['rooms.equipment_missing']],
  ['two projectors, one of them carried there', { equipment: [{ equipmentId: 'projector', count: 2 }] }, {}, { stock: [{ equipmentId: 'projector', count: 1 }] }, []],
] as const)('%s', (_, wish, facts, then, reasons) => expect(whyNotBook({ ...wanted, ...wish }, { ...room, ...facts }, { ...moment, ...then })).toEqual(reasons));

test.each([
  ['a plain Wednesday', 3, 'weekday', true],
  ['a Saturday', 6, 'weekend', false],
  ['a make-up Saturday is as a Monday', 6, 'makeup', true],
  ['a holiday on a Wednesday', 3, 'holiday', false],
  ['the school’s own day off', 3, 'closed', false],
] as const)('open on %s: %s %s', (_, weekday, why, is) => expect(isOpen({ ...moment.wall, weekday, why }, room.hours)).toBe(is));

test('what touches does not overlap', () => {
  expect(overlaps({ from: '10', to: '11' }, { from: '11', to: '12' })).toBe(false);
  expect(overlaps({ from: '10', to: '11' }, { from: '10', to: '12' })).toBe(true);
  expect(missing({ equipment: [{ equipmentId: 'microphone', count: 1 }] }, room, moment)).toEqual([{ equipmentId: 'microphone', count: 1 }]);
});

const standing = { state: 'booked', from: wanted.from, to: wanted.to };
const me = { mine: true, manages: false, now: moment.now };
test.each([
  ['changed by its organiser', whyNotChange(standing, me), []],
  ['changed by the office', whyNotChange(standing, { ...me, mine: false, manages: true }), ['rooms.not_yours']],
  ['changed after it began', whyNotChange(standing, { ...me, now: wanted.from }), ['rooms.has_begun']],
  ['cancelled by the office without a word', whyNotCancel(standing, { ...me, mine: false, manages: true }, ''), ['rooms.reason_missing']],
  ['cancelled twice', whyNotCancel({ ...standing, state: 'cancelled' }, me, ''), ['rooms.given_up_already']],
  ['given back before it began', whyNotRelease(standing, me), ['rooms.not_begun']],
  ['given back in the middle', whyNotRelease(standing, { ...me, now: '2026-11-25T02:30:00.000Z' }), []],
  ['given back when it is over', whyNotRelease(standing, { ...me, now: wanted.to }), ['rooms.is_over']],
])('%s', (_, found, reasons) => expect(found).toEqual(reasons));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPosition, whyNotAddNote, whyNotAddReader, whyNotCirculate, whyNotMarkRead, whyNotRecall } from './circulation/rules.ts';
import { isHandled, whyNotAnswerSender, whyNotFinish, whyNotMarkMajor, whyNotReopen } from './closing/rules.ts';
import { needsCountersign, whyNotAddLeader, whyNotAmend, whyNotDispatch, whyNotFinishTask, whyNotInstruct, whyNotPropose, whyNotSetTask, whyNotWithdrawTask } from './handling/rules.ts';
import { squashed, whyNotConvert, whyNotCorrect, whyNotRegister, whyNotVoid } from './intake/rules.ts';
import { whyNotKeep, whyNotOffer, whyNotReportLost, whyNotTake } from './originals/rules.ts';
import { whyNotAssign, whyNotClosePart, whyNotMakeLead, whyNotReport, whyNotReturnPart, whyNotSign, whyNotWithdrawPart } from './parts/rules.ts';
import { apportioned } from './register/rules.ts';
import { whyNotAskForPages, whyNotChangeWaiting, whyNotSettlePages } from './replacements/rules.ts';
import { mergedSender, whyNotChangeSender, whyNotMergeSender, wordOf } from './senders/rules.ts';
import { howToUrge, whyNotLogCall, whyNotUrge } from './urging/rules.ts';

const now = '2026-11-23T02:00:00.000Z';
const letter = { title: '关于安全检查的通知', secrecy: 0, receivedAt: now, writtenOn: '2026-11-20', respondBy: null, remark: '', paperPlace: '', files: [] };

test.each([
  ['an ordinary letter', letter, []],
  ['no title', { ...letter, title: '' }, ['incoming.no_title']],
  ['received tomorrow', { ...letter, receivedAt: '2026-11-24T02:00:00.000Z' }, ['incoming.received_in_future']],
  ['a stub with a remark', { ...letter, title: '', remark: '关于某事', secrecy: 1, paperPlace: '机要柜' }, ['incoming.stub_has_no_text']],
  ['dated after the day it came', { ...letter, writtenOn: '2026-11-24' }, ['incoming.written_after_received']],
  ['dated tomorrow', { ...letter, writtenOn: '2026-11-24' }, ['incoming.written_after_received']],
  ['asked for yesterday', { ...letter, respondBy: '2026-11-22T02:00:00.000Z' }, ['incoming.respond_by_past']],
  ['a stub', { ...letter, title: '', secrecy: 2, paperPlace: '机要柜' }, []],
  ['a stub that says something', { ...letter, secrecy: 2, files: [{}] }, ['incoming.stub_has_no_text', 'incoming.stub_has_no_files', 'incoming.stub_needs_a_place']],
])('registering %s', (_, facts, reasons) => expect(whyNotRegister(facts, now, '2026-11-23')).toEqual(reasons));

const entry = { state: 'accepted' as const, secrecy: 0 };
test.each([
  ['a title', entry, { title: '新标题' }, []],
  ['nothing left of the title', entry, { title: '' }, ['incoming.no_title']],
  ['the title of a stub', { ...entry, secrecy: 1 }, { title: '某事' }, ['incoming.stub_has_no_text']],
  ['a document that ended', { ...entry, state: 'done' as const }, {}, ['incoming.already_ended']],
  ['the remark of a stub', { ...entry, secrecy: 1 }, { remark: '某事' }, ['incoming.stub_has_no_text']],
  ['received tomorrow', entry, { receivedAt: '2026-11-24T02:00:00.000Z' }, ['incoming.received_in_future']],
  ['an answer date in the past', entry, { respondBy: '2026-11-01T00:00:00.000Z' }, ['incoming.respond_by_past']],
  ['as a 阅件', { state: 'accepted' as const, secrecy: 0, handling: 'action', held: 0 }, { handling: 'reading' }, []],
  ['as a 阅件, when a department has it', { state: 'dispatched' as const, secrecy: 0, handling: 'action', held: 1 }, { handling: 'reading' }, ['incoming.handling_has_begun']],
  ['a stub as a 阅件', { state: 'stub' as const, secrecy: 1, handling: 'action' }, { handling: 'reading' }, ['incoming.stub_stays_on_paper']],
])('correcting %s', (_, document, wanted, reasons) => expect(whyNotCorrect(document, wanted, now)).toEqual(reasons));

const action = { state: 'accepted' as const, handling: 'action', waitsForPages: false };
const lead = { departmentId: 'a', role: 'lead' as const };
const assist = { departmentId: 'b', role: 'assist' as const };
test.each([
  ['a lead and one who assists', action, { departments: [lead, assist], leaders: ['x'] }, []],
  ['no department yet', action, { departments: [], leaders: [] }, []],
  ['a 阅件', { ...action, handling: 'reading' }, undefined, ['incoming.not_for_proposal']],
  ['when it is done', { ...action, state: 'done' as const }, undefined, ['incoming.already_ended']],
  ['while pages are waited for', { ...action, waitsForPages: true }, undefined, ['incoming.waits_for_pages']],
  ['two leads', action, { departments: [lead, { ...assist, role: 'lead' as const }], leaders: [] }, ['incoming.two_leads']],
  ['no lead', action, { departments: [assist], leaders: [] }, ['incoming.no_lead']],
  ['a department twice', action, { departments: [lead, { ...lead, role: 'assist' as const }], leaders: [] }, ['incoming.department_twice']],
  ['a leader twice', action, { departments: [], leaders: ['x', 'x'] }, ['incoming.leader_twice']],
  ['a department of nowhere', action, { departments: [{ departmentId: 'z', role: 'lead' as const }], leaders: [] }, ['incoming.department_unknown']],
  ['a teacher as a leader', action, { departments: [], leaders: ['t'] }, ['incoming.not_a_leader']],
])('拟办: %s', (_, document, wanted, reasons) => expect(whyNotPropose(document, wanted, { leaders: ['x'], departments: ['a', 'b'] })).toEqual(reasons));

const me = { id: 'me', deputyFor: [{ id: 'boss' }], departments: ['a'] };
const asked = { leaderId: 'me', askedAt: now, givenAt: null };
test.each([
  ['my turn', asked, 'proposed' as const, []],
  ['for my boss who is away', { ...asked, leaderId: 'boss' }, 'proposed' as const, []],
  ['of another', { ...asked, leaderId: 'other' }, 'proposed' as const, ['incoming.not_your_instruction']],
  ['before my turn', { ...asked, askedAt: null }, 'proposed' as const, ['incoming.not_your_turn']],
  ['a second time', { ...asked, givenAt: now }, 'proposed' as const, ['incoming.already_instructed']],
  ['after the end', asked, 'done' as const, ['incoming.already_ended']],
])('批示: %s', (_, instruction, state, reasons) => expect(whyNotInstruct(instruction, state, me)).toEqual(reasons));

test('a task needs time, a living document, and its own person', () => {
  expect(whyNotSetTask('dispatched', { dueAt: now }, now)).toEqual(['incoming.task_in_the_past']);
  expect(whyNotSetTask('stub', undefined, now)).toEqual(['incoming.stub_stays_on_paper']);
  expect(whyNotFinishTask({ personId: 'other', doneAt: null, withdrawnAt: null }, me)).toEqual(['incoming.not_your_task']);
  expect(whyNotFinishTask({ personId: 'boss', doneAt: now, withdrawnAt: null }, me)).toEqual(['incoming.task_already_done']);
});

const instructed = { ...action, state: 'instructed' as const };
test.each([
  ['as it should be', instructed, [], [lead, assist], []],
  ['too early', action, [], [lead], ['incoming.not_for_dispatch']],
  ['when it is done', { ...action, state: 'done' as const }, [], [lead], ['incoming.already_ended']],
  ['another lead', instructed, [lead], [{ departmentId: 'b', role: 'lead' as const }], ['incoming.two_leads']],
  ['nobody leads', instructed, [], [assist], ['incoming.no_lead']],
  ['it has it already', instructed, [lead], [{ ...lead, role: 'assist' as const }], ['incoming.department_has_it']],
  ['nobody there to sign', instructed, [], [{ departmentId: 'c', role: 'lead' as const }], ['incoming.department_has_no_head']],
  ['a department of nowhere', instructed, [], [{ departmentId: 'z', role: 'lead' as const }], ['incoming.department_unknown']],
])('分办: %s', (_, document, running, wanted, reasons) => expect(whyNotDispatch(document, running, wanted, { known: ['a', 'b', 'c'], headed: ['a', 'b'] })).toEqual(reasons));

test('two departments carry the 会签 mark (IN-4)', () => expect([[1], [1, 2]].map(needsCountersign)).toEqual([false, true]));

const part = { departmentId: 'a', signedAt: now, opinion: '同意', closedAt: null, returnedAt: null, assigned: ['me', 'helper'] };
test.each([
  ['signing again', whyNotSign(part, me), ['incoming.already_signed']],
  ['signing for another', whyNotSign({ ...part, departmentId: 'b', signedAt: null }, me), ['incoming.not_your_department']],
  ['assigning before signing', whyNotAssign({ ...part, signedAt: null }, me), ['incoming.not_signed']],
  ['assigning to somebody else', whyNotAssign(part, me, { people: ['x'], ofTheDepartment: false }), ['incoming.not_of_the_department']],
  ['assigning somebody twice', whyNotAssign(part, me, { people: ['x', 'y', 'x'], ofTheDepartment: true }), ['incoming.assigned_twice']],
  ['reporting what I help with', whyNotReport({ ...part, assigned: ['other', 'me'] }, me), []],
  ['reporting what is not mine', whyNotReport({ ...part, assigned: ['other'] }, me), ['incoming.not_assigned_to_you']],
  ['closing without the opinion of a 会签', whyNotClosePart({ ...part, opinion: null }, me, true), ['incoming.opinion_missing']],
  ['closing alone needs none', whyNotClosePart({ ...part, opinion: null }, me, false), []],
  ['returning what is closed', whyNotReturnPart({ ...part, closedAt: now }, me), ['incoming.part_ended']],
])('承办: %s', (_, answer, reasons) => expect(answer).toEqual(reasons));

const lone = { role: 'lead', closedAt: null, returnedAt: null, settledAt: null, opinion: null };
const helps = { ...lone, role: 'assist' };
const closed = { ...lone, closedAt: now };
test.each([
  ['nobody yet', [], false, false],
  ['one open', [closed, helps], false, false],
  ['all closed', [closed], false, true],
  ['closed, and one returned that the office has not decided on', [closed, { ...helps, returnedAt: now }], false, false],
  ['closed, and the returned one goes to nobody else', [closed, { ...helps, returnedAt: now, settledAt: now }], false, true],
  ['the lead returned it, whoever assists is ready', [{ ...lone, returnedAt: now }, { ...helps, closedAt: now }], false, false],
  ['all returned', [{ ...lone, returnedAt: now }], false, false],
  ['countersigned without an opinion', [closed, { ...helps, closedAt: now, opinion: '同意' }], true, false],
])('handled: %s', (_, parts, countersign, answer) => expect(isHandled(parts, countersign)).toBe(answer));

const office = { ...me, permissions: new Set(['incoming.dispatch']) };
const nobody = { ...me, permissions: new Set<string>() };
test.each([
  ['withdrawing the lead', whyNotWithdrawPart(lone, 'dispatched'), ['incoming.lead_stays']],
  ['withdrawing what is closed', whyNotWithdrawPart({ ...helps, closedAt: now }, 'dispatched'), ['incoming.part_ended']],
  ['withdrawing after the end', whyNotWithdrawPart(helps, 'done'), ['incoming.already_ended']],
  ['a returned lead needs no other', whyNotWithdrawPart({ ...lone, returnedAt: now }, 'dispatched'), []],
  ['the lead leads', whyNotMakeLead(lone, 'dispatched'), ['incoming.already_lead']],
  ['what was returned cannot lead', whyNotMakeLead({ ...helps, returnedAt: now }, 'dispatched'), ['incoming.part_ended']],
  ['a leader who is not asked for a second word', whyNotAmend({ ...asked, givenAt: null }, 'proposed', me), ['incoming.not_yet_instructed']],
  ['another leader before the proposal', whyNotAddLeader('accepted'), ['incoming.not_for_another_leader']],
  ['a leader who is asked already', whyNotAddLeader('proposed', { leaderId: 'x', isLeader: true, waiting: ['x'] }), ['incoming.leader_twice']],
  ['a teacher', whyNotAddLeader('instructed', { leaderId: 't', isLeader: false, waiting: [] }), ['incoming.not_a_leader']],
  ['taking back the task of another', whyNotWithdrawTask({ setBy: 'other', doneAt: null, withdrawnAt: null }, nobody), ['incoming.not_set_by_you']],
  ['the office takes it back for a leader', whyNotWithdrawTask({ setBy: 'other', doneAt: null, withdrawnAt: null }, office), []],
  ['taking back what is done', whyNotWithdrawTask({ setBy: 'me', doneAt: now, withdrawnAt: null }, nobody), ['incoming.task_already_done']],
  ['recalling a reader of another', whyNotRecall({ addedBy: 'other', readAt: null, recalledAt: null }, nobody), ['incoming.not_added_by_you']],
  ['recalling who has read', whyNotRecall({ addedBy: 'me', readAt: now, recalledAt: null }, nobody), ['incoming.already_read']],
  ['阅件 after a department has it', whyNotConvert({ state: 'dispatched', handling: 'action' }, 1, { handling: 'reading' }), ['incoming.handling_has_begun']],
  ['a 办件 into a 办件', whyNotConvert({ state: 'accepted', handling: 'action' }, 0, { handling: 'action' }), ['incoming.handling_is_so']],
  ['void after a department signed', whyNotVoid('dispatched', 1), ['incoming.handling_has_begun']],
  ['void twice', whyNotVoid('void', 0), ['incoming.already_ended']],
  ['reopening what is not done', whyNotReopen({ state: 'dispatched', secrecy: 0, archiveNumber: '' }), ['incoming.not_done']],
  ['reopening what is archived', whyNotReopen({ state: 'done', secrecy: 0, archiveNumber: '0001-WS·2026-D10-BGS-0001' }), ['incoming.archived_already']],
  ['reopening a stub', whyNotReopen({ state: 'done', secrecy: 1, archiveNumber: '' }), ['incoming.stub_stays_on_paper']],
  ['reopening no part', whyNotReopen({ state: 'done', secrecy: 0, archiveNumber: '' }, { parts: ['p'], chosen: [] }), ['incoming.choose_parts']],
  ['waiting for what came', whyNotChangeWaiting({ settledAt: now, waits: true }, false), ['incoming.pages_already_settled']],
  ['waiting as before', whyNotChangeWaiting({ settledAt: null, waits: true }, true), ['incoming.waiting_is_so']],
])('afterwards: %s', (_, answer, reasons) => expect(answer).toEqual(reasons));

test.each([
  ['when it is done', whyNotCirculate({ state: 'done', waitsForPages: false }), ['incoming.already_ended']],
  ['before the first check', whyNotCirculate({ state: 'registered', waitsForPages: false }), ['incoming.not_for_circulation']],
  ['to nobody', whyNotCirculate({ state: 'accepted', waitsForPages: false }, { readers: [], known: [] }), ['incoming.no_readers']],
  ['to somebody unknown', whyNotCirculate({ state: 'accepted', waitsForPages: false }, { readers: ['z'], known: [] }), ['incoming.reader_unknown']],
  ['a stranger adds a reader', whyNotAddReader('circulating', false), ['incoming.not_a_reader']],
  ['the same reader again', whyNotAddReader('circulating', true, { readers: ['x'], known: ['x'], reading: ['x'] }), ['incoming.reader_has_it']],
  ['reading for another', whyNotMarkRead({ personId: 'other', sentAt: now, recalledAt: null }, me), ['incoming.not_your_reading']],
  ['reading out of turn', whyNotMarkRead({ personId: 'me', sentAt: null, recalledAt: null }, me), ['incoming.not_your_turn']],
  ['a note of another', whyNotAddNote({ personId: 'other', sentAt: now, recalledAt: null }, me), ['incoming.not_your_reading']],
])('传阅: %s', (_, answer, reasons) => expect(answer).toEqual(reasons));

test('the turn goes to the first position that has not read, once', () => {
  const reading = fc.record({ position: fc.nat(4), readAt: fc.constantFrom(null, now), sentAt: fc.constantFrom(null, now) });
  fc.assert(
    fc.property(fc.array(reading), (all) => {
      const turn = nextPosition(all);
      const waiting = all.filter(({ readAt }) => readAt === null);
      return turn === undefined || (waiting.every(({ position }) => position >= turn) && waiting.some((r) => r.position === turn && r.sentAt === null));
    }),
  );
});

test.each([
  ['damage after the end', whyNotAskForPages('done', 0), ['incoming.already_ended']],
  ['asked twice', whyNotAskForPages('accepted', 1), ['incoming.pages_already_asked']],
  ['a mail to a phone number', whyNotAskForPages('accepted', 0, { how: 'mail', contact: '0571-1' }), ['incoming.not_an_address']],
  ['settled twice', whyNotSettlePages({ settledAt: now }), ['incoming.pages_already_settled']],
  ['answered by a document without its number', whyNotAnswerSender('done', { how: 'document', outgoingNumber: '' }), ['incoming.answer_needs_number']],
  ['answering what was returned', whyNotAnswerSender('returned'), ['incoming.was_returned']],
  ['on the agenda twice', whyNotMarkMajor('dispatched', true), ['incoming.already_on_agenda']],
  ['finishing unchecked', whyNotFinish({ state: 'registered', openParts: 0, openReadings: 0 }), ['incoming.not_reviewed']],
  ['finishing with open parts and readers', whyNotFinish({ state: 'dispatched', openParts: 1, openReadings: 1 }), ['incoming.parts_open', 'incoming.readers_open']],
  ['urging while a call is to be made', whyNotUrge(true, 30, 10, true), ['incoming.call_comes_first']],
  ['finishing while a leader is asked', whyNotFinish({ state: 'proposed', openParts: 0, openReadings: 0 }), ['incoming.waits_for_instruction']],
  ['answered tomorrow', whyNotAnswerSender('done', { how: 'phone', outgoingNumber: '', answeredAt: '2026-11-24T02:00:00.000Z' }, now), ['incoming.answered_in_future']],
  ['damage of a stub', whyNotAskForPages('stub', 0), ['incoming.stub_stays_on_paper']],
  ['urging what is done', whyNotUrge(false, undefined, 10), ['incoming.nothing_to_urge']],
  ['urging at once again', whyNotUrge(true, 3, 10), ['incoming.urged_just_now']],
  ['logging what was no call', whyNotLogCall({ how: 'app', calledAt: null }), ['incoming.not_a_call']],
  ['giving what I do not hold', whyNotOffer({ withPerson: 'other', offered: false, lostAt: null }, { id: 'me', isOffice: true }), ['incoming.paper_not_with_you']],
  ['giving what is lost', whyNotOffer({ withPerson: 'me', offered: false, lostAt: now }, { id: 'me', isOffice: false }), ['incoming.paper_is_lost']],
  ['keeping what was not given', whyNotKeep({ withPerson: 'me', offered: false, lostAt: null }, { id: 'me', isOffice: false }), ['incoming.paper_not_offered']],
  ['lost by another', whyNotReportLost({ withPerson: 'other', offered: false, lostAt: null }, { id: 'me', isOffice: false }), ['incoming.paper_not_with_you']],
  ['the office says that it is lost', whyNotReportLost({ withPerson: 'other', offered: false, lostAt: null }, { id: 'me', isOffice: true }), []],
  ['the office gives from its cabinet', whyNotOffer({ withPerson: null, offered: false, lostAt: null }, { id: 'me', isOffice: true }), []],
  ['taking what nobody gave', whyNotTake({ withPerson: 'other', offered: false, lostAt: null }, me), ['incoming.paper_not_offered']],
])('%s', (_, answer, reasons) => expect(answer).toEqual(reasons));

test('twice in the app, then by phone', () => {
  const urge = { at: now, how: 'app', calledAt: null };
  expect([[], [urge], [urge, urge]].map((before) => howToUrge(before))).toEqual(['app', 'app', 'phone']);
  expect(howToUrge([urge, urge], '2026-11-23T03:00:00.000Z')).toBe('app');
});

test.each(['教办〔2024〕15号', '教办[2024]15号', '教办（2024）15号', '教办 【２０２４】１５ 号'])('%s is one number', (number) => expect(squashed(number)).toBe('教办202415号'));
test.each([
  ['contact data', { email: 'office@jiangcheng.example' }, 'a', []],
  ['a name nobody has', { email: '' }, undefined, []],
  ['the name of another sender', { email: '' }, 'b', ['incoming.sender_there_already']],
  ['half an address', { email: 'office@' }, 'a', ['incoming.not_an_address']],
])('changing a sender: %s', (_, wanted, heldBy, reasons) => expect(whyNotChangeSender({ id: 'a' }, wanted, heldBy)).toEqual(reasons));

test('a sender is not merged with itself; what the one that stays does not know, it learns', () => {
  expect(whyNotMergeSender('a', 'a')).toEqual(['incoming.same_sender']);
  const stays = { name: '江城市教育局', phone: '', email: 'a@b.example', address: '', word: '江教办', times: 7, lastAt: '2026-11-20' };
  expect(mergedSender({ ...stays, name: '江城教育局', phone: '8123', email: 'c@d.example', word: '', times: 2, lastAt: '2026-11-22' }, stays)).toEqual({ ...stays, phone: '8123', times: 9, lastAt: '2026-11-22' });
});

test('the word of a number is learned', () => expect(['江教办〔2026〕15号', '无号'].map(wordOf)).toEqual(['江教办', '']));

const hours = (from: number, to: number | null) => ({ from: `0${from}`, to: to === null ? null : `0${to}` });
test('the time a document took is cut where somebody began or ended to hold it; waiting for the sender is the sender\'s alone', () => {
  const held = [{ holder: '陈', what: 'review', ...hours(1, 3) }, { holder: '某局', what: 'pages', ...hours(2, 3) }, { holder: '教务处', what: 'handle', ...hours(4, 6) }, { holder: '总务处', what: 'handle', ...hours(4, null) }];
  const told = apportioned(held, '01', '08').map(({ holders, from, to }) => [holders.map(({ holder }) => holder).join('、'), from, to]);
  expect(told).toEqual([['陈', '01', '02'], ['某局', '02', '03'], ['', '03', '04'], ['教务处、总务处', '04', '06'], ['总务处', '06', '08']]);
});

test('the pieces follow each other without a gap, whoever held it', () => {
  const piece = fc.record({ holder: fc.constantFrom('a', 'b'), what: fc.constantFrom('x', 'pages'), from: fc.integer({ min: 10, max: 80 }).map(String), to: fc.option(fc.integer({ min: 10, max: 80 }).map(String)) });
  fc.assert(fc.property(fc.array(piece), (held) => {
    const pieces = apportioned(held, '20', '70');
    return pieces[0]!.from === '20' && pieces.at(-1)!.to === '70' && pieces.every(({ from }, i) => i === 0 || pieces[i - 1]!.to === from);
  }));
});

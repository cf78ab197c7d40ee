import { expect, test } from 'vitest';
import { levelOf } from '#platform/levels.ts';
import { lettersChanged } from './checking/differences.ts';
import { whyNotCheck, whyNotCorrect, whyNotSignAgain } from './checking/rules.ts';
import { type Drafted, faultsOf, layoutOf, routeOf, whyNotDrop, whyNotSave, whyNotSubmit } from './drafts/rules.ts';
import { whyNotCollect, whyNotIssue, whyNotReceive, whyNotSendMore, whyNotTakeBack } from './issuing/rules.ts';
import type { Kind, Route, State } from './nouns.ts';
import { whyNotNumber, whyNotVoid } from './numbers/rules.ts';
import { numberWritten } from './rules.ts';
import { whyNotSeal } from './sealing/rules.ts';

const draft: Drafted = {
  title: '关于做好期中考试工作的通知', body: '各年级：\n一、时间\n（一）考试时间\n1.上午\n2.下午\n（二）阅卷时间\n二、要求', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: [], note: '', kind: '通知', files: 0, departments: ['教务处', '总务处'],
};

test.each<[string, Partial<Drafted>, string[]]>([
  ['一份规范的通知', {}, []],
  ['标题没有文种', { title: '关于做好期中考试工作' }, ['title_without_kind!']],
  ['标题没有“关于”', { title: '期中考试通知' }, ['title_without_about']],
  ['标题里有逗号', { title: '关于考试，阅卷的通知' }, ['title_with_marks']],
  ['标题里的书名号不算', { title: '关于印发《考试办法，试行》的通知' }, []],
  ['没有正文', { body: ' ' }, ['no_body!']],
  ['上传的正文也是正文', { body: '', bodyFile: 'x' }, []],
  ['通知没有主送', { mainTo: [] }, ['no_main_recipient!']],
  ['纪要可以没有主送', { kind: '纪要', title: '校长办公会议纪要', mainTo: [] }, []],
  ['请示主送两个机关', { kind: '请示', title: '关于增拨经费的请示', mainTo: ['市教育局', '市财政局'] }, ['request_one_recipient!']],
  ['请示两件事', { kind: '请示', title: '关于增拨经费请示和申请增编的请示', mainTo: ['市教育局'] }, ['request_one_matter!']],
  ['请示主送个人', { kind: '请示', title: '关于增拨经费的请示', mainTo: ['李局长'] }, ['request_to_person!']],
  ['请示抄送下级', { kind: '请示', title: '关于增拨经费的请示', mainTo: ['市教育局'], copyTo: ['教务处'] }, ['request_copied_down!']],
  ['报告夹带请示', { kind: '报告', title: '关于校园安全工作的报告', mainTo: ['市教育局'], body: '情况如上。请批示。' }, ['report_asks!']],
  ['列了附件没有上传', { attachments: ['考场安排表'] }, ['attachment_missing!']],
  ['上传了没有列', { files: 1 }, ['attachment_not_named!']],
  ['正文说见附件而没有列', { body: '安排见附件。' }, ['attachment_not_named']],
  ['文号用方括号', { body: '按照市教育局教办[2026]15号要求' }, ['number_style']],
  ['文号带第字', { body: '按照市教办〔2026〕第15号要求' }, ['number_style']],
  ['年份两位', { body: '26年3月1日起施行' }, ['year_short']],
  ['一百二十三年不算', { body: '1926年3月1日' }, []],
  ['层次跳号', { body: '一、时间\n三、要求' }, ['heading_order']],
  ['下一层重新起数', { body: '一、时间\n（一）甲\n二、要求\n（一）乙' }, []],
  ['正文带密级标志', { body: '机密★1年\n正文' }, ['classified!']],
])('faults: %s', (_, wanted, expected) => expect(faultsOf({ ...draft, ...wanted }).map(({ code, grave }) => code + (grave ? '!' : ''))).toEqual(expected));

test.each<[string, number]>([['一、时间', 1], ['（二）地点', 2], ['3.人员', 3], ['（4）其他', 4], ['各年级：', 0], ['十二、附则', 1]])('level of %s', (line, level) => expect(levelOf(line)).toBe(level));

test.each<[Kind, Route, Route, string]>([
  ['通知', 'ordinary', 'ordinary', 'file'], ['通知', 'policy', 'policy', 'file'], ['请示', 'ordinary', 'upward', 'upward'], ['报告', 'policy', 'upward', 'upward'], ['函', 'ordinary', 'ordinary', 'letter'], ['纪要', 'ordinary', 'ordinary', 'minutes'],
  ['命令', 'policy', 'policy', 'order'], ['通知', 'upward', 'ordinary', 'file'], ['意见', 'upward', 'upward', 'upward'],
])('%s sent as %s goes %s in the layout %s', (kind, wanted, route, layout) => {
  expect(routeOf(kind, wanted)).toBe(route);
  expect(layoutOf(kind, route)).toBe(layout);
});

const zhao = { id: 'zhao', departments: [], permissions: new Set<string>() };
const desk = { id: 'li', departments: [], permissions: new Set(['outgoing.check']) };
const mine = (state: State) => ({ state, drafterId: 'zhao' });

test.each<[string, readonly string[], string[]]>([
  ['the drafter saves', whyNotSave(mine('draft'), zhao, { base: 2, version: 2 }), []],
  ['the desk saves', whyNotSave(mine('draft'), desk, { base: 2, version: 2 }), []],
  ['another one saves', whyNotSave(mine('draft'), { ...zhao, id: 'wang' }, { base: 2, version: 2 }), ['outgoing.not_the_drafter']],
  ['saved over a newer version', whyNotSave(mine('draft'), zhao, { base: 1, version: 2 }), ['outgoing.edited_meanwhile']],
  ['saved while in approval', whyNotSave(mine('approving'), zhao, { base: 2, version: 2 }), ['outgoing.no_draft_any_more']],
  ['sent with a small fault', whyNotSubmit(mine('draft'), zhao, [{ code: 'year_short', grave: false }]), []],
  ['sent with a grave fault', whyNotSubmit(mine('draft'), zhao, [{ code: 'no_body', grave: true }]), ['outgoing.draft_has_faults']],
  ['dropped after issue', whyNotDrop(mine('issued'), zhao), ['outgoing.issued_already']],
  ['checked as signed', whyNotCheck({ state: 'signed', signedHash: 'a' }, { hash: 'a', onlyTypos: true }), []],
  ['checked with a noted slip', whyNotCheck({ state: 'signed', signedHash: 'a' }, { hash: 'a', onlyTypos: true }), []],
  ['checked with another attachment', whyNotCheck({ state: 'signed', signedHash: 'a' }, { hash: 'b', onlyTypos: true }), ['outgoing.not_what_was_signed']],
  ['checked with another text', whyNotCheck({ state: 'signed', signedHash: 'a' }, { hash: 'a', onlyTypos: false }), ['outgoing.not_what_was_signed']],
  ['checked unsigned', whyNotCheck({ state: 'approving', signedHash: null }, undefined), ['outgoing.not_signed_yet']],
  ['a slip of two letters', whyNotCorrect('signed', { base: 1, version: 1, letters: 2, figures: false, recipients: false }), []],
  ['a figure', whyNotCorrect('signed', { base: 1, version: 1, letters: 1, figures: true, recipients: false }), ['outgoing.not_a_typo']],
  ['a recipient', whyNotCorrect('signed', { base: 1, version: 1, letters: 1, figures: false, recipients: true }), ['outgoing.not_a_typo']],
  ['a sentence', whyNotCorrect('signed', { base: 1, version: 1, letters: 21, figures: false, recipients: false }), ['outgoing.not_a_typo']],
  ['nothing', whyNotCorrect('signed', { base: 1, version: 1, letters: 0, figures: false, recipients: false }), ['outgoing.nothing_changed']],
  ['signed again before it was signed', whyNotSignAgain('draft'), ['outgoing.not_signed_yet']],
  ['numbered twice', whyNotNumber('numbered', { closedAt: null }), ['outgoing.numbered_already']],
  ['numbered unchecked', whyNotNumber('signed', { closedAt: null }), ['outgoing.not_checked_yet']],
  ['numbered in no series', whyNotNumber('checked', undefined), ['outgoing.series_unknown']],
  ['numbered by a number that is not kept', whyNotNumber('checked', { closedAt: null }, { reserved: true, found: 'other' }), ['outgoing.number_not_reserved']],
  ['a number made void twice', whyNotVoid({ state: 'void' }, undefined), ['outgoing.number_void_already']],
  ['the number of a sealed document', whyNotVoid({ state: 'taken' }, 'sealed'), ['outgoing.sealed_already']],
  ['sealed by the keeper', whyNotSeal({ state: 'numbered', number: 'x', signedAt: 'then' }, { keeperId: 'li', retiredAt: null }, { id: 'li', deputyFor: [] }), []],
  ['sealed by the keeper’s deputy', whyNotSeal({ state: 'numbered', number: 'x', signedAt: 'then' }, { keeperId: 'li', retiredAt: null }, { id: 'sun', deputyFor: [{ id: 'li' }] }), []],
  ['sealed by another', whyNotSeal({ state: 'numbered', number: 'x', signedAt: 'then' }, { keeperId: 'li', retiredAt: null }, { id: 'sun', deputyFor: [] }), ['outgoing.not_the_keeper']],
  ['sealed unsigned', whyNotSeal({ state: 'draft', number: null, signedAt: null }, { keeperId: 'li', retiredAt: null }, { id: 'li', deputyFor: [] }), ['outgoing.not_signed_yet']],
  ['sealed without a number', whyNotSeal({ state: 'checked', number: null, signedAt: 'then' }, { keeperId: 'li', retiredAt: null }, { id: 'li', deputyFor: [] }), ['outgoing.not_numbered_yet']],
  ['witnessed by whoever seals', whyNotSeal({ state: 'numbered', number: 'x', signedAt: 'then' }, { keeperId: 'li', retiredAt: null }, { id: 'li', deputyFor: [] }, 'li'), ['outgoing.witness_is_sealer']],
  ['issued unsealed', whyNotIssue({ state: 'numbered', copies: 5 }), ['outgoing.not_sealed_yet']],
  ['issued to nobody', whyNotIssue({ state: 'sealed', copies: 5 }, []), ['outgoing.no_delivery']],
  ['issued twice to one', whyNotIssue({ state: 'sealed', copies: 5 }, [{ unit: '市教育局', how: 'paper', copies: 1 }, { unit: '市教育局', how: 'paper', copies: 1 }]), ['outgoing.delivery_twice']],
  ['more copies than printed', whyNotIssue({ state: 'sealed', copies: 1 }, [{ unit: '市教育局', how: 'paper', copies: 2 }]), ['outgoing.more_than_printed']],
  ['sent on with the last copy gone', whyNotSendMore({ state: 'issued', copies: 2, given: 2 }, { unit: '街道', how: 'paper', copies: 1 }), ['outgoing.more_than_printed']],
  ['received by another department', whyNotReceive({ how: 'electronic', departmentId: 'a', receivedAt: null, returnedAt: null }, ['b']), ['outgoing.not_your_department']],
  ['received twice', whyNotReceive({ how: 'electronic', departmentId: 'a', receivedAt: 'then', returnedAt: null }, ['a']), ['outgoing.received_already']],
  ['an electronic one collected', whyNotCollect({ how: 'electronic', departmentId: null, receivedAt: null, returnedAt: null }), ['outgoing.not_on_paper']],
  ['taken back before it was collected', whyNotTakeBack({ how: 'paper', departmentId: null, receivedAt: null, returnedAt: null }), ['outgoing.not_collected']],
  ['taken back twice', whyNotTakeBack({ how: 'paper', departmentId: null, receivedAt: 'a', returnedAt: 'b' }), ['outgoing.returned_already']],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

test('a number has its year in 〔〕 and no leading zero', () => expect(numberWritten('江实校发', 2026, 12)).toBe('江实校发〔2026〕12号'));

test.each<[string, string, number]>([['按时', '准时', 2], ['通知', '通知', 0], ['', '增补', 2], ['甲'.repeat(900), '乙'.repeat(900), 500]])('letters changed', (before, after, expected) => expect(lettersChanged(before, after)).toBe(expected));

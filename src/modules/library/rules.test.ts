import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMarkedName } from '#mechanisms/reading/marks.ts';
import { freeName, whyNotAdd, whyNotManage, whyNotPut, whyNotRename, whyNotTakeOut, whyNotUnlock, whyNotWrite } from './rules.ts';

const [me, somebody] = ['me', 'somebody'];
const item = { isTop: false, level: 3, above: 3, lockedBy: null as string | null };

test.each([
  ['whoever edits the folder puts files into it', whyNotPut({ level: 3 }), []],
  ['whoever only reads it does not', whyNotPut({ level: 2 }), ['library.may_not_edit']],
  ['an editor renames', whyNotRename(item), []],
  ['the top folder keeps its name', whyNotRename({ ...item, isTop: true }), ['library.is_top']],
  ['an editor of both takes a file out of its folder', whyNotTakeOut(item, me), []],
  ['one who may edit the file alone, but not its folder, does not', whyNotTakeOut({ ...item, above: 1 }, me), ['library.may_not_edit']],
  ['what somebody works on stays where it is', whyNotTakeOut({ ...item, lockedBy: somebody }, me), ['library.locked_by_other']],
  ['what I work on myself does not hold me back', whyNotTakeOut({ ...item, lockedBy: me }, me), []],
  ['a new version of a file somebody locked waits', whyNotWrite({ ...item, lockedBy: somebody }, me), ['library.locked_by_other']],
  ['made from the version that counts', whyNotAdd({ ...item, version: 3 }, me, 3), []],
  ['made from the one before: somebody was quicker', whyNotAdd({ ...item, version: 3 }, me, 2), ['library.newer_version']],
  ['my own lock I give back', whyNotUnlock({ ...item, lockedBy: me }, me, ''), []],
  ['nothing is locked', whyNotUnlock(item, me, ''), ['library.not_locked']],
  ['an editor does not break the lock of another', whyNotUnlock({ ...item, lockedBy: somebody }, me, '急用'), ['library.may_not_manage']],
  ['a manager says why', whyNotUnlock({ ...item, level: 4, lockedBy: somebody }, me, ''), ['library.reason_missing']],
  ['and then does', whyNotUnlock({ ...item, level: 4, lockedBy: somebody }, me, '急用'), []],
  ['rights are the manager’s', whyNotManage({ level: 3 }), ['library.may_not_manage']],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

test.each([
  ['方案.docx', [], '方案.docx'],
  ['方案.docx', ['方案.docx'], '方案（2）.docx'],
  ['方案.docx', ['方案.docx', '方案（2）.docx'], '方案（3）.docx'],
  ['说明', ['说明'], '说明（2）'],
])('%s beside %j is called %s', (name, taken, free) => expect(freeName(name, taken)).toBe(free));

test('a free name is never a taken one', () =>
  fc.assert(fc.property(fc.constantFrom('a.txt', 'b', '.c'), fc.nat(8), (name, n) => {
    const taken = Array.from({ length: n }).reduce<string[]>((all) => [...all, freeName(name, all)], []);
    expect(new Set(taken).size).toBe(n);
  })));

test.each([['机密★1年 名册.xlsx', true], ['（秘密）试题.docx', true], ['【绝密】高考.pdf', true], ['保密工作制度.docx', false], ['商业秘密保护办法.pdf', false]])('%s is marked: %s', (name, marked) => expect(isMarkedName(name)).toBe(marked));

import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { countFor, isByHand, whyNotCheck, whyNotHandOver, whyNotList, whyNotPrepare } from './rules.ts';

const now = '2026-11-27T04:00:00.000Z';
const rule = { each: 1, per: 0, spare: 0, leastPeople: 0 };
const preparation = { state: 'called', endsAt: '2026-11-27T07:30:00.000Z', handedOverAt: null };

test.each([
  ['a chair each and two more, for nine', { ...rule, per: 1, spare: 2 }, 9, 11],
  ['a microphone for every eight, for seventeen', { ...rule, per: 8 }, 17, 3],
  ['a microphone only where twelve come, for eleven', { ...rule, per: 8, leastPeople: 12 }, 11, 0],
  ['and for twelve', { ...rule, per: 8, leastPeople: 12 }, 12, 2],
  ['one projector however many', rule, 200, 1],
  ['two recorders, one of them to spare', { ...rule, spare: 1 }, 3, 2],
  ['two bottles a person', { ...rule, each: 2, per: 1 }, 5, 10],
])('counted: %s', (_, one, people, expected) => expect(countFor(one, people)).toBe(expected));

test.each([
  ['as the table says', { count: 9, usual: 9 }, false],
  ['the office wants more', { count: 12, usual: 9 }, true],
  ['the office added it', { count: 1, usual: null }, true],
])('by hand: %s', (_, line, expected) => expect(isByHand(line)).toBe(expected));

test.each([
  ['each kind once', whyNotList([{ name: '话筒' }, { name: '座椅' }]), []],
  ['one kind twice', whyNotList([{ name: '话筒' }, { name: '话筒' }]), ['meetings.equipment_twice']],
  ['before the meeting', whyNotPrepare(preparation, now), []],
  ['after it', whyNotPrepare(preparation, preparation.endsAt), ['meetings.preparation_over']],
  ['a cancelled one', whyNotPrepare({ ...preparation, state: 'cancelled' }, now), ['meetings.preparation_over']],
  ['ticked', whyNotCheck(preparation, { state: 'ready', defect: '' }, now), []],
  ['a defect without a word', whyNotCheck(preparation, { state: 'defect', defect: '' }, now), ['meetings.defect_missing']],
  ['unticked after the hand-over', whyNotCheck({ ...preparation, handedOverAt: now }, { state: 'open', defect: '' }, now), ['meetings.handed_over']],
  ['a defect found after the hand-over', whyNotCheck({ ...preparation, handedOverAt: now }, { state: 'defect', defect: '无声' }, now), []],
  ['handed over with a line open', whyNotHandOver(preparation, 1, now), ['meetings.not_all_checked']],
  ['handed over twice', whyNotHandOver({ ...preparation, handedOverAt: now }, 0, now), ['meetings.handed_over']],
  ['handed over', whyNotHandOver(preparation, 0, now), []],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

// Monday, nine o'clock; the meeting is on Friday at two.
const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, head, principal, technician, staff] = [await as('office.clerk'), await as('department.head'), await as('principal'), await as('technician'), await as('staff')];
const ids = Object.fromEntries(await Promise.all(['office.clerk', 'principal', 'leader', 'leader.2', 'department.head', 'yangfan'].map(async (name) => [name, await personId(name)] as const)));
const refused = (...codes: string[]) => ({ status: 422, codes });
const inbox = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'act', most: '100' as never } })).todos.map(({ what, record }) => `${what} ${record.id}`);

const topicId = (await head.meetings.applyTopic({ body: { title: '关于冬季供暖的议题', reason: '请研究', minutes: 20 } })).id;
const planOf = (more: object = {}) => ({ kind: 'leaders' as const, title: '第十二周校长办公会', startsAt: '2026-11-27T06:00:00.000Z', minutes: 90, place: '第一会议室', chairId: ids['principal']!, minuteTakerId: ids['office.clerk']!, attends: [ids['leader']!], items: [{ topicId, minutes: 20, presenterId: ids['department.head']! }], ...more });
const { id: meetingId } = await clerk.meetings.plan({ body: planOf() });
const id = (await clerk.meetings.meeting({ params: { meetingId } })).preparationId!;
const one = (who = clerk) => who.meetings.preparation({ params: { preparationId: id } });
const counts = async () => Object.fromEntries((await one()).equipment.map(({ name, count }) => [name, count]));
const check = (who: typeof clerk, lineId: string, body: object) => who.meetings.checkEquipment({ params: { lineId }, body: body as never });
const lineOf = async (name: string) => (await one()).equipment.find((line) => line.name === name)!.id;

test('counted from the people, by the table of the office, and the office has the last word (MTG-3)', async () => {
  expect(await counts()).toEqual({ 座椅: 6, 名签: 4, 饮用水: 6, 纸笔: 4, 投影仪: 1, 翻页笔: 1, 录音笔: 2, 签到表: 1 });
  await expect(technician.meetings.preparation({ params: { preparationId: id } })).rejects.toMatchObject({ status: 404 });
  const lines = (await one()).equipment.map(({ name, unit, count }) => ({ name, unit, count: name === '话筒' ? 2 : count }));
  const set = (equipment: object[]) => clerk.meetings.setEquipment({ params: { preparationId: id }, body: { equipment: equipment as never } });
  await expect(set([...lines, lines[0]!])).rejects.toMatchObject(refused('meetings.equipment_twice'));
  await set([...lines.map((line) => (line.name === '翻页笔' ? { ...line, count: 2 } : line)), { name: '视频会议终端', unit: '套', count: 1, remark: '提前一天调试' }]);
  // Two more come: what the office wrote itself stays.
  await clerk.meetings.changePlan({ params: { meetingId }, body: { ...planOf({ attends: [ids['leader']!, ids['leader.2']!, ids['yangfan']!] }), version: 1 } });
  expect(await counts()).toMatchObject({ 座椅: 8, 名签: 6, 翻页笔: 2, 视频会议终端: 1 });
  const { rules } = await clerk.meetings.equipmentRules({});
  await expect(clerk.meetings.setEquipmentRules({ body: { rules: [...rules, rules[0]!] } })).rejects.toMatchObject(refused('meetings.equipment_twice'));
  await clerk.meetings.setEquipmentRules({ body: { rules: rules.map((line) => (line.name === '饮用水' ? { ...line, each: 2, spare: 0 } : line)) } });
  await clerk.meetings.recount({ params: { preparationId: id }, body: {} });
  expect(await counts()).toEqual({ 座椅: 8, 名签: 6, 饮用水: 12, 纸笔: 6, 投影仪: 1, 翻页笔: 1, 录音笔: 2, 签到表: 1 });
  await expect(technician.meetings.setEquipmentRules({ body: { rules } })).rejects.toMatchObject({ status: 403 });
});

test('the technician ticks line by line, a defect goes to the office, the room is handed over', async () => {
  await clerk.meetings.sendForApproval({ params: { meetingId }, body: {} });
  const { approvals: [trail] } = await principal.approvals.trail({ params: { recordId: meetingId } });
  await principal.approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意' } });
  await drain();
  await clerk.meetings.call({ params: { meetingId }, body: {} });
  expect(await inbox(technician)).toContain(`meetings.prepareRoom ${id}`);
  await expect(technician.meetings.meeting({ params: { meetingId } })).rejects.toMatchObject({ status: 404 });
  await expect(staff.meetings.preparation({ params: { preparationId: id } })).rejects.toMatchObject({ status: 403 });
  expect((await technician.meetings.preparations({ query: {} })).preparations).toMatchObject([{ id, title: '第十二周校长办公会', people: 6, lines: 8, checked: 0 }]);
  await expect(check(technician, await lineOf('投影仪'), { state: 'defect' })).rejects.toMatchObject(refused('meetings.defect_missing'));
  await check(technician, await lineOf('投影仪'), { state: 'defect', defect: '灯泡不亮' });
  await drain();
  expect(await inbox(clerk)).toContain(`meetings.mendEquipment ${id}`);
  expect(await db.selectFrom('messages').select('what').where('recordId', '=', id).where('personId', '=', ids['office.clerk']!).execute()).toEqual([{ what: 'meetings.equipment_defect' }]);
  await expect(technician.meetings.handOver({ params: { preparationId: id }, body: {} })).rejects.toMatchObject(refused('meetings.not_all_checked'));
  clock.now = '2026-11-27T04:00:00.000Z';
  for (const line of (await one()).equipment) await check(technician, line.id, { state: 'ready' });
  expect(await inbox(clerk)).not.toContain(`meetings.mendEquipment ${id}`);
  await technician.meetings.handOver({ params: { preparationId: id }, body: { note: '投影仪已换灯泡' } });
  expect(await one(technician)).toMatchObject({ checked: 8, defects: 0, handedOverAt: clock.now, handedOverBy: { name: '褚卫国' }, handedOverNote: '投影仪已换灯泡', equipment: expect.arrayContaining([expect.objectContaining({ name: '投影仪', state: 'ready', checkedAt: clock.now, checkedBy: expect.objectContaining({ name: '褚卫国' }) })]) });
  expect(await inbox(technician)).not.toContain(`meetings.prepareRoom ${id}`);
  await expect(technician.meetings.handOver({ params: { preparationId: id }, body: {} })).rejects.toMatchObject(refused('meetings.handed_over'));
  await expect(check(technician, await lineOf('座椅'), { state: 'open' })).rejects.toMatchObject(refused('meetings.handed_over'));
});

test('moved to another place it is prepared anew; cancelled nobody prepares it', async () => {
  await clerk.meetings.changeCalled({ params: { meetingId }, body: { startsAt: '2026-11-27T06:00:00.000Z', minutes: 90, place: '大会议室', why: '人数增加' } });
  expect(await one()).toMatchObject({ place: '大会议室', checked: 0, handedOverAt: null });
  expect(await inbox(technician)).toContain(`meetings.prepareRoom ${id}`);
  await clerk.meetings.cancelMeeting({ params: { meetingId }, body: { why: '停课' } });
  expect(await inbox(technician)).not.toContain(`meetings.prepareRoom ${id}`);
  await expect(clerk.meetings.setEquipment({ params: { preparationId: id }, body: { equipment: [] } })).rejects.toMatchObject(refused('meetings.preparation_over'));
  expect((await clerk.meetings.preparations({ query: {} })).preparations).toEqual([]);
});

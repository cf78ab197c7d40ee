import { afterAll, beforeAll, expect, test } from 'vitest';
import { declareAll } from '#app/house.ts';
import { tick } from '#modules/meetings/reports/making.ts';
import { type Db, openDb } from '#platform/db.ts';
import type { Desk } from './desk.ts';
import { openMoving } from './moving.ts';
import { password } from './school.ts';

// A Thursday; the Wednesday after it the meeting; the Friday that sums that week up.
const [thursday, wednesday, friday] = ['2026-11-19T01:00:00.000Z', '2026-11-25T06:00:00.000Z', '2026-12-04T01:10:00.000Z'] as const;
const { now, itIs, as } = openMoving(thursday);
let db: Db;
beforeAll(() => {
  declareAll();
  db = openDb({ connectionString: now.address }, 2);
});
afterAll(() => db?.destroy());

/** Somebody at the API, where the journey is about what comes after. */
const by = async (username: string) => {
  const session = await fetch(`${now.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
  const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
  return async (path: string, body?: object) => {
    const answer = await fetch(`${now.url}/api${path}`, { method: body ? 'POST' : 'GET', headers: { 'content-type': 'application/json', cookie }, ...(body && { body: JSON.stringify(body) }) });
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as any;
  };
};

const idOf = async (username: string) => (await db.selectFrom('people').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id;
const departmentOf = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

const approves = async (recordId: string) => {
  const { approvals: [trail] } = await (await by('office.clerk'))(`/approvals/records/${recordId}`);
  const [{ person, id }] = trail.stages[0].signers;
  const { username } = await db.selectFrom('people').select('username').where('id', '=', person.id).executeTakeFirstOrThrow();
  await (await by(username))(`/approvals/signers/${id}/decision`, { decision: 'approved', opinion: '同意' });
};

const until = async <T>(what: () => Promise<T | undefined | null | false>): Promise<T> => {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = await what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('it did not happen');
};

/** Called on Thursday for Wednesday, held then: two resolutions about the first topic, no time for the second. */
const meetingHeld = async () => {
  const [clerk, head] = [await by('office.clerk'), await by('department.head')];
  const [principalId, staffId, headId, head2Id] = [await idOf('principal'), await idOf('staff'), await idOf('department.head'), await idOf('department.head.2')];
  const items = [];
  for (const title of ['关于期末考试安排的议题', '关于食堂设备更新的议题']) items.push({ topicId: (await head('/topics', { title, reason: '请研究', minutes: 20 })).id, minutes: 20, presenterId: headId });
  const { id } = await clerk('/meetings', { kind: 'leaders', title: '第十三周校长办公会', startsAt: wednesday, minutes: 60, place: '第一会议室', chairId: principalId, minuteTakerId: staffId, attends: [head2Id], items });
  await clerk(`/meetings/${id}/approval`, {});
  await approves(id);
  await until(async () => (await clerk(`/meetings/${id}`)).state === 'approved');
  await clerk(`/meetings/${id}/notice`, {});
  await itIs(wednesday);
  const staff = await by('staff');
  await staff(`/meetings/${id}/beginning`, {});
  const [exams, kitchen] = (await staff(`/meetings/${id}`)).items;
  const [teaching, logistics] = [await departmentOf('教务处'), await departmentOf('总务处')];
  await staff(`/meeting-items/${exams.id}/resolutions`, { text: '教务处制定期末考试方案', departmentId: teaching, ownerId: headId, dueOn: '2026-12-02' });
  await staff(`/meeting-items/${exams.id}/resolutions`, { text: '总务处检修考场照明', departmentId: logistics, ownerId: head2Id, dueOn: '2026-12-11' });
  await staff(`/meeting-items/${exams.id}/outcome`, { outcome: 'dealt' });
  await staff(`/meeting-items/${kitchen.id}/outcome`, { outcome: 'deferred', why: '时间已到，另行专题研究' });
  await staff(`/meetings/${id}/ending`, {});
  return id as string;
};

const fromInbox = async (desk: Desk, ask: string, box: 'act' | 'read' = 'act') => {
  await desk.open('/');
  if (box === 'read') await desk.page.getByRole('radio', { name: /待阅/ }).check();
  await desk.page.locator('.todo').filter({ hasText: ask }).getByRole('link').first().click();
  await desk.page.waitForURL(/\/records\//);
  await desk.page.locator('#content h1').first().waitFor();
};

test('from a meeting with a deferred topic and two resolutions to minutes that the departments have read (MTG-8)', { timeout: 240_000 }, async () => {
  const meetingId = await meetingHeld();
  await until(async () => (await (await by('staff'))(`/meetings/${meetingId}/minutes`)).minutes);
  const staff = await as('staff');
  await fromInbox(staff, '会议纪要已起草');
  await staff.sees('会议决定本议题暂缓，另行研究。原因：时间已到，另行专题研究。');
  await staff.sees(/2\.总务处检修考场照明。（决〔2026〕2号/);
  await staff.isWell();
  await staff.press('修改文稿');
  await staff.page.getByRole('heading', { name: '修改文稿' }).waitFor();
  await staff.fill('标题', '第十三周校长办公会会议纪要');
  await staff.isWell();
  await staff.press('保存');
  await staff.sees('已保存，第 2 稿');
  await staff.page.getByRole('link', { name: '返回' }).click();
  await staff.press('发给参会人');
  await staff.press('发给参会人', staff.window());
  await staff.sees('征求意见');

  const phone = await as('department.head', 390);
  await fromInbox(phone, '会议纪要征求意见', 'read');
  await phone.press('提修改意见');
  await phone.fill('哪里有误', '完成时间请写明为当日放学前。', phone.window());
  await phone.press('提修改意见', phone.window());
  await phone.sees('待处理');
  await phone.isWell();
  for (const who of ['principal', 'department.head.2']) {
    const reader = await as(who, 390);
    await fromInbox(reader, '会议纪要征求意见', 'read');
    await reader.press('已阅');
    await reader.sees(/^已阅/);
    await reader.close();
  }

  await fromInbox(staff, '纪要有修改意见');
  await staff.press('处理意见');
  await staff.choose('处理意见', '不采纳', staff.window());
  await staff.fill('原因', '以决议台账的时限为准。', staff.window());
  await staff.press('处理意见', staff.window());
  await staff.sees('不采纳');
  await staff.press('送领导审核');
  await staff.isWell();
  await staff.press('送领导审核', staff.window());
  await staff.sees('领导审核中');
  const paperId = new URL(staff.page.url()).pathname.split('/').at(-1)!;
  await approves(paperId);
  await staff.sees('纪要〔2026〕1号');
  await staff.sees('纪要载明的决议');

  await fromInbox(phone, '会议纪要，请阅', 'read');
  await phone.press('已阅');
  await phone.sees(/已阅/);
  const clerk = await as('office.clerk');
  await fromInbox(clerk, '请印发纸质版');
  await clerk.press('登记纸质版');
  await clerk.press('登记纸质版', clerk.window());
  await clerk.sees('印发纸质版');
  for (const kind of ['pdf', 'docx']) expect((await clerk.page.request.get(`${now.url}/api/meeting-papers/${paperId}/paper?as=${kind}`)).status()).toBe(200);
  await clerk.open('/meetings/minutes');
  await clerk.sees('第十三周校长办公会会议纪要');
  await clerk.isWell();
  await clerk.open('/meetings/new');
  await clerk.sees('未办结的决议');
  await clerk.sees('总务处检修考场照明');
  for (const desk of [staff, phone, clerk]) await desk.close();
});

test('Friday’s summary is in the inbox of the director, who puts it right and finishes it (MTG-9)', { timeout: 120_000 }, async () => {
  await itIs(friday);
  await tick(db, friday);
  const director = await as('office.director');
  await fromInbox(director, '决议落实情况周汇总', 'read');
  await director.sees(/新增会议决议2项，办结销号0项。截至12月4日，未办结2项，其中逾期1项。/);
  await director.isWell();
  await director.press('修改文稿');
  await director.page.getByRole('heading', { name: '修改文稿' }).waitFor();
  const body = director.page.getByLabel('正文', { exact: true });
  await body.fill(`${await body.inputValue()}\n请教务处本周内报送考试方案。`);
  await director.press('保存');
  await director.page.getByRole('link', { name: '返回' }).click();
  await director.sees('请教务处本周内报送考试方案。');
  await director.press('定稿');
  await director.press('定稿', director.window());
  await director.page.getByText('定稿', { exact: true }).first().waitFor();
  await director.press('已阅');
  await director.open('/meetings/reports');
  await director.sees('会议决议落实情况周汇总（2026年11月23日至11月29日）');
  await director.isWell();
});

import { momentsAgo } from './deeds.ts';
import type { Life, Step } from './life.ts';
import { preparing, roomFor } from './meeting-place.ts';
import { lately } from './meetings-lately.ts';

const day = 24 * 60;

/** Days: so long ago that a Friday has summed it up. */
const heldBefore = 15;

/** Meetings in every state, and a ledger with a resolution that is late, one that is checked, one under way. */
export const meetings = (life: Life, now: string): Step[] => {
  const weekly: Meeting = { id: '' };
  const [coming, asked, draft, dropped]: Meeting[] = [{ id: '' }, { id: '' }, { id: '' }, { id: '' }];
  return [
    at(now, 24 * day, () => plan(life, dropped!, { title: '教学工作专题会', kind: 'special', startsAt: away(now, -16), topics: [['department.head', '关于课后服务课程调整的议题', '部分社团人数不足，建议合并。']] })),
    at(now, 22 * day, () => approve(life, dropped!)),
    at(now, 21.9 * day, () => notify(life, dropped!)),
    at(now, 18 * day, async () => void (await (await life.tools('office.clerk')).meetings.cancelMeeting({ params: { meetingId: dropped!.id }, body: { why: '与市教育局检查时间冲突，议题另行安排' } }))),
    at(now, 24 * day, () => plan(life, weekly, { title: '月度校长办公会', kind: 'leaders', startsAt: away(now, -heldBefore), topics: [['department.head', '关于期中考试总结与整改的议题', '各年级成绩分析已完成，需研究整改措施。'], ['department.head.2', '关于食堂蒸箱更新的议题', '设备使用十年，故障频繁。'], ['qinyong', '关于校门口交通疏导的议题', '放学时段拥堵，家长意见较多。']] })),
    at(now, 22 * day, () => approve(life, weekly)),
    at(now, 21.9 * day, () => notify(life, weekly)),
    at(now, 21 * day, () => answers(life, weekly)),
    ...sits(life, weekly, now),
    ...minuted(life, weekly, now),
    at(now, 5 * day, () => carriesOut(life, weekly)),
    at(now, 3 * day, () => plan(life, coming!, { title: '寒假工作安排会', kind: 'routine', inRoom: true, startsAt: away(now, 9), topics: [['yangfan', '关于寒假学生安全教育的议题', '需统一家长信和值班电话。'], ['department.head', '关于期末考试工作的议题', '命题、监考、阅卷需提前安排。']] })),
    at(now, 2 * day, () => approve(life, coming!)),
    at(now, 1.9 * day, () => notify(life, coming!)),
    at(now, day, async () => void (await (await life.tools('yangfan')).meetings.reply({ params: { meetingId: coming!.id }, body: { reply: 'comes' } }))),
    ...preparing(life, coming!, now),
    at(now, 300, () => plan(life, asked!, { title: '后勤保障专题会', kind: 'special', startsAt: away(now, 12), topics: [['department.head.2', '关于冬季供暖检修的议题', '部分教室温度不达标。']] })),
    at(now, 200, () => send(life, asked!)),
    at(now, 100, () => plan(life, draft!, { title: '第二次教职工大会筹备会', kind: 'special', startsAt: away(now, 16), topics: [['hemei', '关于教职工大会议程的议题', '请确定报告人和时间。']] })),
    ...lately(life, now),
    at(now, 60, async () => void (await apply(life, 'staff', '关于增设自习教室的议题', '考前自习教室不足。'))),
  ];
};

export interface Meeting {
  id: string;
}

export const at = (now: string, minutesAgo: number, run: () => Promise<void>): Step => ({ at: momentsAgo(now, minutesAgo), run });

/** At two in the afternoon, so many days from now. */
export const away = (now: string, days: number) => `${new Date(Date.parse(now) + days * day * 60_000).toISOString().slice(0, 10)}T06:00:00.000Z`;

const apply = async (life: Life, username: string, title: string, reason: string) => (await (await life.tools(username)).meetings.applyTopic({ body: { title, reason, minutes: 20 } })).id;

interface Planned {
  title: string;
  kind: 'leaders' | 'routine' | 'special';
  startsAt: string;
  /** In a room of the school, which is booked with it. */
  inRoom?: boolean;
  topics: readonly (readonly [who: string, title: string, reason: string])[];
}

export const plan = async (life: Life, meeting: Meeting, { topics, startsAt, inRoom = false, ...more }: Planned) => {
  const items = [];
  for (const [who, title, reason] of topics) items.push({ topicId: await apply(life, who, title, reason), minutes: 20, presenterId: life.id(who) });
  const { meetings: desk } = await life.tools('office.clerk');
  // The notice leaves a few days later. Where no calendar is published nobody can say that it is in time.
  const { lead } = await desk.clashes({ body: { startsAt: new Date(Date.parse(startsAt) - 3 * day * 60_000).toISOString(), minutes: 90, people: [] } });
  const room = inRoom ? await roomFor(life, startsAt, 7) : null;
  const body = { ...more, startsAt, minutes: 90, place: '行政楼第一会议室', room, chairId: life.id('principal'), minuteTakerId: life.id('office.clerk'), prepare: '请汇报部门准备书面材料。', urgentWhy: lead.enough ? '' : '工作安排需要', attends: ['leader', 'leader.2'].map(life.id), observes: [life.id('office.director')], items };
  meeting.id = (await desk.plan({ body })).id;
};

const send = async (life: Life, { id }: Meeting) => void (await (await life.tools('office.clerk')).meetings.sendForApproval({ params: { meetingId: id }, body: {} }));

export const approve = async (life: Life, meeting: Meeting) => {
  await send(life, meeting);
  const { approvals } = await life.tools('principal');
  const { approvals: [trail] } = await approvals.trail({ params: { recordId: meeting.id } });
  await approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意召开' } });
};

export const notify = async (life: Life, { id }: Meeting) => void (await (await life.tools('office.clerk')).meetings.call({ params: { meetingId: id }, body: {} }));

const answers = async (life: Life, { id }: Meeting) => {
  for (const who of ['principal', 'leader', 'department.head', 'department.head.2', 'office.clerk', 'office.director']) await (await life.tools(who)).meetings.reply({ params: { meetingId: id }, body: { reply: 'comes' } });
  await (await life.tools('leader.2')).meetings.reply({ params: { meetingId: id }, body: { reply: 'leave', why: '参加区里会议' } });
};

/** A meeting as it went: who signed in, how long each topic took, what was said and resolved; the last one ran out of time. */
const sits = (life: Life, meeting: Meeting, now: string): Step[] => {
  const begins = away(now, -heldBefore);
  const minute = (n: number) => new Date(Date.parse(begins) + n * 60_000).toISOString();
  const step = (n: number, run: (desk: Awaited<ReturnType<Life['tools']>>['meetings'], items: Awaited<ReturnType<Awaited<ReturnType<Life['tools']>>['meetings']['meeting']>>['items']) => Promise<unknown>): Step => ({
    at: minute(n),
    run: async () => {
      const { meetings: desk } = await life.tools('office.clerk');
      await run(desk, (await desk.meeting({ params: { meetingId: meeting.id } })).items);
    },
  });
  const resolved = (text: string, department: string, owner: string, days: number) => ({ text, departmentId: life.department(department), ownerId: life.id(owner), dueOn: away(now, days).slice(0, 10) });
  const params = () => ({ meetingId: meeting.id });
  return [
    step(-10, async (desk) => {
      for (const who of ['department.head', 'department.head.2', 'office.clerk', 'principal']) await desk.signInFor({ params: params(), body: { personId: life.id(who) } });
    }),
    step(0, (desk) => desk.beginMeeting({ params: params(), body: {} })),
    step(1, (desk, [exams]) => desk.talkAbout({ params: { itemId: exams!.id }, body: {} })),
    step(6, (desk) => desk.signInFor({ params: params(), body: { personId: life.id('leader') } })),
    step(12, (desk, [exams]) => desk.addPoint({ params: params(), body: { itemId: exams!.id, text: '高一数学、高二物理平均分低于区均值，需分层辅导。', key: true } })),
    step(16, (desk, [exams]) => desk.addPoint({ params: params(), body: { itemId: exams!.id, text: '各年级组汇报成绩分析，教务处补充命题难度对比。' } })),
    step(22, (desk, [exams]) => desk.resolve({ params: { itemId: exams!.id }, body: resolved('教务处制定薄弱学科整改方案，报教学副校长审定', '教务处', 'department.head', -2) })),
    step(24, (desk, [exams]) => desk.resolve({ params: { itemId: exams!.id }, body: resolved('各年级组召开质量分析会，教务处汇总情况', '教务处', 'staff', 6) })),
    step(26, (desk, [exams]) => desk.settleItem({ params: { itemId: exams!.id }, body: { outcome: 'dealt' } })),
    step(26, (desk, [, kitchen]) => desk.talkAbout({ params: { itemId: kitchen!.id }, body: {} })),
    step(39, (desk, [, kitchen]) => desk.resolve({ params: { itemId: kitchen!.id }, body: resolved('总务处完成蒸箱采购询价，列入下年度预算', '总务处', 'department.head.2', 3) })),
    step(43, (desk, [, kitchen]) => desk.settleItem({ params: { itemId: kitchen!.id }, body: { outcome: 'dealt' } })),
    step(43, (desk, [, , traffic]) => desk.talkAbout({ params: { itemId: traffic!.id }, body: {} })),
    step(72, (desk, [, , traffic]) => desk.settleItem({ params: { itemId: traffic!.id }, body: { outcome: 'deferred', why: '时间已到，另行专题研究' } })),
    step(74, (desk) => desk.endMeeting({ params: params(), body: {} })),
  ];
};

/** Its minutes: sent the same afternoon, put right by a head, on paper the next day, approved the day after, read by one of the departments. */
const minuted = (life: Life, meeting: Meeting, now: string): Step[] => {
  const begins = Date.parse(away(now, -heldBefore));
  const step = (hours: number, who: string, run: (desk: Awaited<ReturnType<Life['tools']>>['meetings'], params: { paperId: string }) => Promise<unknown>): Step => ({
    at: new Date(begins + hours * 3_600_000).toISOString(),
    run: async () => {
      const { meetings: desk } = await life.tools(who);
      const { minutes } = await desk.minutesOf({ params: { meetingId: meeting.id } });
      await run(desk, { paperId: minutes!.id });
    },
  });
  return [
    step(3, 'office.clerk', (desk, params) => desk.sendMinutes({ params, body: {} })),
    step(4, 'department.head', (desk, params) => desk.askCorrection({ params, body: { text: '“高二物理”应为“高二化学”，请核对。' } })),
    step(4.5, 'office.clerk', async (desk, params) => {
      const { content, version, corrections: [asked] } = await desk.minutes({ params });
      await desk.saveWritten({ params, body: { ...content, body: content.body.replace('高二物理', '高二化学'), base: version } });
      await desk.decideCorrection({ params: { correctionId: asked!.id }, body: { taken: true } });
    }),
    ...['principal', 'leader', 'department.head.2'].map((who, i) => step(5 + i, who, (desk, params) => desk.readMinutes({ params, body: {} }))),
    step(19, 'office.clerk', (desk, params) => desk.printMinutes({ params, body: { copies: 10 } })),
    step(20, 'office.clerk', (desk, params) => desk.submitMinutes({ params, body: { departments: ['教务处', '总务处', '安全保卫处'].map(life.department) } })),
    step(23, 'principal', async (_, { paperId }) => {
      const { approvals } = await life.tools('principal');
      const { approvals: [trail] } = await approvals.trail({ params: { recordId: paperId } });
      await approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意印发' } });
    }),
    step(26, 'department.head', (desk, params) => desk.readMinutes({ params, body: {} })),
  ];
};

/** One is checked and closed, one has got more time. */
const carriesOut = async (life: Life, { id }: Meeting) => {
  const { meetings: desk } = await life.tools('office.clerk');
  const [, analysis, kitchen] = (await desk.meeting({ params: { meetingId: id } })).resolutions;
  await (await life.tools('staff')).meetings.reportProgress({ params: { resolutionId: analysis!.id }, body: { text: '三个年级质量分析会均已召开，情况汇总报教学副校长。', finished: true } });
  await desk.closeResolution({ params: { resolutionId: analysis!.id }, body: { outcome: 'done', why: '已核对会议记录' } });
  await (await life.tools('department.head.2')).meetings.reportProgress({ params: { resolutionId: kitchen!.id }, body: { text: '已联系三家供应商，收到两家报价。', finished: false } });
};

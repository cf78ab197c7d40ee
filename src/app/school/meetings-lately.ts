import type { Life, Step } from './life.ts';
import { approve, at, away, type Meeting, notify, plan } from './meetings.ts';

const day = 24 * 60;
type Desk = Awaited<ReturnType<Life['tools']>>['meetings'];
type Items = Awaited<ReturnType<Desk['meeting']>>['items'];

/** What the office has on its desk about meetings: one goes on, minutes of one are being put right, those of another wait for the leader. */
export const lately = (life: Life, now: string): Step[] => {
  const [goingOn, corrected, reviewed]: Meeting[] = [{ id: '' }, { id: '' }, { id: '' }];
  return [
    ...called(life, reviewed!, now, { title: '安全工作专题会', kind: 'special', startsAt: away(now, -3), topics: [['qinyong', '关于冬季消防检查整改的议题', '两处疏散指示灯损坏，须限期更换。']] }),
    ...held(life, reviewed!, away(now, -3), { point: '学生宿舍二楼疏散指示灯须本周更换。', text: '安全保卫处更换疏散指示灯并复查', department: '安全保卫处', owner: 'qinyong', dueOn: away(now, 10).slice(0, 10) }),
    ...asked(life, reviewed!, away(now, -3)),
    ...called(life, corrected!, now, { title: '教学常规工作例会', kind: 'routine', startsAt: away(now, -1), topics: [['department.head', '关于听课评课安排的议题', '本月公开课集中，需错开时间。']] }),
    ...held(life, corrected!, away(now, -1), { point: '公开课与月考错开，每周不超过三节。', text: '教务处排定本月公开课日程', department: '教务处', owner: 'department.head', dueOn: away(now, 7).slice(0, 10) }),
    by(life, corrected!, later(away(now, -1), 3), 'office.clerk', async (desk, paperId) => void (await desk.sendMinutes({ params: { paperId }, body: {} }))),
    by(life, corrected!, later(away(now, -1), 5), 'department.head', async (desk, paperId) => void (await desk.askCorrection({ params: { paperId }, body: { text: '“每周不超过三节”应为“每周不超过四节”。' } }))),
    ...called(life, goingOn!, now, { title: '校长办公会', kind: 'leaders', startsAt: atMinute(now, 25), topics: [['department.head', '关于校本课程评价的议题', '评价办法需统一。'], ['department.head.2', '关于宿舍热水改造的议题', '高峰时段水温不足。']] }),
    ...goesOn(life, goingOn!, now),
  ];
};

const later = (from: string, hours: number) => new Date(Date.parse(from) + hours * 3_600_000).toISOString();

/** On a whole minute, so many minutes ago. */
const atMinute = (now: string, ago: number) => new Date(Math.floor(Date.parse(now) / 60_000) * 60_000 - ago * 60_000).toISOString();

const called = (life: Life, meeting: Meeting, now: string, planned: Parameters<typeof plan>[2]): Step[] => {
  const before = (days: number) => (Date.parse(now) - Date.parse(planned.startsAt)) / 60_000 + days * day;
  return [at(now, before(9), () => plan(life, meeting, planned)), at(now, before(8), () => approve(life, meeting)), at(now, before(7.9), () => notify(life, meeting))];
};

const writes = (life: Life, meeting: Meeting, from: string, minute: number, run: (desk: Desk, items: Items) => Promise<unknown>): Step => ({
  at: later(from, minute / 60),
  run: async () => {
    const { meetings: desk } = await life.tools('office.clerk');
    await run(desk, (await desk.meeting({ params: { meetingId: meeting.id } })).items);
  },
});

const begins = (life: Life, meeting: Meeting, from: string): Step =>
  writes(life, meeting, from, 0, async (desk, [first]) => {
    const params = { meetingId: meeting.id };
    for (const who of ['principal', 'leader', 'office.clerk']) await desk.signInFor({ params, body: { personId: life.id(who) } });
    await desk.signInFor({ params, body: { personId: first!.presenter.id } });
    await desk.beginMeeting({ params, body: {} });
    await desk.talkAbout({ params: { itemId: first!.id }, body: {} });
  });

interface Said {
  point: string;
  text: string;
  department: string;
  owner: string;
  dueOn: string;
}

const held = (life: Life, meeting: Meeting, from: string, { point, department, owner, ...resolved }: Said): Step[] => [
  begins(life, meeting, from),
  writes(life, meeting, from, 18, async (desk, [first]) => {
    await desk.addPoint({ params: { meetingId: meeting.id }, body: { itemId: first!.id, text: point, key: true } });
    await desk.resolve({ params: { itemId: first!.id }, body: { ...resolved, departmentId: life.department(department), ownerId: life.id(owner) } });
    await desk.settleItem({ params: { itemId: first!.id }, body: { outcome: 'dealt' } });
  }),
  writes(life, meeting, from, 20, (desk) => desk.endMeeting({ params: { meetingId: meeting.id }, body: {} })),
];

const by = (life: Life, meeting: Meeting, moment: string, who: string, run: (desk: Desk, paperId: string) => Promise<void>): Step => ({
  at: moment,
  run: async () => {
    const { meetings: desk } = await life.tools(who);
    const { minutes } = await desk.minutesOf({ params: { meetingId: meeting.id } });
    await run(desk, minutes!.id);
  },
});

/** Sent, read by everybody, before the leader. */
const asked = (life: Life, meeting: Meeting, from: string): Step[] => [
  by(life, meeting, later(from, 2), 'office.clerk', async (desk, paperId) => void (await desk.sendMinutes({ params: { paperId }, body: {} }))),
  ...['principal', 'leader', 'qinyong'].map((who, i) => by(life, meeting, later(from, 3 + i), who, async (desk, paperId) => void (await desk.readMinutes({ params: { paperId }, body: {} })))),
  by(life, meeting, later(from, 20), 'office.clerk', async (desk, paperId) => void (await desk.printMinutes({ params: { paperId }, body: { copies: 6 } }))),
  by(life, meeting, later(from, 21), 'office.clerk', async (desk, paperId) => void (await desk.submitMinutes({ params: { paperId }, body: { departments: [life.department('安全保卫处')] } }))),
];

const goesOn = (life: Life, meeting: Meeting, now: string): Step[] => [
  begins(life, meeting, atMinute(now, 25)),
  writes(life, meeting, atMinute(now, 25), 12, (desk, [first]) => desk.addPoint({ params: { meetingId: meeting.id }, body: { itemId: first!.id, text: '评价以过程材料为主，学期末集中展示。', key: true } })),
];

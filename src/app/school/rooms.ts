import type { Life, Step } from './life.ts';

const usual = { from: '07:30', to: '21:30' };
const hours = [usual, usual, usual, usual, usual, null, null];
const equipment = [['投影仪', 2], ['无线话筒', 6], ['笔记本电脑', 4], ['移动音箱', 2], ['折叠椅', 80], ['白板', 0]] as const;
/** name, building, class, seats, what stands in it by its place in the list above, remark, no approval, department. */
const rooms = [
  ['报告厅', '艺体楼一层', 'large', 260, [0, 1, 3], '舞台、灯光由信息中心调试', false, ''], ['大会议室', '行政楼四层', 'large', 80, [0, 1], '', false, ''],
  ['小会议室', '行政楼三层', 'ordinary', 16, [0, 5], '', false, ''], ['接待室', '行政楼一层', 'ordinary', 8, [], '来访接待优先', true, ''],
  ['党员活动室', '行政楼二层', 'ordinary', 30, [0, 5], '', false, ''], ['录播教室', '教学楼五层', 'ordinary', 48, [0, 1, 2], '录课前一天与信息中心联系', false, ''],
  ['年级会议室', '教学楼二层', 'ordinary', 20, [5], '', true, ''], ['团委活动室', '艺体楼二层', 'ordinary', 24, [3], '', true, '团委'],
] as const;

const purposes = ['高一年级组长会', '教研组集体备课', '班主任例会', '课题中期汇报', '家长委员会座谈', '消防安全培训', '校园开放日筹备', '食堂管理会', '学生代表座谈', '期中质量分析', '新教师汇报课评议', '工会小组活动'];
const whose = ['staff', 'department.head', 'shihong', 'zhangyi', 'caoyan', 'jinlei', 'jiangnan', 'xieyun', 'yuqing', 'zhuting', 'office.clerk'];
const pick = <T,>(all: readonly T[], n: number) => all[n % all.length]!;
const plus = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const half = (at: string) => new Date(Math.floor(Date.parse(at) / 1_800_000) * 1_800_000).toISOString();

/** Eight rooms and what was booked of them in eight weeks: used, missed, cancelled, refused, waited for, still to come. */
export const meetingRooms = (life: Life, begins: string, now: string): Step[] => {
  const steps: Step[] = [{ at: begins, run: () => furnished(life) }, { at: life.after(begins, 60), run: () => weekly(life, begins) }];
  for (let at = life.after(begins, 90), n = 0; at < now; at = life.after(at, 200), n += 1) steps.push({ at, run: () => booked(life, at, n) });
  steps.push({ at: plus(now, -50), run: () => closed(life, now) });
  return steps;
};

const furnished = async (life: Life) => {
  const { rooms: desk } = await life.tools('office.clerk');
  const ids: string[] = [];
  for (const [name, movable] of equipment) ids.push((await desk.setEquipment({ body: { name, movable } })).id);
  for (const [name, building, kind, seats, has, remark, free, department] of rooms) await desk.addRoom({ body: { name, building, class: kind, seats, hours, departments: department ? [life.department(department)] : [], roles: [], free, remark, fixtures: has.map((one) => ({ equipmentId: ids[one]!, count: one === 1 ? 4 : 1 })) } });
};

/** 每周例会, for eight weeks. */
const weekly = async (life: Life, begins: string) => {
  const { rooms: desk } = await life.tools('department.head');
  const from = half(life.after(begins, 1500));
  const room = (await desk.findRooms({ query: { from, to: plus(from, 60), people: 12 } })).rooms.find(({ name }) => name === '年级会议室');
  if (room) await desk.bookSeries({ body: { roomId: room.id, from, to: plus(from, 60), people: 12, title: '教务处例会', exception: room.late ? '学期例会' : null, rule: 'FREQ=WEEKLY;COUNT=11', skip: true } });
};

const excusable = (codes: readonly string[]) => codes.every((code) => code === 'rooms.too_late' || code === 'rooms.calendar_missing');

const booked = async (life: Life, at: string, n: number): Promise<Step[]> => {
  const who = pick(whose, n);
  const { rooms: desk } = await life.tools(who);
  const from = half(life.after(at, n % 10 === 6 ? 300 : 1700));
  const to = plus(from, n % 3 ? 60 : 90);
  const people = [6, 12, 18, 40, 90][n % 5]!;
  const fit = (await desk.findRooms({ query: { from, to, people } })).rooms.filter(({ whyNot }) => excusable(whyNot));
  const room = fit[n % Math.min(2, fit.length || 1)];
  if (!room) return [];
  const title = n % 9 === 5 ? { secretTitle: '个别谈话' } : { title: pick(purposes, n) };
  const { id, state } = await desk.book({ body: { roomId: room.id, from, to, people, ...title, exception: room.late ? '上级临时通知，须当日落实' : null } });
  const refused = n % 11 === 7;
  const decide = async () => void (state === 'asked' && (await decided(life, id, room.class === 'large' || room.late, refused)));
  const attended = async () => void (!refused && n % 7 !== 3 && n % 8 !== 6 && (await attend(life, who, { id, roomId: room.id })));
  return [
    { at: life.after(at, 40), run: decide },
    ...(n % 7 === 3 && !refused ? [{ at: life.after(at, 200), run: async () => void (await desk.cancel({ params: { bookingId: id }, body: { why: '会议改期' } })) }] : []),
    { at: plus(from, 2), run: attended },
    { at: plus(to, -3), run: async () => void (await left(life, who, id)) },
  ];
};

const decided = async (life: Life, recordId: string, large: boolean, refuse: boolean) => {
  for (const who of large ? ['office.director', 'principal'] : ['office.clerk', 'office.director']) {
    const { approvals } = await life.tools(who);
    const { approvals: [trail] } = await approvals.trail({ params: { recordId } });
    const signer = trail?.stages.find(({ state }) => state === 'open')?.signers.find(({ whyNot }) => whyNot['decide']?.length === 0);
    if (signer) return void (await approvals.decide({ params: { signerId: signer.id }, body: refuse ? { decision: 'refused', opinion: '这个时间要布置考场，请改期' } : { decision: 'approved', opinion: '同意' } }));
  }
};

const attend = async (life: Life, who: string, { id, roomId }: { id: string; roomId: string }) => {
  const { state } = await (await life.tools(who)).rooms.booking({ params: { bookingId: id } });
  const { doorCode } = await (await life.tools('office.clerk')).rooms.doorCard({ params: { roomId } });
  if (state === 'booked') await (await life.tools(who)).rooms.signIn({ params: { bookingId: id }, body: { doorCode } });
};

const left = async (life: Life, who: string, id: string) => {
  const { rooms: desk } = await life.tools(who);
  if ((await desk.booking({ params: { bookingId: id } })).state === 'used') await desk.leave({ params: { bookingId: id }, body: {} });
};

/** Exams close a room; somebody waits for one that is taken. */
const closed = async (life: Life, now: string) => {
  const { rooms: desk } = await life.tools('office.clerk');
  const { rooms: all } = await desk.list({});
  await desk.addBlackout({ body: { roomId: all.find(({ name }) => name === '录播教室')!.id, from: plus(now, 10 * 1440), to: plus(now, 12 * 1440), reason: '期末口语考试', excepted: [life.id('youjia')] } });
  const { rooms: mine } = await life.tools('staff');
  const next = (await mine.bookings({ query: { show: 'coming', state: 'booked', most: 30 } })).bookings.find(({ from, organiser }) => Date.parse(from) - Date.parse(now) > 30 * 3_600_000 && organiser.id !== life.id('staff'));
  const room = next && all.find(({ id }) => id === next.room.id);
  const found = room && (await mine.findRooms({ query: { from: next.from, to: next.to, people: 1 } })).rooms.find(({ id }) => id === room.id);
  if (found?.whyNot.length === 1 && found.whyNot[0] === 'rooms.taken') await mine.wait({ body: { roomId: found.id, from: next!.from, to: next!.to, people: 6, title: '备课组会' } });
};

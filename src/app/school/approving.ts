import { momentsAgo, type Scene } from './deeds.ts';
import type { Life, Step } from './life.ts';
import { type Draft, notice, type Writing } from './writing.ts';

const [hour, day] = [60, 24 * 60];

/** Before its 意见 are signed, the school hears its union and whom the drafter names. */
export const routed = (life: Life, begins: string): Step => ({
  at: begins,
  run: async () => {
    const { approvals } = await life.tools('office.director');
    const { steps } = (await approvals.subjects({})).subjects.find(({ name }) => name === 'outgoing.document')!;
    const when = [{ field: 'kind', is: 'one_of' as const, values: ['意见'] }];
    const heard = [
      { key: 'union', title: '工会会审', who: { kind: 'person' as const, personId: life.id('hemei') }, mode: 'one' as const, batch: false, when },
      { key: 'experts', title: '有关人员会审', who: { kind: 'chosen' as const }, mode: 'in_order' as const, batch: false, when },
    ];
    const from = steps.findIndex(({ key }) => key === 'supervisor');
    await approvals.publish({ params: { subject: 'outgoing.document' }, body: { steps: [...steps.slice(0, from), ...heard, ...steps.slice(from)], why: '意见类文件签发前先听取工会和有关人员的意见', from: 0 } });
  },
});

/** 郑海涛 was away for two days, and 周敏 signed for him. */
export const away = (life: Life, now: string): Step => ({
  at: momentsAgo(now, 6 * day),
  run: async () => {
    const { organisation } = await life.tools('leader.2');
    await organisation.takeLeave({ body: { deputyId: life.id('leader'), starts: momentsAgo(now, 6 * day - 1), ends: momentsAgo(now, 4 * day), reason: '外出学习' } });
  },
});

/** One document in every state that an approval knows. */
export const approving = (w: Writing, life: Life): Scene[] => [...waiting(w, life), ...turned(w), ...helped(w)];

const policy = (about: string): Draft => ({ ...notice(about), route: 'policy', title: `关于印发《${about}办法》的通知` });
const opinion = (about: string): Draft => ({ ...notice(about), route: 'policy', kind: '意见', title: `关于${about}的实施意见` });

/** At each kind of step. */
const waiting = (w: Writing, life: Life): Scene[] => [
  [[3 * hour, w.drafts('staff', notice('调整早读时间'))], [170, w.submits('staff')]],
  [[26 * hour, w.drafts('staff', { ...notice('举办艺术节'), countersign: ['德育处', '总务处'].map(life.department) })], [25 * hour, w.submits('staff')], [24 * hour, w.approves('department.head', '同意。')], [5 * hour, w.approves('yangfan', '同意，节目由德育处审。')]],
  [[28 * hour, w.drafts('lvqiang', policy('教学常规检查'))], [27 * hour, w.submits('lvqiang')], [7 * hour, w.approves('department.head')]],
  [[5 * day, w.drafts('lvqiang', notice('组织青年教师听课'))], [5 * day - 60, w.submits('lvqiang')], [4 * day, w.approves('department.head')], [28 * hour, w.urges('lvqiang')]],
  [[29 * hour, w.drafts('office.clerk', { ...notice('申报绿色学校'), kind: '请示', route: 'upward', title: '关于申报绿色学校的请示', mainTo: ['江城市教育局'] })], [28 * hour, w.submits('office.clerk')], [24 * hour, w.approves('office.director')], [8 * hour, w.approves('office.director', '材料齐全，请王校长签发。')]],
  [[3 * day, w.drafts('staff', opinion('改进课堂教学'))], [3 * day - 60, w.submits('staff', { experts: ['zhuting', 'qibo'] })], [2 * day, w.approves('department.head')], [30 * hour, w.approves('office.director')]],
  [[4 * day, w.drafts('staff', opinion('加强教师培训'))], [4 * day - 60, w.submits('staff', { experts: ['zhuting', 'qibo'] })], [3 * day, w.approves('department.head')], [2 * day, w.approves('office.director')], [28 * hour, w.approves('hemei', '教师负担要有上限，已写入第二条。')], [6 * hour, w.approves('zhuting')]],
  // Their own draft goes one level up.
  [[9 * hour, w.drafts('department.head', notice('开展教研组评比'))], [8 * hour, w.submits('department.head')]],
];

/** Returned, to the drafter and to an earlier step; refused; recalled. */
const turned = (w: Writing): Scene[] => [
  [[31 * hour, w.drafts('staff', notice('统一收取校服费'))], [30 * hour, w.submits('staff')], [7 * hour, w.returns('department.head', '收费依据和标准没有写清，请补充。')]],
  [[5 * day, w.drafts('staff', policy('学生手机管理'))], [5 * day - 60, w.submits('staff')], [4 * day, w.approves('department.head')], [3 * day, w.approves('office.director')], [6 * hour, w.returns('leader', '家校沟通的部分请教务处再议。', 'head')]],
  [[6 * day, w.drafts('staff', policy('周末补课'))], [6 * day - 60, w.submits('staff')], [5 * day, w.approves('department.head')], [4 * day, w.approves('office.director')], [3 * day, w.refuses('leader', '与减负规定不符，不予制定。')]],
  [[33 * hour, w.drafts('staff', notice('借用操场'))], [32 * hour, w.submits('staff')], [31 * hour, w.recalls('staff', '时间与运动会冲突，改期再报')]],
];

/** Others who were asked in, before or after; handed on; signed by a deputy. */
const helped = (w: Writing): Scene[] => [
  [[27 * hour, w.drafts('jinlei', notice('更换教室空调'))], [26 * hour, w.submits('jinlei')], [25 * hour, w.asksFirst('department.head.2', 'taoran', '请核对预算')]],
  [[34 * hour, w.drafts('staff', notice('开展阅读月活动'))], [33 * hour, w.submits('staff')], [8 * hour, w.approves('department.head', '同意，请教科室也看一下。', 'zhuting')]],
  [[2 * day, w.drafts('jinlei', policy('食堂采购'))], [2 * day - 60, w.submits('jinlei')], [32 * hour, w.approves('department.head.2')], [30 * hour, w.approves('office.director')], [9 * hour, w.handsOn('leader.2', 'principal', '涉及全校师生，请王校长定')]],
  [[7 * day, w.drafts('jinlei', policy('校车安全'))], [7 * day - 60, w.submits('jinlei')], [7 * day - 120, w.approves('department.head.2')], [6 * day - 30, w.approves('office.director')], [5 * day, w.approves('leader', '同意，请严格执行。')]],
];

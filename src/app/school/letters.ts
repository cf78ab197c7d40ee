import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { played, type Scene } from './deeds.ts';
import type { Life, Step } from './life.ts';
import { approving, away, routed } from './approving.ts';
import { notice, type Writing, writingOf } from './writing.ts';

const [hour, day] = [60, 24 * 60];

/** What the school itself writes: one document at each stage of its way, and the books that come of it. */
export const letters = (life: Life, begins: string, now: string): Step[] => [equipped(life, begins), routed(life, begins), away(life, now), ...scenes(writingOf(life), life).flatMap((scene) => played(scene, now))];

/** The final papers of what was sealed and issued are made once the house is open. */
export const papersLater = async (db: Db, now: string) => {
  for (const { documentId, askedBy } of await db.selectFrom('outgoingPapers').select(['documentId', 'askedBy']).where('state', '=', 'waiting').execute()) await tellLater(db, now, 'outgoing.papers_wanted', { documentId, by: askedBy });
  for (const { id } of await db.selectFrom('meetingPapers').select('id').where('state', '=', 'final').execute()) await tellLater(db, now, 'meetings.paper_final', { paperId: id });
};

/** Three series and one seal, kept by the clerk. */
const equipped = (life: Life, begins: string): Step => ({
  at: begins,
  run: async () => {
    const { outgoing: desk } = await life.tools('office.director');
    for (const [word, name, layout] of [['江实校发', '学校文件', 'file'], ['江实校函', '函', 'letter'], ['江实校办', '办公室文件', 'file']] as const) await desk.addSeries({ body: { word, name, layout } });
    await desk.addSeal({ body: { name: '江城实验学校公章', keeperId: life.id('office.clerk') } });
  },
});

const scenes = (w: Writing, life: Life): Scene[] => [...onTheirWay(w), ...done(w), ...approving(w, life)];

const exam = { title: '关于做好期中质量检测工作的通知', body: '为检查教学情况，现就期中质量检测有关工作通知如下。\n一、时间安排\n检测安排两天，具体场次见考务手册。\n二、组织要求\n（一）各年级组提前布置考场。\n（二）监考教师提前十五分钟到岗。\n特此通知。', mainTo: ['教务处', '德育处', '总务处'], copyTo: ['教科室'] };
const rules = { route: 'policy' as const, kind: '通知' as const, reason: '原办法执行三年，需按新规定修订', title: '关于印发《校园来访人员管理办法》的通知', body: '《校园来访人员管理办法》已经校务会议研究通过，现印发给你们，请认真执行。\n一、来访登记\n来访人员凭预约记录和有效证件登记入校。\n二、陪同要求\n被访部门派人陪同。', mainTo: ['教务处', '总务处', '安全保卫处'] };
const minutes = { kind: '纪要' as const, title: '校长办公会议纪要', body: '校长王建华主持召开校长办公会议，研究冬季安全和期末工作。现纪要如下。\n一、冬季安全\n会议要求，总务处本周内完成锅炉房和配电间检查。\n二、期末工作\n会议同意教务处提出的期末工作安排。', mainTo: [], copyNumber: '000001', attending: '王建华、周敏、郑海涛', absent: '陈国栋', observing: '李文静' };
const money = { kind: '请示' as const, route: 'upward' as const, reason: '教学楼屋面渗漏，需要专项维修', title: '关于教学楼屋面维修经费的请示', body: '我校东教学楼屋面使用多年，近期多处渗漏，影响教学。为保证师生安全，拟对屋面进行整体维修，所需经费请从校舍维修专项中安排。\n妥否，请批示。', mainTo: ['江城市教育局'], note: '（联系人：李文静，电话：0571-00000000）' };

/** Each waits at another desk. */
const onTheirWay = (w: Writing): Scene[] => [
  [[5 * hour, w.drafts('staff', { ...notice('开展学生社团展示活动'), body: '一、时间\n三、要求', mainTo: ['德育处'] })]],
  [[4 * hour, w.draftsFrom('staff', '会议通知', { 会议名称: '期中教学分析会', 时间: '下周三下午', 地点: '报告厅', 对象: '全体任课教师' })]],
  [[27 * hour, w.drafts('office.clerk', minutes)], [26 * hour, w.mends('office.clerk', () => ({ copyNumber: '000002', attending: '王建华、周敏、郑海涛、陈国栋', absent: '孙丽' }))]],
  [[2 * day, w.drafts('staff', rules)], [2 * day - 20, w.submits('staff')], [day + 6 * hour, w.returns('department.head', '请补充夜间来访的规定。')], [day + 3 * hour, w.mends('staff', ({ body }) => ({ body: `${body}\n三、夜间来访\n非教学时间来访须经值班领导同意。` }))], [day + 2 * hour, w.submits('staff')], [day, w.approves('department.head', '已补充，同意。')], [20 * hour, w.approves('office.director', '文字已核。')]],
  [[day, w.drafts('office.clerk', money)], [day - 15, w.submits('office.clerk')], [22 * hour, w.approves('office.director')], [21 * hour, w.approves('office.director', '格式已核。')], [4 * hour, w.approves('principal', '同意上报。')]],
  [[30 * hour, w.drafts('staff', notice('调整课后服务时间'))], [29 * hour, w.submits('staff')], [28 * hour, w.approves('department.head')], [26 * hour, w.approves('office.director')], [5 * hour, w.checks()]],
  [[32 * hour, w.drafts('staff', notice('组织教师体检'))], [31 * hour, w.submits('staff')], [30 * hour, w.approves('department.head')], [27 * hour, w.approves('office.director')], [7 * hour, w.checks()], [6 * hour, w.numbers('江实校办')]],
  [[50 * hour, w.drafts('staff', notice('开展冬季防火检查'))], [49 * hour, w.submits('staff')], [48 * hour, w.approves('department.head')], [46 * hour, w.approves('office.director')], [28 * hour, w.checks()], [27 * hour, w.numbers('江实校办')], [26 * hour, w.prints(6)], [25 * hour, w.seals(6)]],
];

/** Issued, collected, dropped; and a book of numbers with a reserved and a void one. */
const done = (w: Writing): Scene[] => [
  [[9 * day, w.drafts('staff', exam)], [9 * day - 30, w.submits('staff')], [9 * day - 90, w.approves('department.head', '同意。')], [8 * day, w.approves('office.director')], [8 * day - 30, w.checks()], [8 * day - 40, w.numbers('江实校发')], [8 * day - 60, w.prints(5)], [8 * day - 80, w.seals(5)], [8 * day - 100, w.issues(['教务处', '德育处', '总务处', '教科室'], ['江城市教育局'])], [7 * day, w.receives('department.head', '教务处')], [7 * day - 20, w.receives('yangfan', '德育处')], [7 * day - 60, w.collects('江城市教育局', '周玲')]],
  [[12 * day, w.reserves('江实校发', '校庆活动方案')]],
  [[11 * day, w.reservesInVain('江实校办', '寒假值班安排', '值班安排改用校内通知，不再发文')]],
  [[6 * day, w.drafts('staff', notice('举办校园开放日'))], [5 * day, w.drops('staff', '活动改期，另行发文')]],
];

import type { NewDraft } from '#modules/documents/outgoing/drafts/contract.ts';
import type { Wanted } from '#modules/documents/outgoing/issuing/contract.ts';
import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { played, type Scene } from './deeds.ts';
import type { Life, Step, Tools } from './life.ts';

const [hour, day] = [60, 24 * 60];

/** What the school itself writes: one document at each stage of its way, and the books that come of it. */
export const letters = (life: Life, begins: string, now: string): Step[] => [equipped(life, begins), ...scenes(writingOf(life)).flatMap((scene) => played(scene, now))];

/** The final papers of what was sealed and issued are made once the house is open. */
export const papersLater = async (db: Db, now: string) => {
  for (const { documentId, askedBy } of await db.selectFrom('outgoingPapers').select(['documentId', 'askedBy']).where('state', '=', 'waiting').execute()) await tellLater(db, now, 'outgoing.papers_wanted', { documentId, by: askedBy });
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

type Writing = ReturnType<typeof writingOf>;
type Draft = Omit<Partial<NewDraft>, 'content'> & { title: string; body: string; mainTo: string[]; copyTo?: string[]; note?: string };

/** What people do with a document of the school, each at their own desk. */
const writingOf = (life: Life) => {
  const at = (username: string, deed: (tools: Tools, documentId: string) => Promise<unknown>): Scene[number][1] => async ({ id }) => deed(await life.tools(username), id);
  const clerk = (deed: (desk: Tools['outgoing'], params: { documentId: string }) => Promise<unknown>) => at('office.clerk', ({ outgoing }, documentId) => deed(outgoing, { documentId }));
  const decides = (username: string, decision: 'approved' | 'returned', opinion = '') => at(username, async ({ approvals }, recordId) => {
    const { approvals: [trail] } = await approvals.trail({ params: { recordId } });
    const mine = trail!.stages.flatMap(({ signers }) => signers).find(({ person, askedAt, decidedAt, withdrawn }) => person.id === life.id(username) && askedAt && !decidedAt && !withdrawn);
    return approvals.decide({ params: { signerId: mine!.id }, body: { decision, opinion } });
  });
  return {
    drafts: (username: string, { title, body, mainTo, copyTo = [], note = '', ...head }: Draft): Scene[number][1] => async (subject) => {
      const { outgoing: desk } = await life.tools(username);
      subject.id = (await desk.create({ body: { kind: '通知', route: 'ordinary', reason: '按学期工作安排', urgency: 0, countersign: [], answers: null, ...head, content: { title, body, mainTo, copyTo, note, bodyFile: null, attachments: [] } } })).id;
    },
    mends: (username: string, more: string) => at(username, async ({ outgoing: desk }, documentId) => {
      const { kind, route, reason, urgency, countersign, answers, content, version } = await desk.one({ params: { documentId } });
      return desk.save({ params: { documentId }, body: { kind, route, reason, urgency, countersign: countersign.map(({ id }) => id), answers: answers?.id ?? null, content: { ...content, body: `${content.body}\n${more}` }, base: version } });
    }),
    submits: (username: string) => at(username, ({ outgoing: desk }, documentId) => desk.submit({ params: { documentId }, body: {} })),
    approves: (username: string, opinion = '') => decides(username, 'approved', opinion),
    returns: (username: string, opinion: string) => decides(username, 'returned', opinion),
    checks: () => clerk((desk, params) => desk.check({ params, body: {} })),
    numbers: (series: string) => clerk((desk, params) => desk.number({ params, body: { series } })),
    seals: (copies: number) => clerk(async (desk, params) => desk.seal({ params, body: { sealId: (await desk.sealsThere({})).seals[0]!.id, copies, witnessId: life.id('office.director') } })),
    prints: (copies: number) => clerk((desk, params) => desk.printed({ params, body: { copies } })),
    issues: (departments: string[], units: string[]) => clerk((desk, params) => desk.issue({ params, body: { deliveries: [
      ...departments.map((unit): Wanted => ({ unit, departmentId: life.department(unit), how: 'electronic', copies: 0, copyNumbers: '' })),
      ...units.map((unit, i): Wanted => ({ unit, departmentId: null, how: 'paper', copies: 1, copyNumbers: String(i + 1) })),
    ] } })),
    receives: (username: string, department: string) => at(username, async ({ outgoing: desk }, documentId) => desk.receive({ params: { deliveryId: (await desk.one({ params: { documentId } })).deliveries.find(({ unit }) => unit === department)!.id }, body: {} })),
    collects: (unit: string, collector: string) => clerk(async (desk, params) => desk.collect({ params: { deliveryId: (await desk.one({ params })).deliveries.find((one) => one.unit === unit)!.id }, body: { collector, signature } })),
    reserves: (series: string, why: string) => clerk((desk) => desk.reserve({ body: { series, why } })),
    reservesInVain: (series: string, wanted: string, why: string) => clerk(async (desk) => {
      const { year, seq } = await desk.reserve({ body: { series, why: wanted } });
      return desk.voidNumber({ body: { series, year, seq, why } });
    }),
    drops: (username: string, why: string) => at(username, ({ outgoing: desk }, documentId) => desk.drop({ params: { documentId }, body: { why } })),
  };
};

const signature = 'M40 70 L60 40 L80 80 L100 45 L120 75 M130 60 L170 58 M150 35 L150 90 M190 40 L180 80 L220 80 M200 60 L240 60';

const scenes = (w: Writing): Scene[] => [...onTheirWay(w), ...done(w)];

const exam = { title: '关于做好期中质量检测工作的通知', body: '各年级组、各处室：\n为检查教学情况，现就期中质量检测有关工作通知如下。\n一、时间安排\n检测安排两天，具体场次见考务手册。\n二、组织要求\n（一）各年级组提前布置考场。\n（二）监考教师提前十五分钟到岗。\n特此通知。', mainTo: ['教务处', '德育处', '总务处'], copyTo: ['教科室'] };
const rules = { route: 'policy' as const, kind: '通知' as const, reason: '原办法执行三年，需按新规定修订', title: '关于印发《校园来访人员管理办法》的通知', body: '各处室、年级组：\n《校园来访人员管理办法》已经校务会议研究通过，现印发给你们，请认真执行。\n一、来访登记\n来访人员凭预约记录和有效证件登记入校。\n二、陪同要求\n被访部门派人陪同。', mainTo: ['教务处', '总务处', '安全保卫处'] };
const money = { kind: '请示' as const, route: 'upward' as const, reason: '教学楼屋面渗漏，需要专项维修', title: '关于教学楼屋面维修经费的请示', body: '江城市教育局：\n我校东教学楼屋面使用多年，近期多处渗漏，影响教学。为保证师生安全，拟对屋面进行整体维修，所需经费请从校舍维修专项中安排。\n妥否，请批示。', mainTo: ['江城市教育局'], note: '（联系人：李文静，电话：0571-00000000）' };
const notice = (about: string): Draft => ({ title: `关于${about}的通知`, body: `各处室、年级组：\n现就${about}有关事项通知如下。\n一、时间\n本周五下午。\n二、要求\n请各部门按时落实。\n特此通知。`, mainTo: ['教务处', '总务处'] });

/** Each waits at another desk. */
const onTheirWay = (w: Writing): Scene[] => [
  [[5 * hour, w.drafts('staff', { ...notice('开展学生社团展示活动'), body: '各年级组：\n一、时间\n三、要求', mainTo: ['德育处'] })]],
  [[2 * day, w.drafts('staff', rules)], [2 * day - 20, w.submits('staff')], [day + 6 * hour, w.returns('department.head', '请补充夜间来访的规定。')], [day + 3 * hour, w.mends('staff', '三、夜间来访\n非教学时间来访须经值班领导同意。')], [day + 2 * hour, w.submits('staff')], [day, w.approves('department.head', '已补充，同意。')], [20 * hour, w.approves('office.director', '文字已核。')]],
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

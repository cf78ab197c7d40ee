import { deedsOf, momentsAgo, played, type Scene } from './deeds.ts';
import type { Life, Step } from './life.ts';

const [hour, day] = [60, 24 * 60];
const urgent = { urgency: 2 as const, pages: 2 };

/** The last days, counted back from the moment the school is opened: whenever that is, something is due soon, something is late, and every desk has work. */
export const today = (life: Life, now: string): Step[] => [...waiting(life, now), ...overdue(life, now), ...turns(life)].flatMap((scene) => played(scene, now));

/** One document at each desk. */
const waiting = (life: Life, now: string): Scene[] => {
  const d = deedsOf(life);
  return [
    [
      [105, d.arrives({ ...urgent, sender: '江城市人民政府办公室', senderNumber: '江政办明电〔2026〕31号', title: '关于做好强对流天气防范应对工作的紧急通知', deliveredBy: '政务网值班室' })],
      [103, d.accepts(true)], [101, d.proposes('急件，先行分办：拟请总务处主办，立即检查校舍、树木和围墙，教务处通知各年级。', '总务处', ['教务处'], [])],
      [99, d.dispatches('总务处', '教务处')], [92, d.signs('department.head.2', '总务处')], [88, d.signs('department.head', '教务处')],
    ],
    [[25, d.arrives({ sender: '江城市教育局', senderNumber: '江教基〔2026〕48号', scanned: now, title: '关于开展中小学作业管理专项督查的通知', writtenOn: null, checks: { complete: true, signature: true, seal: true, addressee: true, form: true } })]],
    [[70, d.arrives({ sender: '江城市教育局', senderNumber: '江教财〔2026〕19号', scanned: now, title: '关于报送下年度校舍维修项目的通知', pages: 5, attachments: 1 })], [45, d.accepts()]],
    [
      [170, d.arrives({ sender: '江城市教育局', senderNumber: '江教师〔2026〕22号', scanned: now, title: '关于做好中小学教师校际交流工作的通知', pages: 6 })], [150, d.accepts()],
      [120, d.proposes('拟请教务处主办，教科室协办，提出我校交流教师建议名单。', '教务处', ['教科室'], ['leader', 'principal'])],
    ],
    [
      [260, d.arrives({ sender: '江城市文明校园创建办公室', senderNumber: '江文创〔2026〕6号', title: '关于迎接文明校园复查的通知', pages: 4 })], [240, d.accepts()],
      [230, d.proposes('拟请德育处主办，请校长审示。', '德育处', ['团委'], ['principal'])],
    ],
    [
      [300, d.arrives({ sender: '江城市消防救援支队', senderNumber: '江消函〔2026〕12号', scanned: now, kind: '函', title: '关于开展校园消防设施检查的函', pages: 2 })], [280, d.accepts()],
      [270, d.proposes('拟请安全保卫处主办，总务处配合。', '安全保卫处', ['总务处'], ['leader.2'])], [60, d.instructs('leader.2', '同意。查出的问题三日内整改到位。')],
    ],
    [
      [320, d.arrives({ sender: '江城市教育科学研究院', senderNumber: '江教研〔2026〕37号', title: '关于印发课堂教学评价指南的通知', handling: 'reading', pages: 12 })], [300, d.accepts()],
      [290, d.circulates(['leader', 'department.head', 'department.head.2', 'staff', 'zhuting'])], [200, d.reads('leader', '请教务处组织各教研组学习，结合听课评课落实。')],
      [150, d.reads('zhuting')], [140, d.addsReader('zhuting', 'qibo', '语文组课题相关')],
    ],
    [
      [2 * day, d.arrives({ sender: '江城市卫生健康委员会', senderNumber: '江卫函〔2026〕27号', kind: '函', title: '关于开展学校饮用水卫生监测的函', pages: 3, checks: { complete: false, seal: true } })],
      [2 * day - 20, d.asksForPages('missing', '缺附件2监测点位表', '0571-87020018')], [50, d.urgesPages()],
    ],
    [
      [28 * hour, d.arrives({ sender: '江城市教育工会', senderNumber: '江教工〔2026〕15号', title: '关于组织教职工疗休养的通知' })], [27 * hour, d.accepts()],
      [26 * hour, d.proposes('拟请总务处承办。', '总务处', [], [])], [25 * hour, d.dispatches('总务处')], [80, d.returns('department.head.2', '总务处', '疗休养由工会负责，建议转工会办理')],
    ],
    [
      [3 * hour, d.arrives({ sender: '江城市公安局', senderNumber: '江公发〔2026〕44号', title: '关于加强校园周边治安整治的通知' })], [160, d.accepts()],
      [155, d.proposes('拟请安全保卫处主办。', '安全保卫处', [], ['leader.2'])], [40, d.offers('office.clerk', '请郑校长阅批原件')],
    ],
    [
      [6 * day, d.arrives({ sender: '江城市教育局', senderNumber: '江教督〔2026〕9号', scanned: now, title: '关于反馈办学水平督导意见的通知', pages: 9 })], [6 * day - 30, d.accepts(true)],
      [6 * day - 60, d.proposes('拟请教务处主办，逐条制定整改措施。', '教务处', [], ['leader'])], [6 * day - 120, d.instructs('leader', '照办。整改清单报我；月底前向教育局书面反馈。')],
      [6 * day - 130, d.setsTask('leader', '整改清单报我', 'staff', momentsAgo(now, -150))], [6 * day - 140, d.setsTask('leader', '月底前向教育局书面反馈', 'department.head', momentsAgo(now, 90))],
      [6 * day - 150, d.dispatches('教务处')], [6 * day - 200, d.signs('department.head', '教务处')], [6 * day - 210, d.assigns('department.head', '教务处', 'staff', 'lvqiang')],
    ],
  ];
};

/** What was forgotten: urged twice, then to be called. */
const overdue = (life: Life, now: string): Scene[] => {
  const d = deedsOf(life);
  return [
    [
      [200, d.arrives({ ...urgent, sender: '江城市公安局', senderNumber: '江公发〔2026〕46号', title: '关于立即报送校园安全隐患排查情况的紧急通知', deliveredBy: '市局机要通信员' })], [197, d.accepts()],
      [195, d.proposes('急件，拟请教务处主办，安全保卫处协办，一小时内报送。', '教务处', ['安全保卫处'], [])], [193, d.dispatches('教务处', '安全保卫处')], [180, d.signs('department.head', '教务处')],
      [62, d.urges('教务处')],
    ],
    [
      [10 * day, d.arrives({ sender: '江城市教育局', senderNumber: '江教体〔2026〕17号', scanned: now, title: '关于报送学生体质健康数据的通知', respondBy: momentsAgo(now, 3 * hour) })], [10 * day - 30, d.accepts()],
      [10 * day - 60, d.proposes('拟请总务处主办，德育处协办。', '总务处', ['德育处'], ['leader.2'])], [10 * day - 200, d.instructs('leader.2', '同意，按时报送。')],
      [10 * day - 240, d.dispatches('总务处', '德育处')], [9 * day, d.signs('department.head.2', '总务处')], [9 * day - 60, d.signs('yangfan', '德育处')],
      [8 * day, d.opines('yangfan', '德育处', '班级数据已收齐。')], [8 * day - 60, d.closes('yangfan', '德育处', '数据已交总务处汇总。')],
      [3 * day, d.urges('总务处')], [2 * day, d.urges('总务处')], [2 * hour, d.urges('总务处')],
    ],
  ];
};

/** What did not go straight: sent back and come again, another lead, taken up again, void. */
const turns = (life: Life): Scene[] => {
  const d = deedsOf(life);
  const faulty = { id: '', code: '' };
  const [sender, senderNumber, title] = ['江城市青少年宫', '江青函〔2026〕8号', '关于商请协办中学生科技节的函'];
  return [
    [
      [13 * day, async (subject) => { await d.arrives({ sender, senderNumber, title, kind: '函' })(subject); Object.assign(faulty, subject); }],
      [13 * day - 90, d.sendsBack('未加盖印章')],
    ],
    [
      [9 * day, d.comesAgainAs(faulty, { sender, senderNumber, title })], [9 * day - 40, d.accepts()], [9 * day - 80, d.proposes('拟请团委主办，信息中心协办。', '团委', ['信息中心'], ['leader'])],
      [9 * day - 150, d.asksAnew('leader', '科技节以信息中心为主，请调整主办部门。')], [9 * day - 200, d.proposes('拟请信息中心主办，团委协办。', '信息中心', ['团委'], ['leader'])],
      [9 * day - 260, d.instructs('leader', '同意。')], [9 * day - 300, d.dispatches('信息中心', '团委')], [8 * day, d.signs('youjia', '信息中心')], [8 * day - 20, d.signs('xuchen', '团委')],
      [7 * day, d.opines('youjia', '信息中心', '可提供机房和指导教师两名。')], [7 * day - 30, d.opines('xuchen', '团委', '组织学生报名。')],
      [6 * day, d.closes('youjia', '信息中心', '场地与教师已落实。')], [5 * day, d.closes('xuchen', '团委', '报名四十六人。')], [4 * day, d.answers('document', '江实校函〔2026〕7号', '同意协办，已函复。')],
    ],
    [
      [20 * day, d.arrives({ sender: '江城市生态环境局', senderNumber: '江环函〔2026〕11号', kind: '函', title: '关于协助开展垃圾分类宣传的函' })], [20 * day - 30, d.accepts()],
      [20 * day - 60, d.proposes('拟请总务处主办，团委协办。', '总务处', ['团委'], [])], [20 * day - 90, d.dispatches('总务处', '团委')], [20 * day - 150, d.makesLead('团委', '以学生宣传活动为主')],
      [20 * day - 160, d.adds('德育处')], [19 * day, d.signs('xuchen', '团委')], [19 * day - 10, d.signs('department.head.2', '总务处')], [19 * day - 20, d.signs('yangfan', '德育处')],
      ...(['xuchen 团委', 'department.head.2 总务处', 'yangfan 德育处'].flatMap((one, i) => {
        const [head, department] = one.split(' ') as [string, string];
        return [[18 * day - i * 10, d.opines(head, department, '按分工配合。')], [17 * day - i * 10, d.closes(head, department, '宣传周已结束，材料已归总。')]] as const;
      })),
      [5 * day, d.reopens('团委', '来函单位要求补报活动照片')],
    ],
    [[12 * day, d.arrives({ sender: '江城市教育局', senderNumber: '江教办〔2026〕77号', title: '关于做好档案管理检查的通知' })], [12 * day - 15, d.voids('与同日登记的传真件重复')]],
    [
      [15 * day, d.arrives({ sender: '江城市教育局', senderNumber: '江教安〔2026〕25号', title: '关于签订校园安全责任书的通知', pages: 4 })], [15 * day - 20, d.offers('office.clerk')], [15 * day - 30, d.takes('office.director', '主任办公室')],
      [15 * day - 40, d.accepts()], [15 * day - 300, d.offers('office.director')], [15 * day - 320, d.takes('office.clerk', '综合办公室文件柜')], [14 * day, d.finishes('责任书已签订，电话告知对方。')],
      [14 * day - 5, d.answers('phone', '', '责任书已签订，原件寄出。')],
    ],
    [[30, d.arrives({ sender: '江城市国家保密局', senderNumber: '江保〔2026〕19号', secrecy: 1, secrecyPeriod: '1年', pages: 3, copyNumbers: '0027' })]],
  ];
};

/** Invented letters of invented authorities: sender, number word, kind, title, who leads, who assists. */
export interface Letter {
  readonly sender: string;
  readonly word: string;
  readonly kind: '通知' | '意见' | '函' | '通报' | '批复';
  readonly title: string;
  readonly lead?: string;
  readonly assists?: readonly string[];
}

const bureau = ['江城市教育局', '江教办'] as const;
const safety = ['江城市公安局', '江公发'] as const;
const league = ['共青团江城市委员会', '江团发'] as const;
const health = ['江城市卫生健康委员会', '江卫函'] as const;
const institute = ['江城市教育科学研究院', '江教研'] as const;
const union = ['江城市教育工会', '江教工'] as const;

const letter = ([sender, word]: readonly [string, string], kind: Letter['kind'], title: string, lead?: string, ...assists: string[]): Letter => ({ sender, word, kind, title, ...(lead && { lead }), assists });

export const letters: readonly Letter[] = [
  letter(bureau, '通知', '关于做好秋季学期校园安全专项检查的通知', '安全保卫处', '总务处'),
  letter(bureau, '通知', '关于报送2026年教学成果奖申报材料的通知', '教科室', '教务处'),
  letter(bureau, '通知', '关于规范中小学课后服务收费管理的通知', '教务处', '总务处'),
  letter(health, '函', '关于开展学校结核病筛查工作的函', '德育处', '总务处'),
  letter(league, '通知', '关于组织中学生志愿服务活动的通知', '团委', '德育处'),
  letter(bureau, '意见', '关于进一步加强中小学体育工作的意见'),
  letter(institute, '通知', '关于举办高中语文教学研讨活动的通知', '教科室'),
  letter(safety, '通知', '关于加强校园周边道路交通安全管理的通知', '安全保卫处', '德育处'),
  letter(bureau, '通报', '关于全市中小学实验室安全检查情况的通报'),
  letter(union, '通知', '关于开展教职工健康体检的通知', '工会'),
  letter(bureau, '通知', '关于做好普通高中学业水平考试报名工作的通知', '教务处'),
  letter(bureau, '通知', '关于开展教育经费使用情况自查的通知', '总务处'),
  letter(bureau, '批复', '关于同意江城实验学校改建学生食堂的批复', '总务处', '安全保卫处'),
  letter(institute, '函', '关于邀请参加课程改革座谈会的函'),
  letter(bureau, '通知', '关于推荐优秀班主任的通知', '德育处'),
  letter(bureau, '通知', '关于加强中小学网络安全工作的通知', '信息中心', '安全保卫处'),
  letter(health, '通知', '关于做好冬春季传染病防控工作的通知', '总务处', '德育处', '教务处'),
  letter(bureau, '意见', '关于深化义务教育教学改革的实施意见'),
  letter(league, '通报', '关于表彰优秀共青团干部的通报'),
  letter(bureau, '通知', '关于开展中小学食堂食品安全大检查的通知', '总务处', '安全保卫处'),
  letter(bureau, '通知', '关于召开全市教育工作会议的通知'),
  letter(safety, '函', '关于协助开展消防演练的函', '安全保卫处', '总务处'),
  letter(bureau, '通知', '关于报送学生资助工作总结的通知', '德育处'),
  letter(bureau, '通知', '关于做好教师职称评审工作的通知', '教务处', '教科室'),
  letter(institute, '通知', '关于公布2026年度课题立项名单的通知', '教科室'),
  letter(bureau, '通知', '关于做好寒假前校舍安全排查的通知', '总务处', '安全保卫处'),
];

export const couriers = ['市局机要通信员', '中国邮政', '顺丰快递', '市局公文交换站'];

/** The sample school's departments: name, short name, phone. The order is the directory's. */
export const departments = [
  ['综合办公室', '综办', '0571-88010001'], ['教务处', '教务处', '0571-88010011'], ['德育处', '德育处', '0571-88010021'], ['总务处', '总务处', '0571-88010031'],
  ['教科室', '教科室', '0571-88010041'], ['安全保卫处', '保卫处', '0571-88010051'], ['信息中心', '信息中心', '0571-88010061'], ['团委', '团委', '0571-88010071'],
  ['工会', '工会', '0571-88010081'], ['校领导', '校领导', '0571-88010000'],
] as const;

/** user name, name, department, role, title, 密级 clearance. */
export const people = [
  ['office.clerk', '李文静', '综合办公室', 'office.clerk', '文秘', 3],
  ['office.director', '陈国栋', '综合办公室', 'office.director', '办公室主任', 3],
  ['leader', '周敏', '校领导', 'leader', '教学副校长', 1],
  ['leader.2', '郑海涛', '校领导', 'leader', '后勤副校长', 1],
  ['principal', '王建华', '校领导', 'principal', '校长', 3],
  ['department.head', '刘志远', '教务处', 'department.head', '教务处主任', 0],
  ['department.head.2', '孙丽', '总务处', 'department.head', '总务处主任', 0],
  ['staff', '赵晓峰', '教务处', 'staff', '教务员', 0],
  ['archivist', '钱淑芬', '综合办公室', 'archivist', '档案员', 2],
  ['storekeeper', '吴大勇', '总务处', 'storekeeper', '库管员', 0],
  ['buyer', '冯玉', '总务处', 'buyer', '采购员', 0],
  ['technician', '褚卫国', '信息中心', 'technician', '维修员', 0],
  ['receptionist', '卫小兰', '综合办公室', 'receptionist', '前台', 0],
  ['admin', '蒋涛', '信息中心', 'admin', '系统管理员', 0],
  ['security', '沈洁', '安全保卫处', 'security', '安全管理员', 0],
  ['auditor', '韩立新', '工会', 'auditor', '审计员', 0],
  ['yangfan', '杨帆', '德育处', 'department.head', '德育处主任', 0],
  ['zhuting', '朱婷', '教科室', 'department.head', '教科室主任', 0],
  ['qinyong', '秦勇', '安全保卫处', 'department.head', '保卫处主任', 0],
  ['youjia', '尤佳', '信息中心', 'department.head', '信息中心主任', 0],
  ['xuchen', '许晨', '团委', 'department.head', '团委书记', 0],
  ['hemei', '何梅', '工会', 'department.head', '工会主席', 0],
  ['lvqiang', '吕强', '教务处', 'staff', '教务员', 0],
  ['shihong', '施红', '教务处', 'staff', '高一年级组长', 0],
  ['zhangyi', '张怡', '教务处', 'staff', '高二年级组长', 0],
  ['kongliang', '孔亮', '教务处', 'staff', '高三年级组长', 0],
  ['caoyan', '曹燕', '德育处', 'staff', '德育干事', 0],
  ['yanbin', '严斌', '德育处', 'staff', '心理教师', 0],
  ['huafang', '华芳', '德育处', 'staff', '班主任', 0],
  ['jinlei', '金磊', '总务处', 'staff', '总务干事', 0],
  ['weijun', '魏军', '总务处', 'staff', '食堂管理员', 0],
  ['taoran', '陶然', '总务处', 'staff', '会计', 0],
  ['jiangnan', '姜楠', '教科室', 'staff', '科研干事', 0],
  ['qibo', '戚博', '教科室', 'staff', '语文教师', 0],
  ['xieyun', '谢芸', '信息中心', 'staff', '网络管理员', 0],
  ['zoukai', '邹凯', '安全保卫处', 'staff', '保卫干事', 0],
  ['yuqing', '喻晴', '团委', 'staff', '团委干事', 0],
  ['bailu', '柏璐', '工会', 'staff', '工会干事', 0],
  ['shuiying', '水英', '综合办公室', 'staff', '文印员', 0],
  ['doujie', '窦杰', '德育处', 'staff', '体育教师', 0],
] as const;

/** A second seat beside the first: user name, department, role, title. */
export const secondPosts = [
  ['xuchen', '德育处', 'staff', '政治教师'], ['hemei', '教务处', 'staff', '语文教师'], ['youjia', '教务处', 'staff', '信息技术教师'],
  ['doujie', '团委', 'staff', '团委委员'], ['jinlei', '总务处', 'storekeeper', '食堂库管员'],
] as const;

/** 分管: which leader is in charge of what. */
export const oversight = [
  ['教务处', 'leader'], ['教科室', 'leader'], ['德育处', 'leader'], ['团委', 'leader'],
  ['总务处', 'leader.2'], ['安全保卫处', 'leader.2'], ['信息中心', 'leader.2'], ['工会', 'leader.2'], ['综合办公室', 'principal'],
] as const;

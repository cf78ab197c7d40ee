/** Words of the page of routes. */
export const zh = {
  labels: {
    routes: '审批流程', say: '一份文件送签后经过哪些步骤、由谁签。修改先存为草稿，试运行无误再发布；已经在签的按送签时的流程走完。', subject: '事项',
    inForce: '现行：{base}', shipped: '系统自带', draftOf: '草稿，在{base}基础上修改', unchanged: '与现行流程相同，还没有修改。', version: '第 {n} 版', draft: '草稿',
    step: '第 {n} 步', add: '添加步骤', newStep: '新步骤', change: '修改', done: '收起', up: '上移', down: '下移', remove: '删除', discard: '放弃修改', discardWhat: '放弃草稿', discardThen: '草稿中的修改会丢掉，回到现行流程。',
    title: '名称', who: '由谁签', role: '岗位', person: '人员', field: '部门取自', mode: '几个人时', batch: '不需要逐件审阅，可在待办中批量同意', when: '经过这一步的条件', always: '总是经过', whenAll: '以下条件都符合才经过', condition: '条件 {n}', addCondition: '添加条件', removeCondition: '删除条件', compare: '比较', values: '取值', amount: '数值',
    unnamed: '（未命名）', incomplete: '有的步骤没有填完整：{steps}', someone: '指定人员',
    try: '试运行', trySay: '填一份样例，看这份草稿会由谁签。不会送出任何东西。', drafter: '拟稿人', department: '拟稿人所在部门', run: '看由谁签', goes: '经过', skips: '不经过', chosenLater: '送签时由拟稿人选定', nobody: '无人可签', gaps: '以下步骤在有的部门无人可签：', gapAnywhere: '{step}：无人担任', gapIn: '{step}：{departments}', canPublish: '可以发布。',
    publish: '发布新版本', publishThen: '发布后，新送签的按新版本走；已经在签的不变。', why: '修改原因', published: '已发布第 {n} 版', staleDraft: '草稿是在{base}上改的，现在已有更新的版本。请放弃草稿，或在历次版本中比较后重做。', draftBack: '已恢复上次没有发布的草稿。',
    history: '历次版本', comparing: '比较两个版本', from: '原', to: '新', same: '两个版本相同。', restore: '恢复为草稿', restored: '已把{base}放进草稿，发布后才生效。', restoreWhat: '用{base}替换草稿', restoreThen: '草稿中现在的修改会被替换。',
  },
  changes: { added: '增加步骤', removed: '删除步骤', moved: '调整顺序', title: '改名', who: '改签署人', mode: '改签署方式', when: '改条件', batch: '改批量同意' },
  roles: { staff: '教职工', 'office.clerk': '办公室文秘', 'office.director': '办公室主任', 'department.head': '部门负责人', leader: '校领导', principal: '校长', archivist: '档案员', storekeeper: '库管员', buyer: '采购员', technician: '维修员', receptionist: '前台', admin: '系统管理员', security: '安全管理员', auditor: '审计员' },
  whoKinds: { role: '担任某岗位的人', head: '拟稿部门负责人', leader: '分管拟稿部门的校领导', person: '指定人员', chosen: '送签时由拟稿人选定', heads_of: '所填部门的负责人' },
  comparisons: { one_of: '是其中之一', none_of: '不是其中任何一个', at_least: '不低于', below: '低于', yes: '是', no: '否', some: '有', none: '没有' },
  flags: { yes: '可以', no: '不可以' },
};

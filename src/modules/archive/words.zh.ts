import type { Words } from '#platform/words.ts';
import type { archive } from './contract.ts';
import { zh as destruction } from './destruction/words.zh.ts';
import { zh as loans } from './loans/words.zh.ts';
import { zh as paper } from './paper/words.zh.ts';
import { zh as transfer } from './transfer/words.zh.ts';

/** Those of approvals and files are worded there. */
type Elsewhere = 'approvals.nobody_chosen' | 'approvals.running_already' | 'approvals.step_has_nobody' | 'files.erased';
type Worded = { refusals: Omit<Words<typeof archive, never, never>['refusals'], Elsewhere> };

export const zh = {
  labels: {
    archive: '档案', borrowing: '借阅', transfers: '移交与导入', destruction: '销毁', destroyed: '已销毁', catalogue: '归档文件目录', number: '档号', docNumber: '文号', author: '责任者', title: '题名', writtenOn: '日期', secrecy: '密级', pages: '页数', remark: '备注', box: '盒号',
    year: '年度', retention: '保管期限', department: '机构', seq: '件号', stubTitle: '（涉密，只存纸质）', thickness: '厚度（毫米）',
  },
  retentions: { Y: '永久', D30: '30年', D10: '10年' },
  secrecies: ['', '秘密', '机密', '绝密'],
  sources: { incoming: '收文', outgoing: '发文', archive: '导入' },
  refusals: {
    ...transfer.refusals,
    ...loans.refusals,
    ...paper.refusals,
    ...destruction.refusals,
    'archive.archived_already': '已经归档。',
    'archive.excluded_already': '已标为不归档；要归档请先撤销。',
    'archive.not_finished': '还没有办结或印发，不能归档。',
    'archive.files_coming': '定稿文件还在生成，请稍后再归档。',
    'archive.year_closed': '这一年度的归档已经完成；要改动请先重新打开年度。',
    'archive.stub_says_nothing': '涉密文件只留存根，目录中不写题名和备注。',
    'archive.department_unknown': '找不到所选的机构。',
    'archive.document_twice': '同一份文件选了两次。',
    'archive.title_missing': '请填写题名。',
    'archive.code_taken': '这个机构代码已有部门使用。',
    'archive.code_in_use': '已有档号用了这个机构代码，不能再改。',
    'archive.edited_meanwhile': '别人刚刚改过期限表。请重新打开再改。',
    'archive.rule_never_reached': '不设条件的一条只能放在最后，它后面的条款用不上。',
    'archive.last_rule_missing': '最后一条不能设条件，这样每份文件都有期限。',
    'archive.year_not_over': '这一年还没有过完，年度归档在年后完成。',
    'archive.not_accounted_for': '这一年还有已办结的文件没有归档，也没有标为不归档。',
    'archive.classified_waits': '这一年还有涉密文件没有归档，超出你的知悉范围，请由有权限的人办理。',
    'archive.year_not_closed': '这一年度没有完成归档，不用重新打开。',
    'archive.nothing_to_box': '没有待装盒的文件。',
    'archive.proposal_stale': '待装盒的文件刚刚有变动，请重新查看装盒方案。',
    'archive.box_too_thin': '文件的厚度超过了盒脊。',
    'archive.not_last_box': '只能拆最后一盒，前面各盒的件号要与盒脊一致。',
    'archive.apart_already': '这一盒已经拆开。',
    'archive.too_many_lines': '一次最多打印或导出 5000 件、500 盒，请缩小范围。',
    'archive.check_running': '核验正在进行，完成后再开始下一次。',
    'archive.not_excluded': '这份文件没有标为不归档。',
    'archive.withdrawn_already': '这一件已经撤回，档号作废。',
    'archive.boxed_already': '这一件已经装盒；请先拆盒。',
    'archive.nothing_changed': '没有改动。',
  },
  checkStates: { waiting: '等待', running: '核验中', done: '已完成', failed: '没有完成' },
  founds: { changed: '内容改变', missing: '找不到' },
  permissions: { 'archive.read': '查看有关的档案', 'archive.read_all': '查看归档情况', 'archive.manage': '归档、装盒和管理档案', 'archive.see_destruction': '查看到期档案和销毁清册' },
  acts: { ...transfer.acts, ...loans.acts, ...paper.acts, ...destruction.acts, 'archive.archive': '归档', 'archive.exclude': '标为不归档', 'archive.include': '撤销不归档', 'archive.withdraw': '撤回归档', 'archive.correct': '更正目录', 'archive.saveTable': '修改期限表', 'archive.setCode': '修改机构代码', 'archive.closeYear': '完成年度归档', 'archive.reopenYear': '重新打开年度', 'archive.box': '装盒', 'archive.noteBox': '填写备考表', 'archive.takeApart': '拆盒', 'archive.checkFiles': '核验文件' },
  messages: { ...transfer.messages, ...loans.messages, ...paper.messages, ...destruction.messages, 'archive.files_damaged': '档案文件核验发现问题：共 {total} 个文件，{changed} 个内容改变，{missing} 个找不到', 'archive.files_sound': '档案文件核验完成：{total} 个文件全部完好' },
} satisfies Worded & Record<string, object>;

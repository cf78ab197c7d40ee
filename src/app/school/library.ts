import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { xlsx } from '#mechanisms/reports/sheets.ts';
import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { momentsAgo } from './deeds.ts';
import type { Life, Step } from './life.ts';

const day = 24 * 60;

/** A few folders of departments, of the school and of a project, with documents, versions, rights and a file somebody works on. */
export const library = (life: Life, now: string): Step[] => [
  at(now, 20 * day, async () => {
    const office = await shelf(life, 'office.clerk', '全校');
    await office.put(['规章制度'], '教职工考勤管理办法.docx', await text('教职工考勤管理办法', ['第一条 为规范考勤，保障教学秩序，制定本办法。', '第二条 请假一天以内由部门负责人批准，三天以内由分管校领导批准，三天以上由校长批准。', '第三条 考勤结果每月5日前由综合办公室汇总。']), ['制度']);
    await office.put(['规章制度'], '印章使用管理办法.docx', await text('印章使用管理办法', ['第一条 学校印章由综合办公室专人保管。', '第二条 用印须经批准并登记。']), ['制度']);
    await office.put(['常用表格'], '教职工请假单.docx', await text('教职工请假单', ['姓名：', '部门：', '请假事由：', '起止时间：', '审批意见：']), ['表格']);
  }),
  at(now, 15 * day, async () => {
    const teaching = await shelf(life, 'department.head', '教务处');
    await teaching.put(['教学计划'], '第一学期教学工作计划.docx', await text('第一学期教学工作计划', ['一、开学第一周完成教研组计划。', '二、第九周组织期中考试。', '三、第十八周组织期末复习。']), ['计划']);
    await teaching.put(['考务'], '期中考试工作方案.docx', await text('期中考试工作方案', ['一、时间：11月第二周。', '二、各年级分考场安排。', '三、监考教师提前二十分钟到岗。']), ['考试']);
    const staff = await shelf(life, 'staff', '教务处');
    await staff.put(['考务'], '监考安排表.xlsx', await xlsx('监考', [{ title: '考场', width: 10, of: ([room = '']) => room }, { title: '监考', width: 12, of: ([, who = '']) => who }], [['101', '赵晓峰'], ['102', '吕强'], ['103', '施红']]), ['考试']);
    await (await shelf(life, 'yangfan', '德育处')).put(['班主任工作'], '主题班会记录.txt', Buffer.from('主题班会：诚信考试\n时间：11月第一周\n要点：签订承诺书，讲清纪律。\n'));
    await (await shelf(life, 'department.head.2', '总务处')).put(['采购'], '办公用品采购清单.xlsx', await xlsx('采购', [{ title: '品名', width: 16, of: ([name = '']) => name }, { title: '数量', width: 8, of: ([, n = 0]) => n }], [['A4纸', 120], ['粉笔', 300]]));
  }),
  at(now, 6 * day, async () => {
    const project = await shelf(life, 'office.director', { project: '校庆筹备' });
    const file = await project.put(['方案'], '校庆活动总体方案.docx', await text('校庆活动总体方案', ['一、时间：明年5月。', '二、设展览、文艺演出、校友座谈三项活动。']), ['校庆']);
    const { library: desk } = await life.tools('office.director');
    await desk.grant({ params: { itemId: project.id }, body: { kind: 'department', subjectId: life.department('德育处'), level: 'edit' } });
    for (const person of ['principal', 'leader', 'office.clerk']) await desk.grant({ params: { itemId: project.id }, body: { kind: 'person', subjectId: life.id(person), level: 'read' } });
    await (await shelf(life, 'yangfan', { item: project.id })).again(file, '校庆活动总体方案.docx', await text('校庆活动总体方案', ['一、时间：明年5月16日。', '二、设展览、文艺演出、校友座谈、校史讲座四项活动。', '三、经费由总务处测算。']), '按会议意见补充经费和校史讲座');
  }),
  at(now, 90, async () => {
    const { library: desk } = await life.tools('staff');
    const { results } = await desk.search({ query: { tag: '考试', type: 'document' } });
    if (results[0]) await desk.lock({ params: { itemId: results[0].id }, body: { note: '正在补充听力考场安排' } });
  }),
];

/** What was put in is read once the house is open. */
export const readLater = async (db: Db, now: string) => {
  for (const { sha256 } of await db.selectFrom('blobs').select('sha256').where('textState', '=', 'waiting').where('erasedAt', 'is', null).execute()) await tellLater(db, now, 'files.stored', { sha256 });
};

const at = (now: string, minutesAgo: number, run: () => Promise<void>): Step => ({ at: momentsAgo(now, minutesAgo), run });

const text = (title: string, lines: readonly string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }), ...lines.map((line) => new Paragraph(line))] }] }));

/** Somebody at a folder: of a department by its name, or of a project they make. */
const shelf = async (life: Life, username: string, where: string | { project: string } | { item: string }) => {
  const { library: desk, files } = await life.tools(username);
  const make = async () => (typeof where === 'string' ? (await desk.tops({})).items.find(({ name }) => name === where)!.id : 'item' in where ? where.item : (await desk.makeProject({ body: { name: where.project } })).id);
  const id = await make();
  const upload = async (name: string, content: Buffer) => (await files.upload({ query: { name }, body: content as never })).id;
  return {
    id,
    put: async (path: string[], name: string, content: Buffer, tags: string[] = []) => {
      const file = await desk.putFile({ params: { itemId: id }, body: { fileId: await upload(name, content), path } });
      if (tags.length) await desk.tag({ body: { ids: [file.id], add: tags } });
      return file.id;
    },
    again: async (itemId: string, name: string, content: Buffer, comment: string) => desk.addVersion({ params: { itemId }, body: { fileId: await upload(name, content), base: 1, comment } }),
  };
};

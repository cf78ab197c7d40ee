import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { emptyTrash } from './items/removing.ts';

const { as, db, clock, personId, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const people = ['staff', 'lvqiang', 'department.head', 'department.head.2', 'office.clerk', 'office.director', 'principal', 'caoyan', 'admin'] as const;
const all = Object.fromEntries(await Promise.all(people.map(async (name) => [name, await as(name)] as const))) as Record<(typeof people)[number], Awaited<ReturnType<typeof as>>>;
const [staff, head, clerk, other] = [all.staff.library, all['department.head'].library, all['office.clerk'].library, all.caoyan.library];
const refused = (...codes: string[]) => expect.objectContaining({ status: 422, codes });
const hidden = expect.objectContaining({ status: 404 });
const departmentId = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const folderOf = async (name: string) => (await db.selectFrom('libraryItems').select('id').where('space', 'is not', null).where('name', '=', name).executeTakeFirstOrThrow()).id;
const [teaching, school] = [await folderOf('教务处'), await folderOf('全校')];
let n = 0;
const upload = async (who: (typeof people)[number], name: string, text = `第 ${n++} 份文件`) => (await all[who].files.upload({ query: { name }, body: Buffer.from(text) as never })).id;
const put = async (who: (typeof people)[number], folderId: string, name: string, text?: string, more: object = {}) =>
  all[who].library.putFile({ params: { itemId: folderId }, body: { fileId: await upload(who, name, text), ...more } });
const inFolder = async (who: (typeof people)[number], itemId: string, query: object = {}) => (await all[who].library.folder({ params: { itemId }, query })).items.map(({ name }) => name);
const at = (itemId: string) => ({ params: { itemId } });

test('every department has its folder: its head manages, its members edit, the school reads what the office keeps for all, and the three administrators see nothing', async () => {
  const tops = async (who: (typeof people)[number]) => (await all[who].library.tops({})).items.map(({ name, level }) => `${name} ${level}`);
  expect(await tops('staff')).toEqual(['教务处 edit', '全校 read']);
  expect(await tops('department.head')).toEqual(['教务处 manage', '全校 read']);
  expect(await tops('office.clerk')).toEqual(['综合办公室 manage', '全校 manage']);
  expect((await all.admin.library.tops({}).catch((e) => e)).status).toBe(403);
});

test('a folder, a file in it, and who finds it', async () => {
  const { id: folderId } = await staff.makeFolder({ ...at(teaching), body: { name: '期中考试' } });
  const { id } = await put('staff', folderId, '监考安排.txt', '期中考试监考安排：高一年级在一号楼。');
  await drain();
  expect(await inFolder('lvqiang', folderId)).toEqual(['监考安排.txt']);
  expect(await staff.file(at(id))).toMatchObject({ file: { level: 'edit', version: 1 }, path: [{ name: '教务处' }, { name: '期中考试' }], versions: [{ number: 1, by: { name: '赵晓峰' } }] });
  const found = await all.lvqiang.search.find({ query: { q: '监考安排' } });
  expect(found.results.map(({ recordId }) => recordId)).toEqual([id]);
  for (const ask of [() => other.folder({ ...at(folderId), query: {} }), () => other.file(at(id)), () => other.content({ ...at(id), query: {} }), () => all.caoyan.lifecycle.record({ params: { recordId: id } })]) await expect(ask()).rejects.toEqual(hidden);
  expect(await all.caoyan.search.find({ query: { q: '监考安排' } })).toMatchObject({ results: [], count: 0 });
  await expect(staff.makeFolder({ ...at(teaching), body: { name: '期中考试' } })).rejects.toEqual(refused('library.name_taken'));
  await expect(staff.makeFolder({ ...at(school), body: { name: '我的' } })).rejects.toEqual(refused('library.may_not_edit'));
});

test('a right that is taken back is gone at once: from the list, the search, the file and its text', async () => {
  const { id: folderId } = await head.makeFolder({ ...at(teaching), body: { name: '教研活动' } });
  const { id } = await put('department.head', folderId, '公开课.txt', '十一月公开课一览表');
  await drain();
  const { id: grantId } = await head.grant({ ...at(folderId), body: { kind: 'person', subjectId: await personId('caoyan'), level: 'read' } });
  const { fileId } = (await head.file(at(id))).versions[0]!;
  expect((await other.tops({})).items.map(({ name }) => name)).toContain('教研活动');
  expect((await other.folder({ ...at(folderId), query: {} })).path).toEqual([]);
  expect((await all.caoyan.search.find({ query: { q: '公开课' } })).count).toBe(1);
  expect(String(await all.caoyan.files.content({ params: { fileId } }))).toContain('一览表');
  await head.withdraw({ params: { grantId }, body: {} });
  expect((await all.caoyan.search.find({ query: { q: '公开课' } })).count).toBe(0);
  for (const ask of [() => other.folder({ ...at(folderId), query: {} }), () => other.file(at(id)), () => all.caoyan.files.content({ params: { fileId } }), () => all.caoyan.files.reading({ params: { fileId } }), () => all.caoyan.files.preview({ params: { fileId } })]) await expect(ask()).rejects.toEqual(hidden);
});

test('two wrote from one version: the second is told and keeps their file; an old version comes back as the newest', async () => {
  const { id } = await put('staff', teaching, '课程表.txt', '周一语文');
  const [first, second] = [await upload('lvqiang', '课程表.txt', '周一数学'), await upload('staff', '课程表-改.txt', '周一英语')];
  expect(await all.lvqiang.library.addVersion({ ...at(id), body: { fileId: first, base: 1, comment: '调课' } })).toMatchObject({ version: 2 });
  await expect(staff.addVersion({ ...at(id), body: { fileId: second, base: 1 } })).rejects.toEqual(refused('library.newer_version'));
  await expect(staff.addVersion({ ...at(id), body: { fileId: await upload('staff', '课程表.txt', '周一数学'), base: 2 } })).rejects.toEqual(refused('library.same_content'));
  expect(await staff.addVersion({ ...at(id), body: { fileId: second, base: 2 } })).toMatchObject({ version: 3 });
  await expect(staff.restoreVersion({ params: { itemId: id, number: '3' }, body: { base: 3 } })).rejects.toEqual(refused('library.is_current'));
  expect(await staff.restoreVersion({ params: { itemId: id, number: '1' }, body: { base: 3 } })).toMatchObject({ version: 4 });
  await drain();
  const { versions } = await staff.file(at(id));
  expect(versions.map(({ number, comment, restores }) => [number, comment, restores])).toEqual([[4, '', 1], [3, '', null], [2, '调课', null], [1, '', null]]);
  expect(String(await staff.content({ ...at(id), query: {} }))).toBe('周一语文');
  expect(String(await staff.content({ ...at(id), query: { version: '2' } }))).toBe('周一数学');
  expect(await staff.versionText({ params: { itemId: id, number: '2' } })).toMatchObject({ state: 'read', text: '周一数学' });
  // Only the version that counts is found.
  expect((await all.staff.search.find({ query: { q: '周一语文' } })).count).toBe(1);
  expect((await all.staff.search.find({ query: { q: '周一数学' } })).count).toBe(0);
  expect((await all.staff.lifecycle.history({ params: { recordId: id } })).lines.map(({ what }) => what)).toEqual(['library.putFile', 'library.addVersion', 'library.addVersion', 'library.restoreVersion']);
  await expect(staff.versionText({ params: { itemId: id, number: '99' } })).rejects.toEqual(hidden);
});

test('two who save over one version at the same moment: one is told, whoever it is', async () => {
  const { id } = await put('staff', teaching, '名单.txt', '甲');
  const files = [await upload('staff', '名单.txt', '乙'), await upload('lvqiang', '名单.txt', '丙')];
  const both = await Promise.allSettled([staff.addVersion({ ...at(id), body: { fileId: files[0]!, base: 1 } }), all.lvqiang.library.addVersion({ ...at(id), body: { fileId: files[1]!, base: 1 } })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toEqual(refused('library.newer_version'));
  const same = await Promise.allSettled(['一', '二'].map(async (text) => put('staff', teaching, '同名.txt', text)));
  expect(same.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a file that is locked waits for its holder, or for a manager with a reason', async () => {
  const { id } = await put('staff', teaching, '值班表.txt');
  await all.lvqiang.library.lock({ ...at(id), body: { note: '改十二月' } });
  expect(await staff.file(at(id))).toMatchObject({ lock: { by: { name: '吕强' }, note: '改十二月', mine: false }, whyNot: { addVersion: ['library.locked_by_other'], unlock: ['library.may_not_manage'] } });
  await expect(staff.addVersion({ ...at(id), body: { fileId: await upload('staff', '值班表.txt'), base: 1 } })).rejects.toEqual(refused('library.locked_by_other'));
  await expect(staff.trash({ body: { ids: [id] } })).rejects.toEqual(refused('library.locked_by_other'));
  await expect(staff.unlock({ ...at(id), body: {} })).rejects.toEqual(refused('library.may_not_manage'));
  await expect(head.unlock({ ...at(id), body: {} })).rejects.toEqual(refused('library.reason_missing'));
  await head.unlock({ ...at(id), body: { reason: '人已请假' } });
  await drain();
  expect((await all.lvqiang.notifications.messages({ query: {} })).messages[0]).toMatchObject({ what: 'library.lock_broken', params: { by: '刘志远', note: '人已请假' } });
  await expect(head.unlock({ ...at(id), body: {} })).rejects.toEqual(refused('library.not_locked'));
});

test('a folder of its own: rights from above stop, but not those of whoever manages; and everybody is told why they see it', async () => {
  const { id: folderId } = await head.makeFolder({ ...at(teaching), body: { name: '试题' } });
  const { id } = await put('department.head', folderId, '期末卷.txt', '期末试卷甲');
  await head.setInheritance({ ...at(folderId), body: { inherits: false } });
  await expect(staff.file(at(id))).rejects.toEqual(hidden);
  expect(await inFolder('staff', teaching)).not.toContain('试题');
  expect(await head.rights(at(folderId))).toMatchObject({ inherits: false, mine: { level: 'manage', lines: [{ kind: 'head', subject: '教务处', from: { name: '教务处' } }] } });
  await head.grant({ ...at(folderId), body: { kind: 'person', subjectId: await personId('staff'), level: 'see' } });
  expect(await inFolder('staff', folderId)).toEqual(['期末卷.txt']);
  expect((await staff.folder({ ...at(folderId), query: {} })).items[0]).toMatchObject({ level: 'see', fileId: null });
  await expect(staff.content({ ...at(id), query: {} })).rejects.toEqual(hidden);
  expect(await staff.file(at(id))).toMatchObject({ versions: [] });
  expect(await head.explain({ params: { itemId: id, personId: await personId('staff') } })).toMatchObject({ level: 'see', lines: [{ kind: 'person', subject: '赵晓峰', from: { name: '试题' }, here: false }] });
  expect(await head.explain({ params: { itemId: id, personId: await personId('caoyan') } })).toEqual({ level: null, lines: [] });
  await expect(staff.explain({ params: { itemId: id, personId: await personId('caoyan') } })).rejects.toEqual(hidden);
  await expect(staff.grant({ ...at(folderId), body: { kind: 'everybody', level: 'read' } })).rejects.toEqual(refused('library.may_not_manage'));
  await expect(head.grant({ ...at(folderId), body: { kind: 'person', subjectId: teaching, level: 'read' } })).rejects.toEqual(refused('library.subject_unknown'));
  await expect(head.setInheritance({ ...at(teaching), body: { inherits: true } })).rejects.toEqual(refused('library.is_top'));
});

test('a project has its manager, a file its own exception, and the top is never without one who manages', async () => {
  const { id: project } = await head.makeProject({ body: { name: '课程改革' } });
  await expect(head.makeProject({ body: { name: '课程改革' } })).rejects.toEqual(refused('library.name_taken'));
  const { lines } = await head.rights(at(project));
  await expect(head.withdraw({ params: { grantId: lines[0]!.id }, body: {} })).rejects.toEqual(refused('library.nobody_manages'));
  const { id } = await put('department.head', project, '方案.txt', '课程改革总体方案');
  await head.grant({ ...at(id), body: { kind: 'department', subjectId: await departmentId('德育处'), level: 'edit' } });
  expect((await other.tops({})).items.map(({ name }) => name)).toContain('方案.txt');
  expect(await other.file(at(id))).toMatchObject({ file: { level: 'edit', exception: true }, path: [], whyNot: { takeOut: ['library.may_not_edit'] } });
  await expect(other.trash({ body: { ids: [id] } })).rejects.toEqual(refused('library.may_not_edit'));
  expect(await head.rename({ ...at(project), body: { name: '课程改革项目' } })).toEqual({ id: project });
});

test('a link opens for whoever of the school has it, until its day is over or it is taken back', async () => {
  const { id: folderId } = await head.makeFolder({ ...at(teaching), body: { name: '培训材料' } });
  const { id } = await put('department.head', folderId, '讲义.txt', '新教师培训讲义');
  await drain();
  await expect(head.makeLink({ ...at(folderId), body: { endsOn: '2026-11-22' } })).rejects.toEqual(refused('library.ends_before_it_starts'));
  const { id: grantId } = await head.makeLink({ ...at(folderId), body: { endsOn: '2026-11-23' } });
  await expect(other.file(at(id))).rejects.toEqual(hidden);
  expect(await other.openLink({ params: { grantId }, body: {} })).toEqual({ itemId: folderId, isFolder: true });
  expect(await other.file(at(id))).toMatchObject({ file: { level: 'read' } });
  expect((await all.caoyan.search.find({ query: { q: '新教师培训讲义' } })).count).toBe(1);
  clock.now = '2026-11-23T16:00:00.000Z';
  await expect(other.file(at(id))).rejects.toEqual(hidden);
  expect((await all.caoyan.search.find({ query: { q: '新教师培训讲义' } })).count).toBe(0);
  await expect(other.openLink({ params: { grantId }, body: {} })).rejects.toEqual(refused('library.link_ended'));
  clock.now = '2026-11-23T03:00:00.000Z';
  expect(await other.file(at(id))).toMatchObject({ file: { level: 'read' } });
  await head.withdraw({ params: { grantId }, body: {} });
  await expect(other.file(at(id))).rejects.toEqual(hidden);
});

test('moving: circles are refused, rights follow the new place, the room is counted where the bytes are', async () => {
  const make = async (itemId: string, name: string) => (await head.makeFolder({ ...at(itemId), body: { name } })).id;
  const [a, project] = [await make(teaching, '甲'), (await head.makeProject({ body: { name: '搬迁' } })).id];
  const b = await make(a, '乙');
  const { id } = await put('department.head', b, '清单.txt', '搬迁清单');
  await expect(head.move({ body: { ids: [a], toId: b } })).rejects.toEqual(refused('library.circle'));
  await expect(head.move({ body: { ids: [teaching], toId: project } })).rejects.toEqual(refused('library.is_top'));
  await expect(staff.move({ body: { ids: [b], toId: school } })).rejects.toEqual(refused('library.may_not_edit'));
  const used = async (root: string) => Number((await db.selectFrom('libraryItems').select('used').where('id', '=', root).executeTakeFirstOrThrow()).used);
  const before = await used(teaching);
  expect(await staff.file(at(id))).toMatchObject({ file: { level: 'edit' } });
  await head.move({ body: { ids: [b], toId: project } });
  await expect(staff.file(at(id))).rejects.toEqual(hidden);
  expect([await used(teaching), await used(project)]).toEqual([before - 12, 12]);
  await make(project, '乙二');
  await expect(head.rename({ ...at(b), body: { name: '乙二' } })).rejects.toEqual(refused('library.name_taken'));
});

test('the trash: out of sight for everybody at once, back as it was, gone after its days', async () => {
  const { id: folderId } = await staff.makeFolder({ ...at(teaching), body: { name: '旧材料' } });
  const { id } = await put('staff', folderId, '旧稿.txt', '去年的旧稿');
  await drain();
  await staff.trash({ body: { ids: [folderId] } });
  await expect(staff.file(at(id))).rejects.toEqual(hidden);
  expect((await all.staff.search.find({ query: { q: '去年的旧稿' } })).count).toBe(0);
  expect((await head.trashed({ query: {} })).items).toMatchObject([{ name: '旧材料', from: { name: '教务处' }, trashedBy: { name: '赵晓峰' }, mayRemove: true }]);
  expect((await other.trashed({ query: {} })).items).toEqual([]);
  await expect(all.lvqiang.library.untrash({ ...at(folderId), body: {} })).rejects.toEqual(hidden);
  await staff.untrash({ ...at(folderId), body: {} });
  expect((await all.staff.search.find({ query: { q: '去年的旧稿' } })).count).toBe(1);
  await staff.trash({ body: { ids: [folderId] } });
  await expect(staff.remove({ ...at(folderId), body: {} })).rejects.toEqual(refused('library.may_not_manage'));
  await head.remove({ ...at(folderId), body: {} });
  expect((await head.trashed({ query: {} })).items).toEqual([]);
  await expect(staff.file(at(id))).rejects.toEqual(hidden);
  const { id: forgotten } = await put('staff', teaching, '过期材料.txt', '放了一个月的材料');
  const used = async () => Number((await db.selectFrom('libraryItems').select('used').where('id', '=', teaching).executeTakeFirstOrThrow()).used);
  const before = await used();
  await staff.trash({ body: { ids: [forgotten] } });
  await emptyTrash(db, '2026-12-22T00:00:00.000Z');
  expect((await head.trashed({ query: {} })).items.map(({ name }) => name)).toEqual(['过期材料.txt']);
  await emptyTrash(db, '2026-12-24T00:00:00.000Z');
  expect((await head.trashed({ query: {} })).items).toEqual([]);
  expect(await used()).toBe(before - Buffer.byteLength('放了一个月的材料'));
});

test('nothing marked as classified comes in: by its name, its text, as a version, or read only afterwards', async () => {
  const secret = '机密★1年\n江城市教育局文件\n关于试题的通知';
  await expect(put('staff', teaching, '机密★1年 名册.txt')).rejects.toEqual(refused('library.text_is_classified'));
  const read = await upload('staff', '通知.txt', secret);
  await drain();
  await expect(staff.putFile({ ...at(teaching), body: { fileId: read } })).rejects.toEqual(refused('library.text_is_classified'));
  const { id } = await put('staff', teaching, '试题通知.txt', `${secret}（一）`);
  const { id: other } = await put('staff', teaching, '公开通知.txt', '公开通知');
  await staff.addVersion({ ...at(other), body: { fileId: await upload('staff', '公开通知.txt', `${secret}（二）`), base: 1 } });
  await drain();
  await expect(staff.file(at(id))).rejects.toEqual(hidden);
  expect(String(await staff.content({ ...at(other), query: {} }))).toBe('公开通知');
  await expect(staff.restoreVersion({ params: { itemId: other, number: '1' }, body: { base: 3 } })).rejects.toEqual(refused('library.newer_version'));
  expect(await db.selectFrom('searchTexts').select('recordId').where('body', 'like', '%机密★%').execute()).toEqual([]);
});

test('the room of a space: what does not fit is refused and nothing is kept; the office gives more', async () => {
  await expect(clerk.setQuota({ ...at(await folderOf('全校').then(async (id) => (await clerk.makeFolder({ ...at(id), body: { name: '通知' } })).id)), body: { gigabytes: 1 } })).rejects.toEqual(refused('library.not_a_space'));
  const ethics = await folderOf('德育处');
  await clerk.setQuota({ ...at(ethics), body: { gigabytes: 0.001 } });
  await put('caoyan', ethics, '大.txt', '德'.repeat(350_000));
  await expect(put('caoyan', ethics, '再大.txt', '育'.repeat(350_000))).rejects.toEqual(refused('library.quota_full'));
  expect(await inFolder('caoyan', ethics)).toEqual(['大.txt']);
  expect((await clerk.usage({})).spaces.find(({ name }) => name === '德育处')).toMatchObject({ used: 1_050_000, own: true });
  expect((await other.usage({})).spaces).toEqual([]);
});

test('a whole folder: what is missing is made; what is there becomes a version, stands beside, or is left', async () => {
  const into = async (body: object) => staff.putFile({ ...at(teaching), body: { fileId: await upload('staff', '计划.txt'), path: ['备课', '语文'], ...body } as never });
  const { id } = await into({});
  await expect(into({})).rejects.toEqual(refused('library.name_taken'));
  expect(await into({ onConflict: 'version' })).toEqual({ id, version: 2 });
  const beside = await into({ onConflict: 'both' });
  expect((await staff.file(at(beside.id))).file.name).toBe('计划（2）.txt');
  expect((await staff.file(at(id))).path.map(({ name }) => name)).toEqual(['教务处', '备课', '语文']);
  await expect(staff.putFile({ ...at(teaching), body: { fileId: id } })).rejects.toEqual(refused('library.file_unknown'));
});

test('names stand by their pinyin and figures by their value, page by page, however they are turned', async () => {
  const { id: folderId } = await staff.makeFolder({ ...at(teaching), body: { name: '次序' } });
  for (const name of ['总结.txt', '第10周.txt', '安排.txt', '第2周.txt', '方案.txt']) await put('staff', folderId, name);
  const paged = async (query: object) => {
    const names = [];
    for (let after: string | undefined, more = true; more; ) {
      const { items, next } = await staff.folder({ ...at(folderId), query: { most: 2, ...query, ...(after && { after }) } });
      names.push(...items.map(({ name }) => name));
      [after, more] = [next ?? undefined, next !== null];
    }
    return names;
  };
  expect(await paged({})).toEqual(['安排.txt', '第2周.txt', '第10周.txt', '方案.txt', '总结.txt']);
  expect(await paged({ down: 'true' })).toEqual(['总结.txt', '方案.txt', '第10周.txt', '第2周.txt', '安排.txt']);
});

test('tags are set on several at once and narrow the folder', async () => {
  const { id: folderId } = await staff.makeFolder({ ...at(teaching), body: { name: '标签' } });
  const ids = [(await put('staff', folderId, 'a.txt')).id, (await put('staff', folderId, 'b.txt')).id];
  await put('staff', folderId, 'c.txt');
  await staff.tag({ body: { ids, add: ['高一', '期中'] } });
  await staff.tag({ body: { ids: [ids[0]!], remove: ['期中'] } });
  expect((await staff.folder({ ...at(folderId), query: {} })).tags).toEqual(['期中', '高一']);
  expect(await inFolder('staff', folderId, { tag: '期中' })).toEqual(['b.txt']);
  await expect(staff.tag({ body: { ids: [ids[0]!], add: Array.from({ length: 20 }, (_, i) => `t${i}`) } })).rejects.toEqual(refused('library.too_many_tags'));
  expect(await inFolder('staff', folderId, { sort: 'name', down: 'true' })).toEqual(['c.txt', 'b.txt', 'a.txt']);
  const first = await staff.folder({ ...at(folderId), query: { most: 2 } });
  expect((await staff.folder({ ...at(folderId), query: { most: 2, after: first.next! } })).items.map(({ name }) => name)).toEqual(['c.txt']);
});

import { strToU8, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as, app, db } = await openSchool('2026-11-24T01:00:00.000Z');
const [admin, security] = [await as('admin'), await as('security')];
const refused = (...codes: string[]) => ({ status: 422, codes });

const head = ['姓名', '用户名', '部门', '角色', '职务', '电话', '邮箱'];
const table = async (...rows: (string | number | null)[][]) => writeXlsx({ sheets: [{ name: '人员', rows }] });
const preview = (body: Uint8Array) => admin.organisation.previewImport({ body });

test('the form is a table that can be read again', async () => {
  const content = (await admin.organisation.importForm({})) as unknown as Buffer;
  const { sheets } = await readXlsx(content);
  expect(sheets[0]!.rows).toEqual([head]);
  expect(sheets[1]!.rows.flat()).toEqual(expect.arrayContaining(['张三', '教务处', '部门负责人']));
  await expect(preview(content)).rejects.toMatchObject(refused('organisation.no_people'));
  await expect((await as('staff')).organisation.importForm({})).rejects.toMatchObject({ status: 403 });
});

test('every fault of every row is told, and what is typed in full width is meant in half width', async () => {
  const { lines } = await preview(
    await table(
      ['备注', ...head],
      ['', '张三', 'ＺｈａｎｇＳａｎ', '教务处', '教职工', '教师', 13812345678, 'zhang@example.test'],
      [],
      ['', '', 'zhangsan', '后勤处', '厨师', '', '?', 'x'],
      ['', '李四', 'staff', '总务处', 'leader', '', '', ''],
      ['', '王五', 'wangwu', '总务处', '系统管理员', '', '', ''],
    ),
  );
  expect(lines.map(({ row, username, phone }) => [row, username, phone])).toEqual([[2, 'zhangsan', '13812345678'], [4, 'zhangsan', '?'], [5, 'staff', ''], [6, 'wangwu', '']]);
  expect(lines.map(({ faults }) => faults.map((fault) => fault.replace('organisation.fault_', '')))).toEqual([
    [],
    ['name', 'username_twice', 'department', 'role', 'email', 'phone'],
    ['username_taken'],
    ['role'],
  ]);
});

test('odd cells are read as they look: dates, yes and no, formulas with and without their result; a namesake is pointed out', async () => {
  const rows = [head, [new Date('2026-03-04T00:00:00Z'), 'odd.one', '教务处', '教职工', true, '=1+1'], [null, 'odd.two', '教务处', '教职工'], ['赵晓峰', 'zhao.2', '教务处', '教职工'], ['同名', 'same.1', '教务处', '教职工'], ['同名', 'same.2', '总务处', '教职工']];
  const cells = new Map([['2,0', { formula: 'A2', value: null }]]);
  const { lines } = await preview(await writeXlsx({ sheets: [{ name: '人员', rows, cells: cells as never }] }));
  expect(lines.map(({ name, title, phone, faults, notes }) => [name, title, phone, faults.map((fault) => fault.slice('organisation.'.length)), notes.length])).toEqual([
    ['2026-03-04', 'true', '=1+1', ['fault_phone'], 0],
    ['', '', '', ['fault_name'], 0],
    ['赵晓峰', '', '', [], 1],
    ['同名', '', '', [], 1],
    ['同名', '', '', [], 1],
  ]);
});

test('what is no table, has other columns, or has too many lines is refused', async () => {
  await expect(preview(strToU8('no table'))).rejects.toMatchObject(refused('organisation.not_a_table'));
  await expect(preview(zipSync({ 'a.txt': strToU8('hello') }))).rejects.toMatchObject(refused('organisation.not_a_table'));
  await expect(preview(zipSync({ 'xl/workbook.xml': new Uint8Array(30 * 1024 ** 2) }))).rejects.toMatchObject(refused('organisation.not_a_table'));
  await expect(preview(await table(['姓名', '电话'], ['张三', '1']))).rejects.toMatchObject(refused('organisation.columns_missing'));
  const many = Array.from({ length: 2001 }, (_, i) => ['某人', `person${i}`, '教务处', '教职工']);
  await expect(preview(await table(head, ...many))).rejects.toMatchObject(refused('organisation.too_many_people'));
}, 20_000);

test('all are created or none; a post beyond 教职工 waits for the security administrator', async () => {
  const line = (name: string, username: string, role: string, department = '教务处') => ({ name, username, department, role, title: '', phone: '', email: '' });
  const lines = [line('张三', 'zhangsan', '教职工'), line('李四', 'lisi', '部门负责人', '团委')];
  await expect(admin.organisation.importPeople({ body: { lines: [...lines, line('王五', 'staff', '教职工')] } })).rejects.toMatchObject(refused('organisation.lines_have_faults'));
  expect((await admin.organisation.people({ query: { q: 'zhangsan' } })).people).toEqual([]);
  const { created, postsAsked, oneTime } = await admin.organisation.importPeople({ body: { lines } });
  expect([created, postsAsked, oneTime.map(({ username }) => username)]).toEqual([2, 1, ['zhangsan', 'lisi']]);
  const { body } = await signIn(oneTime[1]!);
  expect(body).toMatchObject({ name: '李四', mustChange: true });
  await db.updateTable('people').set({ mustChange: false }).where('username', '=', 'lisi').execute();
  expect((await (await as('lisi')).access.me({})).departments).toEqual([]);
  const { requests } = await security.access.postRequests({ query: {} });
  expect(requests).toMatchObject([{ person: { name: '李四' }, department: { name: '团委' }, role: 'department.head', title: '部门负责人' }]);
  await security.access.settlePostRequests({ body: { ids: requests.map(({ id }) => id), give: true } });
  expect((await (await as('lisi')).access.me({})).departments).toHaveLength(1);
});

test('a department with a post that waits is not closed', async () => {
  const { id: departmentId } = await admin.organisation.createDepartment({ body: { name: '校友会' } });
  await admin.organisation.importPeople({ body: { lines: [{ name: '赵六', username: 'zhaoliu', department: '校友会', role: 'department.head', title: '会长', phone: '', email: '' }] } });
  await expect(admin.organisation.closeDepartment({ params: { departmentId }, body: {} })).rejects.toMatchObject(refused('organisation.not_empty'));
});

const signIn = async ({ username, password }: { username: string; password: string }) => {
  const response = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
  return { status: response.statusCode, body: response.json() };
};

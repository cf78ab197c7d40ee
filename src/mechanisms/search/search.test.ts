import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sql } from 'kysely';
import { shareWith } from '#mechanisms/access/records.ts';
import type { Answer } from '#platform/contract.ts';
import { client } from '#platform/client.ts';
import { openHttp } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import type { Actor, Ctx } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { through } from '#app/through.ts';
import { cloneDatabase, drainer } from '#platform/testing.ts';
import { search } from './contract.ts';
import { indexAttachment, indexRecord, removeFromIndex } from './entries.ts';
import { searchModule } from './module.ts';

const now = '2026-09-01T01:00:00.000Z';
const nobody: Actor = { id: newId(), name: '', own: new Set(), permissions: new Set(), keys: [], departments: [], clearance: 0, deputyFor: [], post: '', departmentId: '', sessionId: '', address: '' };
const zhang = newId();
const teaching = newId();
const people: Record<string, Actor> = {
  clerk: { ...nobody, permissions: new Set(['incoming.read_all', 'rooms.book']) },
  zhang: { ...nobody, id: zhang, keys: [zhang] },
  head: { ...nobody, keys: [newId(), teaching] },
  principal: { ...nobody, permissions: new Set(['incoming.read_all']), clearance: 3 },
  stranger: nobody,
};

const { db, drop } = await cloneDatabase(inject('server'), inject('template'));
const app = openHttp({ db, modules: [searchModule], whoIs: async (_db, token) => people[token], now: () => now });
const drain = drainer(db, [searchModule], () => now);
afterAll(async () => {
  await app.close();
  await drop();
});

const find = (person: string, q: string, more: object = {}) => client('search', search, through(app, person)).find({ query: { q, ...more } });
const shownIn = (segments: Answer<typeof search.find>['results'][number]['text']) => segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const titles = async (person: string, q: string, more: object = {}) => (await find(person, q, more)).results.map(({ title }) => title.map(({ text }) => text).join(''));

let seq = 0;
interface Filed { title: string; number?: string; senderNumber?: string; sender?: string; body?: string; at?: string; readers?: string[]; clearance?: number; kind?: string }
const file = async ({ title, number = `2026-${++seq}`, at = now, readers = [], clearance = 0, kind = 'incoming', senderNumber, ...text }: Filed) => {
  const id = newId();
  await db.insertInto('records').values({ id, kind, number, title, at, readers, clearance, allPermission: `${kind}.read_all` }).execute();
  await tellLater(db, now, 'search.record_changed', { recordId: id, title, number, extra: senderNumber ? [senderNumber] : [], ...text });
  await drain();
  return id;
};

describe('what is found', () => {
  beforeAll(async () => {
    await file({ title: '关于做好秋季开学工作的通知', senderNumber: '教办〔2024〕15号', sender: '江州市教育局', body: '各学校：为做好秋季开学工作，现将有关事项通知如下。一、校园安全。要落实安全责任。' });
    await file({ title: '关于开展校园安全检查的函', senderNumber: '公函〔2024〕151号', sender: '江州市公安局', body: '拟于九月开展检查，请予配合。', at: '2026-03-05T02:00:00.000Z' });
    await file({ title: '食堂采购合同', kind: 'contract', body: '食品安全由供货方负责。', readers: [zhang] });
  });

  test.each([
    ['安全', ['关于开展校园安全检查的函', '关于做好秋季开学工作的通知']],
    ['食', []],
    ['函', ['关于开展校园安全检查的函']],
    ['教办[2024]15号', ['关于做好秋季开学工作的通知']],
    ['教办（２０２４）15 号', ['关于做好秋季开学工作的通知']],
    ['“教办（２０２４）15 号”', ['关于做好秋季开学工作的通知']],
    ['开学 责任', ['关于做好秋季开学工作的通知']],
    ['开学 检查', []],
    ['通知如下一校园', ['关于做好秋季开学工作的通知']],
    ['公安局 检查', ['关于开展校园安全检查的函']],
    ['全安', []],
    ['任责实落', []],
    ['《》', []],
  ])('the clerk looks for %s', async (q, expected) => expect(await titles('clerk', q)).toEqual(expected));

  test('a document is first by its very number', async () =>
    expect((await titles('clerk', '公函〔2024〕151号'))[0]).toBe('关于开展校园安全检查的函'));

  test('words are said where they stand, cut in pieces and not in HTML', async () => {
    const { results: [first] } = await find('clerk', '秋季 <b>责任</b>');
    expect(first).toBeUndefined();
    const { results: [found] } = await find('clerk', '秋季 责任');
    expect(shownIn(found!.title)).toBe('关于做好[秋季]开学工作的通知');
    expect(shownIn(found!.text)).toContain('要落实安全[责任]。');
    expect(found).toMatchObject({ kind: 'incoming', sender: [{ text: '江州市教育局', hit: false }], attachments: [] });
  });

  test.each([
    [{ kind: 'contract' }, []],
    [{ from: '2026-09-01' }, ['关于做好秋季开学工作的通知']],
    [{ to: '2026-03-05' }, ['关于开展校园安全检查的函']],
    [{ from: '2026-03-06', to: '2026-08-31' }, []],
    [{ sender: '公安' }, ['关于开展校园安全检查的函']],
  ])('filtered by %j', async (filter, expected) => expect(await titles('clerk', '安全', filter)).toEqual(expected));

  test('narrowed to what was sent to a department, and to what is still open', async () => {
    const [ours, theirs] = [await file({ title: '窄查甲', readers: [teaching] }), await file({ title: '窄查乙', readers: [zhang] })];
    await db.transaction().execute(async (open) => {
      await sql`set local session_replication_role = replica`.execute(open); // the people of this test are in no directory
      await open.insertInto('todos').values({ id: newId(), personId: zhang, kind: 'act', recordId: ours, what: 'incoming.handle', askedBy: zhang, askedAt: now }).execute();
    });
    const of = async (person: string, more: object) => (await find(person, '窄查', more)).results.map(({ recordId }) => recordId);
    expect(await of('clerk', { departmentId: teaching })).toEqual([ours]);
    expect(await of('clerk', { open: 'true' })).toEqual([ours]);
    expect(await of('clerk', { open: 'false' })).toEqual([theirs]);
    expect(await find('zhang', '窄查', { departmentId: teaching })).toMatchObject({ results: [], count: 0 });
  });

  test('nobody who is not signed in finds anything', () => expect(find('', '安全')).rejects.toMatchObject({ status: 401 }));

  test.each(['x', '1_2', "0_2026-09-01T01:00:00.000Z_' or 1=1", '3_2026-09-01T01:00:00.000Z_00000000-0000-0000-0000-000000000000'])('a page is not begun at %s', (after) => expect(find('clerk', '安全', { after })).rejects.toMatchObject({ status: 400 }));
});

describe('what people type', () => {
  beforeAll(() => file({ title: '关于《𠮷野家》<img src=x onerror=alert(1)>采购WPS Office的请示', number: '2026-奇1', body: '𪚥字与𠮷字，共 １５ 台，折合100%。', sender: '𠮷林站' }));

  test.each(['𠮷', '𠮷野', '𪚥', 'wps', 'ＷＰＳ　ｏｆｆｉｃｅ', 'OFFICE', '１５', '15台', '100%', '𠮷林站', '《𠮷野家》', '2026奇1', '%采购_', '采购wps office的请示'])('%s finds it', async (q) =>
    expect((await find('clerk', q)).results.map((found) => found.number)).toContain('2026-奇1'));

  test.each(['《》、——', '%', '_', '\\', '‘’', '😀', '\ud842', '𠮶'])('%s finds nothing and counts nothing', async (q) => expect(await find('clerk', q)).toMatchObject({ results: [], count: 0, next: null }));

  test('what is known by a word without a figure is found by it like by any other', async () => {
    await file({ title: '关于场馆开放的函', senderNumber: '奥体函', readers: [zhang] });
    await drain();
    expect(await titles('zhang', '奥体函')).toEqual(['关于场馆开放的函']);
  });

  test('what is written in HTML stays text', async () => {
    const { results: [found] } = await find('clerk', '野家》<img');
    expect(shownIn(found!.title)).toBe('关于《𠮷[野家》<img] src=x onerror=alert(1)>采购WPS Office的请示');
  });

  test('as long as a query may be, and not longer', async () => {
    expect(await find('clerk', '采购'.repeat(100))).toMatchObject({ results: [], count: 0 });
    expect(await find('clerk', Array.from({ length: 40 }, (_, i) => `词${i}`).join(' '))).toMatchObject({ results: [], count: 0 });
    await expect(find('clerk', '采'.repeat(201))).rejects.toMatchObject({ status: 400 });
  });
});

describe('who finds it', () => {
  test('neither filter nor page nor a right word beside it tells of a hidden record', async () => {
    const hidden = await file({ title: '处分决定草案', number: '2026-密9', sender: '纪检监察室', body: '拟给予记过', readers: [zhang], at: '2026-08-08T01:00:00.000Z' });
    await indexAttachment(db, { recordId: hidden, fileId: newId(), name: '谈话笔录.pdf', text: '当事人陈述' });
    const asked: [string, object][] = [
      ['处分', {}], ['2026密9', {}], ['谈话笔录', {}], ['当事人', {}], ['纪检', { sender: '纪检监察室' }], ['处分', { from: '2026-08-08', to: '2026-08-08' }], ['处分', { kind: 'incoming' }],
      ['处分', { after: `1_2026-08-08T01:00:00.000Z_ffffffff-ffff-7fff-8fff-ffffffffffff` }], ['处分', { after: `2_2026-08-08T01:00:00.000Z_${hidden}` }],
    ];
    for (const [q, more] of asked) expect(await find('head', q, more), q).toMatchObject({ results: [], next: null });
    for (const [q, more] of asked.slice(0, 7)) expect(await find('head', q, more), q).toMatchObject({ count: 0 });
    expect(await find('zhang', '处分')).toMatchObject({ count: 1 });
  });

  test('what one may not see is not found and not counted', async () => {
    await file({ title: '绩效工资分配方案', readers: [zhang] });
    expect(await find('stranger', '绩效工资')).toMatchObject({ results: [], count: 0, next: null });
    expect(await find('zhang', '绩效工资')).toMatchObject({ count: 1 });
    expect(await find('clerk', '绩效工资')).toMatchObject({ count: 1 });
  });

  test('a document that is sent on is found by whom it was sent to', async () => {
    const recordId = await file({ title: '教研活动安排', readers: [zhang] });
    expect(await titles('head', '教研活动')).toEqual([]);
    await shareWith({ db } as Ctx, recordId, [teaching]);
    await drain();
    expect(await titles('head', '教研活动')).toEqual(['教研活动安排']);
  });

  test('whoever loses the right finds nothing, even before the index follows', async () => {
    const id = await file({ title: '借调人员名单', readers: [zhang] });
    expect(await find('zhang', '借调人员')).toMatchObject({ count: 1 });
    await db.updateTable('records').set({ readers: [] }).where('id', '=', id).execute();
    expect(await find('zhang', '借调人员')).toMatchObject({ results: [], count: 0 });
  });
});

describe('classified documents', () => {
  const empty = { name: '', called: '', body: '', squashed: '', marks: [] };

  test('only the line of the register is found, by whom is cleared', async () => {
    const id = await file({ title: '', number: '2026-机1', sender: '国家保密局', body: '机密内容', clearance: 2 });
    expect(await find('principal', '保密局')).toMatchObject({ count: 1 });
    expect(await find('principal', '机密内容')).toMatchObject({ count: 0 });
    expect(await find('clerk', '保密局')).toMatchObject({ results: [], count: 0 });
    await expect(indexRecord(db, { recordId: id, title: '', number: '', body: '机密内容' })).rejects.toThrow('classified');
    await indexAttachment(db, { recordId: id, fileId: newId(), name: '附件.pdf', text: '机密内容' });
    expect(await find('principal', '机密内容')).toMatchObject({ count: 0 });
    await expect(db.insertInto('searchTexts').values({ recordId: id, part: newId(), clearance: 2, ...empty }).execute()).rejects.toThrow('search_stub_says_nothing');
    await expect(db.insertInto('searchTexts').values({ recordId: id, part: newId(), ...empty }).execute()).rejects.toThrow('foreign key');
  });

  test('what becomes classified is gone at once, and its line stays findable', async () => {
    const id = await file({ title: '演练方案', number: '2026-演9', sender: '人防办', body: '演练地点在地下室' });
    await indexAttachment(db, { recordId: id, fileId: newId(), name: '平面图.pdf', text: '地下室出口' });
    await db.updateTable('records').set({ clearance: 1, title: '' }).where('id', '=', id).execute();
    for (const q of ['地下室', '演练', '平面图']) expect(await find('principal', q)).toMatchObject({ count: 0 });
    expect(await db.selectFrom('searchTexts').selectAll().where('recordId', '=', id).execute()).toEqual([]);
    await drain();
    expect(await find('principal', '人防办')).toMatchObject({ count: 1 });
    for (const q of ['地下室', '演练方案', '平面图']) expect(await find('principal', q)).toMatchObject({ count: 0 });
  });
});

describe('attachments', () => {
  test('a hit says in which attachment it is; words may stand in different ones', async () => {
    const recordId = await file({ title: '关于举办运动会的通知', body: '附件两个。' });
    const [scheme, form] = [newId(), newId()];
    await indexAttachment(db, { recordId, fileId: scheme, name: '竞赛规程.pdf', text: `${'总则，'.repeat(400)}接力赛每队四人。` });
    await indexAttachment(db, { recordId, fileId: form, name: '报名表.docx', text: '领队签名' });
    const { results: [found] } = await find('clerk', '接力赛 签名');
    expect(found!.attachments.map(({ fileId, name, text }) => [fileId, shownIn(name), shownIn(text).slice(-13)])).toEqual([
      [form, '报名表.docx', '领队[签名]'],
      [scheme, '竞赛规程.pdf', '总则，[接力赛]每队四人。'],
    ]);
    expect(await titles('clerk', '运动会 报名表')).toEqual(['关于举办运动会的通知']);
    await removeFromIndex(db, recordId, form);
    expect(await find('clerk', '签名')).toMatchObject({ count: 0 });
    await removeFromIndex(db, recordId);
    expect(await find('clerk', '运动会')).toMatchObject({ count: 0 });
  });

  test('twice indexed is once found, and a new title is followed', async () => {
    const id = await file({ title: '旧题名甲', body: '不变的正文乙' });
    await indexRecord(db, { recordId: id, title: '旧题名甲', number: '', body: '不变的正文乙' });
    expect(await find('clerk', '正文乙')).toMatchObject({ count: 1 });
    await db.updateTable('records').set({ title: '新题名丙' }).where('id', '=', id).execute();
    await drain();
    expect(await titles('clerk', '新题名丙')).toEqual(['新题名丙']);
    expect(await titles('clerk', '旧题名甲')).toEqual([]);
    expect(await titles('clerk', '正文乙')).toEqual(['新题名丙']);
  });
});

test('page after page gives every record once, and the count says how many', async () => {
  for (let i = 0; i < 210; i++) {
    const id = newId();
    const at = new Date(Date.parse(now) - (i % 50) * 60_000).toISOString();
    const title = i % 7 ? `第${i}期` : `第${i}期简报`;
    await db.insertInto('records').values({ id, kind: 'incoming', number: `j${i}`, title, at, clearance: 0, allPermission: 'incoming.read_all' }).execute();
    await indexRecord(db, { recordId: id, title, number: `j${i}`, body: i % 3 ? '工作简报正文' : '工作简编报正' });
  }
  const seen: string[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const { results, next }: Answer<typeof search.find> = await find('clerk', '简报', after ? { after } : {});
    seen.push(...results.map(({ recordId }) => recordId));
    after = next;
  }
  expect(seen.length).toBe(new Set(seen).size);
  expect(seen.length).toBe(150);
  for (const q of ['简报', '简报正文']) expect(await find('clerk', q), q).toMatchObject({ count: 50, counted: 'at_least' });
  expect(await find('clerk', '期简报')).toMatchObject({ count: 30, counted: 'exactly' });
});

import { couriers, type Letter, letters } from '#database/school/letters.ts';
import { oversight, people } from '#database/school/people.ts';
import type { Life, Step } from './life.ts';

const headOf = (department: string) => people.find(([, , of, role]) => of === department && role === 'department.head')![0];
const leaderOf = (department: string) => oversight.find(([of]) => of === department)?.[1] ?? 'leader';
const staffOf = (department: string) => people.find(([, , of, role]) => of === department && role === 'staff')?.[0];

/** The same numbers each time: a sample that changes cannot be talked about. */
const chance = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

/** One or two letters each half day for eight weeks, each with its own fate. */
export const stories = (life: Life, begins: string, now: string): Step[] => {
  const any = chance(20_260_901);
  const steps: Step[] = [];
  for (let at = life.after(begins, 20), n = 0; at < now; at = life.after(at, 120 + Math.floor(any() * 300)), n += 1) steps.push({ at, run: arrives(life, n, at, any) });
  return steps;
};

const say = ['请按要求抓紧落实。', '请认真组织，按时报送。', '同意拟办意见，请分管同志督办。', '请相关部门配合做好，结果报我。'];
const opinion = ['已阅，按文件要求部署落实。', '拟于本周内完成自查并报送材料。', '已安排专人负责，配合主办部门。'];
const results = ['已按要求完成并报送材料。', '自查完毕，发现问题两处，已整改。', '已组织落实，材料已归总。'];
const pick = <T,>(all: readonly T[], n: number) => all[n % all.length]!;

const arrives = (life: Life, n: number, at: string, any: () => number) => async (): Promise<Step[]> => {
  const letter = pick(letters, n);
  const clerk = await life.of('office.clerk');
  if (n % 31 === 17) return stub(life, n);
  const urgency = n % 9 === 4 ? 1 + (n % 2) : 0;
  const { id } = await clerk.register({
    body: {
      sender: letter.sender, senderNumber: `${letter.word}〔2026〕${30 + n * 2}号`, title: letter.title, kind: letter.kind, writtenOn: new Date(Date.parse(at) - 2 * 86_400_000).toISOString().slice(0, 10),
      urgency, pages: 2 + (n % 9), attachments: n % 3, copies: 1 + (n % 2), handling: letter.lead ? 'action' : 'reading', deliveredBy: pick(couriers, n), paperPlace: '综合办公室文件柜',
      checks: { complete: n % 13 !== 5, signature: true, seal: true, addressee: n % 17 !== 8, form: true },
    },
  });
  const next = life.after(at, urgency ? 5 : 20 + Math.floor(any() * 50));
  if (n % 17 === 8) return [{ at: next, run: async () => void (await (await life.of('office.director')).sendBack({ params: { documentId: id }, body: { reason: '主送单位不是我校，属误送' } })) }];
  if (n % 13 === 5) return [{ at: next, run: pagesMissing(life, id, next, letter, any) }];
  return [{ at: next, run: accepted(life, id, next, letter, urgency, any) }];
};

const stub = async (life: Life, n: number): Promise<Step[]> => {
  const clerk = await life.of('office.clerk');
  await clerk.register({ body: { sender: '江城市国家保密局', senderNumber: `江保〔2026〕${n}号`, secrecy: 1, secrecyPeriod: '1年', pages: 3, copies: 1, paperPlace: '机要柜，李文静保管' } });
  return [];
};

const pagesMissing = (life: Life, id: string, at: string, letter: Letter, any: () => number) => async (): Promise<Step[]> => {
  const clerk = await life.of('office.clerk');
  const { id: replacementId } = await clerk.askForPages({ params: { documentId: id }, body: { what: 'missing', details: '缺第3页', waits: true, how: 'mail', contact: 'office@bureau.example.test' } });
  const arrives = life.after(at, 700 + Math.floor(any() * 600));
  const settle = async () => {
    await clerk.settlePages({ params: { replacementId }, body: { how: '对方补发全文，快递送达' } });
    return [{ at: life.after(arrives, 15), run: accepted(life, id, life.after(arrives, 15), letter, 0, any) }];
  };
  return [{ at: arrives, run: settle }];
};

const accepted = (life: Life, id: string, at: string, letter: Letter, urgency: number, any: () => number) => async (): Promise<Step[]> => {
  const director = await life.of('office.director');
  await director.accept({ params: { documentId: id }, body: { major: letter.title.includes('食堂') } });
  const next = life.after(at, urgency ? 5 : 30 + Math.floor(any() * 60));
  return [{ at: next, run: letter.lead ? proposed(life, id, next, letter, urgency, any) : circulated(life, id, next, any) }];
};

const circulated = (life: Life, id: string, at: string, any: () => number) => async (): Promise<Step[]> => {
  const clerk = await life.of('office.clerk');
  const readers = ['principal', 'leader', 'leader.2', 'department.head', 'yangfan', 'zhuting'].slice(0, 3 + Math.floor(any() * 4));
  await clerk.circulate({ params: { documentId: id }, body: { people: readers.map(life.id), inOrder: any() < 0.4 } });
  return readers.map((reader, i) => {
    const then = life.after(at, 60 * (i + 1) + Math.floor(any() * 240));
    return { at: then, run: reads(life, id, reader, then) };
  });
};

/** Whoever's turn has not come tries again later. */
const reads = (life: Life, id: string, reader: string, at: string) => async (): Promise<Step[]> => {
  const desk = await life.of(reader);
  const { readings } = await desk.one({ params: { documentId: id } });
  const mine = readings.find(({ person, readAt }) => person.id === life.id(reader) && !readAt);
  if (!mine || (life.isLately(at, 6) && reader !== 'principal')) return [];
  if (!mine.sentAt) return [{ at: life.after(at, 90), run: reads(life, id, reader, life.after(at, 90)) }];
  await desk.markRead({ params: { readingId: mine.id }, body: { note: reader === 'principal' ? '请各部门认真学习。' : '' } });
  return [];
};

const proposed = (life: Life, id: string, at: string, letter: Letter, urgency: number, any: () => number) => async (): Promise<Step[]> => {
  const director = await life.of('office.director');
  const shares = [letter.lead!, ...(letter.assists ?? [])].map((department, i) => ({ departmentId: life.department(department), role: i ? ('assist' as const) : ('lead' as const) }));
  const leaders = urgency ? [] : [leaderOf(letter.lead!), ...(any() < 0.25 ? ['principal'] : [])];
  const assists = letter.assists?.length ? `，${letter.assists.join('、')}协办` : '';
  await director.propose({ params: { documentId: id }, body: { text: `拟请${letter.lead}主办${assists}，按文件要求落实并报送结果。`, departments: shares, leaders: leaders.map(life.id) } });
  return nextLeader(life, id, life.after(at, urgency ? 5 : 60 + Math.floor(any() * 200)), leaders, { letter, shares, urgency, any });
};

interface Sent {
  letter: Letter;
  shares: { departmentId: string; role: 'lead' | 'assist' }[];
  urgency: number;
  any: () => number;
}

const nextLeader = (life: Life, id: string, at: string, leaders: readonly string[], sent: Sent): Step[] => {
  const [leader, ...rest] = leaders;
  if (!leader) return [{ at, run: dispatched(life, id, at, sent) }];
  if (life.isLately(at, 5) && sent.any() < 0.4) return [];
  const run = async () => {
    const desk = await life.of(leader);
    const mine = (await desk.one({ params: { documentId: id } })).instructions.find((one) => one.leader.id === life.id(leader) && !one.givenAt);
    if (mine) await desk.instruct({ params: { instructionId: mine.id }, body: { text: pick(say, Math.floor(sent.any() * say.length)) } });
    return nextLeader(life, id, life.after(at, 30 + Math.floor(sent.any() * 120)), rest, sent);
  };
  return [{ at, run }];
};

const dispatched = (life: Life, id: string, at: string, { letter, shares, urgency, any }: Sent) => async (): Promise<Step[]> => {
  const clerk = await life.of('office.clerk');
  await clerk.dispatch({ params: { documentId: id }, body: { parts: shares } });
  const urgedAt = life.after(at, 1000 + Math.floor(any() * 400));
  const parts = [letter.lead!, ...(letter.assists ?? [])].map((department) => {
    const then = life.after(at, urgency ? 10 : 15 + Math.floor(any() * 150));
    return { at: then, run: signed(life, id, then, department, any) };
  });
  return [...parts, { at: urgedAt, run: urged(life, id, urgedAt, 0) }];
};

/** What is still open after two days is urged, again and again; the third time by phone. */
const urged = (life: Life, id: string, at: string, times: number) => async (): Promise<Step[]> => {
  const clerk = await life.of('office.clerk');
  const open = (await clerk.one({ params: { documentId: id } })).parts.find(({ closedAt, returnedAt }) => !closedAt && !returnedAt);
  if (!open || times > 3) return [];
  const urge = await clerk.urge({ params: { documentId: id }, body: { item: 'part', itemId: open.id } });
  const next = life.after(at, 300);
  if (urge.how === 'phone') return [{ at: life.after(at, 60), run: async () => void (await clerk.logCall({ params: { urgeId: urge.id }, body: times % 2 ? { outcome: 'told', said: '明天上午办结' } : { outcome: 'no_answer' } })) }];
  return [{ at: next, run: urged(life, id, next, times + 1) }];
};

const partOf = async (life: Life, id: string, department: string) => {
  const desk = await life.of(headOf(department));
  const part = (await desk.one({ params: { documentId: id } })).parts.find((one) => one.department.name === department && !one.returnedAt);
  return { desk, partId: part!.id, slow: part!.role === 'assist' };
};

const signed = (life: Life, id: string, at: string, department: string, any: () => number) => async (): Promise<Step[]> => {
  const { desk, partId } = await partOf(life, id, department);
  await desk.signFor({ params: { partId }, body: {} });
  const helper = staffOf(department);
  if (helper && any() < 0.5) await desk.assign({ params: { partId }, body: { personId: life.id(helper) } });
  // Some are forgotten until somebody urges, and some of the last days still are.
  if (life.isLately(at, 9) && any() < 0.4) return [];
  const then = life.after(at, any() < 0.12 ? 1800 + Math.floor(any() * 6000) : 60 + Math.floor(any() * 500));
  return [{ at: then, run: closed(life, id, then, department, any) }];
};

const closed = (life: Life, id: string, at: string, department: string, any: () => number) => async (): Promise<Step[]> => {
  const { desk, partId } = await partOf(life, id, department);
  await desk.giveOpinion({ params: { partId }, body: { text: pick(opinion, Math.floor(any() * 3)) } });
  const then = life.after(at, 20 + Math.floor(any() * 300));
  const close = async () => void (await desk.closePart({ params: { partId }, body: { outcome: any() < 0.85 ? 'done' : 'partly', result: pick(results, Math.floor(any() * 3)) } }));
  return [{ at: then, run: close }];
};

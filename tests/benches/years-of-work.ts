import { grams, squash, squashWithMarks } from '#mechanisms/search/rules.ts';
import { approvalOfYears } from './approvals.ts';
import { type Chance, chance, type CorpusText } from './corpus.ts';

/** The n-th row of a kind, in the shape of an id of version 7. */
export const idOf = (n: number, kind: string) => `01900000-0000-7000-8${kind.padStart(3, '0')}-${String(n).padStart(12, '0')}`;

export interface School {
  clerk: string;
  director: string;
  leaders: readonly string[];
  office: string;
  departments: readonly { id: string; head: string }[];
  people: readonly string[];
  senders: readonly { id: string; name: string; word: string }[];
  /** How the search writes the permission that sees all. */
  seesAll: string;
  calendar: string;
}

type State = 'registered' | 'returned' | 'accepted' | 'proposed' | 'instructed' | 'dispatched' | 'circulating' | 'done' | 'stub';

const started = Date.now();
const hour = 3_600_000;
const after = (at: string, hours: number) => new Date(Date.parse(at) + hours * hour).toISOString();

/** What is decided of a document before its lines are written. */
const planned = (n: number, { title }: CorpusText, school: School) => {
  const random = chance(n + 7);
  const at = new Date(started - (n + 1) * 0.876 * hour).toISOString();
  const year = new Date(started).getUTCFullYear() - Math.floor(n / 10_000);
  const seq = 10_000 - (n % 10_000);
  const state = stateOf(n, random);
  const handling = state === 'circulating' || (state === 'done' && random.next() < 0.3) ? 'reading' : 'action';
  const sender = random.of(school.senders);
  const from = random.below(school.departments.length);
  const departments = handling === 'reading' || !['dispatched', 'done'].includes(state) ? [] : Array.from({ length: random.next() < 0.3 ? 2 + random.below(2) : 1 }, (_, i) => school.departments[(from + i) % school.departments.length]!);
  const readers = handling === 'reading' && ['circulating', 'done'].includes(state) ? Array.from({ length: 4 }, (_, i) => school.people[(n + i * 7) % school.people.length]!) : [];
  const isStub = state === 'stub';
  const leader = handling === 'action' && ['proposed', 'instructed', 'dispatched', 'done'].includes(state) ? random.of(school.leaders) : undefined;
  const seers = [school.clerk, ...departments.map(({ id }) => id), ...readers, ...(leader ? [leader] : [])];
  return { id: idOf(n, '0'), n, random, at, year, seq, number: `${year}-${String(seq).padStart(4, '0')}`, state, handling, sender, senderNumber: `${sender.word}〔${year}〕${seq}号`, title: isStub ? '' : title.slice(0, 200) || '通知', departments, leader, readers: [...new Set(readers)], seers: [...new Set(seers)], isStub, isOpen: !['done', 'returned', 'stub'].includes(state) };
};

type Planned = ReturnType<typeof planned>;

/** The last weeks are on somebody's desk, a few older ones got stuck, all others are done, returned or stubs. */
const stateOf = (n: number, random: Chance): State => {
  const dice = random.next();
  if (dice < 0.003) return 'stub';
  if (dice < 0.023) return 'returned';
  if (n >= 600) return dice < 0.024 ? 'dispatched' : 'done';
  if (n < 15) return 'registered';
  if (n < 40) return 'accepted';
  if (n < 60) return 'proposed';
  if (n < 90) return 'instructed';
  return dice < 0.3 ? 'circulating' : 'dispatched';
};

/** One incoming document and one of ours with its approval: the rows of each table, in an order in which each finds what it names. */
export const linesOf = (n: number, text: CorpusText, school: School) => {
  const plan = planned(n, text, school);
  return joined({ ...ofRegister(plan, school), ...ofHandling(plan, school), ...ofTimes(plan, school), ...ofSearch(plan, text, school), ...ofArchive(plan, school) }, approvalOfYears(n, plan, school));
};

/** The rows of both, the first one's before the other's in each table. */
const joined = (one: Rows, other: Rows): Rows => Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((table) => [table, [...(one[table] ?? []), ...(other[table] ?? [])]]));

type Rows = Record<string, readonly object[]>;

const ofRegister = ({ id, number, title, at, isStub, year, seq, state, random, sender, senderNumber, handling, departments, seers }: Planned, { clerk }: School) => ({
  records: [{ id, kind: 'incoming', number, title, readers: seers, all_permission: 'incoming.read_all', clearance: isStub ? 1 : 0, at }],
  incoming_documents: [{
    id, year, seq, number, state, received_at: at, received_by: clerk, registered_at: at, registered_by: clerk, sender_id: sender.id, sender: sender.name, sender_number: senderNumber, title, written_on: isStub ? null : after(at, -50).slice(0, 10),
    kind: random.of(['通知', '通知', '通知', '函', '意见', '报告', '其他']), secrecy: isStub ? 1 : 0, urgency: random.next() < 0.1 ? 1 + random.below(2) : 0, copies: 1 + random.below(3), pages: 1 + random.below(20), attachments: random.below(3),
    handling, countersign: departments.length > 1, major: random.next() < 0.02, paper_code: id.replaceAll('-', ''), paper_with: clerk, done_at: state === 'done' ? after(at, 30) : null, done_by: state === 'done' ? clerk : null,
  }],
});

const ofHandling = ({ id, n, at, state, departments, leader, readers, isOpen, isStub, random }: Planned, { clerk, director, office, people }: School) => {
  const isDone = state === 'done';
  const reached = (...states: State[]) => isDone || states.includes(state);
  const instructed = reached('instructed', 'dispatched');
  const history = (hours: number, actor: string, what: string) => ({ record_id: id, at: after(at, hours), actor_id: actor, what: `incoming.${what}`, details: {} });
  const todo = (place: number, whose: object, what: string, done: string | null, by: string) => ({ id: idOf(n * 10 + place, 'd'), person_id: null, department_id: null, kind: 'act', record_id: id, what: `incoming.${what}`, asked_by: clerk, asked_at: after(at, place), due_at: after(at, 24), done_at: done, done_by: done && by, ...whose });
  return {
    incoming_reviews: isStub || state === 'registered' ? [] : [{ document_id: id, at: after(at, 1), by: director, accepted: state !== 'returned', reason: state === 'returned' ? '不属本校办理' : '' }],
    incoming_proposals: leader ? [{ id: idOf(n, '2'), document_id: id, at: after(at, 2), by: director, text: '拟请主办部门阅处，按要求报送。', departments: departments.map((d, i) => ({ departmentId: d.id, role: i ? 'assist' : 'lead' })) }] : [],
    incoming_instructions: leader ? [{ id: idOf(n, '3'), document_id: id, leader_id: leader, position: 1, asked_at: after(at, 2), given_at: instructed ? after(at, 4) : null, given_by: instructed ? leader : null, text: instructed ? '同意拟办意见，请抓紧落实。' : null }] : [],
    incoming_parts: departments.map((d, i) => ({
      id: idOf(n * 10 + i, '4'), document_id: id, department_id: d.id, role: i ? 'assist' : 'lead', dispatched_at: after(at, 5), dispatched_by: clerk, signed_at: isDone || n % 2 ? after(at, 7) : null, signed_by: isDone || n % 2 ? d.head : null,
      opinion: isDone ? '已按要求办理。' : null, opinion_at: isDone ? after(at, 20) : null, opinion_by: isDone ? d.head : null, outcome: isDone ? 'done' : null, result: isDone ? '已报送' : null, closed_at: isDone ? after(at, 26) : null, closed_by: isDone ? d.head : null,
    })),
    incoming_readings: readers.map((person, i) => ({ id: idOf(n * 10 + i, '5'), document_id: id, person_id: person, position: 1, added_by: clerk, added_at: after(at, 2), sent_at: after(at, 2), read_at: isDone || i === 0 ? after(at, 9 + i) : null, read_by: isDone || i === 0 ? person : null, note: isDone && i === 1 ? '已阅。' : null })),
    history: [history(0, clerk, 'register'), ...(isStub || state === 'registered' ? [] : [history(1, director, 'accept')]), ...(departments.length ? [history(5, clerk, 'dispatch')] : []), ...(isDone ? [history(30, clerk, 'finish')] : [])],
    todos: isStub ? [] : [
      todo(0, { person_id: director }, 'review', state === 'registered' ? null : after(at, 1), director),
      ...(state === 'accepted' ? [todo(1, { person_id: director }, 'propose', null, director)] : []),
      ...(state === 'proposed' && leader ? [todo(2, { person_id: leader }, 'instruct', null, leader)] : []),
      ...(state === 'instructed' ? [todo(3, { department_id: office }, 'dispatch', null, clerk)] : []),
      ...departments.map((d, i) => todo(4 + i, { department_id: d.id }, isDone || n % 2 ? 'handle' : 'sign', isDone ? after(at, 26) : null, d.head)),
      ...readers.map((person, i) => ({ ...todo(4 + i, { person_id: person }, 'read', isDone || i === 0 ? after(at, 9) : null, person), kind: 'read' })),
      ...(isOpen && departments.length ? [todo(8, { person_id: random.of(people) }, 'report', null, clerk)] : []),
    ],
    blobs: isStub ? [] : [{ sha256: id.replaceAll('-', '').padStart(64, '0'), size: 80_000, type: 'application/pdf', created_at: at, text_state: 'read', text: null, pages: 3, read_at: at }],
    files: isStub ? [] : [{ id: idOf(n, '6'), sha256: id.replaceAll('-', '').padStart(64, '0'), name: '正文.pdf', size: 80_000, type: 'application/pdf', uploaded_by: clerk, uploaded_at: at }],
    attachments: isStub ? [] : [{ id: idOf(n, '7'), record_id: id, file_id: idOf(n, '6'), role: 'original', attached_by: clerk, attached_at: at }],
  };
};

const ofTimes = ({ id, n, at, state, handling, departments, isStub }: Planned, { office, calendar, clerk }: School) => {
  const stopped = state === 'done' || state === 'returned' ? after(at, 26) : null;
  const promises = isStub ? [] : handling === 'action' ? [['incoming.last', 1440], ['incoming.ordinary', 720]] as const : [['incoming.last', 1440]] as const;
  const clock = ([promise, minutes]: readonly [string, number], i: number) => ({
    id: idOf(n * 10 + i, '8'), promise, record_id: id, department_id: departments[0]?.id ?? office, started_at: at, stopped_at: stopped, kind: 'working_days', minutes, figures: `working_days/${minutes}/${minutes * 0.75}/`,
    due_at: after(at, minutes / 60), warn_at: after(at, minutes / 80), next_at: stopped ? null : after(at, minutes / 80), calendar_version: calendar,
  });
  const clocks = promises.map(clock);
  const event = (clock_id: string, position: number, what: string, when: string) => ({ clock_id, position, at: when, what, by: clerk });
  return { clocks, clock_events: clocks.flatMap((one) => [event(one.id, 1, 'started', at), ...(stopped ? [event(one.id, 2, 'stopped', stopped)] : [])]) };
};

/** What is done stands in the archive. */
const ofArchive = ({ id, n, at, state, year, seq, title, sender, senderNumber, departments }: Planned, { clerk, office }: School) => {
  const retention = ['Y', 'D30', 'D10', 'D10'][n % 4]!;
  const code = `JG${n % 10}`;
  const item = { id: idOf(n, 'e'), record_id: id, year, retention, department_id: departments[0]?.id ?? office, code, seq, number: `0194-WS·${year}-${retention}-${code}-${String(seq).padStart(4, '0')}`, doc_number: senderNumber, author: sender.name, title, secrecy: 0, secrecy_period: '', pages: 1 + (n % 20), remark: '', thickness: 5, because: [], archived_at: after(at, 48), archived_by: clerk };
  return { archive_items: state === 'done' ? [item] : [] };
};

/** As the nightly work would leave them: src/mechanisms/search/ages.ts. */
const ageOf = (n: number) => (n < 1000 ? 0 : n < 9000 ? 1 : 2);

/** Its title and numbers, and its text in a file: as what intake and reading hand on. */
const ofSearch = ({ id, n, at, number, senderNumber, title, isStub, seers, sender }: Planned, { body }: CorpusText, { seesAll }: School) => {
  const numbers = [squash(number), squash(senderNumber)];
  const named = [squash(title), ...numbers].join(' ');
  const sent_by = squash(sender.name);
  const written = { name: '正文.pdf', called: squash('正文.pdf'), body, ...squashWithMarks(body) };
  const texts = isStub ? [] : [{ record_id: id, part: idOf(n, '6'), ...written }];
  return {
    search_entries: [{
      record_id: id, kind: 'incoming', at, clearance: isStub ? 1 : 0, age: ageOf(n), seers: [...seers, seesAll], sender: sender.name, extra: [senderNumber], named, numbers, sent_by,
      name_grams: grams(named), grams: grams([named, sent_by, ...texts.flatMap(({ called, squashed }) => [called, squashed])].join(' ')),
    }],
    search_texts: texts,
  };
};

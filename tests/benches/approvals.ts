import { subject } from '#modules/documents/outgoing/route.ts';
import type { openDb } from '#platform/db.ts';
import type { Ask } from './client.ts';
import { insertAll } from './load.ts';
import type { Person } from './requests.ts';
import { idOf, type School } from './years-of-work.ts';

type Db = ReturnType<typeof openDb>;

const facts = { route: 'ordinary', kind: '通知', department: '', countersign: [], urgent: false, copies: 1 };
const route = { subject: subject.name, version: 0, steps: subject.steps, facts, chosen: {} };
// The places of 部门负责人核稿 and 主管签发 in the route of an ordinary notice.
const [head, supervisor] = [0, subject.steps.findIndex(({ key }) => key === 'supervisor')];
const hour = 3_600_000;

interface Sent {
  /** Makes its ids; each kind of row counts in its own. */
  n: number;
  at: string;
  title: string;
  body?: string;
  departmentId: string;
  drafterId: string;
  /** Who signs the first step, and the second. */
  signers: readonly [string, string];
  /** How many have signed. */
  signed: 0 | 1 | 2;
  calendar: string;
}

/** An ordinary notice on its way, or at its end: the rows that the draft, its approval, and each signer's line and clock leave. */
export const approvalLines = ({ n, at, title, body = '请各部门按要求落实，并于本月底前报送情况。', departmentId, drafterId, signers, signed, calendar }: Sent) => {
  const [id, approval] = [idOf(n, 'f00'), idOf(n, 'f01')];
  const later = (hours: number) => new Date(Date.parse(at) + hours * hour).toISOString();
  const isDone = signed === 2;
  const hash = id.replaceAll('-', '').padStart(64, '0');
  const asked = signers.slice(0, signed + 1).map((person, i) => ({ person, id: idOf(n * 2 + i, 'f03'), step: idOf(n * 2 + i, 'f02'), clock: idOf(n * 2 + i, 'f04'), askedAt: later(i * 2), doneAt: i < signed ? later(i * 2 + 1) : null }));
  return {
    records: [{ id, kind: 'outgoing', number: isDone ? `江实校发〔${at.slice(0, 4)}〕${n + 1}号` : '', title, readers: [...new Set([drafterId, ...asked.map(({ person }) => person)])], all_permission: 'outgoing.read_all', clearance: 0, at }],
    outgoing_documents: [{
      id, state: isDone ? 'signed' : 'approving', route: 'ordinary', kind: '通知', layout: 'file', urgency: 0, title, reason: '按上级要求', drafter_id: drafterId, department_id: departmentId, created_at: at, countersign: [], copies: 0, version: 1,
      signed_version: isDone ? 1 : null, signed_hash: isDone ? hash : null, signed_at: isDone ? later(3) : null, signed_by: isDone ? signers[1] : null, archive_number: '',
    }],
    outgoing_versions: [{ document_id: id, version: 1, at, by: drafterId, title, body, hash, main_to: ['各部门'], copy_to: [], attachments: [], note: '', change: 'draft', why: '', copy_number: '', attending: '', absent: '', observing: '' }],
    approvals: [{ id: approval, record_id: id, ...route, drafter_id: drafterId, department_id: departmentId, state: isDone ? 'approved' : 'running', round: 1, started_at: at, ended_at: isDone ? later(3) : null }],
    approval_steps: asked.map(({ step, askedAt, doneAt }, i) => ({ id: step, approval_id: approval, round: 1, position: i ? supervisor : head, opened_at: askedAt, closed_at: doneAt })),
    approval_signers: asked.map(({ id: signer, step, person, askedAt, doneAt }) => ({ id: signer, step_id: step, person_id: person, position: 1, asked_at: askedAt, decided_at: doneAt, decided_by: doneAt && person, decision: doneAt && 'approved', opinion: doneAt ? '同意。' : '', note: '' })),
    clocks: asked.map(({ clock, id: item, person, askedAt, doneAt }) => ({ id: clock, promise: 'approvals.sign', record_id: id, item_id: item, person_id: person, department_id: departmentId, started_at: askedAt, stopped_at: doneAt, kind: 'office_hours', minutes: 480, figures: 'office_hours/480/360/240', due_at: later(24), warn_at: later(18), escalate_at: later(28), next_at: doneAt ? null : later(18), calendar_version: calendar })),
    clock_events: asked.flatMap(({ clock, askedAt, doneAt, person }) => [{ clock_id: clock, position: 1, at: askedAt, what: 'started', by: drafterId }, ...(doneAt ? [{ clock_id: clock, position: 2, at: doneAt, what: 'stopped', by: person }] : [])]),
    todos: asked.map(({ id: item, clock, person, askedAt, doneAt }) => ({ id: idOf(n * 2 + Number(item.at(-1)) % 2, 'f05'), person_id: person, department_id: null, kind: 'act', record_id: id, what: 'approvals.sign', item_id: item, asked_by: drafterId, asked_at: askedAt, due_at: later(24), clock_id: clock, done_at: doneAt, done_by: doneAt && person, together: false })),
    history: [{ record_id: id, at, actor_id: drafterId, what: 'approvals.submit', details: {} }, ...asked.filter(({ doneAt }) => doneAt).map(({ person, doneAt }) => ({ record_id: id, at: doneAt, actor_id: person, what: 'approvals.approved', details: {} }))],
  };
};

/** As many as wait for somebody in an ordinary office; all others are signed. */
const newest = 60;

/** What the n-th draft back from today left: most are signed long since. */
export const approvalOfYears = (n: number, { at, title }: { at: string; title: string }, { departments, director, people, calendar }: School) => {
  const { id: departmentId, head } = departments[n % departments.length]!;
  return approvalLines({ n, at, title: title.slice(0, 200) || '通知', departmentId, drafterId: people[n % people.length]!, signers: [head, director], signed: n < newest ? ((n % 2) as 0 | 1) : 2, calendar });
};

// Beyond the drafts of years.
const first = 50_000_000;
const batch = 500;

interface Waiting {
  people: readonly Person[];
  /** For each of them. */
  each: number;
  school: School;
}

/** So many drafts wait for each of these people, made this moment; what is left of them lies in nobody's inbox once it is measured (`forgetSubmitted`). */
export const approvalsWaiting = async (db: Db, { people, each, school }: Waiting, turn: number): Promise<Ask> => {
  const at = new Date().toISOString();
  const { id: departmentId } = school.departments[0]!;
  const from = first + turn * people.length * each;
  const lines = Array.from({ length: people.length * each }, (_, i) => {
    const asked = people[i % people.length]!.id;
    const drafterId = school.people.find((id) => id !== asked)!;
    return approvalLines({ n: from + i, at, title: `关于第${i}项工作的通知`, departmentId, drafterId, signers: [asked, school.director], signed: 0, calendar: school.calendar });
  });
  for (let i = 0; i < lines.length; i += batch) await insertAll(db, lines.slice(i, i + batch));
  const waiting = people.map((_, user) => lines.filter((__, i) => i % people.length === user).map(({ approval_signers: [signer] }) => signer!.id));
  return (user) => {
    const signer = waiting[user]!.pop();
    if (!signer) throw new Error('all drafts are decided: more must wait');
    return { method: 'POST', path: `/api/approvals/signers/${signer}/decision`, token: people[user]!.token, body: { decision: 'approved', opinion: '同意。' } };
  };
};

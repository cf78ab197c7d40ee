import type { NewDocument } from '#modules/documents/incoming/intake/contract.ts';
import type { Desk, Life, Step } from './life.ts';
import { scanOf } from './scans.ts';

/** The document that a scene is about, once it is registered. */
interface Subject {
  id: string;
  code: string;
}

type Deed = (subject: Subject) => Promise<unknown>;

/** So many minutes before the sample ends, somebody does something. */
export type Scene = readonly (readonly [minutesAgo: number, deed: Deed])[];

export const played = (scene: Scene, now: string): Step[] => {
  const subject: Subject = { id: '', code: '' };
  return scene.map(([minutesAgo, deed]) => ({ at: momentsAgo(now, minutesAgo), run: async () => void (await deed(subject)) }));
};

export const momentsAgo = (now: string, minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();

type Arriving = Partial<NewDocument> & { sender: string; title?: string; /** Scanned at that moment. */ scanned?: string };

/** What the people of the office do with a document, each at their own desk. */
export const deedsOf = (life: Life) => {
  const at = (username: string, deed: (desk: Desk, subject: Subject, params: { documentId: string }) => Promise<unknown>): Deed => async (subject) => deed(await life.of(username), subject, { documentId: subject.id });
  const share = (department: string, role: 'lead' | 'assist') => ({ departmentId: life.department(department), role });
  const shares = (lead: string, assists: readonly string[]) => [share(lead, 'lead'), ...assists.map((one) => share(one, 'assist'))];
  const part = async (desk: Desk, { id }: Subject, department: string) => ({ partId: (await desk.one({ params: { documentId: id } })).parts.findLast((one) => one.department.name === department)!.id });
  const asked = async (desk: Desk, { id }: Subject, leader: string) =>
    ({ instructionId: (await desk.one({ params: { documentId: id } })).instructions.find((one) => one.leader.id === life.id(leader) && !one.givenAt)!.id });
  const reading = async (desk: Desk, { id }: Subject, reader: string) => ({ readingId: (await desk.one({ params: { documentId: id } })).readings.find(({ person }) => person.id === life.id(reader))!.id });
  return {
    arrives: ({ scanned, ...body }: Arriving): Deed => at('office.clerk', async (desk, subject) => {
      const files = scanned ? [{ fileId: await scanOf(life, body, scanned), role: 'original' as const }] : [];
      const { id, paperCode } = await desk.register({ body: { kind: '通知', copies: 1, pages: 3, paperPlace: body.secrecy ? '机要柜，李文静保管' : '综合办公室文件柜', ...body, files } });
      Object.assign(subject, { id, code: paperCode });
    }),
    comesAgainAs: (other: Subject, body: Arriving): Deed => at('office.clerk', async (desk, subject) => void Object.assign(subject, await desk.register({ body: { kind: '函', copies: 1, pages: 2, ...body, previousId: other.id } }))),
    accepts: (major = false): Deed => at('office.director', (desk, _, params) => desk.accept({ params, body: { major } })),
    sendsBack: (reason: string): Deed => at('office.director', (desk, _, params) => desk.sendBack({ params, body: { reason } })),
    proposes: (text: string, lead: string, assists: readonly string[], leaders: readonly string[]): Deed =>
      at('office.director', (desk, _, params) => desk.propose({ params, body: { text, departments: shares(lead, assists), leaders: leaders.map(life.id) } })),
    instructs: (leader: string, text: string): Deed => at(leader, async (desk, subject) => desk.instruct({ params: await asked(desk, subject, leader), body: { text } })),
    asksAnew: (leader: string, reason: string): Deed => at(leader, async (desk, subject) => desk.sendBackProposal({ params: await asked(desk, subject, leader), body: { reason } })),
    setsTask: (leader: string, sentence: string, person: string, dueAt: string): Deed => at(leader, (desk, _, params) => desk.setTask({ params, body: { sentence, personId: life.id(person), dueAt } })),
    dispatches: (lead: string, ...assists: string[]): Deed => at('office.clerk', (desk, _, params) => desk.dispatch({ params, body: { parts: shares(lead, assists) } })),
    adds: (department: string): Deed => at('office.clerk', (desk, _, params) => desk.dispatch({ params, body: { parts: [share(department, 'assist')] } })),
    makesLead: (department: string, reason: string): Deed => at('office.clerk', async (desk, subject) => desk.makeLead({ params: await part(desk, subject, department), body: { reason } })),
    signs: (head: string, department: string): Deed => at(head, async (desk, subject) => desk.signFor({ params: await part(desk, subject, department), body: {} })),
    assigns: (head: string, department: string, person: string, ...helpers: string[]): Deed => at(head, async (desk, subject) => desk.assign({ params: await part(desk, subject, department), body: { personId: life.id(person), helpers: helpers.map(life.id) } })),
    opines: (head: string, department: string, text: string): Deed => at(head, async (desk, subject) => desk.giveOpinion({ params: await part(desk, subject, department), body: { text } })),
    closes: (head: string, department: string, result: string): Deed => at(head, async (desk, subject) => desk.closePart({ params: await part(desk, subject, department), body: { outcome: 'done', result } })),
    returns: (head: string, department: string, reason: string): Deed => at(head, async (desk, subject) => desk.returnPart({ params: await part(desk, subject, department), body: { reason } })),
    circulates: (readers: readonly string[], inOrder = false): Deed => at('office.clerk', (desk, _, params) => desk.circulate({ params, body: { people: readers.map(life.id), inOrder } })),
    reads: (reader: string, note = ''): Deed => at(reader, async (desk, subject) => desk.markRead({ params: await reading(desk, subject, reader), body: { note } })),
    addsReader: (reader: string, other: string, why: string): Deed => at(reader, (desk, _, params) => desk.addReader({ params, body: { people: [life.id(other)], why } })),
    asksForPages: (what: 'damaged' | 'missing', details: string, contact: string): Deed =>
      at('office.clerk', (desk, _, params) => desk.askForPages({ params, body: { what, details, waits: true, how: contact.includes('@') ? 'mail' : 'phone', contact } })),
    urgesPages: (): Deed => at('office.clerk', async (desk, _, params) => desk.urge({ params, body: { item: 'replacement', itemId: (await desk.one({ params })).replacements[0]!.id } })),
    urges: (department: string): Deed => at('office.clerk', async (desk, subject, params) => desk.urge({ params, body: { item: 'part', itemId: (await part(desk, subject, department)).partId } })),
    answers: (how: 'document' | 'phone', outgoingNumber: string, text: string): Deed => at('office.clerk', (desk, _, params) => desk.answerSender({ params, body: { how, outgoingNumber, text } })),
    finishes: (result: string): Deed => at('office.clerk', (desk, _, params) => desk.finish({ params, body: { result } })),
    reopens: (department: string, reason: string): Deed => at('office.clerk', async (desk, subject, params) => desk.reopen({ params, body: { reason, parts: [(await part(desk, subject, department)).partId] } })),
    voids: (reason: string): Deed => at('office.clerk', (desk, _, params) => desk.voidLine({ params, body: { reason } })),
    offers: (holder: string, note = ''): Deed => at(holder, (desk, { code }) => desk.offer({ params: { code }, body: { note } })),
    takes: (person: string, place: string): Deed => at(person, (desk, { code }) => desk.take({ params: { code }, body: { place } })),
  };
};

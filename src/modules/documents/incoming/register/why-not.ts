import type { Reading } from '#platform/module.ts';
import { whyNotAddReader, whyNotCirculate, whyNotMarkRead, whyNotRecall } from '../circulation/rules.ts';
import { whyNotAnswerSender, whyNotFinish, whyNotMarkMajor, whyNotReopen } from '../closing/rules.ts';
import { whyNotAddLeader, whyNotAmend, whyNotDispatch, whyNotFinishTask, whyNotInstruct, whyNotPropose, whyNotSetTask, whyNotWithdrawTask } from '../handling/rules.ts';
import { whyNotConvert, whyNotCorrect, whyNotVoid } from '../intake/rules.ts';
import type { Document, Instruction, Part, ReadingLine, Task } from '../nouns.ts';
import { paperWhyNots } from '../originals/paper.ts';
import { whyNotAssign, whyNotClosePart, whyNotGiveOpinion, whyNotMakeLead, whyNotReport, whyNotReturnPart, whyNotSign, whyNotWithdrawPart } from '../parts/rules.ts';
import { whyNotAskForPages } from '../replacements/rules.ts';
import { whyNotAccept, whyNotSendBack } from '../review/rules.ts';

type Bare<T> = Omit<T, 'whyNot'>;
type BareDocument = Omit<Document, 'whyNot' | 'instructions' | 'tasks' | 'parts' | 'readings'> & {
  instructions: Bare<Instruction>[];
  tasks: Bare<Task>[];
  parts: Bare<Part>[];
  readings: Bare<ReadingLine>[];
};

/** The document with, for each act the asker's permissions could allow, the reasons against it: the same rules that guard the acts. */
export const whyNots = (ctx: Reading, document: BareDocument): Document => ({
  ...document,
  instructions: document.instructions.map((i) => ({ ...i, whyNot: ofTheirs(ctx, { 'incoming.instruct': { ...ofInstruction({ leaderId: i.leader.id, askedAt: i.askedAt, givenAt: i.givenAt }, document.state, ctx) } }) })),
  tasks: document.tasks.map((t) => ({ ...t, whyNot: ofTask(ctx, t) })),
  parts: document.parts.map((part) => ({ ...part, whyNot: ofPart(ctx, document, part) })),
  readings: document.readings.map((r) => ({ ...r, whyNot: { markRead: whyNotMarkRead({ ...r, personId: r.person.id }, ctx.actor), recallReader: whyNotRecall({ ...r, addedBy: r.addedBy.id }, ctx.actor) } })),
  whyNot: ofDocument(ctx, document),
});

type Reasons = Record<string, readonly string[]>;

/** Acts whose permission the asker lacks are no acts of theirs: the page does not show them. */
const ofTheirs = ({ actor }: Reading, byPermission: Record<string, Reasons>) =>
  Object.assign({}, ...Object.entries(byPermission).map(([permission, reasons]) => (actor.permissions.has(permission) ? reasons : {}))) as Record<string, string[]>;

const ofInstruction = (instruction: { leaderId: string; askedAt: string | null; givenAt: string | null }, state: Document['state'], { actor }: Reading) => ({
  instruct: whyNotInstruct(instruction, state, actor), sendBackProposal: whyNotInstruct(instruction, state, actor), amendInstruction: whyNotAmend(instruction, state, actor),
});

const ofTask = ({ actor }: Reading, task: Bare<Task>) => ({
  finishTask: whyNotFinishTask({ ...task, personId: task.person.id }, actor), withdrawTask: whyNotWithdrawTask({ ...task, setBy: task.setBy.id }, actor),
});

const ofPart = (ctx: Reading, { countersign, state }: BareDocument, part: Bare<Part>) => {
  const facts = { ...part, departmentId: part.department.id, assigned: [part.assignedTo, ...part.helpers.map(({ person }) => person)].flatMap((person) => (person ? [person.id] : [])) };
  const { actor } = ctx;
  return {
    ...ofTheirs(ctx, {
      'incoming.handle': {
        signFor: whyNotSign(facts, actor), assign: whyNotAssign(facts, actor), giveOpinion: whyNotGiveOpinion(facts, actor),
        closePart: whyNotClosePart(facts, actor, countersign), returnPart: whyNotReturnPart(facts, actor),
      },
      'incoming.dispatch': { withdrawPart: whyNotWithdrawPart(facts, state), makeLead: whyNotMakeLead(facts, state) },
    }),
    ...(facts.assigned.length > 0 && { report: whyNotReport(facts, actor) }),
  };
};

const ofDocument = (ctx: Reading, document: BareDocument) => {
  const { state, parts, readings, replacements, handovers } = document;
  const situation = { state, handling: document.handling, waitsForPages: replacements.some(({ waits, settledAt }) => waits && !settledAt) };
  const running = parts.filter(({ returnedAt }) => !returnedAt).map(({ department, role }) => ({ departmentId: department.id, role }));
  const paper = { withPerson: document.paperWith?.id ?? null, offered: handovers.some(({ takenAt }) => !takenAt), lostAt: document.paperLostAt };
  const mayAdd = ctx.actor.permissions.has('incoming.dispatch') || readings.some(({ person }) => ctx.actor.keys.includes(person.id));
  const open = { state, openParts: parts.filter(({ closedAt, returnedAt }) => !closedAt && !returnedAt).length, openReadings: readings.filter(({ readAt, recalledAt }) => !readAt && !recalledAt).length };
  return ofTheirs(ctx, {
    'incoming.register': {
      correct: whyNotCorrect(document, {}, ctx.now),
      convert: whyNotConvert(document, running.length),
      voidLine: whyNotVoid(state, parts.filter(({ signedAt, returnedAt }) => signedAt && !returnedAt).length),
      classify: [],
      askForPages: whyNotAskForPages(state, replacements.filter(({ settledAt }) => !settledAt).length),
    },
    'incoming.review': { accept: whyNotAccept(state, situation.waitsForPages), sendBack: whyNotSendBack(state) },
    'incoming.propose': { propose: whyNotPropose(situation), markMajor: whyNotMarkMajor(state, document.agenda !== null) },
    'incoming.instruct': { setTask: whyNotSetTask(state, undefined, ctx.now), addLeader: whyNotAddLeader(state) },
    'incoming.dispatch': {
      dispatch: whyNotDispatch(situation, running), circulate: whyNotCirculate(situation),
      answerSender: whyNotAnswerSender(state), finish: whyNotFinish(open), reopen: whyNotReopen(document),
    },
    'incoming.read': {
      addReader: whyNotAddReader(state, mayAdd),
      ...paperWhyNots(paper, ctx.actor),
    },
  });
};

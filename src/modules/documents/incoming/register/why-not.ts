import type { Reading } from '#platform/module.ts';
import { whyNotAddReader, whyNotCirculate, whyNotMarkRead } from '../circulation/rules.ts';
import { whyNotAnswerSender, whyNotFinish, whyNotMarkMajor } from '../closing/rules.ts';
import { whyNotDispatch, whyNotFinishTask, whyNotInstruct, whyNotPropose, whyNotSetTask } from '../handling/rules.ts';
import { whyNotCorrect } from '../intake/rules.ts';
import type { Document, Instruction, Part, ReadingLine, Task } from '../nouns.ts';
import { whyNotOffer, whyNotTake } from '../originals/rules.ts';
import { whyNotAssign, whyNotClosePart, whyNotGiveOpinion, whyNotReport, whyNotReturnPart, whyNotSign } from '../parts/rules.ts';
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
  instructions: document.instructions.map((i) => ({ ...i, whyNot: ofTheirs(ctx, { 'incoming.instruct': { instruct: whyNotInstruct({ leaderId: i.leader.id, askedAt: i.askedAt, givenAt: i.givenAt }, document.state, ctx.actor) } }) })),
  tasks: document.tasks.map((t) => ({ ...t, whyNot: { finishTask: whyNotFinishTask({ personId: t.person.id, doneAt: t.doneAt }, ctx.actor) } })),
  parts: document.parts.map((part) => ({ ...part, whyNot: ofPart(ctx, document, part) })),
  readings: document.readings.map((r) => ({ ...r, whyNot: { markRead: whyNotMarkRead({ personId: r.person.id, sentAt: r.sentAt }, ctx.actor) } })),
  whyNot: ofDocument(ctx, document),
});

type Reasons = Record<string, readonly string[]>;

/** Acts whose permission the asker lacks are no acts of theirs: the page does not show them. */
const ofTheirs = ({ actor }: Reading, byPermission: Record<string, Reasons>) =>
  Object.assign({}, ...Object.entries(byPermission).map(([permission, reasons]) => (actor.permissions.has(permission) ? reasons : {}))) as Record<string, string[]>;

const ofPart = (ctx: Reading, { countersign }: BareDocument, part: Bare<Part>) => {
  const facts = { ...part, departmentId: part.department.id, assignedTo: part.assignedTo?.id ?? null };
  const { actor } = ctx;
  return {
    ...ofTheirs(ctx, {
      'incoming.handle': {
        signFor: whyNotSign(facts, actor), assign: whyNotAssign(facts, actor), giveOpinion: whyNotGiveOpinion(facts, actor),
        closePart: whyNotClosePart(facts, actor, countersign), returnPart: whyNotReturnPart(facts, actor),
      },
    }),
    ...(facts.assignedTo && { report: whyNotReport(facts, actor) }),
  };
};

const ofDocument = (ctx: Reading, document: BareDocument) => {
  const { state, parts, readings, replacements, handovers } = document;
  const situation = { state, handling: document.handling, waitsForPages: replacements.some(({ waits, settledAt }) => waits && !settledAt) };
  const running = parts.filter(({ returnedAt }) => !returnedAt).map(({ department, role }) => ({ departmentId: department.id, role }));
  const paper = { withPerson: document.paperWith?.id ?? null, offered: handovers.some(({ takenAt }) => !takenAt) };
  const mayAdd = ctx.actor.permissions.has('incoming.dispatch') || readings.some(({ person }) => ctx.actor.keys.includes(person.id));
  const open = { state, openParts: parts.filter(({ closedAt, returnedAt }) => !closedAt && !returnedAt).length, openReadings: readings.filter(({ readAt }) => !readAt).length };
  return ofTheirs(ctx, {
    'incoming.register': {
      correct: whyNotCorrect({ ...document, hasParts: parts.length > 0 }, {}, ctx.now),
      askForPages: whyNotAskForPages(state, replacements.filter(({ settledAt }) => !settledAt).length),
    },
    'incoming.review': { accept: whyNotAccept(state, situation.waitsForPages), sendBack: whyNotSendBack(state) },
    'incoming.propose': { propose: whyNotPropose(situation), markMajor: whyNotMarkMajor(state, document.agenda !== null) },
    'incoming.instruct': { setTask: whyNotSetTask(state, undefined, ctx.now) },
    'incoming.dispatch': {
      dispatch: whyNotDispatch(situation, running), circulate: whyNotCirculate(situation),
      answerSender: whyNotAnswerSender(state), finish: whyNotFinish(open),
    },
    'incoming.read': {
      addReader: whyNotAddReader(state, mayAdd),
      offer: whyNotOffer(paper, { id: ctx.actor.id, isOffice: ctx.actor.permissions.has('incoming.register') }),
      take: whyNotTake(paper, ctx.actor),
    },
  });
};

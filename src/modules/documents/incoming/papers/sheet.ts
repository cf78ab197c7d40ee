import type { Document, Part, Urge } from '../nouns.ts';
import { zh } from '../words.zh.ts';
import { clock } from './times.ts';

const opinion = (text: string, name: string, at: string) => ({ text, name, at: clock(at) });

const part = ({ department, role, signedBy, signedAt, opinion: said, opinionBy, outcome, result, returnedAt, returnedWhy }: Part) => ({
  department: department.name,
  role: zh.roles[role],
  signed: signedAt ? `${signedBy?.name ?? ''} ${clock(signedAt)}` : '未签收',
  opinion: said ? `${said}（${opinionBy?.name ?? ''}）` : '',
  result: returnedAt ? `退回：${returnedWhy}` : outcome ? `${zh.outcomes[outcome]}：${result}` : '',
});

const urge = ({ at, by, how, whom, outcome, said }: Urge) => ({ text: [clock(at), by.name, `${zh.urgeHows[how]}催办`, whom, outcome && zh.callOutcomes[outcome], said].filter(Boolean).join(' ') });

/** The document as the 文件处理单 prints it: words and times, nothing to work out in the template. */
export const sheetData = (d: Document) => ({
  number: d.number,
  receivedAt: clock(d.receivedAt),
  sender: d.sender,
  senderNumber: d.senderNumber,
  title: d.title || zh.labels.stubTitle,
  writtenOn: d.writtenOn,
  kind: d.kind,
  secrecy: [zh.secrecies[d.secrecy], d.secrecyPeriod].filter(Boolean).join('★'),
  urgency: zh.urgencies[d.urgency],
  urgent: d.urgency > 0,
  copies: d.copies,
  pages: d.pages,
  attachments: d.attachments,
  handling: zh.handlings[d.handling],
  countersign: d.countersign,
  major: d.major,
  late: d.late,
  due: d.respondBy ? `${clock(d.respondBy)}（来文要求）` : d.dueAt ? clock(d.dueAt) : '',
  proposals: d.proposals.map(({ text, by, at, departments }) => opinion([text, departments.map(({ department, role }) => `${department.name}（${zh.roles[role]}）`).join('、')].filter(Boolean).join('　'), by.name, at)),
  instructions: d.instructions.filter(({ givenAt }) => givenAt).map(({ text, leader, givenBy, givenAt }) => opinion(text ?? '', givenBy && givenBy.id !== leader.id ? `${givenBy.name} 代 ${leader.name}` : leader.name, givenAt!)),
  tasks: d.tasks.map(({ sentence, person, dueAt, doneAt, result }) => ({ sentence, person: person.name, state: doneAt ? `已完成：${result}` : `${clock(dueAt)} 前` })),
  parts: d.parts.map(part),
  readings: d.readings.map(({ person, readAt, note }) => ({ name: person.name, at: readAt && clock(readAt), note })),
  urges: d.urges.map(urge),
  answers: d.answers.map(({ text, how, outgoingNumber, by, at }) => opinion([zh.answerHows[how], outgoingNumber, text].filter(Boolean).join('　'), by.name, at)),
  ending: d.doneAt ? `${clock(d.doneAt)} 办结` : d.review && !d.review.accepted ? `${clock(d.review.at)} 退回来文单位：${d.review.reason}` : '',
  paper: d.paper,
  archiveNumber: d.archiveNumber,
});

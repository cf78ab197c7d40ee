import { Button } from 'antd';
import { useState } from 'react';
import type { Picked } from '#ui/FilePicker.tsx';
import { When } from '#ui/When.tsx';
import type { Document, Instruction, Task } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Files, Text } from './fields.tsx';
import { sentencesOf } from './instruction.ts';
import { ReasonAct } from './ReasonAct.tsx';
import { SetTask } from './SetTask.tsx';
import { UrgeButton } from './UrgeButton.tsx';
import { WriteInstruction } from './WriteInstruction.tsx';

export const Proposals = ({ document }: { document: Document }) => {
  const { labels, roles } = useIncomingWords();
  if (!document.proposals.length) return null;
  return (
    <section className="card stack" aria-label={labels.proposalText}>
      <h2>{labels.proposalText}</h2>
      {document.proposals.map(({ id, text, departments, by, at }) => (
        <div key={id}>
          <p className="opinion">{text}</p>
          {departments.length > 0 && <p className="opinion">{departments.map(({ department, role }) => `${department.name}（${roles[role]}）`).join('、')}</p>}
          <small className="quiet">{by.name}　<When at={at} /></small>
        </div>
      ))}
    </section>
  );
};

/** 批示, in order; the one whose turn it is writes here with one thumb. */
export const Instructions = ({ document }: { document: Document }) => {
  const { labels } = useIncomingWords();
  if (!document.instructions.length) return null;
  return (
    <section className="card stack" aria-label={labels.instructions}>
      <h2>{labels.instructions}</h2>
      <ul className="lines">{document.instructions.map((one) => <OneInstruction key={one.id} instruction={one} document={document} />)}</ul>
    </section>
  );
};

const OneInstruction = ({ instruction, document }: { instruction: Instruction; document: Document }) => {
  const { labels } = useIncomingWords();
  const { leader, givenAt, givenBy, text, askedAt } = instruction;
  if (instruction.whyNot['instruct']?.length === 0) return <li className="stack tight"><WriteInstruction instruction={instruction} document={document} /><ReasonAct act="sendBackProposal" id={instruction.id} whyNot={instruction.whyNot['sendBackProposal']} send={(reason, key) => api.sendBackProposal({ params: { instructionId: instruction.id }, body: { reason } }, key)} /></li>;
  return (
    <li className="stack" style={{ gap: 6 }}>
      <div className="spread"><strong>{givenBy && givenBy.id !== leader.id ? `${givenBy.name}（${leader.name}）` : leader.name}</strong><span className="quiet">{givenAt ? <When at={givenAt} /> : askedAt ? labels.waitingInstruction : labels.waitingTurn}</span></div>
      {text && <Sentences text={text} instructionId={instruction.id} document={document} />}
      <ReasonAct act="amendInstruction" id={instruction.id} whyNot={instruction.whyNot['amendInstruction']} text={text ?? ''} label={labels.instructionText} send={(reason, key) => api.amendInstruction({ params: { instructionId: instruction.id }, body: { text: reason } }, key)} />
      {askedAt && !givenAt && <UrgeButton document={document} item="instruction" itemId={instruction.id} />}
    </li>
  );
};

/** Each sentence of an instruction can become somebody's task in one gesture. */
const Sentences = ({ text, instructionId, document }: { text: string; instructionId: string; document: Document }) => {
  const { labels } = useIncomingWords();
  const [chosen, setChosen] = useState<string>();
  const may = document.whyNot['setTask']?.length === 0;
  return (
    <div>
      {sentencesOf(text).map((sentence) => (
        <p key={sentence} className="opinion">{sentence}{may && <> <Button onClick={() => setChosen(sentence.trim())}>{labels.setTask}</Button></>}</p>
      ))}
      {chosen && <SetTask documentId={document.id} instructionId={instructionId} sentence={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  );
};

export const Tasks = ({ document }: { document: Document }) => {
  const { labels } = useIncomingWords();
  if (!document.tasks.length) return null;
  return (
    <section className="card stack" aria-label={labels.tasks}>
      <h2>{labels.tasks}</h2>
      <ul className="lines">{document.tasks.map((task) => <OneTask key={task.id} task={task} document={document} />)}</ul>
    </section>
  );
};

const OneTask = ({ task, document }: { task: Task; document: Document }) => {
  const { labels } = useIncomingWords();
  const [open, setOpen] = useState(false);
  return (
    <li className="stack" style={{ gap: 6 }}>
      <div>{task.sentence}　<span className="quiet">{task.person.name}　<When at={task.dueAt} />{task.withdrawnAt && `　${labels.withdrawn}`}</span></div>
      {task.result && <p className="opinion">{labels.taskResult}：{task.result}</p>}
      {!task.doneAt && !task.withdrawnAt && <div className="row">{task.whyNot['finishTask']?.length === 0 && <Button type="primary" onClick={() => setOpen(true)}>{labels.finishTask}</Button>}<ReasonAct act="withdrawTask" id={task.id} whyNot={task.whyNot['withdrawTask']} send={(reason, key) => api.withdrawTask({ params: { taskId: task.id }, body: { reason } }, key)} /><UrgeButton document={document} item="task" itemId={task.id} /></div>}
      {open && (
        <Ask title={labels.finishTask} draft={`finish.${task.id}`} start={{ result: '', files: [] as Picked[] }} onClose={() => setOpen(false)} ready={({ result }) => result.trim() !== ''} send={({ result, files }, key) => api.finishTask({ params: { taskId: task.id }, body: { result, files: files.map(({ id }) => id) } }, key)}>
          {(typed, set) => <><Text label={labels.taskResult} value={typed.result} onChange={(result) => set({ result })} /><Files label={labels.evidence} value={typed.files} onChange={(files) => set({ files })} /></>}
        </Ask>
      )}
    </li>
  );
};

import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { Refusals } from '#ui/Refusals.tsx';
import type { Document, Instruction } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Text, useDepartments } from './fields.tsx';
import { withDepartment, withPhrase } from './instruction.ts';

/** 批示 with one thumb: departments and phrases are tapped, the rest is typed or spoken; one look before it goes. */
export const WriteInstruction = ({ instruction, document }: { instruction: Instruction; document: Document }) => {
  const { labels, refusals } = useIncomingWords();
  const { value, set, clear } = useDraft(`instruction.${instruction.id}`, '');
  const [asks, setAsks] = useState(false);
  const act = useAct((text: string, key) => api.instruct({ params: { instructionId: instruction.id }, body: { text } }, key), ['incoming', 'todos', 'deadlines'], () => clear());
  const names = useDepartments().map(({ name }) => name);
  const next = document.instructions.find(({ position, givenAt }) => position > instruction.position && !givenAt);
  return (
    <div className="stack thumb" id="mine">
      <Text label={`${instruction.leader.name}　${labels.instructionText}`} value={value} onChange={set} />
      <div className="row">{[labels.phraseAgree, labels.phraseHandle, labels.phraseReport, labels.phraseRead].map((phrase) => <button key={phrase} type="button" className="plain" onClick={() => set(withPhrase(value, phrase, names))}>{phrase}</button>)}</div>
      <details className="fold"><summary>{labels.nameDepartments}</summary><div className="row">{names.map((name) => <button key={name} type="button" className="plain" disabled={value.includes(name)} onClick={() => set(withDepartment(value, name, names))}>{name}</button>)}</div></details>
      <small className="quiet">{labels.speakIt}</small>
      <Refusals codes={act.codes} words={refusals} />
      <Button type="primary" size="large" block disabled={!value.trim()} loading={act.busy} onClick={() => setAsks(true)}>{labels.sendInstruction}</Button>
      <Modal open={asks} title={`${labels.instruct}：${document.title}`} onCancel={() => setAsks(false)} onOk={() => (setAsks(false), act.run(value))} okText={labels.sendInstruction} cancelText={labels.cancel} okButtonProps={{ autoFocus: true, size: 'large' }} cancelButtonProps={{ size: 'large' }} width={480}>
        <p className="opinion"><strong>{value}</strong></p>
        <p className="quiet">{next ? labels.instructNext.replace('{name}', next.leader.name) : labels.instructThen}</p>
      </Modal>
    </div>
  );
};

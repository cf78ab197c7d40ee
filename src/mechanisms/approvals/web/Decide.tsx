import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { useDraft } from '#ui/draft.ts';
import { Text } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { Signer, Stage, Trail } from '../contract.ts';
import { api, stale, useApprovalWords } from './api.ts';
import { DecideWindow, type OpenWindow } from './DecideWindow.tsx';

interface Props {
  trail: Trail;
  stage: Stage;
  signer: Signer;
}

/** What the signer decides, with one thumb: approved in one press; what needs words or ends the approval asks for them. */
export const Decide = ({ trail, stage, signer }: Props) => {
  const { labels } = useApprovalWords();
  const { value, set, clear } = useDraft(`approvals.decide.${signer.id}`, '');
  const [done, setDone] = useState<string>();
  const me = useMe();
  const open = signer.decidedAt === null && !signer.withdrawn && trail.state === 'running';
  if (done) return <p className="card" role="status" id="approval">{done}</p>;
  if (!open) return <Lost signer={signer} typed={value} onRead={() => clear()} />;
  return (
    <section className="card stack thumb decide" id="approval" aria-label={stage.step.title}>
      <h2>{stage.step.title}</h2>
      {signer.person.id !== me?.id && <p>{labels.signsFor.replace('{name}', signer.person.name)}</p>}
      {signer.note && signer.added && <p className="opinion">{labels.askedNote.replace('{name}', signer.added.by).replace('{note}', signer.note)}</p>}
      <Mine stage={stage} trail={trail} signer={signer} typed={value} set={set} onDone={(said) => (clear(), setDone(said))} />
    </section>
  );
};

const Mine = ({ trail, stage, signer, typed, set, onDone }: Props & { typed: string; set: (typed: string) => void; onDone: (said: string) => void }) => {
  const { labels, decisions, refusals } = useApprovalWords();
  const [window, open] = useState<OpenWindow>();
  const approve = useAct((opinion: string, key) => api.decide({ params: { signerId: signer.id }, body: { decision: 'approved', opinion } }, key), stale, () => onDone(labels.signed.replace('{decision}', decisions.approved)));
  const whyNot = signer.whyNot['decide'] ?? [];
  if (whyNot.length) return <Acts words={refusals} acts={[{ name: 'approve', label: labels.approve, whyNot, onClick: () => undefined }]} />;
  const acts = (['return', 'refuse', 'thenAlso', 'addBefore', 'handOn'] as const).map((name) => ({ name, label: labels[name], whyNot: [], onClick: () => open(name) }));
  return (
    <>
      <Text label={labels.opinion} value={typed} onChange={set} rows={2} phrases={labels.phrases} />
      <Refusals codes={approve.codes} words={refusals} />
      <Button type="primary" size="large" block loading={approve.busy} onClick={() => approve.run(typed)}>{typed.trim() ? labels.approveSaying : labels.approve}</Button>
      <small className="quiet">{useThen(trail, stage, signer)}</small>
      <details className="fold"><summary>{labels.moreActs}</summary><Acts acts={acts} words={refusals} /></details>
      {window && <DecideWindow open={window} trail={trail} stage={stage} signer={signer} typed={typed} onClose={() => open(undefined)} onDone={onDone} />}
    </>
  );
};

/** What follows when I approve. */
const useThen = ({ stages }: Trail, stage: Stage, signer: Signer) => {
  const { labels } = useApprovalWords();
  const others = stage.step.mode === 'one' ? [] : stage.signers.filter((other) => other.id !== signer.id && !other.decidedAt && !other.withdrawn);
  if (others.length) return labels.approveOthers.replace('{names}', others.map(({ person }) => person.name).join(labels.or));
  const next = stages.find(({ state }) => state === 'next');
  return next ? labels.approveThen.replace('{next}', next.step.title) : labels.approveLast;
};

/** Somebody was faster: it is said, and what was typed is not lost. */
const Lost = ({ signer, typed, onRead }: { signer: Signer; typed: string; onRead: () => void }) => {
  const { labels, decisions } = useApprovalWords();
  const [said] = useState(typed);
  if (!said.trim() && !signer.decision) return null;
  const who = (signer.decidedBy ?? signer.person).name;
  return (
    <section className="card stack" role="status">
      <p className="refusal">{signer.decision ? labels.lost.replace('{who}', who).replace('{decision}', decisions[signer.decision]) : labels.gone}</p>
      {said.trim() && <p className="opinion" onCopy={onRead}>{said}</p>}
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useMe } from '#mechanisms/access/web/me.ts';
import { Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { useSeen } from '#ui/seen.ts';
import type { Trail as Way } from '../contract.ts';
import { ActWindow } from './ActWindow.tsx';
import { api, useApprovalWords } from './api.ts';
import { Decide } from './Decide.tsx';
import { Trail } from './Trail.tsx';

interface Props {
  recordId: string;
  /** How the drafter sends it again, shown to them when it came back. */
  children?: ReactNode;
}

/** Everything about the approval of a record: what I decide, what its drafter may do, and the whole way. */
export const ApprovalPanel = ({ recordId, children }: Props) => {
  const asked = useQuery(api.trail.asQuery({ params: { recordId } }));
  return <Loaded asked={asked}>{({ approvals: [now, ...before] }) => (now ? <><Deciding trail={now} /><Drafter trail={now}>{children}</Drafter><Trail trail={now} /><Earlier trails={before} /></> : null)}</Loaded>;
};

/** The steps that wait for me; one that waited when the page was opened stays until it is left, and says who was faster. */
const Deciding = ({ trail }: { trail: Way }) => {
  const all = trail.stages.flatMap((stage) => stage.signers.map((signer) => ({ stage, signer })));
  const mine = all.filter(({ stage, signer }) => stage.state === 'open' && signer.whyNot['decide'] && !signer.decidedAt && !signer.withdrawn && !signer.whyNot['decide'].includes('approvals.not_yours')).map(({ signer }) => signer.id);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const fresh = mine.filter((id) => !seen.includes(id));
  if (fresh.length) setSeen([...seen, ...fresh]);
  useEffect(() => {
    if (mine.length && window.location.hash === '#approval') document.getElementById('approval')?.scrollIntoView();
  }, [mine.length]);
  return <>{all.filter(({ signer }) => seen.includes(signer.id)).map(({ stage, signer }) => <Decide key={signer.id} trail={trail} stage={stage} signer={signer} />)}<ToDecide waits={mine.length > 0} /></>;
};

/** On a phone, under the thumb: down to what waits for me. */
const ToDecide = ({ waits }: { waits: boolean }) => {
  const { labels } = useApprovalWords();
  const isSeen = useSeen('approval', waits);
  if (!waits || isSeen) return null;
  return <button type="button" className="main-act large to-approval" onClick={() => document.getElementById('approval')?.scrollIntoView({ block: 'center' })}>{labels.toDecide}</button>;
};

const Drafter = ({ trail, children }: { trail: Way; children: ReactNode }) => {
  const { labels } = useApprovalWords();
  const me = useMe();
  const [open, setOpen] = useState(false);
  if (trail.whyNot['recall']?.length !== 0) return null;
  const returned = trail.state === 'returned' && me?.id === trail.drafter.id;
  return (
    <section className="card stack" aria-label={labels.drafted} {...(returned && { id: 'approval' })}>
      {returned && <p>{labels.returnedHint}</p>}
      {returned && children}
      <div><Button onClick={() => setOpen(true)}>{labels.recall}</Button></div>
      {open && (
        <ActWindow danger title={labels.recall} follows={labels.recallThen} draft={`approvals.recall.${trail.id}`} start={{ why: '' }} ready={({ why }) => why.trim() !== ''} onClose={() => setOpen(false)} send={({ why }, key) => api.recall({ params: { approvalId: trail.id }, body: { why } }, key)}>
          {({ why }, set) => <Text label={labels.why} value={why} rows={2} onChange={(next) => set({ why: next })} />}
        </ActWindow>
      )}
    </section>
  );
};

const Earlier = ({ trails }: { trails: readonly Way[] }) => {
  const { labels } = useApprovalWords();
  if (!trails.length) return null;
  return <details className="fold"><summary>{labels.earlier}（{trails.length}）</summary><div className="stack">{trails.map((trail) => <Trail key={trail.id} trail={trail} />)}</div></details>;
};

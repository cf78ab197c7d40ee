import { Button } from 'antd';
import { useState } from 'react';
import { Confirm } from '#ui/Confirm.tsx';
import { useDraft } from '#ui/draft.ts';
import type { Answer } from '#platform/contract.ts';
import type { approvals } from '../contract.ts';
import { Step as StepShape, type Step } from '../route.ts';
import { PublishRoute } from './PublishRoute.tsx';
import { StepCard } from './StepCard.tsx';
import { changesOf, moved, newStep } from './steps.ts';
import { TryRoute } from './TryRoute.tsx';
import { useBase, useRouteWords } from './useStepWords.ts';
import { Versions } from './Versions.tsx';

export type Subject = Answer<typeof approvals.subjects>['subjects'][number];

/** The draft of one route. What is changed is kept on this device until it is published or discarded. */
export const RouteEditor = ({ subject }: { subject: Subject }) => {
  const { labels } = useRouteWords();
  const base = useBase();
  const inForce = { from: subject.version, steps: subject.steps };
  const { value: draft, set, clear, restored } = useDraft<{ from: number; steps: Step[] }>(`approvals.route.${subject.name}`, inForce);
  const put = (steps: Step[]) => set({ ...draft, steps });
  const isChanged = changesOf(subject.steps, draft.steps).length > 0;
  const faulty = draft.steps.flatMap((step, i) => (StepShape.safeParse(step).success ? [] : [labels.step.replace('{n}', String(i + 1))]));
  return (
    <div className="route-page">
      <div className="stack">
        <section className="card stack" aria-label={labels.draft}>
          <div className="spread"><h2>{labels.inForce.replace('{base}', base(subject.version))}</h2><span className="quiet">{isChanged ? labels.draftOf.replace('{base}', base(draft.from)) : labels.unchanged}</span></div>
          {restored && isChanged && <p className="quiet" role="status">{labels.draftBack}</p>}
          {draft.from !== subject.version && <p className="refusal" role="alert">{labels.staleDraft.replace('{base}', base(draft.from))}</p>}
          <Steps steps={draft.steps} subject={subject} put={put} />
          {faulty.length > 0 && <p className="refusal" role="alert">{labels.incomplete.replace('{steps}', faulty.join('、'))}</p>}
          <div className="row">
            <PublishRoute subject={subject} draft={draft} ready={isChanged && !faulty.length} onDone={(version) => clear({ from: version, steps: draft.steps })} />
            {isChanged && <Confirm label={labels.discard} what={labels.discardWhat} then={labels.discardThen} onYes={() => clear(inForce)} />}
          </div>
        </section>
        <Versions subject={subject} draft={draft.steps} isChanged={isChanged} onRestore={(steps) => set({ from: subject.version, steps })} />
      </div>
      <TryRoute subject={subject} steps={draft.steps} ready={!faulty.length} />
    </div>
  );
};

const Steps = ({ steps, subject, put }: { steps: Step[]; subject: Subject; put: (steps: Step[]) => void }) => {
  const { labels } = useRouteWords();
  const [open, setOpen] = useState<string>();
  const add = () => {
    const step = newStep(labels.newStep);
    put([...steps, step]);
    setOpen(step.key);
  };
  return (
    <>
      <ol className="route">
        {steps.map((step, i) => (
          <StepCard
            key={step.key} step={step} place={i} of={steps.length} subject={subject} open={open === step.key}
            onOpen={() => setOpen(open === step.key ? undefined : step.key)}
            onChange={(next) => put(steps.map((other) => (other.key === step.key ? next : other)))}
            onMove={(by) => put(moved(steps, i, by))}
            onRemove={() => put(steps.filter((other) => other.key !== step.key))}
          />
        ))}
      </ol>
      <div><Button onClick={add} disabled={steps.length >= 20}>{labels.add}</Button></div>
    </>
  );
};

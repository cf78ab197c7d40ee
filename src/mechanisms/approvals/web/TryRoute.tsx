import { Button, Form, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { People, useDepartments, useDirectory } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Check } from '#ui/Check.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useLanguage } from '#ui/words.ts';
import type { approvals, FieldShown } from '../contract.ts';
import type { Facts, Step } from '../route.ts';
import { api, useApprovalWords } from './api.ts';
import { Chosen } from './Chosen.tsx';
import type { Subject } from './RouteEditor.tsx';
import { WayAhead } from './WayAhead.tsx';
import { useRouteWords } from './useStepWords.ts';

/** A sample record on the draft: who would sign, what is passed over and why, and where nobody could. */
export const TryRoute = ({ subject, steps, ready }: { subject: Subject; steps: Step[]; ready: boolean }) => {
  const { labels } = useRouteWords();
  const { refusals } = useApprovalWords();
  const departments = useDepartments();
  const people = useDirectory();
  const departmentOf = (id: string) => departments.find(({ name }) => name === people.find((person) => person.id === id)?.department)?.id;
  const [sample, set] = useState<{ drafterId: string; departmentId: string; facts: Record<string, Facts[string]> }>({ drafterId: '', departmentId: '', facts: {} });
  const [tried, setTried] = useState<{ steps: Step[]; facts: Facts; answer: Answer<typeof approvals.try> }>();
  const facts = { ...Object.fromEntries(subject.fields.filter(({ type }) => type === 'department').map(({ name }) => [name, sample.departmentId])), ...sample.facts };
  const body = { steps, facts: facts as Record<string, string>, drafterId: sample.drafterId, departmentId: sample.departmentId };
  const act = useAct((_: undefined, key) => api.try({ params: { subject: subject.name }, body }, key), [], (answer) => setTried({ steps, facts, answer }));
  return (
    <section className="card stack" aria-label={labels.try}>
      <h2>{labels.try}</h2>
      <p className="quiet">{labels.trySay}</p>
      <div>
        <People label={labels.drafter} many={false} value={sample.drafterId ? [sample.drafterId] : []} onChange={([drafterId = '']) => set({ ...sample, drafterId, departmentId: departmentOf(drafterId) ?? sample.departmentId })} />
        <Chosen label={labels.department} value={sample.departmentId} options={departments.map(({ id, name }) => [id, name] as const)} onChange={(departmentId) => set({ ...sample, departmentId })} />
        {subject.fields.map((field) => <Fact key={field.name} field={field} value={facts[field.name]} onChange={(value) => set({ ...sample, facts: { ...sample.facts, [field.name]: value } })} />)}
      </div>
      <Button onClick={() => act.run(undefined)} loading={act.busy} disabled={!ready || !sample.drafterId || !sample.departmentId}>{labels.run}</Button>
      <Refusals codes={act.codes} words={refusals} />
      {tried && <Tried subject={subject} tried={tried} />}
    </section>
  );
};

const Fact = ({ field, value, onChange }: { field: FieldShown; value: Facts[string] | undefined; onChange: (value: Facts[string]) => void }) => {
  const language = useLanguage();
  const id = useId();
  const label = field[language];
  if (field.type === 'flag') return <div><Check checked={value === true} onChange={onChange}>{label}</Check></div>;
  if (field.type === 'number') return <Form.Item layout="vertical" label={label} htmlFor={id}><InputNumber id={id} min={0} value={(value as number | undefined) ?? null} onChange={(next) => onChange(next ?? 0)} style={{ width: '100%' }} /></Form.Item>;
  if (field.type === 'departments') return <Form.Item layout="vertical" label={label} htmlFor={id}><PersonSelect id={id} label={label} many value={[...((value as string[] | undefined) ?? [])]} onChange={onChange} options={field.choices.map((choice) => ({ id: choice.value, name: choice[language] }))} /></Form.Item>;
  return <Chosen label={label} value={(value as string | undefined) ?? ''} options={field.choices.map((choice) => [choice.value, choice[language]] as const)} onChange={onChange} />;
};

const Tried = ({ subject, tried: { steps, facts, answer } }: { subject: Subject; tried: { steps: Step[]; facts: Facts; answer: Answer<typeof approvals.try> } }) => {
  const { labels } = useRouteWords();
  const words = useApprovalWords();
  const titleOf = (key: string) => steps.find((step) => step.key === key)?.title ?? key;
  return (
    <div className="stack" role="status">
      <WayAhead way={{ steps, stages: answer.stages, facts, fields: subject.fields }} goes={labels.goes} skips={labels.skips} nobody={labels.nobody} chosenLater={labels.chosenLater} />
      {answer.gaps.length > 0 && <div className="refusal"><p>{labels.gaps}</p><ul>{answer.gaps.map(({ key, departments }) => <li key={key}>{departments.length ? labels.gapIn.replace('{step}', titleOf(key)).replace('{departments}', departments.join(words.labels.or)) : labels.gapAnywhere.replace('{step}', titleOf(key))}</li>)}</ul></div>}
      {answer.reasons.length ? <Refusals codes={answer.reasons} words={words.refusals} /> : <p>{labels.canPublish}</p>}
    </div>
  );
};

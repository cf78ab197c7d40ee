import { Button } from 'antd';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import { Check } from '#ui/Check.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Line } from '#ui/fields.tsx';
import { useLanguage } from '#ui/words.ts';
import { modes, type Step, type Who, whoKinds } from '../route.ts';
import { asks } from '../rules.ts';
import { useApprovalWords } from './api.ts';
import { Chosen } from './Chosen.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import type { Subject } from './RouteEditor.tsx';
import { conditionOf } from './steps.ts';
import { useRouteWords } from './useStepWords.ts';

interface Props {
  step: Step;
  subject: Subject;
  onChange: (step: Step) => void;
}

/** Who signs a step, how several do, and when it is needed at all. */
export const StepFields = ({ step, subject, onChange }: Props) => {
  const words = useRouteWords();
  const { labels } = words;
  const { modes: modeWords } = useApprovalWords();
  const set = (next: Partial<Step>) => onChange({ ...step, ...next });
  const [first] = subject.fields;
  return (
    <div className="step-fields stack tight">
      <Line label={labels.title} value={step.title} most={40} onChange={(title) => set({ title })} />
      <WhoSigns step={step} subject={subject} onChange={onChange} />
      <div className="stack tight"><span>{labels.mode}</span><div><Choices label={labels.mode} value={step.mode} onChange={(mode) => set({ mode })} options={modes.map((mode) => [mode, modeWords[mode]] as const)} /></div></div>
      <fieldset>
        <legend>{labels.when}</legend>
        <p className="quiet">{step.when.length ? labels.whenAll : labels.always}</p>
        {step.when.map((condition, i) => (
          <ConditionFields key={i} condition={condition} place={i} fields={subject.fields} onChange={(next) => set({ when: step.when.map((other, at) => (at === i ? next : other)) })} onRemove={() => set({ when: step.when.filter((_, at) => at !== i) })} />
        ))}
        {first && <Button disabled={step.when.length >= 10} onClick={() => set({ when: [...step.when, conditionOf(first.name, asks[first.type][0]!)] })}>{labels.addCondition}</Button>}
      </fieldset>
      <Check checked={step.batch} onChange={(batch) => set({ batch })}>{labels.batch}</Check>
    </div>
  );
};

const WhoSigns = ({ step, subject, onChange }: Props) => {
  const { labels, roles, whoKinds: kinds } = useRouteWords();
  const language = useLanguage();
  const { who } = step;
  const put = (next: Who) => onChange({ ...step, who: next });
  const departments = subject.fields.filter(({ type }) => type === 'departments');
  const offered = whoKinds.filter((kind) => (kind === 'heads_of' ? departments.length > 0 : kind !== 'chosen' || subject.chooses));
  return (
    <div className="form-grid">
      <Chosen label={labels.who} value={who.kind} options={offered.map((kind) => [kind, kinds[kind]] as const)} onChange={(kind) => put(whoOf(kind as Who['kind'], departments[0]?.name ?? ''))} />
      {who.kind === 'role' && <Chosen label={labels.role} value={who.role} options={Object.entries(roles)} onChange={(role) => put({ kind: 'role', role: role as 'staff' })} />}
      {who.kind === 'heads_of' && <Chosen label={labels.field} value={who.field} options={departments.map((field) => [field.name, field[language]] as const)} onChange={(field) => put({ kind: 'heads_of', field })} />}
      {who.kind === 'person' && <People label={labels.person} many={false} value={who.personId ? [who.personId] : []} onChange={([personId = '']) => put({ kind: 'person', personId })} />}
    </div>
  );
};

const whoOf = (kind: Who['kind'], field: string): Who => {
  if (kind === 'role') return { kind, role: 'office.director' };
  if (kind === 'person') return { kind, personId: '' };
  return kind === 'heads_of' ? { kind, field } : { kind };
};

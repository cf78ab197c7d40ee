import { Button } from 'antd';
import type { Step } from '../route.ts';
import type { Subject } from './RouteEditor.tsx';
import { StepFields } from './StepFields.tsx';
import { useRouteWords, useStepWords } from './useStepWords.ts';

interface Props {
  step: Step;
  place: number;
  of: number;
  subject: Subject;
  open: boolean;
  onOpen: () => void;
  onChange: (step: Step) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One step of a route: what it says, and its fields when it is being changed. */
export const StepCard = ({ step, place, of, subject, open, onOpen, onChange, onMove, onRemove }: Props) => {
  const { labels } = useRouteWords();
  const words = useStepWords(subject.fields);
  const title = step.title || labels.unnamed;
  const button = (label: string, onClick: () => void, disabled = false) => <Button onClick={onClick} disabled={disabled} aria-label={`${label}：${title}`}>{label}</Button>;
  return (
    <li className="stack tight" aria-label={title}>
      <div className="spread">
        <span><strong>{title}</strong><br /><span>{words.who(step)}　{words.mode(step)}</span><br /><small className="quiet">{words.when(step)}{step.batch && `　${labels.batch}`}</small></span>
        <span className="row">
          <Button onClick={onOpen} aria-expanded={open} aria-label={`${open ? labels.done : labels.change}：${title}`}>{open ? labels.done : labels.change}</Button>
          {button(labels.up, () => onMove(-1), place === 0)}
          {button(labels.down, () => onMove(1), place === of - 1)}
          {button(labels.remove, onRemove)}
        </span>
      </div>
      {open && <StepFields step={step} subject={subject} onChange={onChange} />}
    </li>
  );
};

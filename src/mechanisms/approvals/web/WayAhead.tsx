import { useLanguage } from '#ui/words.ts';
import type { Ahead } from '../contract.ts';
import type { Facts } from '../route.ts';
import { useApprovalWords } from './api.ts';
import './approvals.css';
import { whyWords } from './conditions.ts';

interface Props {
  way: Pick<Ahead, 'stages' | 'fields'> & { steps: readonly Ahead['steps'][number][]; facts: Facts };
  /** Said of a step that goes there, and of one that is passed over. */
  goes: string;
  skips: string;
  nobody: string;
  chosenLater: string;
}

/** Each step: who would sign it, or that it is passed over, and why. */
export const WayAhead = ({ way: { steps, stages, facts, fields }, goes, skips, nobody, chosenLater }: Props) => {
  const words = useApprovalWords();
  const language = useLanguage();
  return (
    <ol className="way">
      {steps.map((step, i) => {
        const { needed, people, instead } = stages[i]!;
        const isChosen = step.who.kind === 'chosen';
        return (
          <li key={step.key} data-state={needed ? 'next' : 'not_needed'}>
            <div className="spread"><strong>{step.title}</strong><span className="quiet">{needed ? goes : skips}</span></div>
            {needed && <div className={people.length || isChosen ? undefined : 'late'}>{people.map(({ name }) => name).join(words.labels.or) || (isChosen ? chosenLater : nobody)}</div>}
            <small className="quiet">{whyWords(step, facts, { fields, words, language })}{needed && instead && people.length > 0 && <>　{words.instead[instead]}</>}</small>
          </li>
        );
      })}
    </ol>
  );
};

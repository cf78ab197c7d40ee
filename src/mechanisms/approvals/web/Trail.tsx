import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { useLanguage } from '#ui/words.ts';
import type { Stage, Trail as Way } from '../contract.ts';
import { useApprovalWords } from './api.ts';
import './approvals.css';
import { whyWords } from './conditions.ts';
import { SignerLine } from './SignerLine.tsx';

const tones = { running: 'go', returned: 'wait', approved: 'done', refused: 'late', recalled: 'off' } as const;

/** The whole way as a picture: who, when, how long, opinions in full, what is next, and why it goes there. */
export const Trail = ({ trail }: { trail: Way }) => {
  const { labels, states } = useApprovalWords();
  const rounds = [...new Set(trail.stages.map(({ round }) => round))].toSorted((a, b) => a - b);
  return (
    <section className="card stack" aria-label={labels.trail}>
      <div className="spread"><h2>{labels.trail}</h2><State tone={tones[trail.state]}>{states[trail.state]}</State></div>
      <ol className="way">
        <li data-state="done"><div className="spread"><strong>{labels.drafted}</strong></div><div>{trail.drafter.name}　<When at={trail.startedAt} /></div><small className="quiet">{trail.version ? labels.ofVersion.replace('{n}', String(trail.version)) : labels.shippedRoute}</small></li>
        {rounds.map((round) => stagesOf(trail, round).map((stage, i) => <OneStage key={`${round} ${stage.position}`} stage={stage} trail={trail} heads={rounds.length > 1 && i === 0} />))}
        <Ended trail={trail} />
      </ol>
    </section>
  );
};

const stagesOf = ({ stages }: Way, round: number) => stages.filter((stage) => stage.round === round).toSorted((a, b) => a.position - b.position);

const OneStage = ({ stage, trail, heads }: { stage: Stage; trail: Way; heads: boolean }) => {
  const { labels, modes, standing } = useApprovalWords();
  const many = stage.signers.length + stage.expected.length > 1;
  return (
    <li data-state={stage.state} aria-current={stage.state === 'open' ? 'step' : undefined}>
      {heads && <p className="way-round">{labels.round.replace('{n}', String(stage.round))}</p>}
      <div className="spread"><span><strong>{stage.step.title}</strong>{many && <small className="quiet">　{modes[stage.step.mode]}</small>}</span><span className="quiet number">{standing[stage.state]}</span></div>
      {stage.signers.length > 0 && <ul className="signers">{stage.signers.map((signer) => <SignerLine key={signer.id} signer={signer} />)}</ul>}
      {stage.expected.length > 0 && <div>{stage.expected.map(({ name }) => name).join(labels.or)}</div>}
      <Why stage={stage} trail={trail} />
    </li>
  );
};

const Why = ({ stage: { step, state, instead }, trail }: { stage: Stage; trail: Way }) => {
  const words = useApprovalWords();
  const language = useLanguage();
  const why = whyWords(step, trail.facts, { fields: trail.fields, words, language });
  if (!why && !instead) return null;
  const { labels } = words;
  return <small className="quiet">{why && (state === 'not_needed' ? labels.notBecause : labels.because).replace('{why}', why)}{why && instead && <br />}{instead && words.instead[instead]}</small>;
};

/** Where it stands when nobody is asked to sign. */
const Ended = ({ trail: { state, endedAt, drafter } }: { trail: Way }) => {
  const { labels, states } = useApprovalWords();
  if (state === 'running') return null;
  if (state === 'returned') return <li data-state="open" aria-current="step"><strong>{labels.waitsForDrafter.replace('{name}', drafter.name)}</strong></li>;
  return <li data-state={state === 'approved' ? 'done' : 'ended'}><strong>{states[state]}</strong>{endedAt && <>　<When at={endedAt} /></>}</li>;
};

import { Button } from 'antd';
import { useId } from 'react';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

export interface Act {
  name: string;
  label: string;
  /** Undefined: not an act of this person. Empty: yes. */
  whyNot: readonly string[] | undefined;
  onClick: () => void;
  main?: boolean;
}

/** What I can do now; what I could expect but may not do now stands greyed with its reason, and is still reached by keyboard. */
export const Acts = ({ acts, words }: { acts: readonly Act[]; words: Readonly<Record<string, string>> }) => {
  const mine = acts.filter(({ whyNot }) => whyNot !== undefined);
  const open = mine.filter(({ whyNot }) => whyNot!.length === 0);
  return (
    <div className="acts">
      {[...open, ...mine.filter((act) => !open.includes(act))].map((act) => <OneAct key={act.name} act={act} words={words} />)}
    </div>
  );
};

const OneAct = ({ act: { label, whyNot = [], onClick, main }, words }: { act: Act; words: Readonly<Record<string, string>> }) => {
  const id = useId();
  const { refusals } = useWords({ zh, en });
  if (!whyNot.length) return <Button type={main ? 'primary' : 'default'} block onClick={onClick}>{label}</Button>;
  return (
    <div>
      <Button block aria-disabled="true" aria-describedby={id} className="greyed">{label}</Button>
      <p id={id} className="act-why">{whyNot.map((code) => words[code] ?? refusals[code] ?? code).join(' ')}</p>
    </div>
  );
};

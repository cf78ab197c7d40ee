import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import type { Answer } from '#platform/contract.ts';
import { Check } from '#ui/Check.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { rights as contract } from '../rights/contract.ts';
import { api, hrefOf, stale, useLibraryWords } from './api.ts';
import { ExplainFor } from './ExplainFor.tsx';
import { Grant } from './Grant.tsx';
import { Links } from './Links.tsx';
import { RightLines } from './RightLines.tsx';
import './library.css';

export type RightsAnswer = Answer<typeof contract.rights>;

/** EDM-3: why I may see it; and for whoever manages, who may do what, given where and by whom. */
export const Rights = () => {
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const asked = useQuery(api.rights.asQuery({ params: { itemId } }));
  return <Loaded asked={asked}>{(answer) => <Whole itemId={itemId} answer={answer} />}</Loaded>;
};

const Whole = ({ itemId, answer }: { itemId: string; answer: RightsAnswer }) => {
  const { labels, states } = useLibraryWords();
  const { name, isFolder, mine, lines, mayManage } = answer;
  return (
    <div className="stack">
      <div className="stack tight">
        <div className="row"><Link className="plain bare" to={hrefOf({ id: itemId, isFolder })}>{name}</Link></div>
        <h1>{labels.rightsOf.replace('{name}', name)}</h1>
      </div>
      <section className="card stack tight" aria-label={labels.whyMe}>
        <h2>{labels.whyMe}</h2>
        <p>{labels.iMay.replace('{level}', mine.level ? states[mine.level] : labels.nothing)}</p>
        <RightLines lines={mine.lines} />
      </section>
      {mayManage && (
        <>
          <section className="card stack" aria-label={labels.whoMay}>
            <h2>{labels.whoMay}</h2>
            {!answer.isTop && <Inheritance itemId={itemId} inherits={answer.inherits} />}
            <RightLines lines={lines.filter(({ kind }) => kind !== 'link')} mayWithdraw />
            <Grant itemId={itemId} />
          </section>
          <Links itemId={itemId} links={lines.filter(({ kind }) => kind === 'link')} />
          <ExplainFor itemId={itemId} />
        </>
      )}
    </div>
  );
};

const Inheritance = ({ itemId, inherits }: { itemId: string; inherits: boolean }) => {
  const { labels, refusals } = useLibraryWords();
  const act = useAct((next: boolean, key) => api.setInheritance({ params: { itemId }, body: { inherits: next } }, key), stale);
  const [asks, setAsks] = useState(false);
  return (
    <div className="stack tight">
      <Check checked={inherits} onChange={(next) => (next ? act.run(true) : setAsks(true))}>{labels.inherits}</Check>
      {asks && <div className="row" role="group" aria-label={labels.stopInheriting}><span>{labels.stopSay}</span><Button danger onClick={() => (setAsks(false), act.run(false))}>{labels.stopInheriting}</Button><Button onClick={() => setAsks(false)}>{labels.cancel}</Button></div>}
      <Refusals codes={act.codes} words={refusals} />
    </div>
  );
};

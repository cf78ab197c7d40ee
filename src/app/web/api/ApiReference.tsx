import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { useWords } from '#ui/words.ts';
import { type Operation, readOperations } from './document.ts';
import { OneOperation } from './OneOperation.tsx';
import { wording } from './wording.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** What other programs may ask of the house, and how. */
export const ApiReference = () => {
  const { labels, statuses } = useWords({ zh, en });
  const asked = useQuery({ queryKey: ['openapi'], queryFn: readOperations, staleTime: Infinity });
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim().toLowerCase());
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.title}</h1><a href="/api/openapi.json" download>openapi.json</a></div>
      <p>{labels.say}</p>
      <section className="card stack tight" aria-label={labels.token}>
        <h2>{labels.token}</h2>
        <p>{labels.tokenHow} <Link to="/account">{labels.toAccount}</Link></p>
        <pre tabIndex={0}>{'Authorization: Bearer $TOKEN'}</pre>
        <p>{labels.failures}</p>
        <dl className="facts one">{Object.entries(statuses).map(([status, means]) => [<dt key={status}>{status}</dt>, <dd key={means}>{means}</dd>])}</dl>
      </section>
      <input type="search" className="field api-find" aria-label={labels.find} placeholder={labels.find} value={typed} onChange={({ target }) => setTyped(target.value)} />
      <Loaded asked={asked}>{(operations) => <Groups operations={operations} q={q} />}</Loaded>
    </div>
  );
};

const Groups = ({ operations, q }: { operations: readonly Operation[]; q: string }) => {
  const { labels, groups } = useWords({ zh, en });
  const textOf = useText();
  const found = q ? operations.filter((one) => q.split(/\s+/).every((part) => textOf(one).includes(part))) : operations;
  if (!found.length) return <Nothing>{labels.none}</Nothing>;
  return (
    <>
      <p className="quiet" role="status">{labels.count.replace('{n}', String(found.length))}</p>
      {[...new Set(found.map(({ tags }) => tags[0]!))].map((tag) => (
        <section key={tag} className="card" aria-label={groups[tag] ?? tag}>
          <h2>{groups[tag] ?? tag}</h2>
          {found.filter(({ tags }) => tags[0] === tag).map((one) => <OneOperation key={one.operationId} operation={one} />)}
        </section>
      ))}
    </>
  );
};

/** Everything an endpoint is found by. */
const useText = () => {
  const { refusals, permissions, acts } = useWords(wording);
  return ({ method, path, operationId, 'x-permission': permission, 'x-refuses': refuses = [] }: Operation) =>
    [method, path, operationId, acts[operationId], permission, permissions[permission], ...refuses, ...refuses.map((code) => refusals[code])].join(' ').toLowerCase();
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Left } from '#ui/When.tsx';
import type { urging } from '../urging/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { Awaited } from './Awaited.tsx';
import { Ask } from './Ask.tsx';
import { Books } from './Books.tsx';
import { Text } from './fields.tsx';

type Call = Answer<typeof urging.calls>['calls'][number];

/** 催办 and 电话催办单: whom something is waited for from, whom to call, the number, and what they said. */
export const Calls = () => {
  const { labels } = useIncomingWords();
  const [logged, setLogged] = useState<Call>();
  const asked = useQuery({ ...api.calls.asQuery({ query: {} }), queryKey: ['incoming', 'calls'] });
  return (
    <div className="stack">
      <h1>{labels.urge}</h1>
      <Books />
      <Awaited />
      <div className="spread"><h2>{labels.calls}</h2><a href={api.callSheet.url({})} target="_blank" rel="noreferrer">{labels.exportPdf}</a></div>
      <div className="card">
        <Loaded asked={asked}>
          {({ calls }) => (calls.length ? (
            <ul className="lines">
              {calls.map((call) => (
                <li key={call.id} className="spread">
                  <span><strong>{call.whom}</strong>　<a href={`tel:${call.phone}`} className="number">{call.phone}</a><br /><Link to={`/records/${call.documentId}`}>{call.number}　{call.title || labels.stubTitle}</Link>　<Left dueAt={call.dueAt} /></span>
                  <Button type="primary" onClick={() => setLogged(call)}>{labels.logCall}</Button>
                </li>
              ))}
            </ul>
          ) : <Nothing>{labels.noCalls}</Nothing>)}
        </Loaded>
      </div>
      {logged && <LogCall call={logged} onClose={() => setLogged(undefined)} />}
    </div>
  );
};

const LogCall = ({ call, onClose }: { call: Call; onClose: () => void }) => {
  const { labels, callOutcomes } = useIncomingWords();
  const start = { outcome: 'told' as 'told' | 'no_answer' | 'told_deputy', said: '' };
  return (
    <Ask title={`${labels.logCall}：${call.whom}`} verb={labels.logCall} draft={`call.${call.id}`} start={start} onClose={onClose} send={(body, key) => api.logCall({ params: { urgeId: call.id }, body }, key)}>
      {(typed, set) => (
        <>
          <Radio.Group aria-label={labels.callOutcome} value={typed.outcome} onChange={(event) => set({ outcome: event.target.value })} options={Object.entries(callOutcomes).map(([value, label]) => ({ value, label }))} style={{ marginBottom: 12 }} />
          <Text label={labels.said} rows={1} value={typed.said} onChange={(said) => set({ said })} />
        </>
      )}
    </Ask>
  );
};

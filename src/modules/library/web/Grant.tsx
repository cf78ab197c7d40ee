import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { useAct } from '#ui/act.ts';
import { Choices } from '#ui/Choices.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { type Level, levels } from '../nouns.ts';
import { api, stale, useLibraryWords } from './api.ts';

type Kind = 'person' | 'department' | 'everybody';

/** One more line: to whom, and how much. */
export const Grant = ({ itemId }: { itemId: string }) => {
  const { labels, states, refusals, grantKinds } = useLibraryWords();
  const [kind, setKind] = useState<Kind>('person');
  const [subjectId, setSubject] = useState<string>();
  const [level, setLevel] = useState<Level>('read');
  const grant = useAct((_: undefined, key) => api.grant({ params: { itemId }, body: { kind, level, ...(subjectId && { subjectId }) } }, key), stale, () => setSubject(undefined));
  return (
    <div className="stack tight grant">
      <h3>{labels.openTo}</h3>
      <div className="row">
        <Choices label={labels.openTo} value={kind} onChange={(next) => (setKind(next), setSubject(undefined))} options={(['person', 'department', 'everybody'] as const).map((one) => [one, grantKinds[one]])} />
        {kind === 'person' && <People value={subjectId} onChange={setSubject} />}
        {kind === 'department' && <Departments value={subjectId} onChange={setSubject} />}
      </div>
      <div className="row">
        <Choices label={labels.mayDo} value={level} onChange={setLevel} options={levels.map((one) => [one, states[one]])} />
        <Button type="primary" disabled={kind !== 'everybody' && !subjectId} loading={grant.busy} onClick={() => grant.run(undefined)}>{labels.grant}</Button>
      </div>
      <small className="quiet">{labels.levelsSay}</small>
      <Refusals codes={grant.codes} words={refusals} />
    </div>
  );
};

interface Choosing {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

export const People = ({ value, onChange }: Choosing) => {
  const { labels } = useLibraryWords();
  const { data } = useQuery({ ...organisation.directory.asQuery({ query: {} }), staleTime: 60_000 });
  return <div style={{ width: 240, maxWidth: '100%' }}><PersonSelect label={labels.person} placeholder={labels.person} value={value} onChange={onChange} options={(data?.people ?? []).map(({ id, name, department }) => ({ id, name, hint: department }))} /></div>;
};

const Departments = ({ value, onChange }: Choosing) => {
  const { labels } = useLibraryWords();
  const { data } = useQuery({ ...organisation.departments.asQuery({}), staleTime: 60_000 });
  return <div style={{ width: 240, maxWidth: '100%' }}><PersonSelect label={labels.department} placeholder={labels.department} value={value} onChange={onChange} options={data?.departments ?? []} /></div>;
};

import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { calendar } from '../contract.ts';
import { wallAt } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Effect } from './Effect.tsx';
import { useWriting } from './writing.ts';

type Change = Answer<typeof calendar.changes>['changes'][number];

/** Who changed the calendar of the year, when and why; the newest change can be taken back. */
export const History = ({ year }: { year: number }) => {
  const words = useWords({ zh, en });
  const [most, setMost] = useState(10);
  const [undoing, setUndoing] = useState<Change | null>(null);
  const { data } = useQuery(api.changes.asQuery({ params: { year: String(year) }, query: { most } }));
  if (!data?.changes.length) return null;
  return (
    <section aria-label={words.labels.history}>
      <h2>{words.labels.history}</h2>
      <ul className="calendar-lines">
        {data.changes.map((change) => (
          <li key={change.id}>
            <span>
              <time dateTime={change.at}>{written(change.at)}</time> {change.by} <Named change={change} />
              {change.why && ` · ${change.why}`}
              {change.undone && <small className="quiet"> · {words.labels.undone}</small>}
            </span>
            {change.whyNot.undo.length === 0 && <Button size="small" onClick={() => setUndoing(change)}>{words.labels.undo}</Button>}
          </li>
        ))}
      </ul>
      {data.more && most < 100 && <Button onClick={() => setMost(100)}>{words.labels.more}</Button>}
      {undoing && <Undo change={undoing} onDone={() => setUndoing(null)} />}
    </section>
  );
};

const Named = ({ change: { what, subject } }: { change: Change }) => {
  const { changes } = useWords({ zh, en });
  return <><strong>{(changes as Record<string, string>)[what]}</strong> {subject}</>;
};

const Undo = ({ change, onDone }: { change: Change; onDone: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const undo = useWriting(() => api.undo({ params: { changeId: change.id }, body: {} }), onDone);
  return (
    <Modal open title={labels.undo} okText={labels.undo} cancelText={labels.cancel} onCancel={onDone} onOk={() => undo.mutate(undefined)} okButtonProps={{ loading: undo.isPending }}>
      <p><Named change={change} /> {change.why && `· ${change.why}`}</p>
      <Effect change={{ undoes: change.id }} />
      <Refusals codes={undo.error?.codes ?? []} words={refusals} />
    </Modal>
  );
};

const written = (at: string) => `${wallAt(at).day} ${wallAt(at).time}`;

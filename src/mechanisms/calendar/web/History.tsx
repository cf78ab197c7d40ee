import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '#ui/words.ts';
import { wallAt } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Who changed the calendar of the year, when and why. */
export const History = ({ year }: { year: number }) => {
  const words = useWords({ zh, en });
  const [most, setMost] = useState(10);
  const { data } = useQuery(api.changes.asQuery({ params: { year: String(year) }, query: { most } }));
  if (!data?.changes.length) return null;
  return (
    <section aria-label={words.labels.history}>
      <h2>{words.labels.history}</h2>
      <ul className="calendar-lines">
        {data.changes.map((change) => (
          <li key={change.id}>
            <span>
              <time dateTime={change.at}>{written(change.at)}</time> {change.by} <strong>{(words.changes as Record<string, string>)[change.what]}</strong> {change.subject}
              {change.why && ` · ${change.why}`}
            </span>
          </li>
        ))}
      </ul>
      {data.more && most < 100 && <Button onClick={() => setMost(100)}>{words.labels.more}</Button>}
    </section>
  );
};

const written = (at: string) => `${wallAt(at).day} ${wallAt(at).time}`;

import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '#platform/problem.ts';
import { Refusals } from './Refusals.tsx';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** What was asked for, or that it is coming, or why it did not come and how to ask again. */
export const Loaded = <T,>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) => {
  const { labels } = useWords({ zh, en });
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (!asked.error) return <p className="coming" role="status">{labels.loading}</p>;
  return (
    <div className="stack narrow">
      <Refusals codes={(asked.error as Problem).codes ?? ['platform.bug']} words={{}} />
      <div><Button onClick={() => asked.refetch()}>{labels.retry}</Button></div>
    </div>
  );
};

/** Says what would be here and how it starts. */
export const Nothing = ({ children }: { children: ReactNode }) => <p className="nothing">{children}</p>;

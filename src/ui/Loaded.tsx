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
  const { status, codes = ['platform.bug'] } = asked.error as Partial<Problem>;
  return (
    <div className="stack narrow">
      <Refusals codes={codes} words={{}} />
      {!(status && forGood.includes(status)) && <div><Button onClick={() => asked.refetch()}>{labels.retry}</Button></div>}
    </div>
  );
};

/** Asking again would bring the same answer. */
const forGood = [400, 403, 404];

/** Says what would be here and how it starts. */
export const Nothing = ({ children }: { children: ReactNode }) => <p className="nothing">{children}</p>;

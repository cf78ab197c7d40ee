import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { Problem } from '#platform/problem.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Walks the chain again on a press and says whether every entry still is what it was. */
export const Verification = () => {
  const { labels } = useWords({ zh, en });
  const { data, error, isFetching, refetch } = useQuery({ ...api.verify.asQuery({}), enabled: false, gcTime: 0 });
  return (
    <div className="stack tight narrow">
      <div><Button type="primary" loading={isFetching} onClick={() => refetch()}>{labels.verify}</Button></div>
      {error && <Refusals codes={(error as unknown as Problem).codes} words={{}} />}
      {data && !isFetching && (data.brokenAt ? <Alert type="error" showIcon role="alert" title={labels.broken.replace('{at}', data.brokenAt)} /> : <Whole {...data} />)}
    </div>
  );
};

const Whole = ({ entries, unsealed, newest }: { entries: number; unsealed: number; newest: string }) => {
  const { labels } = useWords({ zh, en });
  const title = [labels.whole.replace('{n}', String(entries)), unsealed > 0 && labels.unsealed.replace('{n}', String(unsealed))].filter(Boolean).join(' ');
  return <Alert type="success" showIcon role="status" title={title} description={<>{labels.newest} <code className="wrap">{newest}</code><br /><small>{labels.newestSay}</small></>} />;
};

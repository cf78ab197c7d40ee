import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { audit } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

type Page = Answer<typeof audit.list>;

/** Every write, newest first, and whether the chain of them is whole. */
export const Audit = () => {
  const { labels } = useWords({ zh, en });
  const [action, setAction] = useState('');
  const found = useInfiniteQuery({
    queryKey: ['audit', 'list', action],
    queryFn: ({ pageParam }) => api.list({ query: { ...(action && { action }), ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  return (
    <div className="stack">
      <h1>{labels.audit}</h1>
      <Verification />
      <Input.Search aria-label={labels.search} placeholder={labels.search} allowClear onSearch={setAction} style={{ maxWidth: 360 }} />
      <div className="card">
        <Loaded asked={found}>
          {({ pages }) => (pages[0]!.entries.length ? <ul className="lines">{pages.flatMap(({ entries }) => entries).map((entry) => <li key={entry.id}><strong>{entry.action}</strong>　{entry.actor}　<span className="quiet"><When at={entry.at} />　{entry.address}</span><br /><small className="opinion" style={{ overflowWrap: 'anywhere' }}>{entry.input}</small></li>)}</ul> : <Nothing>{labels.nothing}</Nothing>)}
        </Loaded>
        {found.hasNextPage && <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{labels.more}</Button>}
      </div>
    </div>
  );
};

const Verification = () => {
  const { labels } = useWords({ zh, en });
  const { data, isFetching, refetch } = useQuery({ ...api.verify.asQuery({}), enabled: false });
  return (
    <div className="stack narrow" style={{ gap: 8 }}>
      <div><Button type="primary" loading={isFetching} onClick={() => refetch()}>{labels.verify}</Button></div>
      {data && <Alert type={data.brokenAt ? 'error' : 'success'} showIcon title={data.brokenAt ? `${labels.broken} ${data.brokenAt}` : `${labels.whole}：${data.entries} ${labels.entries}，${data.unsealed} ${labels.unsealed}`} description={<small style={{ overflowWrap: 'anywhere' }}>{labels.newest} {data.newest}</small>} />}
    </div>
  );
};

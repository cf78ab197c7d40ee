import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { YearMissing } from '#mechanisms/calendar/web/YearMissing.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { useWords } from '#ui/words.ts';
import type { deadlines } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { DueTime } from './DueTime.tsx';

type Of = 'all' | 'mine' | 'department';
type State = 'any' | 'warned' | 'broken' | 'paused' | 'unknown';

/** What will break next, whose it is, and why it is due then. */
export const Board = () => {
  const { labels, states } = useWords({ zh, en });
  const [of, setOf] = useState<Of>('all');
  const [state, setState] = useState<State>('any');
  const found = useClocks(of, state);
  const titles = useTitles();
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.board}</h1><Link to="/lives">{labels.life}</Link></div>
      <YearMissing />
      <div className="row">
        <Choices<Of> label={labels.owner} value={of} onChange={setOf} options={(['all', 'mine', 'department'] as const).map((value) => [value, labels[value]] as const)} />
        <Choices<State> label={labels.state} value={state} onChange={setState} options={[['any', labels.all], ...(['broken', 'warned', 'paused', 'unknown'] as const).map((value) => [value, states[value]] as const)]} />
      </div>
      <Loaded asked={found}>
        {({ pages }) => {
          const clocks = pages.flatMap((page) => page.clocks);
          return clocks.length ? <ol className="clock-list card">{clocks.map((clock) => <Line key={clock.id} clock={clock} title={titles.get(clock.promise) ?? clock.promise} />)}</ol> : <Nothing>{labels.nothing}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div><Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>{labels.more}</Button></div>}
    </div>
  );
};

type Page = Answer<typeof deadlines.board>;

const useClocks = (of: Of, state: State) => {
  const query = { of, ...(state !== 'any' && { state }) };
  return useInfiniteQuery({
    queryKey: ['deadlines', 'board', query],
    queryFn: ({ pageParam }) => api.board({ query: { ...query, ...pageParam } }),
    initialPageParam: {} as NonNullable<Page['next']> | {},
    getNextPageParam: (last: Page) => last.next ?? undefined,
    refetchInterval: 60_000,
  });
};

/** The names of the promises in the reader's language. */
const useTitles = () => {
  const language = useWords<'zh' | 'en'>({ zh: 'zh', en: 'en' });
  const { data } = useQuery({ ...api.promises.asQuery({}), staleTime: 300_000 });
  return new Map(data?.promises.map((promise) => [promise.name, promise[language].title]));
};

const Line = ({ clock, title }: { clock: Page['clocks'][number]; title: string }) => {
  const { labels, sentence } = useWords({ zh, en });
  const { record, person, department } = clock;
  return (
    <li>
      <DueTime clock={clock} />
      <Link to={`/records/${clock.recordId}`}>
        {record.number && <span className="clock-number">{record.number}</span>} {record.title}
      </Link>
      <span>{title}</span>
      <span>{person?.name ?? department?.name ?? labels.nobody}</span>
      <small className="clock-why">{sentence(clock.explanation)}</small>
    </li>
  );
};

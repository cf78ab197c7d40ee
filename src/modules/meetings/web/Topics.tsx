import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Topic } from '../nouns.ts';
import type { topics } from '../topics/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Tabs } from './Tabs.tsx';
import { TopicWindow } from './TopicWindow.tsx';

type Show = 'waiting' | 'mine' | 'all';

const hrefOf = ({ id }: Topic) => `/records/${id}`;

/** Topics that wait for a meeting, one's own, and all that were ever applied for. */
export const Topics = () => {
  const { labels } = useMeetingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [show, setShow] = useState<Show>('waiting');
  const [applies, setApplies] = useState(false);
  const found = useTopics(show);
  const columns = useColumns();
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.topics}</h1><Button type="primary" className="no-print" onClick={() => setApplies(true)}>{labels.applyTopic}</Button></div>
      <Tabs />
      <div className="row no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['waiting', labels.waiting], ['mine', labels.mine], ['all', labels.all]]} /></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.topics);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(topic) => <Card topic={topic} />} /> : <Nothing>{labels.noTopics}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
      {applies && <TopicWindow onClose={() => setApplies(false)} />}
    </div>
  );
};

const tones = { applied: 'wait', returned: 'late', scheduled: 'go', deferred: 'wait', dealt: 'done', withdrawn: 'off' } as const;

export const TopicStanding = ({ topic }: { topic: Pick<Topic, 'state'> }) => <State tone={tones[topic.state]}>{useMeetingWords().topicStates[topic.state]}</State>;

/** Of what turned out to be classified nothing is said. */
export const Title = ({ topic }: { topic: { title: string; secrecy: number } }) => <>{topic.secrecy > 0 ? useMeetingWords().labels.stub : topic.title}</>;

const useColumns = (): readonly Column<Topic>[] => {
  const { labels } = useMeetingWords();
  return [
    { name: 'at', title: labels.appliedAt, cell: (t) => <When at={t.appliedAt} /> },
    { name: 'title', title: labels.topic, grow: true, cell: (t) => <RowLink to={hrefOf(t)}><Title topic={t} /></RowLink> },
    { name: 'department', title: labels.department, cell: (t) => t.department.name },
    { name: 'by', title: labels.appliedBy, cell: (t) => t.appliedBy.name },
    { name: 'minutes', title: labels.minutes, cell: (t) => t.minutes },
    { name: 'deferrals', title: labels.deferrals, cell: (t) => t.deferrals || '' },
    { name: 'state', title: labels.state, cell: (t) => <TopicStanding topic={t} /> },
  ];
};

const Card = ({ topic }: { topic: Topic }) => {
  const { labels } = useMeetingWords();
  return <><div className="spread"><span className="quiet">{topic.department.name}</span><TopicStanding topic={topic} /></div><RowLink to={hrefOf(topic)}><Title topic={topic} /></RowLink><div className="quiet">{topic.appliedBy.name}　<When at={topic.appliedAt} />　{labels.minutesUnit.replace('{n}', String(topic.minutes))}</div></>;
};

type Page = Answer<typeof topics.topics>;

const useTopics = (show: Show) =>
  useInfiniteQuery({
    queryKey: ['meetings', 'topics', show],
    queryFn: ({ pageParam }) => api.topics({ query: { show, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

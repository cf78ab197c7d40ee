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
import type { destruction, List as Listed } from '../destruction/contract.ts';
import { api } from './api.ts';
import { DueItems } from './DueItems.tsx';
import { useDestructionWords } from './destructionWords.ts';
import { Tabs } from './Tabs.tsx';

type Show = 'due' | 'lists';

/** 销毁: what has been kept long enough, and the lists by which it goes (ARC-1). */
export const Destruction = () => {
  const { labels } = useDestructionWords();
  const [show, setShow] = useState<Show>('due');
  return (
    <div className="stack">
      <h1>{labels[show]}</h1>
      <Tabs />
      <div className="no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['due', labels.due], ['lists', labels.lists]]} /></div>
      {show === 'due' ? <DueItems onMade={() => setShow('lists')} /> : <Lists />}
    </div>
  );
};

const hrefOf = ({ id }: Pick<Listed, 'id'>) => `/records/${id}`;

const tones = { asked: 'wait', approved: 'go', returned: 'off', refused: 'off', recalled: 'off', done: 'done', given_up: 'off' } as const;

export const ListStanding = ({ list }: { list: Pick<Listed, 'state'> }) => <State tone={tones[list.state]}>{useDestructionWords().destructionStates[list.state]}</State>;

const Lists = () => {
  const { labels } = useDestructionWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const found = useLists();
  const columns = useColumns();
  return (
    <>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ lists }) => lists);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(list) => <Card list={list} />} /> : <Nothing>{labels.noLists}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </>
  );
};

const useSum = () => {
  const { labels } = useDestructionWords();
  return ({ destroy, keep }: Listed) => labels.sums.replace('{destroy}', String(destroy)).replace('{keep}', String(keep));
};

const useColumns = (): readonly Column<Listed>[] => {
  const { labels } = useDestructionWords();
  const sum = useSum();
  return [
    { name: 'number', title: labels.number, cell: (list) => <RowLink to={hrefOf(list)}><span className="number">{list.number}</span></RowLink> },
    { name: 'appraisal', title: labels.appraisal, grow: true, cell: (list) => list.appraisal },
    { name: 'sum', title: labels.items, cell: sum },
    { name: 'made', title: labels.madeBy, cell: (list) => <>{list.madeBy.name}　<When at={list.madeAt} /></> },
    { name: 'state', title: labels.state, cell: (list) => <ListStanding list={list} /> },
  ];
};

const Card = ({ list }: { list: Listed }) => {
  const sum = useSum();
  return <><div className="spread"><RowLink to={hrefOf(list)}><span className="number">{list.number}</span></RowLink><ListStanding list={list} /></div><div>{sum(list)}</div><div className="quiet">{list.madeBy.name}　<When at={list.madeAt} /></div></>;
};

type Page = Answer<typeof destruction.destructions>;

const useLists = () =>
  useInfiniteQuery({
    queryKey: ['archive', 'destructions'],
    queryFn: ({ pageParam }) => api.destructions({ query: { ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

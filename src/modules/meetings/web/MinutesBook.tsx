import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { minutes, MinutesLine } from '../minutes/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { PaperStanding } from './MinutesPage.tsx';
import { Tabs } from './Tabs.tsx';

type Show = 'open' | 'final' | 'all';

const hrefOf = ({ id }: MinutesLine) => `/records/${id}`;

/** The book of minutes: those on their way and those that are final, with the notes that correct them. */
export const MinutesBook = () => {
  const { labels } = useMeetingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [show, setShow] = useState<Show>('all');
  const found = useBook(show);
  const columns = useColumns();
  return (
    <div className="stack">
      <h1>{labels.minutesBook}</h1>
      <Tabs />
      <div className="row no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['all', labels.all], ['open', labels.onTheirWay], ['final', labels.finalOnes]]} /></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.minutes);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(line) => <Card line={line} />} /> : <Nothing>{labels.noMinutes}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const useColumns = (): readonly Column<MinutesLine>[] => {
  const { labels, paperKinds } = useMeetingWords();
  return [
    { name: 'number', title: labels.number, cell: (m) => <span className="number">{m.number ?? ''}</span> },
    { name: 'title', title: labels.paperTitle, grow: true, cell: (m) => <RowLink to={hrefOf(m)}>{m.title}</RowLink> },
    { name: 'kind', title: labels.kind, cell: (m) => paperKinds[m.kind] },
    { name: 'made', title: labels.draftedAt, cell: (m) => <When at={m.madeAt} /> },
    { name: 'final', title: labels.finalAt, cell: (m) => m.finalAt && <When at={m.finalAt} /> },
    { name: 'state', title: labels.state, cell: (m) => <PaperStanding state={m.state} /> },
  ];
};

const Card = ({ line }: { line: MinutesLine }) => (
  <><div className="spread"><span className="number quiet">{line.number ?? ''}</span><PaperStanding state={line.state} /></div><RowLink to={hrefOf(line)}>{line.title}</RowLink><div className="quiet"><When at={line.finalAt ?? line.madeAt} /></div></>
);

type Page = Answer<typeof minutes.minutesBook>;

const useBook = (show: Show) =>
  useInfiniteQuery({
    queryKey: ['meetings', 'minutes', show],
    queryFn: ({ pageParam }) => api.minutesBook({ query: { show, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

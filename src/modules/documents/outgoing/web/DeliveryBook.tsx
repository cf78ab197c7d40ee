import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Filters } from '#ui/Filters.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { issuing } from '../issuing/contract.ts';
import { api, useOutgoingWords } from './api.ts';
import { Books } from './Books.tsx';
import { Standing } from './Deliveries.tsx';
import { YearPapers } from './YearPapers.tsx';

type Page = Answer<typeof issuing.deliveries>;
type Line = Page['deliveries'][number];
type Show = 'all' | 'open' | 'received';

/** 分发登记簿: every copy and who has it. */
export const DeliveryBook = () => {
  const { labels } = useOutgoingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [show, setShow] = useState<Show>('all');
  const [q, setQ] = useState('');
  const found = useInfiniteQuery({
    queryKey: ['outgoing', 'deliveries', show, q],
    queryFn: ({ pageParam }) => api.deliveries({ query: { ...(q && { q }), ...(show !== 'all' && { open: String(show === 'open') }), ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.deliveryBook}</h1><YearPapers name={labels.deliveryBook} url={(query) => api.deliveryBook.url({ query: query as never })} /></div>
      <Books />
      <Filters set={Number(q !== '')} first={<Choices<Show> label={labels.state} value={show} onChange={setShow} options={[['all', labels.all], ['open', labels.notYetReceived], ['received', labels.received]]} />}>
        <SearchField label={labels.searchDeliveries} value={q} onSearch={setQ} />
      </Filters>
      <Loaded asked={found}>
        {({ pages }) => {
          const lines = pages.flatMap(({ deliveries }) => deliveries);
          return lines.length ? <Lines lines={lines} /> : <Nothing>{q || show !== 'all' ? labels.emptyFiltered : labels.noDeliveries}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const hrefOf = ({ document }: Line) => `/records/${document.id}`;

const Lines = ({ lines }: { lines: Line[] }) => {
  const { labels, ways } = useOutgoingWords();
  const columns: Column<Line>[] = [
    { name: 'sentAt', title: labels.sentAt, cell: (line) => <When at={line.sentAt} /> },
    { name: 'number', title: labels.number, cell: (line) => <span className="number">{line.document.number}</span> },
    { name: 'title', title: labels.title, grow: true, cell: (line) => <RowLink to={hrefOf(line)}>{line.document.title}</RowLink> },
    { name: 'unit', title: labels.unit, least: '8em', cell: (line) => line.unit },
    { name: 'how', title: labels.way, cell: (line) => <span className="number">{ways[line.how]}</span> },
    { name: 'copies', title: labels.copiesGiven, cell: (line) => line.copies || '' },
    { name: 'copyNumbers', title: labels.copyNumbers, cell: (line) => line.copyNumbers },
    { name: 'standing', title: labels.state, least: '12em', cell: (line) => <Standing delivery={line} /> },
  ];
  return <List columns={columns} rows={lines} hrefOf={hrefOf} card={(line) => <><div className="spread"><strong>{line.unit}</strong><span className="quiet">{ways[line.how]}</span></div><RowLink to={hrefOf(line)}><span className="number">{line.document.number}</span>　{line.document.title}</RowLink><Standing delivery={line} /></>} />;
};

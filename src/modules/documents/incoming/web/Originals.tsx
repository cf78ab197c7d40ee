import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { originals } from '../originals/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { Books } from './Books.tsx';
import './incoming.css';
import { Scan } from './Scan.tsx';

type Page = Answer<typeof originals.held>;
type Held = Page['papers'][number];
type Whose = 'mine' | 'offered' | 'all';

/** 原件交接: scan a label to give or take, and who holds which original now. */
export const Originals = () => {
  const { labels } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [whose, setWhose] = useState<Whose>('mine');
  const [q, setQ] = useState('');
  const found = useHeld(whose, q);
  const columns = useColumns();
  return (
    <div className="stack">
      <h1>{labels.originals}</h1>
      <Books />
      <Scan />
      <div className="row">
        <Choices<Whose> label={labels.whereIsPaper} value={whose} onChange={setWhose} options={[['mine', labels.heldByMe], ['offered', labels.onItsWay], ['all', labels.all]]} />
        <SearchField label={labels.searchPaper} value={q} onSearch={setQ} />
      </div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ papers }) => papers);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={({ code }) => `/q/${code}`} card={(paper) => <Card paper={paper} />} /> : <Nothing>{whose === 'mine' && !q ? labels.noneHeld : labels.noneFound}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const useHeld = (whose: Whose, q: string) => {
  const query = { whose, ...(q && { q }) };
  return useInfiniteQuery({
    queryKey: ['incoming', 'held', query],
    queryFn: ({ pageParam }) => api.held({ query: { ...query, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
};

const useColumns = (): Column<Held>[] => {
  const { labels } = useIncomingWords();
  const may = useMay();
  return [
    { name: 'number', title: labels.number, cell: ({ number }) => <span className="number">{number}</span> },
    { name: 'title', title: labels.title, grow: true, cell: (paper) => <RowLink to={`/q/${paper.code}`}>{paper.title || labels.stubTitle}</RowLink> },
    { name: 'with', title: labels.paper, least: '5em', cell: (paper) => <With paper={paper} /> },
    { name: 'place', title: labels.paperPlace, least: '7em', cell: ({ place }) => place },
    { name: 'since', title: labels.heldSince, cell: ({ since }) => <When at={since} /> },
    ...(may('incoming.register') ? [{ name: 'label', title: labels.paperLabel, cell: ({ id }: Held) => <a href={api.label.url({ params: { documentId: id } })} target="_blank" rel="noreferrer">{labels.printAgain}</a> }] : []),
  ];
};

const With = ({ paper }: { paper: Held }) => {
  const { labels } = useIncomingWords();
  return <>{paper.with?.name ?? labels.office}{paper.offered && <span className="soon">（{labels.offered}）</span>}</>;
};

const Card = ({ paper }: { paper: Held }) => {
  const { labels } = useIncomingWords();
  return (
    <>
      <div className="spread"><span className="number quiet">{paper.number}</span><With paper={paper} /></div>
      <RowLink to={`/q/${paper.code}`}>{paper.title || labels.stubTitle}</RowLink>
      <div className="quiet">{paper.place && `${paper.place}　`}<When at={paper.since} /></div>
    </>
  );
};

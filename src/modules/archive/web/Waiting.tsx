import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { useKept } from '#ui/kept.ts';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { filing } from '../filing/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { Arranging } from './Arranging.tsx';
import { Tabs } from './Tabs.tsx';

export type Standing = 'waiting' | 'open' | 'excluded';

/** 归档整理: what of a year is done and waits, what is still open, what is not kept. */
export const Waiting = () => {
  const { labels } = useArchiveWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [year, setYear] = useKept('archive.year', Number(wall(useNow()).slice(0, 4)));
  const [standing, setStanding] = useState<Standing>(() => (new URLSearchParams(location.search).get('standing') as Standing | null) ?? 'waiting');
  const found = useDocuments(year, standing);
  return (
    <div className="stack">
      <h1>{labels.waiting}</h1>
      <Tabs />
      <div className="row no-print">
        <InputNumber aria-label={labels.year} min={1949} max={9999} precision={0} value={year} onChange={(next) => next && setYear(next)} style={{ width: 96 }} />
        <Choices<Standing> label={labels.show} value={standing} onChange={setStanding} options={[['waiting', labels.toArchive], ['open', labels.open], ['excluded', labels.excluded]]} />
      </div>
      <Loaded asked={found}>
        {({ pages }) => {
          const documents = pages.flatMap((page) => page.documents);
          if (!documents.length) return <Nothing>{{ waiting: labels.noneWaiting, open: labels.noneOpen, excluded: labels.noneExcluded }[standing]}</Nothing>;
          return <Arranging key={`${year} ${standing}`} documents={documents} standing={standing} />;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

type Page = Answer<typeof filing.waiting>;

const useDocuments = (year: number, standing: Standing) =>
  useInfiniteQuery({
    queryKey: ['archive', 'waiting', year, standing],
    queryFn: ({ pageParam }) => api.waiting({ query: { year, standing, most: 100, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

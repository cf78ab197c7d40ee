import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { filing } from '../filing/contract.ts';
import { sourceNames } from '../nouns.ts';
import { api, useArchiveWords } from './api.ts';
import { Arranging } from './Arranging.tsx';
import { Tabs } from './Tabs.tsx';
import { useAsked, useYear, Year } from './year.tsx';

export type Standing = 'waiting' | 'open' | 'excluded';
type Source = (typeof sourceNames)[number];

const isStanding = (asked: string | undefined): asked is Standing => ['waiting', 'open', 'excluded'].includes(asked ?? '');

/** 归档整理: what of a year is done and waits, what is still open, what is not kept. */
export const Waiting = () => {
  const { labels, sources } = useArchiveWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const asked = useAsked();
  const [year, setYear] = useYear();
  const [standing, setStanding] = useState<Standing>(isStanding(asked.standing) ? asked.standing : 'waiting');
  const [source, setSource] = useState<Source | ''>(asked.source === 'incoming' || asked.source === 'outgoing' ? asked.source : '');
  const found = useDocuments({ year, standing, ...(source && { source }) });
  return (
    <div className="stack">
      <h1>{labels.waiting}</h1>
      <Tabs />
      <div className="row no-print">
        <Year year={year} onChange={setYear} />
        <Choices<Standing> label={labels.show} value={standing} onChange={setStanding} options={[['waiting', labels.toArchive], ['open', labels.open], ['excluded', labels.excluded]]} />
        <Choices<Source | ''> label={labels.source} value={source} onChange={setSource} options={[['', labels.all], ...sourceNames.map((one) => [one, sources[one]] as [Source, string])]} />
      </div>
      <Loaded asked={found}>
        {({ pages }) => {
          const documents = pages.flatMap((page) => page.documents);
          if (!documents.length) return <Nothing>{{ waiting: labels.noneWaiting, open: labels.noneOpen, excluded: labels.noneExcluded }[standing]}</Nothing>;
          return <Arranging key={`${year} ${standing} ${source}`} documents={documents} standing={standing} />;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

type Page = Answer<typeof filing.waiting>;

const useDocuments = (query: { year: number; standing: Standing; source?: Source }) =>
  useInfiniteQuery({
    queryKey: ['archive', 'waiting', query],
    queryFn: ({ pageParam }) => api.waiting({ query: { ...query, most: 100, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

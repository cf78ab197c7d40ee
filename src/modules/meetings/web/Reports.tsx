import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Day, When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { ReportLine, reports } from '../reports/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { PaperStanding } from './MinutesPage.tsx';
import { Tabs } from './Tabs.tsx';

type Show = 'all' | 'weekly' | 'monthly';

const hrefOf = ({ id }: ReportLine) => `/records/${id}`;

/** The summaries of every week and the reports of every month. */
export const Reports = () => {
  const { labels, paperKinds } = useMeetingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [show, setShow] = useState<Show>('all');
  const found = useReports(show);
  const columns = useColumns();
  return (
    <div className="stack">
      <h1>{labels.reports}</h1>
      <Tabs />
      <div className="row no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['all', labels.all], ['weekly', paperKinds.weekly], ['monthly', paperKinds.monthly]]} /></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.reports);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(line) => <Card line={line} />} /> : <Nothing>{labels.noReports}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const Covered = ({ line }: { line: ReportLine }) => <><Day on={line.coversFrom} />–<Day on={line.coversTo} /></>;

const useColumns = (): readonly Column<ReportLine>[] => {
  const { labels, paperKinds } = useMeetingWords();
  return [
    { name: 'covers', title: labels.covers, cell: (r) => <Covered line={r} /> },
    { name: 'title', title: labels.paperTitle, grow: true, cell: (r) => <RowLink to={hrefOf(r)}>{r.title}</RowLink> },
    { name: 'kind', title: labels.kind, cell: (r) => paperKinds[r.kind] },
    { name: 'made', title: labels.madeAt, cell: (r) => <When at={r.madeAt} /> },
    { name: 'state', title: labels.state, cell: (r) => <PaperStanding state={r.state} /> },
  ];
};

const Card = ({ line }: { line: ReportLine }) => {
  const { paperKinds } = useMeetingWords();
  return <><div className="spread"><span className="quiet">{paperKinds[line.kind]}</span><PaperStanding state={line.state} /></div><RowLink to={hrefOf(line)}>{line.title}</RowLink><div className="quiet"><Covered line={line} /></div></>;
};

type Page = Answer<typeof reports.reports>;

const useReports = (show: Show) =>
  useInfiniteQuery({
    queryKey: ['meetings', 'reports', show],
    queryFn: ({ pageParam }) => api.reports({ query: { show, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

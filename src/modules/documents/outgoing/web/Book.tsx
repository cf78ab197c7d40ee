import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { ChooseColumns } from '#ui/ChooseColumns.tsx';
import { useKept } from '#ui/kept.ts';
import { List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Views } from '#ui/Views.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { register } from '../register/contract.ts';
import { api, useOutgoingWords } from './api.ts';
import { BookFilters, type Chosen, queryOf } from './BookFilters.tsx';
import { Books } from './Books.tsx';
import { Card, firstColumns, hrefOf, useColumns } from './columns.tsx';

interface View { filters: Chosen; columns: string[] }

/** 发文登记簿: the columns of the paper book, what is seen is what is printed. */
export const Book = () => {
  const { labels } = useOutgoingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const all = useColumns();
  const [{ filters, columns }, keep] = useKept<View>('outgoing', { filters: { show: 'all', q: '' }, columns: firstColumns });
  const query = queryOf(filters);
  const found = useLines(query);
  return (
    <div className="stack">
      <Head query={query}>
        <Views<View> name="outgoing" now={{ filters, columns }} onChoose={keep} />
        <ChooseColumns columns={all} chosen={columns} onChange={(next) => keep({ filters, columns: next })} />
      </Head>
      <BookFilters filters={filters} onChange={(next) => keep({ filters: next, columns })} />
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ documents }) => documents);
          if (!rows.length) return <Nothing>{Object.keys(query).length ? labels.emptyFiltered : labels.empty}</Nothing>;
          return <List columns={all.filter(({ name }) => columns.includes(name))} rows={rows} hrefOf={hrefOf} card={(line) => <Card line={line} />} />;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const Head = ({ query, children }: { query: Record<string, string>; children: ReactNode }) => {
  const { labels } = useOutgoingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const may = useMay();
  const paper = (as: string) => api.book.url({ query: { ...query, as } as never });
  return (
    <>
      <div className="spread">
        <h1>{labels.book}</h1>
        <div className="row no-print">
          {children}
          {may('outgoing.read_all') && (
            <Menu label={ui.labels.printExport}>
              <a href={paper('pdf')} target="_blank" rel="noreferrer">{labels.exportPdf}</a>
              <a href={paper('xlsx')}>{labels.exportXlsx}</a>
            </Menu>
          )}
          {may('outgoing.draft') && <Link to={'/outgoing/new' as string} className="main-act">{labels.draft}</Link>}
        </div>
      </div>
      <Books />
    </>
  );
};

type Page = Answer<typeof register.list>;

const useLines = (query: Record<string, string>) =>
  useInfiniteQuery({
    queryKey: ['outgoing', 'list', query],
    queryFn: ({ pageParam }) => api.list({ query: { ...query, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

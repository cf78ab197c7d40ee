import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { ReactNode } from 'react';
import type { Answer } from '#platform/contract.ts';
import { ChooseColumns } from '#ui/ChooseColumns.tsx';
import { useKept } from '#ui/kept.ts';
import { List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { Menu } from '#ui/Menu.tsx';
import { Views } from '#ui/Views.tsx';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { register } from '../register/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { BookFilters, type Chosen, queryOf } from './BookFilters.tsx';
import { Books } from './Books.tsx';
import { Card, firstColumns, hrefOf, useColumns } from './columns.tsx';
import './incoming.css';

interface View { filters: Chosen; columns: string[] }

/** 收文登记簿: the columns of the paper book, a line of plain choices, what is seen is what is printed. */
export const Book = () => {
  const { labels } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const all = useColumns();
  const [{ filters, columns }, keep] = useKept<View>('incoming', { filters: { show: 'open', q: '' }, columns: firstColumns });
  const query = queryOf(filters);
  const found = useLines(query);
  const isFiltered = Object.keys(query).length > 0;
  return (
    <div className="stack">
      <Head query={query}>
        <Views<View> name="incoming" now={{ filters, columns }} onChoose={keep} />
        <ChooseColumns columns={all} chosen={columns} onChange={(next) => keep({ filters, columns: next })} />
      </Head>
      <Books />
      <BookFilters filters={filters} onChange={(next) => keep({ filters: next, columns })} />
      {query['year'] && <Gaps year={Number(query['year'])} />}
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ documents }) => documents);
          if (!rows.length) return <Nothing>{isFiltered ? labels.emptyFiltered : labels.empty}</Nothing>;
          return <List columns={all.filter(({ name }) => columns.includes(name))} rows={rows} hrefOf={hrefOf} card={(line) => <Card line={line} />} />;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const Head = ({ query, children }: { query: Record<string, string>; children: ReactNode }) => {
  const { labels } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const may = useMay();
  const paper = (as: string) => api.book.url({ query: { ...query, as } as never });
  return (
    <div className="spread">
      <h1>{labels.book}</h1>
      <div className="row no-print">
        {children}
        <Menu label={ui.labels.printExport}>
          <a href={paper('pdf')} target="_blank" rel="noreferrer">{labels.exportPdf}</a>
          <a href={paper('xlsx')}>{labels.exportXlsx}</a>
        </Menu>
        {may('incoming.register') && <Link to="/incoming/new" className="main-act">{labels.intake}</Link>}
      </div>
    </div>
  );
};

type Page = Answer<typeof register.list>;

const useLines = (query: Record<string, string>) =>
  useInfiniteQuery({
    queryKey: ['incoming', 'list', query],
    queryFn: ({ pageParam }) => api.list({ query: { ...query, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

/** 编号核对: the numbers of the year run without a gap, or it is said which are missing. */
const Gaps = ({ year }: { year: number }) => {
  const { labels } = useIncomingWords();
  const may = useMay();
  const { data } = useQuery({ ...api.gaps.asQuery({ query: { year } }), enabled: may('incoming.read_all') });
  if (!data?.last) return null;
  return <p className={data.missing.length ? 'late' : 'quiet'}>{labels.gaps}：{data.missing.length ? `${labels.missingNumbers} ${data.missing.join('、')}` : labels.noGapsUpTo.replace('{last}', String(data.last))}</p>;
};

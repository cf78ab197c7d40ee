import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { ReactNode } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Check } from '#ui/Check.tsx';
import { Choices } from '#ui/Choices.tsx';
import { ChooseColumns } from '#ui/ChooseColumns.tsx';
import { Filters } from '#ui/Filters.tsx';
import { useKept } from '#ui/kept.ts';
import { List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { SearchField } from '#ui/SearchField.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Views } from '#ui/Views.tsx';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { register } from '../register/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { Card, firstColumns, hrefOf, useColumns } from './columns.tsx';

type Show = 'open' | 'all' | 'late' | 'done';
interface Chosen { show: Show; q: string; handling?: string; urgency?: string; from?: string; to?: string; major?: boolean }

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
      <FilterLine filters={filters} onChange={(next) => keep({ filters: next, columns })} />
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

const queryOf = ({ show, q, handling, urgency, from, to, major }: Chosen): Record<string, string> => ({
  ...(show === 'open' && { open: 'true' }), ...(show === 'done' && { open: 'false' }), ...(show === 'late' && { late: 'true' }),
  ...(q && { q }), ...(handling && { handling }), ...(urgency && { urgency }), ...(from && { from }), ...(to && { to }), ...(major && { major: 'true' }),
});

type Page = Answer<typeof register.list>;

const useLines = (query: Record<string, string>) =>
  useInfiniteQuery({
    queryKey: ['incoming', 'list', query],
    queryFn: ({ pageParam }) => api.list({ query: { ...query, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

const FilterLine = ({ filters, onChange }: { filters: Chosen; onChange: (filters: Chosen) => void }) => {
  const { labels, states, handlings, urgencies } = useIncomingWords();
  const change = (next: Partial<Chosen>) => onChange({ ...filters, ...next });
  const day = (name: 'from' | 'to') => (
    <DatePicker aria-label={labels[name]} placeholder={labels[name]} value={filters[name] ? dayjs(filters[name]) : null} onChange={(value) => change({ [name]: value?.format('YYYY-MM-DD') } as Partial<Chosen>)} />
  );
  return (
    <Filters set={[filters.handling, filters.urgency, filters.from, filters.to, filters.major, filters.q].filter(Boolean).length} first={<Choices<Show> label={labels.state} value={filters.show} onChange={(show) => change({ show })} options={[['open', labels.open], ['late', labels.late], ['done', states.done], ['all', labels.all]]} />}>
      <Select aria-label={labels.handling} placeholder={labels.handling} allowClear style={{ width: 110 }} value={filters.handling} onChange={(handling) => change({ handling })} options={Object.entries(handlings).map(([value, label]) => ({ value, label }))} />
      <Select aria-label={labels.urgency} placeholder={labels.urgency} allowClear style={{ width: 120 }} value={filters.urgency} onChange={(urgency) => change({ urgency })} options={urgencies.map((label, value) => ({ value: String(value), label }))} />
      {day('from')}
      {day('to')}
      <Check checked={filters.major ?? false} onChange={(major) => change({ major })}>{labels.major}</Check>
      <SearchField label={labels.searchBook} value={filters.q} onSearch={(q) => change({ q })} />
    </Filters>
  );
};

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { ChooseColumns } from './ChooseColumns.tsx';
import { useKept } from './kept.ts';
import { type Column, List, type Sorted } from './List.tsx';
import { Loaded, Nothing } from './Loaded.tsx';
import { Menu } from './Menu.tsx';
import { PaperLink } from './Papers.tsx';
import { Views } from './Views.tsx';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

type Query = Record<string, string>;

interface Props<Row, Filters> {
  /** The module: what changes it is read again for, and under what name columns and views are kept. */
  name: string;
  words: { book: string; empty: string; emptyFiltered: string };
  api: { list: (request: { query: never }) => Promise<{ documents: readonly Row[]; next: string | null }>; book: { url: (request: { query: never }) => string } };
  columns: readonly Column<Row>[];
  firstColumns: readonly string[];
  firstFilters: Filters;
  queryOf: (filters: Filters) => Query;
  /** What is seen may be printed and exported. */
  prints: boolean;
  /** The page on which a new line of the book begins, and its verb; undefined for who may not. */
  begin: readonly [to: string, verb: string] | undefined;
  /** The books beside this one. */
  beside: ReactNode;
  BookFilters: ComponentType<{ filters: Filters; onChange: (filters: Filters) => void }>;
  below?: (query: Query) => ReactNode;
  hrefOf: (row: Row) => string;
  Card: ComponentType<{ line: Row }>;
}

interface Kept<Filters> {
  filters: Filters;
  columns: string[];
  sorted?: Sorted;
}

/** A register: the columns of the paper book, a line of plain choices, what is seen is what is printed. */
export const Book = <Row extends { id: string }, Filters>({ name, words, api, columns, firstColumns, firstFilters, queryOf, prints, begin, beside, BookFilters, below, hrefOf, Card }: Props<Row, Filters>) => {
  const { labels } = useWords({ zh, en });
  const [{ filters, columns: chosen, sorted }, keep] = useKept<Kept<Filters>>(name, { filters: firstFilters, columns: [...firstColumns] });
  const query = queryOf(filters);
  const found = useLines(name, { ...query, ...(sorted && { sort: sorted.by, ...(sorted.reverse && { reverse: 'true' }) }) }, api.list);
  const paper = (as: 'pdf' | 'xlsx') => api.book.url({ query: { ...query, as } as never });
  const sort = (next: Sorted) => keep({ filters, columns: chosen, sorted: next });
  return (
    <div className="stack">
      <div className="spread">
        <h1>{words.book}</h1>
        <div className="row no-print">
          <Views name={name} now={{ filters, columns: chosen, ...(sorted && { sorted }) }} onChoose={keep} />
          <ChooseColumns columns={columns} chosen={chosen} onChange={(next) => keep({ filters, columns: next, ...(sorted && { sorted }) })} />
          {prints && <Menu label={labels.printExport}><PaperLink href={paper('pdf')} name={words.book}>{labels.exportPdf}</PaperLink><a href={paper('xlsx')}>{labels.exportXlsx}</a></Menu>}
          {begin && <Link to={begin[0]} className="main-act">{begin[1]}</Link>}
        </div>
      </div>
      {beside}
      <BookFilters filters={filters} onChange={(next) => keep({ filters: next, columns: chosen, ...(sorted && { sorted }) })} />
      {below?.(query)}
      <SortOnPhone columns={columns} sorted={sorted} onSort={sort} />
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.documents);
          if (!rows.length) return <Nothing>{Object.keys(query).length ? words.emptyFiltered : words.empty}</Nothing>;
          return <List columns={columns.filter((column) => chosen.includes(column.name))} rows={rows} hrefOf={hrefOf} card={(line) => <Card line={line} />} {...(sorted && { sorted })} onSort={sort} />;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{labels.more}</Button></div>}
    </div>
  );
};

/** Where the lines are cards there is no head to press. */
const SortOnPhone = <Row,>({ columns, sorted, onSort }: { columns: readonly Column<Row>[]; sorted: Sorted | undefined; onSort: (sorted: Sorted) => void }) => {
  const { labels } = useWords({ zh, en });
  const options = columns.flatMap(({ sort, title }) => (sort ? [{ value: sort, label: `${labels.sortBy}${title}` }] : []));
  if (!options.length) return null;
  return <div className="phone-only no-print"><Select aria-label={labels.sortBy} value={sorted?.by ?? options[0]!.value} onChange={(by: string) => onSort({ by, reverse: false })} options={options} style={{ width: '100%' }} /></div>;
};

const useLines = <Row,>(name: string, query: Query, list: Props<Row, unknown>['api']['list']) =>
  useInfiniteQuery({
    queryKey: [name, 'list', query],
    queryFn: ({ pageParam }) => list({ query: { ...query, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
  });

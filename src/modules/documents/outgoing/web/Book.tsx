import { useMay } from '#mechanisms/access/web/me.ts';
import { Book as Register } from '#ui/Book.tsx';
import type { Line } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { BookFilters, type Chosen, queryOf } from './BookFilters.tsx';
import { Books } from './Books.tsx';
import { Card, firstColumns, hrefOf, useColumns } from './columns.tsx';

/** 发文登记簿. */
export const Book = () => {
  const { labels } = useOutgoingWords();
  const may = useMay();
  return (
    <Register<Line, Chosen>
      name="outgoing" words={{ book: labels.book, empty: labels.empty, emptyFiltered: labels.emptyFiltered }} api={api} columns={useColumns()} firstColumns={firstColumns} firstFilters={{ show: 'all', q: '' }} queryOf={queryOf}
      prints={may('outgoing.read_all')} begin={may('outgoing.draft') ? ['/outgoing/new', labels.draft] : undefined} beside={<Books />} BookFilters={BookFilters} hrefOf={hrefOf} Card={Card}
    />
  );
};

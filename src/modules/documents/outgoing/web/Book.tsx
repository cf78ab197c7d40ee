import { Link } from '@tanstack/react-router';
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
      name="outgoing"
      title={labels.book}
      columns={useColumns()}
      firstColumns={firstColumns}
      firstFilters={{ show: 'all', q: '' }}
      queryOf={queryOf}
      list={(query) => api.list({ query: query as never }).then(({ documents, next }) => ({ rows: documents, next }))}
      paper={may('outgoing.read_all') ? (query) => api.book.url({ query: query as never }) : undefined}
      begin={may('outgoing.draft') && <Link to={'/outgoing/new' as string} className="main-act">{labels.draft}</Link>}
      beside={<Books />}
      filters={(filters, onChange) => <BookFilters filters={filters} onChange={onChange} />}
      hrefOf={hrefOf}
      card={(line) => <Card line={line} />}
      empty={labels.empty}
      emptyFiltered={labels.emptyFiltered}
    />
  );
};

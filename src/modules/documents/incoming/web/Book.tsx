import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import { Book as Register } from '#ui/Book.tsx';
import type { Line } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { BookFilters, type Chosen, queryOf } from './BookFilters.tsx';
import { Books } from './Books.tsx';
import { Card, firstColumns, hrefOf, useColumns } from './columns.tsx';
import './incoming.css';

/** 收文登记簿. */
export const Book = () => {
  const { labels } = useIncomingWords();
  const may = useMay();
  return (
    <Register<Line, Chosen>
      name="incoming"
      title={labels.book}
      columns={useColumns()}
      firstColumns={firstColumns}
      firstFilters={{ show: 'open', q: '' }}
      queryOf={queryOf}
      list={(query) => api.list({ query: query as never }).then(({ documents, next }) => ({ rows: documents, next }))}
      paper={(query) => api.book.url({ query: query as never })}
      begin={may('incoming.register') && <Link to="/incoming/new" className="main-act">{labels.intake}</Link>}
      beside={<Books />}
      filters={(filters, onChange) => <BookFilters filters={filters} onChange={onChange} />}
      below={({ year }) => year && <Gaps year={Number(year)} />}
      hrefOf={hrefOf}
      card={(line) => <Card line={line} />}
      empty={labels.empty}
      emptyFiltered={labels.emptyFiltered}
    />
  );
};

/** 编号核对: the numbers of the year run without a gap, or it is said which are missing. */
const Gaps = ({ year }: { year: number }) => {
  const { labels } = useIncomingWords();
  const may = useMay();
  const { data } = useQuery({ ...api.gaps.asQuery({ query: { year } }), enabled: may('incoming.read_all') });
  if (!data?.last) return null;
  return <p className={data.missing.length ? 'late' : 'quiet'}>{labels.gaps}：{data.missing.length ? `${labels.missingNumbers} ${data.missing.join('、')}` : labels.noGapsUpTo.replace('{last}', String(data.last))}</p>;
};

import { useQuery } from '@tanstack/react-query';
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
      name="incoming" words={{ book: labels.book, empty: labels.empty, emptyFiltered: labels.emptyFiltered }} api={api} columns={useColumns()} firstColumns={firstColumns} firstFilters={{ show: 'open', q: '' }} queryOf={queryOf}
      prints begin={may('incoming.register') ? ['/incoming/new', labels.intake] : undefined} beside={<Books />} BookFilters={BookFilters} below={({ year }) => year && <Gaps year={Number(year)} />} hrefOf={hrefOf} Card={Card}
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

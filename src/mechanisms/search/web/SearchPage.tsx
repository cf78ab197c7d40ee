import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { client } from '#platform/client.ts';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { type Found, search } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

const api = client('search', search);

type Page = Answer<typeof search.find>;

/** What each kind of record is called. */
type Kinds = Readonly<Record<string, string>>;

interface Filters {
  from?: string;
  to?: string;
  sender?: string;
  departmentId?: string;
  open?: 'true' | 'false';
}

/** One search over everything the person may see; what was looked for is marked, also inside attachments. */
export const SearchPage = ({ kinds }: { kinds: Kinds }) => {
  const { labels } = useWords({ zh, en });
  const navigate = useNavigate();
  const q = useRouterState({ select: ({ location }) => String((location.search as { q?: unknown }).q ?? '') });
  const [filters, setFilters] = useState<Filters>({});
  const query = { q, ...filters };
  const found = useInfiniteQuery({
    queryKey: ['search', query],
    queryFn: ({ pageParam }) => api.find({ query: { ...query, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
    enabled: q.trim() !== '',
  });
  const narrow = (name: keyof Filters, value: string | undefined) => setFilters(({ [name]: _, ...others }) => ({ ...others, ...(value && { [name]: value }) }));
  const day = (name: 'from' | 'to') => <DatePicker aria-label={labels[name]} placeholder={labels[name]} value={filters[name] ? dayjs(filters[name]) : null} onChange={(at) => narrow(name, at?.format('YYYY-MM-DD'))} />;
  return (
    <div className="stack">
      <h1>{labels.search}</h1>
      <div className="row">
        <Input.Search key={q} maxLength={200} aria-label={labels.ask} placeholder={labels.ask} defaultValue={q} autoFocus allowClear enterButton={labels.search} onSearch={(next) => navigate({ to: '/search', search: { q: next } as never })} style={{ maxWidth: 520 }} />
        {day('from')}
        {day('to')}
        <Input aria-label={labels.sender} placeholder={labels.sender} allowClear onBlur={(event) => narrow('sender', event.target.value)} onPressEnter={(event) => narrow('sender', event.currentTarget.value)} style={{ width: 180 }} />
        <Department value={filters.departmentId} onChange={(id) => narrow('departmentId', id)} />
        <Choices label={labels.state} value={filters.open ?? ''} options={[['', labels.anyState], ['true', labels.open], ['false', labels.ended]]} onChange={(open) => narrow('open', open)} />
      </div>
      {!q.trim() ? <Nothing>{labels.start}</Nothing> : (
        <Loaded asked={found}>
          {({ pages }) => (
            <>
              {pages[0]!.count !== null && pages[0]!.results.length > 0 && <p className="quiet" role="status">{labels.counted[pages[0]!.counted]} {pages[0]!.count} {labels.results}</p>}
              {pages[0]!.results.length ? <ol className="lines card">{pages.flatMap(({ results }) => results).map((one) => <OneFound key={one.recordId} found={one} kinds={kinds} />)}</ol> : <Nothing>{labels.nothing}</Nothing>}
            </>
          )}
        </Loaded>
      )}
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{labels.more}</Button></div>}
    </div>
  );
};

const Department = ({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) => {
  const { labels } = useWords({ zh, en });
  const { data } = useQuery({ ...organisation.departments.asQuery({}), staleTime: 60_000 });
  return <div style={{ width: 180 }}><PersonSelect label={labels.department} placeholder={labels.department} value={value} onChange={onChange} options={data?.departments ?? []} /></div>;
};

const Marked = ({ segments }: { segments: Found['title'] }) => <>{segments.map(({ text, hit }, i) => (hit ? <mark key={`${i}-${text}`}>{text}</mark> : text))}</>;

const OneFound = ({ found, kinds }: { found: Found; kinds: Kinds }) => {
  const { labels } = useWords({ zh, en });
  return (
    <li>
      <Link to={`/records/${found.recordId}`}>{found.title.length ? <Marked segments={found.title} /> : found.number}</Link>
      <br />
      <small className="quiet">{kinds[found.kind]}　<span className="number">{found.number}</span>　<Marked segments={found.sender} />　<When at={found.at} /></small>
      {found.text.length > 0 && <p className="opinion"><Marked segments={found.text} /></p>}
      {found.attachments.map((file) => <p key={file.fileId} className="opinion"><span className="quiet">{labels.inAttachment} <Marked segments={file.name} />：</span><Marked segments={file.text} /></p>)}
    </li>
  );
};

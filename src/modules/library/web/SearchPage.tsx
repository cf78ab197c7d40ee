import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Filters } from '#ui/Filters.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { When } from '#ui/When.tsx';
import { type finding as contract, type Found, types } from '../finding/contract.ts';
import { api, useLibraryWords } from './api.ts';
import { Crumbs } from './Crumbs.tsx';
import { People } from './Grant.tsx';
import { kindText, sizeText } from './shown.tsx';
import './library.css';

type Page = Answer<typeof contract.search>;

interface Wanted {
  type?: (typeof types)[number];
  personId?: string;
  tag?: string;
  from?: string;
  to?: string;
}

/** EDM-1: files by their words, narrowed by folder, tag, type, person and day. */
export const SearchPage = () => {
  const { labels, fileTypes } = useLibraryWords();
  const navigate = useNavigate();
  const { q = '', in: folderId } = useRouterState({ select: ({ location }) => location.search as { q?: string; in?: string } });
  const [wanted, setWanted] = useState<Wanted>({});
  const query = { q, ...wanted, ...(folderId && { folderId }) };
  const found = useInfiniteQuery({ queryKey: ['library', 'search', query], queryFn: ({ pageParam }) => api.search({ query: { ...query, ...(pageParam && { after: pageParam }) } }), initialPageParam: '', getNextPageParam: (last: Page) => last.next ?? undefined, enabled: q !== '' || Object.keys(wanted).length > 0 });
  const narrow = (name: keyof Wanted, value: string | undefined) => setWanted(({ [name]: _, ...others }) => ({ ...others, ...(value && { [name]: value }) }));
  const day = (name: 'from' | 'to') => <DatePicker aria-label={labels[name]} placeholder={labels[name]} value={wanted[name] ? dayjs(wanted[name]) : null} onChange={(at) => narrow(name, at?.format('YYYY-MM-DD'))} />;
  const find = (next: object) => void navigate({ to: '/library/search', search: next as never });
  return (
    <div className="stack">
      <div className="stack tight"><Crumbs path={[]} /><h1>{labels.search}</h1></div>
      <div className="row"><SearchField label={labels.searchAll} value={q} onSearch={(next) => find({ q: next, ...(folderId && { in: folderId }) })} />{folderId && <Within folderId={folderId} onClear={() => find({ q })} />}</div>
      <Filters first={<Choices label={labels.type} value={wanted.type ?? ''} onChange={(type) => narrow('type', type)} options={[['', labels.allTypes], ...types.map((type) => [type, fileTypes[type]] as const)]} />} set={Object.keys(wanted).filter((name) => name !== 'type').length}>
        <People value={wanted.personId} onChange={(id) => narrow('personId', id)} />
        <Input aria-label={labels.tags} placeholder={labels.tags} allowClear style={{ width: 140 }} onBlur={({ target }) => narrow('tag', target.value.trim())} onPressEnter={({ currentTarget }) => narrow('tag', currentTarget.value.trim())} />
        {day('from')}{day('to')}
      </Filters>
      {!found.isEnabled ? <Nothing>{labels.searchStart}</Nothing> : <Loaded asked={found}>{({ pages }) => <Results pages={pages} />}</Loaded>}
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{labels.more}</Button></div>}
    </div>
  );
};

const Within = ({ folderId, onClear }: { folderId: string; onClear: () => void }) => {
  const { labels } = useLibraryWords();
  const { data } = useQuery(api.folder.asQuery({ params: { itemId: folderId }, query: { most: 1 } }));
  return data ? <button type="button" className="plain" onClick={onClear}>{labels.within.replace('{name}', data.folder.name)}　×</button> : null;
};

const Results = ({ pages }: { pages: readonly Page[] }) => {
  const { labels } = useLibraryWords();
  const results = pages.flatMap((page) => page.results);
  if (!results.length) return <Nothing>{labels.foundNothing}</Nothing>;
  const [{ count, counted }] = pages as [Page];
  return (
    <>
      {count !== null && <p className="quiet" role="status">{(counted === 'exactly' ? labels.found : labels.foundMany).replace('{n}', String(count))}</p>}
      <ol className="lines card">{results.map((one) => <OneFound key={one.id} found={one} />)}</ol>
    </>
  );
};

const Marked = ({ segments }: { segments: Found['name'] }) => <>{segments.map(({ text, hit }, i) => (hit ? <mark key={`${i}-${text}`}>{text}</mark> : text))}</>;

const OneFound = ({ found }: { found: Found }) => (
  <li>
    <span className="item-kind" aria-hidden="true">{kindText(found.name.map(({ text }) => text).join(''))}</span>
    <Link to={`/records/${found.id}`}><Marked segments={found.name} /></Link>
    {found.tags.map((tag) => <small key={tag} className="tag">{tag}</small>)}
    <br />
    <small className="quiet">{found.folder && <><Link to={`/library/${found.folder.id}` as string}>{found.folder.name}</Link>　</>}{sizeText(found.size)}　{found.changedBy?.name}　<When at={found.changedAt} /></small>
    {found.text.length > 0 && <p className="opinion"><Marked segments={found.text} /></p>}
  </li>
);

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import type { Answer } from '#platform/contract.ts';
import { Filters } from '#ui/Filters.tsx';
import { List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { audit } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Details } from './Details.tsx';
import { Verification } from './Verification.tsx';

interface Asked {
  actorId?: string | undefined;
  onBehalfOf?: string | undefined;
  action?: string | undefined;
  number?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}
type Page = Answer<typeof audit.list>;
type Entry = Page['entries'][number];
type Acts = Readonly<Record<string, string>>;

/** Every write, newest first, and whether the chain of them is whole; the acts of modules in their own words. */
export const AuditTrail = ({ acts }: { acts: Acts }) => {
  const { labels, acts: own } = useWords({ zh, en });
  const known = { ...own, ...acts };
  const [filters, setFilters] = useState<Asked>({});
  const columns = useColumns(acts);
  const found = useInfiniteQuery({
    queryKey: ['audit', 'list', filters],
    queryFn: ({ pageParam }) => api.list({ query: { ...filters, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.audit}</h1><a className="plain" href={api.table.url({ query: filters })}>{labels.export}</a></div>
      <Verification acts={known} />
      <FilterLine filters={filters} acts={known} onChange={(next) => setFilters({ ...filters, ...next })} />
      <Loaded asked={found}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length ? <List columns={columns} rows={entries} card={(entry) => <Card entry={entry} acts={acts} />} /> : <Nothing>{labels.nothing}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{labels.more}</Button></div>}
    </div>
  );
};

const FilterLine = ({ filters, acts, onChange }: { filters: Asked; acts: Acts; onChange: (next: Asked) => void }) => {
  const { labels } = useWords({ zh, en });
  const { data } = useQuery(organisation.directory.asQuery({ query: {} }));
  const people = (data?.people ?? []).map(({ id, name, department }) => ({ id, name, hint: department }));
  const day = (name: 'from' | 'to', edge: (at: Dayjs) => Dayjs) => <DatePicker aria-label={labels[name]} placeholder={labels[name]} onChange={(at) => onChange({ [name]: at ? edge(at).toISOString() : undefined })} />;
  return (
    <Filters set={[filters.onBehalfOf, filters.action, filters.number, filters.from, filters.to].filter(Boolean).length} first={<div style={{ width: 200 }}><PersonSelect label={labels.actor} placeholder={labels.anybody} onChange={(actorId?: string) => onChange({ actorId })} options={people} /></div>}>
      <div style={{ width: 160 }}><PersonSelect label={labels.forWhom} placeholder={labels.forWhom} value={filters.onBehalfOf} onChange={(onBehalfOf?: string) => onChange({ onBehalfOf })} options={people} /></div>
      <div style={{ width: 200 }}><PersonSelect label={labels.action} placeholder={labels.anything} value={filters.action} onChange={(action?: string) => onChange({ action })} options={Object.entries(acts).map(([id, name]) => ({ id, name }))} /></div>
      <SearchField label={labels.number} value={filters.number ?? ''} onSearch={(number) => onChange({ number: number || undefined })} />
      {day('from', (at) => at.startOf('day'))}
      {day('to', (at) => at.add(1, 'day').startOf('day'))}
    </Filters>
  );
};

const useColumns = (acts: Acts) => {
  const { labels } = useWords({ zh, en });
  return [
    { name: 'at', title: labels.at, cell: ({ at }: Entry) => <When at={at} /> },
    { name: 'actor', title: labels.actor, cell: (entry: Entry) => <Who entry={entry} /> },
    { name: 'action', title: labels.action, least: '13em', cell: (entry: Entry) => <Act entry={entry} acts={acts} /> },
    { name: 'number', title: labels.number, cell: ({ number }: Entry) => <span className="number">{number}</span> },
    { name: 'input', title: labels.input, grow: true, cell: ({ input }: Entry) => <Details input={input} /> },
    { name: 'address', title: labels.address, cell: ({ address }: Entry) => <span className="number">{address}</span> },
    { name: 'state', title: labels.state, cell: (entry: Entry) => <Sealed entry={entry} /> },
  ];
};

/** Who did it, and for whom. */
const Who = ({ entry: { actor, forWhom } }: { entry: Entry }) => {
  const { labels } = useWords({ zh, en });
  return <span className="number">{forWhom ? labels.whoForWhom.replace('{who}', actor).replace('{whom}', forWhom) : actor || labels.nobody}</span>;
};

/** What was done in words and in code; a refusal with its reasons. */
const Act = ({ entry, acts }: { entry: Entry; acts: Acts }) => {
  const words = useWords({ zh, en });
  const [name = '', why] = entry.action.split(': ');
  const word = acts[name] ?? words.acts[name];
  return <>{word && <>{word}{why && <strong className="soon">　{words.labels.refused}</strong>}<br /></>}<small className="quiet wrap">{entry.action.replaceAll(': ', ' ')}</small></>;
};

const Card = ({ entry, acts }: { entry: Entry; acts: Acts }) => (
  <>
    <div className="spread"><strong><Who entry={entry} /></strong><Sealed entry={entry} /></div>
    <Act entry={entry} acts={acts} />
    <Details input={entry.input} />
    <div className="quiet"><When at={entry.at} />　{entry.number && <span className="number">{entry.number}　</span>}<span className="number">{entry.address}</span></div>
  </>
);

const Sealed = ({ entry }: { entry: Entry }) => {
  const { labels } = useWords({ zh, en });
  return <State tone={entry.sealed ? 'done' : 'wait'}>{entry.sealed ? labels.sealed : labels.waiting}</State>;
};

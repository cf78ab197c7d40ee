import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, DatePicker, Dropdown, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { register } from '../register/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { BookTable, type ColumnName, columnNames } from './BookTable.tsx';
import { DocumentState, Marks, useTitle } from './shown.tsx';

type Show = 'open' | 'all' | 'late' | 'done';
interface Filters { show: Show; q: string; handling?: string; urgency?: string; from?: string; to?: string; major?: boolean }

const kept = 'zongban.book';
const read = (): { filters: Filters; columns: ColumnName[] } => JSON.parse(localStorage.getItem(kept) ?? 'null') ?? { filters: { show: 'open', q: '' }, columns: [...columnNames] };

/** 收文登记簿: the columns of the paper book, a line of plain choices, what is seen is what is printed. */
export const Book = () => {
  const { labels } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const may = useMay();
  const [{ filters, columns }, set] = useState(read);
  const keep = (next: Partial<{ filters: Filters; columns: ColumnName[] }>) => {
    const all = { filters, columns, ...next };
    localStorage.setItem(kept, JSON.stringify(all));
    set(all);
  };
  const query = queryOf(filters);
  const found = useLines(query);
  const filtered = filters.show !== 'all' || Object.keys(query).length > 0;
  return (
    <div className="stack">
      <div className="spread">
        <h1>{labels.book}</h1>
        <div className="row no-print">
          {may('incoming.register') && <Link to="/incoming/new"><Button type="primary" tabIndex={-1}>{labels.intake}</Button></Link>}
          <Dropdown menu={{ items: columnNames.map((name) => ({ key: name, label: <Checkbox checked={columns.includes(name)} onChange={() => keep({ columns: columnNames.filter((other) => (other === name ? !columns.includes(name) : columns.includes(other))) })}>{labels[name]}</Checkbox> })) }} trigger={['click']}><Button>{ui.labels.columns}</Button></Dropdown>
          <a href={api.book.url({ query: { ...query, as: 'pdf' } as never })} target="_blank" rel="noreferrer">{labels.exportPdf}</a>
          <a href={api.book.url({ query: { ...query, as: 'xlsx' } as never })}>{labels.exportXlsx}</a>
        </div>
      </div>
      <FilterLine filters={filters} onChange={(next) => keep({ filters: next })} />
      <Loaded asked={found}>
        {({ pages }) => {
          const lines = pages.flatMap(({ documents }) => documents);
          return lines.length ? <><BookTable lines={lines} columns={columns} /><Cards lines={lines} /></> : <Nothing>{filtered ? labels.emptyFiltered : labels.empty}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const queryOf = ({ show, q, handling, urgency, from, to, major }: Filters): Record<string, string> => ({
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

const FilterLine = ({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) => {
  const { labels, states, handlings, urgencies } = useIncomingWords();
  const change = (next: Partial<Filters>) => onChange({ ...filters, ...next });
  const day = (name: 'from' | 'to') => (
    <DatePicker aria-label={labels[name]} placeholder={labels[name]} value={filters[name] ? dayjs(filters[name]) : null} onChange={(value) => change({ [name]: value?.format('YYYY-MM-DD') } as Partial<Filters>)} />
  );
  return (
    <div className="row no-print">
      <Choices<Show> label={labels.state} value={filters.show} onChange={(show) => change({ show })} options={[['open', labels.open], ['late', labels.late], ['done', states.done], ['all', labels.all]]} />
      <Select aria-label={labels.handling} placeholder={labels.handling} allowClear style={{ width: 110 }} value={filters.handling} onChange={(handling) => change({ handling })} options={Object.entries(handlings).map(([value, label]) => ({ value, label }))} />
      <Select aria-label={labels.urgency} placeholder={labels.urgency} allowClear style={{ width: 120 }} value={filters.urgency} onChange={(urgency) => change({ urgency })} options={urgencies.map((label, value) => ({ value: String(value), label }))} />
      {day('from')}
      {day('to')}
      <Checkbox checked={filters.major ?? false} onChange={(event) => change({ major: event.target.checked })}>{labels.major}</Checkbox>
      <Input.Search aria-label={labels.searchBook} placeholder={labels.searchBook} defaultValue={filters.q} allowClear onSearch={(q) => change({ q })} style={{ width: 240 }} />
    </div>
  );
};

const Cards = ({ lines }: { lines: Page['documents'] }) => {
  const titleOf = useTitle();
  const navigate = useNavigate();
  return (
    <ul className="cards">
      {lines.map((line) => (
        <li key={line.id} onClick={() => navigate({ to: `/records/${line.id}` })}>
          <div className="spread"><span className="number">{line.number}</span><DocumentState line={line} /></div>
          <Link to={`/records/${line.id}`}><Marks line={line} />{titleOf(line)}</Link>
          <div className="quiet">{line.sender}　<When at={line.receivedAt} />　{line.lead}</div>
        </li>
      ))}
    </ul>
  );
};

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Filters } from '#ui/Filters.tsx';
import { useKept } from '#ui/kept.ts';
import { List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { catalogue } from '../catalogue/contract.ts';
import { type Retention, retentions } from '../nouns.ts';
import { api, useArchiveWords } from './api.ts';
import { Card, hrefOf, useColumns } from './columns.tsx';
import { Tabs } from './Tabs.tsx';

type Chosen = { q: string; retention: Retention | ''; year: number | null; departmentId: string | null };

/** 归档文件目录: every document that is kept, in the order of its number. */
export const Catalogue = () => {
  const { labels } = useArchiveWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const columns = useColumns();
  const [filters, keep] = useKept<Chosen>('archive', { q: '', retention: '', year: null, departmentId: null });
  const found = useLines(queryOf(filters));
  return (
    <div className="stack">
      <h1>{labels.catalogue}</h1>
      <Tabs />
      <CatalogueFilters filters={filters} onChange={keep} />
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (!rows.length) return <Nothing>{Object.keys(queryOf(filters)).length ? labels.noneFound : labels.emptyCatalogue}</Nothing>;
          return <List columns={columns} rows={rows} hrefOf={hrefOf} card={(line) => <Card line={line} />} />;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const queryOf = (chosen: Chosen): Record<string, string> => Object.fromEntries(Object.entries(chosen).filter(([, value]) => value).map(([name, value]) => [name, String(value)]));

const CatalogueFilters = ({ filters, onChange }: { filters: Chosen; onChange: (filters: Chosen) => void }) => {
  const { labels, retentions: named } = useArchiveWords();
  const departments = useDepartments();
  const change = (next: Partial<Chosen>) => onChange({ ...filters, ...next });
  return (
    <Filters set={[filters.q, filters.year, filters.departmentId].filter(Boolean).length} first={<Choices<Retention | ''> label={labels.retention} value={filters.retention} onChange={(retention) => change({ retention })} options={[['', labels.all], ...retentions.map((one) => [one, named[one]] as [Retention, string])]} />}>
      <SearchField label={labels.searchCatalogue} value={filters.q} onSearch={(q) => change({ q })} />
      <InputNumber aria-label={labels.year} placeholder={labels.year} min={1949} max={9999} value={filters.year} onChange={(year) => change({ year })} style={{ width: 96 }} />
      <Select aria-label={labels.department} placeholder={labels.department} allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: 140 }} value={filters.departmentId} onChange={(departmentId?: string | null) => change({ departmentId: departmentId ?? null })} options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
    </Filters>
  );
};

type Page = Answer<typeof catalogue.list>;

const useLines = (query: Record<string, string>) =>
  useInfiniteQuery({
    queryKey: ['archive', 'list', query],
    queryFn: ({ pageParam }) => api.list({ query: { ...query, ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Filters } from '#ui/Filters.tsx';
import { useKept } from '#ui/kept.ts';
import { List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Menu } from '#ui/Menu.tsx';
import { PaperLink } from '#ui/Papers.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { catalogue } from '../catalogue/contract.ts';
import { type Retention, retentions, sourceNames } from '../nouns.ts';
import { api, useArchiveWords } from './api.ts';
import { Card, hrefOf, useColumns } from './columns.tsx';
import { Tabs } from './Tabs.tsx';
import { useAsked } from './year.tsx';

type Chosen = { q: string; retention: Retention | ''; year: number | null; departmentId: string | null; source?: string | null };

const none: Chosen = { q: '', retention: '', year: null, departmentId: null, source: null };

/** 归档文件目录: every document that is kept, in the order of its number. */
export const Catalogue = () => {
  const { labels } = useArchiveWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const columns = useColumns();
  const asked = useAsked();
  const [kept, keep] = useKept<Chosen>('archive', none);
  // A figure that led here is shown as it was asked for, until one chooses something else.
  const [fromAddress, setFromAddress] = useState<Chosen | undefined>(asked.year ? { ...none, year: Number(asked.year), source: asked.source ?? null } : undefined);
  const filters = fromAddress ?? kept;
  const change = (next: Chosen) => (setFromAddress(undefined), keep(next));
  const found = useLines(queryOf(filters));
  return (
    <div className="stack">
      <div className="spread">
        <h1>{labels.catalogue}</h1>
        <div className="no-print">
          <Menu label={ui.labels.printExport}>
            <PaperLink href={api.catalogue.url({ query: queryOf(filters) as never })} name={labels.catalogue}>{labels.exportPdf}</PaperLink>
            <a href={api.catalogue.url({ query: { ...queryOf(filters), as: 'xlsx' } as never })}>{labels.exportXlsx}</a>
          </Menu>
        </div>
      </div>
      <Tabs />
      <CatalogueFilters filters={filters} onChange={change} />
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
  const { labels, retentions: named, sources } = useArchiveWords();
  const departments = useDepartments();
  const change = (next: Partial<Chosen>) => onChange({ ...filters, ...next });
  return (
    <Filters set={[filters.q, filters.year, filters.departmentId, filters.source].filter(Boolean).length} first={<Choices<Retention | ''> label={labels.retention} value={filters.retention} onChange={(retention) => change({ retention })} options={[['', labels.all], ...retentions.map((one) => [one, named[one]] as [Retention, string])]} />}>
      <SearchField label={labels.searchCatalogue} value={filters.q} onSearch={(q) => change({ q })} />
      <InputNumber aria-label={labels.year} placeholder={labels.year} min={1949} max={9999} value={filters.year} onChange={(year) => change({ year })} style={{ width: 96 }} />
      <Select aria-label={labels.department} placeholder={labels.department} allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: 140 }} value={filters.departmentId} onChange={(departmentId?: string | null) => change({ departmentId: departmentId ?? null })} options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
      <Select aria-label={labels.source} placeholder={labels.source} allowClear style={{ width: 96 }} value={filters.source} onChange={(source?: string | null) => change({ source: source ?? null })} options={sourceNames.map((value) => ({ value, label: sources[value] }))} />
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

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { destruction, Due } from '../destruction/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { hrefOf, Title } from './columns.tsx';
import { useDestructionWords } from './destructionWords.ts';
import { Judging } from './Judging.tsx';

interface Chosen {
  year: number | null;
  retention: 'D30' | 'D10' | '';
  departmentId: string | null;
}

/** 到期: chosen from, and judged. */
export const DueItems = ({ onMade }: { onMade: () => void }) => {
  const { labels } = useDestructionWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const may = useMay()('archive.manage');
  const [filters, setFilters] = useState<Chosen>({ year: null, retention: '', departmentId: null });
  const [chosen, setChosen] = useState<readonly Due[]>([]);
  const [judging, setJudging] = useState(false);
  const found = useDue(filters);
  const choose = (item: Due, yes: boolean) => setChosen(yes ? [...chosen, item] : chosen.filter(({ id }) => id !== item.id));
  const columns = useColumns({ may, chosen, choose });
  return (
    <>
      <p className="quiet">{labels.dueSay}</p>
      <Narrow filters={filters} onChange={setFilters} />
      {may && <div className="row no-print"><Button type="primary" disabled={chosen.length === 0} onClick={() => setJudging(true)}>{labels.make}</Button><span className="quiet">{labels.chosen.replace('{n}', String(chosen.length))}</span></div>}
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length ? <List columns={columns} rows={rows} card={(item) => <Card item={item} tick={may && <Tick item={item} chosen={chosen} choose={choose} />} />} /> : <Nothing>{labels.noDue}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
      {judging && <Judging items={chosen} onClose={() => setJudging(false)} onDone={() => (setChosen([]), onMade())} />}
    </>
  );
};

const Narrow = ({ filters, onChange }: { filters: Chosen; onChange: (filters: Chosen) => void }) => {
  const { labels, retentions } = useArchiveWords();
  const departments = useDepartments();
  return (
    <div className="row no-print">
      <InputNumber aria-label={labels.year} placeholder={labels.year} min={1949} max={9999} precision={0} value={filters.year} onChange={(year) => onChange({ ...filters, year: year && year >= 1949 ? year : null })} style={{ width: 96 }} />
      <Choices<Chosen['retention']> label={labels.retention} value={filters.retention} onChange={(retention) => onChange({ ...filters, retention })} options={[['', labels.all], ['D30', retentions.D30], ['D10', retentions.D10]]} />
      <Select aria-label={labels.department} placeholder={labels.department} allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: 140 }} value={filters.departmentId} onChange={(departmentId?: string | null) => onChange({ ...filters, departmentId: departmentId ?? null })} options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
    </div>
  );
};

interface Choosing {
  chosen: readonly Due[];
  choose: (item: Due, yes: boolean) => void;
}

const Tick = ({ item, chosen, choose }: Choosing & { item: Due }) => {
  const { labels } = useDestructionWords();
  return <Checkbox aria-label={labels.choose.replace('{number}', item.number)} disabled={item.whyNot.length > 0} checked={chosen.some(({ id }) => id === item.id)} onChange={({ target }) => choose(item, target.checked)} />;
};

const Why = ({ item }: { item: Due }) => {
  const { refusals } = useArchiveWords();
  return item.whyNot.length > 0 && <div className="quiet">{item.whyNot.map((code) => refusals[code as 'archive.in_use']).join('')}</div>;
};

const useColumns = ({ may, ...choosing }: Choosing & { may: boolean }): readonly Column<Due>[] => {
  const { labels } = useDestructionWords();
  const { labels: archive, retentions } = useArchiveWords();
  return [
    ...(may ? [{ name: 'choose', title: '', cell: (item: Due) => <Tick item={item} {...choosing} /> }] : []),
    { name: 'number', title: archive.number, cell: (item) => <span className="number">{item.number}</span> },
    { name: 'title', title: archive.title, grow: true, cell: (item) => <><RowLink to={hrefOf(item)}><Title line={item} /></RowLink><Why item={item} /></> },
    { name: 'department', title: archive.department, cell: (item) => item.department.name },
    { name: 'retention', title: archive.retention, cell: (item) => retentions[item.retention] },
    { name: 'ended', title: labels.endedWith, cell: (item) => item.dueAfter },
    { name: 'files', title: labels.files, cell: (item) => item.files },
  ];
};

const Card = ({ item, tick }: { item: Due; tick: React.ReactNode }) => {
  const { labels } = useDestructionWords();
  return <><div className="row">{tick}<span className="number quiet">{item.number}</span></div><RowLink to={hrefOf(item)}><Title line={item} /></RowLink><div className="quiet">{item.department.name}　{labels.endedWith} {item.dueAfter}</div><Why item={item} /></>;
};

type Page = Answer<typeof destruction.dueItems>;

const useDue = ({ year, retention, departmentId }: Chosen) => {
  const query = { ...(year && { year }), ...(retention && { retention }), ...(departmentId && { departmentId }) };
  return useInfiniteQuery({
    queryKey: ['archive', 'due', query],
    queryFn: ({ pageParam }) => api.dueItems({ query: { ...query, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
};

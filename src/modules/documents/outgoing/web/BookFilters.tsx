import { useDepartments } from '#mechanisms/organisation/web/fields.tsx';
import { Choices } from '#ui/Choices.tsx';
import { FilterChoice, FilterDay } from '#ui/FilterFields.tsx';
import { Filters } from '#ui/Filters.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { kinds } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';

type Show = 'all' | 'mine';
type Narrow = 'state' | 'kind' | 'route' | 'departmentId' | 'from' | 'to';
export type Chosen = { show: Show; q: string } & { [name in Narrow]?: string | undefined };

const narrow: readonly Narrow[] = ['state', 'kind', 'route', 'departmentId', 'from', 'to'];

export const queryOf = ({ show, q, ...chosen }: Chosen): Record<string, string> => ({
  ...(show === 'mine' && { mine: 'true' }), ...(q && { q }),
  ...Object.fromEntries(narrow.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : []))),
});

/** A line of plain choices above the book. */
export const BookFilters = ({ filters, onChange }: { filters: Chosen; onChange: (filters: Chosen) => void }) => {
  const { labels, states, routes } = useOutgoingWords();
  const departments = useDepartments();
  const change = (next: Partial<Chosen>) => onChange({ ...filters, ...next });
  const choice = (name: Narrow & keyof typeof labels, options: readonly (readonly [string, string])[]) => <FilterChoice label={labels[name]} value={filters[name]} onChange={(value) => change({ [name]: value })} options={options} />;
  const day = (name: 'from' | 'to') => <FilterDay label={labels[name]} value={filters[name]} onChange={(value) => change({ [name]: value })} width={128} />;
  return (
    <Filters set={[...narrow.map((name) => filters[name]), filters.q].filter(Boolean).length} first={<Choices<Show> label={labels.show} value={filters.show} onChange={(show) => change({ show })} options={[['all', labels.all], ['mine', labels.mine]]} />}>
      <SearchField label={labels.searchBook} value={filters.q} onSearch={(q) => change({ q })} />
      {choice('state', Object.entries(states))}
      {choice('kind', kinds.map((kind) => [kind, kind] as const))}
      {choice('route', Object.entries(routes))}
      <FilterChoice label={labels.department} value={filters.departmentId} onChange={(departmentId) => change({ departmentId })} options={departments.map(({ id, name }) => [id, name] as const)} width={128} />
      {day('from')}
      {day('to')}
    </Filters>
  );
};

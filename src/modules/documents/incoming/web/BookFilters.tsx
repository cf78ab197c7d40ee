import { Check } from '#ui/Check.tsx';
import { Choices } from '#ui/Choices.tsx';
import { FilterChoice, FilterDay } from '#ui/FilterFields.tsx';
import { Filters } from '#ui/Filters.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { useIncomingWords } from './api.ts';
import { useDepartments } from './fields.tsx';

type Show = 'open' | 'all' | 'late' | 'done';
type Narrow = 'year' | 'state' | 'handling' | 'urgency' | 'departmentId' | 'from' | 'to';
export type Chosen = { show: Show; q: string; major?: boolean } & { [name in Narrow]?: string | undefined };

const narrow: readonly Narrow[] = ['year', 'state', 'handling', 'urgency', 'departmentId', 'from', 'to'];

export const queryOf = ({ show, q, major, ...chosen }: Chosen): Record<string, string> => ({
  ...(show === 'open' && { open: 'true' }), ...(show === 'done' && { open: 'false' }), ...(show === 'late' && { late: 'true' }),
  ...(q && { q }), ...(major && { major: 'true' }),
  ...Object.fromEntries(narrow.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : []))),
});

const years = Array.from({ length: 10 }, (_, back) => String(new Date().getFullYear() - back));

/** A line of plain choices above the book. */
export const BookFilters = ({ filters, onChange }: { filters: Chosen; onChange: (filters: Chosen) => void }) => {
  const { labels, states, handlings, urgencies } = useIncomingWords();
  const departments = useDepartments();
  const change = (next: Partial<Chosen>) => onChange({ ...filters, ...next });
  const choice = (name: Narrow & keyof typeof labels, options: readonly (readonly [string, string])[], width: number, label: string = labels[name]) => <FilterChoice label={label} value={filters[name]} onChange={(value) => change({ [name]: value })} options={options} width={width} />;
  const day = (name: 'from' | 'to') => <FilterDay label={labels[name]} value={filters[name]} onChange={(value) => change({ [name]: value })} />;
  return (
    <Filters set={[...narrow.map((name) => filters[name]), filters.major, filters.q].filter(Boolean).length} first={<Choices<Show> label={labels.state} value={filters.show} onChange={(show) => change({ show })} options={[['open', labels.open], ['late', labels.late], ['done', states.done], ['all', labels.all]]} />}>
      <SearchField label={labels.searchBook} value={filters.q} onSearch={(q) => change({ q })} />
      {choice('year', years.map((year) => [year, year] as const), 84)}
      {choice('state', Object.entries(states), 108, labels.step)}
      {choice('handling', Object.entries(handlings), 104)}
      {choice('urgency', urgencies.map((label, value) => [String(value), label] as const), 104)}
      <FilterChoice label={labels.department} value={filters.departmentId} onChange={(departmentId) => change({ departmentId })} options={departments.map(({ id, name }) => [id, name] as const)} />
      {day('from')}
      {day('to')}
      <Check checked={filters.major ?? false} onChange={(major) => change({ major })}>{labels.major}</Check>
    </Filters>
  );
};

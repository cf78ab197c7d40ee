import { useQuery } from '@tanstack/react-query';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { Choices } from '#ui/Choices.tsx';
import { FilterChoice, FilterDay } from '#ui/FilterFields.tsx';
import { Filters } from '#ui/Filters.tsx';
import type { Filters as Asked } from '../bookings/contract.ts';
import { api, useRoomWords } from './api.ts';

type Show = Asked['show'];
type Narrow = 'roomId' | 'departmentId' | 'state' | 'from' | 'to';
export type Chosen = { show: Show } & { [name in Narrow]?: string | undefined };

const narrow: readonly Narrow[] = ['roomId', 'departmentId', 'state', 'from', 'to'];

export const queryOf = ({ show, ...chosen }: Chosen): Record<string, string> => ({ show, ...Object.fromEntries(narrow.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : []))) });

/** A line of plain choices above the book. */
export const BookingFilters = ({ filters, onChange }: { filters: Chosen; onChange: (filters: Chosen) => void }) => {
  const { labels, states } = useRoomWords();
  const rooms = useQuery({ ...api.choices.asQuery({}), staleTime: 60_000 }).data?.rooms ?? [];
  const departments = useQuery({ ...organisation.departments.asQuery({}), staleTime: 60_000 }).data?.departments ?? [];
  const change = (next: Partial<Chosen>) => onChange({ ...filters, ...next });
  const choice = (name: Narrow, label: string, options: readonly (readonly [string, string])[], width: number) => <FilterChoice label={label} value={filters[name]} onChange={(value) => change({ [name]: value })} options={options} width={width} />;
  const day = (name: 'from' | 'to', label: string) => <FilterDay label={label} value={filters[name]} onChange={(value) => change({ [name]: value })} width={130} />;
  return (
    <Filters set={narrow.filter((name) => filters[name]).length} first={<Choices<Show> label={labels.show} value={filters.show} onChange={(show) => change({ show })} options={[['mine', labels.mine], ['coming', labels.coming], ['all', labels.all]]} />}>
      {choice('roomId', labels.room, rooms.map(({ id, name }) => [id, name] as const), 160)}
      {choice('departmentId', labels.department, departments.map(({ id, name }) => [id, name] as const), 130)}
      {choice('state', labels.state, Object.entries(states), 110)}
      {day('from', labels.fromDay)}
      {day('to', labels.toDay)}
    </Filters>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Choices } from '#ui/Choices.tsx';
import { Filters } from '#ui/Filters.tsx';
import type { Class } from '../nouns.ts';
import { api, useRoomWords } from './api.ts';

export interface Narrowed {
  building?: string | undefined;
  class?: Class | undefined;
  seats?: number | undefined;
}

const sizes = [10, 20, 50, 100];

/** Which rooms are looked at: of a building, of a class, large enough. Plain lists: the board is a page that opens at once. */
export const BoardFilters = ({ day, narrowed }: { day: string; narrowed: Narrowed }) => {
  const { labels, classes } = useRoomWords();
  const go = useNavigate();
  const rooms = useQuery({ ...api.choices.asQuery({}), staleTime: 60_000 }).data?.rooms ?? [];
  const buildings = [...new Set(rooms.map(({ building }) => building))].filter(Boolean);
  const change = (next: Narrowed) => void go({ to: '/rooms', search: { day, ...narrowed, ...next } as never });
  return (
    <Filters set={[narrowed.building, narrowed.seats].filter(Boolean).length} first={<Choices<Class | ''> label={labels.class} value={narrowed.class ?? ''} onChange={(one) => change({ class: one || undefined })} options={[['', labels.all], ['ordinary', classes.ordinary], ['large', classes.large]]} />}>
      {buildings.length > 1 && <Plain label={labels.building} value={narrowed.building ?? ''} options={buildings.map((one) => [one, one] as const)} onChange={(building) => change({ building: building || undefined })} />}
      <Plain label={labels.atLeast} value={String(narrowed.seats ?? '')} options={sizes.map((size) => [String(size), labels.seats.replace('{n}', String(size))] as const)} onChange={(size) => change({ seats: Number(size) || undefined })} />
    </Filters>
  );
};

const Plain = ({ label, value, options, onChange }: { label: string; value: string; options: readonly (readonly [string, string])[]; onChange: (value: string) => void }) => (
  <select className="field board-day" aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
    <option value="">{label}</option>
    {options.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
  </select>
);

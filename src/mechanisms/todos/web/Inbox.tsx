import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Check } from '#ui/Check.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Filters } from '#ui/Filters.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { todos } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useChosen, type Together } from './chosen.ts';
import { Line } from './Line.tsx';

// Fetched where several lines can be done with together: everybody opens the inbox, every morning.
const DoTogether = lazy(async () => ({ default: (await import('./DoTogether.tsx')).DoTogether }));

type Box = 'act' | 'read' | 'done' | 'mine';

interface Props {
  /** What each kind of line asks for, in the words of its module. */
  asks: Readonly<Record<string, string>>;
  untitled: string;
  together: Together;
  /** Where on the page of the record each kind of line is answered. */
  places: Readonly<Record<string, string>>;
  /** Why one of several could not be done. */
  NotDone: ComponentType<{ codes: readonly string[] }>;
}

/** Everything that waits for me, ordered by which clock breaks first. */
export const Inbox = ({ asks, untitled, together, places, NotDone }: Props) => {
  const { labels } = useWords({ zh, en });
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [box, setBox] = useState<Box>('act');
  const [q, setQ] = useState('');
  const [late, setLate] = useState(false);
  const found = useTodos(box, { ...(q && { q }), ...(late && { late: true }) });
  const lines = found.data?.pages.flatMap((page) => page.todos) ?? [];
  const chosen = useChosen(box === 'act' || box === 'read' ? lines : [], together);
  const { data: counts } = useQuery({ ...api.counts.asQuery({}), refetchInterval: 60_000 });
  const titles: [Box, string][] = [['act', `${labels.act} ${counts?.act ?? ''}`], ['read', `${labels.read} ${counts?.read ?? ''}`], ['done', labels.done], ['mine', labels.mine]];
  return (
    <section className="stack" aria-label={labels.act}>
      <Filters set={Number(late) + Number(q !== '')} first={<Choices<Box> label={labels.act} value={box} onChange={setBox} options={titles} />}>
        {(box === 'act' || box === 'read') && <Check checked={late} onChange={setLate}>{labels.onlyLate} {counts?.late || ''}</Check>}
        <SearchField label={labels.search} value={q} onSearch={setQ} />
      </Filters>
      {(box === 'act' || box === 'read') && (chosen.can.length > 0 || chosen.result) && <Suspense fallback={null}><DoTogether chosen={chosen} box={box} untitled={untitled} /></Suspense>}
      <div className="card">
        <Loaded asked={found}>
          {() => (lines.length ? <ul className="lines">{lines.map((todo) => <Line key={todo.id} todo={todo} ask={asks[todo.what] ?? todo.what} untitled={untitled} place={places[todo.what]} failed={chosen.failed.get(todo.id)} NotDone={NotDone} mine={box === 'mine'} chosen={chosen.can.includes(todo.id) ? chosen.ids.has(todo.id) : undefined} onChoose={() => chosen.toggle(todo.id)} />)}</ul> : <Nothing>{labels.empty[box]}</Nothing>)}
        </Loaded>
        {found.hasNextPage && <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button>}
      </div>
    </section>
  );
};

type Page = Answer<typeof todos.list>;

const useTodos = (box: Box, filters: { q?: string; late?: boolean }) =>
  useInfiniteQuery({
    queryKey: ['todos', 'list', box, filters],
    queryFn: ({ pageParam }) => api.list({ query: { box, ...(filters.q && { q: filters.q }), ...(filters.late && { late: 'true' }), ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

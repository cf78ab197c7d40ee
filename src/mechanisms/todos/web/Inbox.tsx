import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Check } from '#ui/Check.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Filters } from '#ui/Filters.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { Left, When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Todo, todos } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

type Box = 'act' | 'read' | 'done' | 'mine';

interface Props {
  /** What each kind of line asks for, in the words of its module. */
  asks: Readonly<Record<string, string>>;
  untitled: string;
}

/** Everything that waits for me, ordered by which clock breaks first. */
export const Inbox = ({ asks, untitled }: Props) => {
  const { labels } = useWords({ zh, en });
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [box, setBox] = useState<Box>('act');
  const [q, setQ] = useState('');
  const [late, setLate] = useState(false);
  const found = useTodos(box, { ...(q && { q }), ...(late && { late: true }) });
  const { data: counts } = useQuery(api.counts.asQuery({}));
  const titles: [Box, string][] = [['act', `${labels.act} ${counts?.act ?? ''}`], ['read', `${labels.read} ${counts?.read ?? ''}`], ['done', labels.done], ['mine', labels.mine]];
  return (
    <section className="stack" aria-label={labels.act}>
      <Filters set={Number(late) + Number(q !== '')} first={<Choices<Box> label={labels.act} value={box} onChange={setBox} options={titles} />}>
        {(box === 'act' || box === 'read') && <Check checked={late} onChange={setLate}>{labels.onlyLate} {counts?.late || ''}</Check>}
        <SearchField label={labels.search} value={q} onSearch={setQ} />
      </Filters>
      <div className="card">
        <Loaded asked={found}>
          {({ pages }) => (pages[0]!.todos.length ? <ul className="lines">{pages.flatMap((page) => page.todos).map((todo) => <Line key={todo.id} todo={todo} ask={asks[todo.what] ?? todo.what} untitled={untitled} />)}</ul> : <Nothing>{labels.empty[box]}</Nothing>)}
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

const Line = ({ todo, ask, untitled }: { todo: Todo; ask: string; untitled: string }) => {
  const { labels } = useWords({ zh, en });
  const { record, why } = todo;
  return (
    <li className="todo">
      <strong>{ask}</strong>
      <span>
        <Link to={`/records/${record.id}`}>{record.title || untitled}</Link>
        <br />
        <small className="quiet"><span className="number">{record.number}</span>　{labels.from} {todo.from.name}　{why.as !== 'self' && `${labels.as[why.as]}${why.name}　`}<When at={todo.askedAt} /></small>
      </span>
      <span>{todo.withdrawn ? labels.withdrawn : todo.doneAt ? <When at={todo.doneAt} /> : <Left dueAt={todo.dueAt} />}</span>
    </li>
  );
};

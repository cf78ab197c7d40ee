import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { type Column, List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { items as contract } from '../items/contract.ts';
import { api, stale, useLibraryWords } from './api.ts';
import { Crumbs } from './Crumbs.tsx';
import { sizeText } from './shown.tsx';

type Page = Answer<typeof contract.trashed>;
type Trashed = Page['items'][number];

/** What lies in the trash, when it goes for good, and the way back. */
export const Trash = () => {
  const { labels, refusals } = useLibraryWords();
  const found = useInfiniteQuery({ queryKey: ['library', 'trash'], queryFn: ({ pageParam }) => api.trashed({ query: pageParam ? { after: pageParam } : {} }), initialPageParam: '', getNextPageParam: (last: Page) => last.next ?? undefined });
  const back = useAct((itemId: string, key) => api.untrash({ params: { itemId }, body: {} }, key), stale);
  const gone = useAct((itemId: string, key) => api.remove({ params: { itemId }, body: {} }, key), stale);
  const acts = (item: Trashed) => (
    <span className="row">
      <Button onClick={() => back.run(item.id)}>{labels.untrash}</Button>
      {item.mayRemove && <Confirm label={labels.remove} what={item.name} then={labels.removeSay} onYes={() => gone.run(item.id)} busy={gone.busy} />}
    </span>
  );
  const columns: Column<Trashed>[] = [
    { name: 'name', title: labels.name, grow: true, cell: (item) => <span className="wrap">{item.name}</span> },
    { name: 'from', title: labels.cameFrom, cell: (item) => <Link to={`/library/${item.from.id}` as string}>{item.from.name}</Link> },
    { name: 'size', title: labels.size, cell: (item) => <span className="number">{item.isFolder ? labels.folder : sizeText(item.size)}</span> },
    { name: 'trashed', title: labels.trashedAt, cell: (item) => <>{item.trashedBy.name}　<When at={item.trashedAt} /></> },
    { name: 'goes', title: labels.goesAt, cell: (item) => <When at={item.goesAt} /> },
    { name: 'acts', title: labels.acts, cell: acts },
  ];
  return (
    <div className="stack">
      <div className="stack tight"><Crumbs path={[]} /><h1>{labels.trashBin}</h1></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return <><p className="quiet">{labels.trashDays.replace('{n}', String(pages[0]!.days))}</p>{items.length ? <List columns={columns} rows={items} card={(item) => <><strong>{item.name}</strong><br /><small className="quiet">{item.from.name}　{item.trashedBy.name}　<When at={item.trashedAt} />　{labels.goesAt} <When at={item.goesAt} /></small>{acts(item)}</>} /> : <Nothing>{labels.trashEmpty}</Nothing>}</>;
        }}
      </Loaded>
      <Refusals codes={[...back.codes, ...gone.codes]} words={refusals} />
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{labels.more}</Button></div>}
    </div>
  );
};

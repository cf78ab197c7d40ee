import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { useKept } from '#ui/kept.ts';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import type { items as contract } from '../items/contract.ts';
import { api, useLibraryWords } from './api.ts';
import { Crumbs } from './Crumbs.tsx';
import { FolderActs } from './FolderActs.tsx';
import { Items } from './Items.tsx';
import { SearchLine } from './SearchLine.tsx';
import { Uploads } from './Uploads.tsx';
import './library.css';

export type FolderAnswer = Answer<typeof contract.folder>;

interface Order {
  sort: 'name' | 'changed' | 'size';
  down: boolean;
}

/** One folder: where it lies, what is in it, what is new in it, and what I can do here. */
export const FolderPage = () => {
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const [order, setOrder] = useKept<Order>('library.order', { sort: 'name', down: false });
  const [tag, setTag] = useState<string>();
  const asked = useInfiniteQuery({
    queryKey: ['library', 'folder', itemId, order, tag],
    queryFn: ({ pageParam }) => api.folder({ params: { itemId }, query: { sort: order.sort, ...(order.down && { down: 'true' }), ...(tag && { tag }), ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: FolderAnswer) => last.next ?? undefined,
    placeholderData: (before) => (before?.pages[0]?.folder.id === itemId ? before : undefined),
  });
  const since = useLook(itemId);
  const { labels } = useLibraryWords();
  return (
    <Loaded asked={asked}>
      {({ pages }) => {
        const [first] = pages as [FolderAnswer];
        const items = pages.flatMap((page) => page.items);
        const mayPut = first.whyNot['put']?.length === 0;
        return (
          <div className="stack" key={itemId}>
            <div className="stack tight">
              <Crumbs path={first.path} />
              <div className="spread"><h1>{first.folder.name}</h1><FolderActs answer={first} /></div>
            </div>
            {mayPut && <Uploads folderId={itemId} />}
            <div className="spread no-print">
              <span className="row">
                <Choices label={labels.sortBy} value={order.sort} onChange={(sort) => setOrder({ ...order, sort })} options={[['name', labels.byName], ['changed', labels.byChanged], ['size', labels.bySize]]} />
                <button type="button" className="plain" onClick={() => setOrder({ ...order, down: !order.down })}>{order.down ? labels.down : labels.up}</button>
              </span>
              <SearchLine folderId={itemId} />
            </div>
            <TagFilter tags={first.tags} value={tag} onChange={setTag} />
            {items.length ? <Items key={tag} items={items} since={since} /> : <Nothing>{mayPut ? labels.emptyFolder : labels.emptyForReading}</Nothing>}
            {asked.hasNextPage && <div><Button onClick={() => asked.fetchNextPage()} loading={asked.isFetchingNextPage}>{labels.more}</Button></div>}
          </div>
        );
      }}
    </Loaded>
  );
};

const TagFilter = ({ tags, value, onChange }: { tags: readonly string[]; value: string | undefined; onChange: (tag: string | undefined) => void }) => {
  const { labels } = useLibraryWords();
  if (!tags.length && !value) return null;
  return <div><Choices label={labels.tags} value={value ?? ''} onChange={(tag) => onChange(tag || undefined)} options={[['', labels.allTags], ...[...new Set([...tags, ...(value ? [value] : [])])].map((tag) => [tag, tag] as const)]} /></div>;
};

/** When I last looked here before now; looking is noted at once, so that the next time only what came since is new. */
const useLook = (itemId: string) => {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['look', itemId], queryFn: () => api.look({ params: { itemId }, body: {} }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false });
  useEffect(() => {
    if (data) void queries.invalidateQueries({ queryKey: ['library', 'changes'] });
  }, [data, queries]);
  return data?.before ?? undefined;
};

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import type { finding as contract } from '../finding/contract.ts';
import { api, stale, useLibraryWords } from './api.ts';
import { ItemName } from './shown.tsx';

type Page = Answer<typeof contract.changes>;

/** 上次查看后的变化: what others changed where I may read, since I last looked into the folder. */
export const News = () => {
  const { labels } = useLibraryWords();
  const found = useInfiniteQuery({ queryKey: ['library', 'changes'], queryFn: ({ pageParam }) => api.changes({ query: pageParam ? { after: pageParam } : {} }), initialPageParam: '', getNextPageParam: (last: Page) => last.next ?? undefined });
  const all = useAct((_: undefined, key) => api.lookAll({ body: {} }, key), stale);
  return (
    <section className="card stack tight" aria-label={labels.news}>
      <div className="spread"><h2>{labels.news}</h2><Button onClick={() => all.run(undefined)} loading={all.busy}>{labels.lookedAtAll}</Button></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length ? <ul className="lines">{items.map((item) => <li key={item.id}><ItemName item={item} /><br /><small className="quiet">{item.folder && <><Link to={`/library/${item.folder.id}` as string}>{item.folder.name}</Link>　</>}{item.changedBy?.name}　<When at={item.changedAt} /></small></li>)}</ul> : <p className="quiet">{labels.noNews}</p>;
        }}
      </Loaded>
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{labels.more}</Button></div>}
    </section>
  );
};

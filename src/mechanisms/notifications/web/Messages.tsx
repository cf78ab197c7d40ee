import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { notifications } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useRead } from './useRead.ts';

type Page = Answer<typeof notifications.messages>;

/** What I was told; the sentences are those of the modules. */
export const MessageList = ({ sentences, children }: { sentences: Readonly<Record<string, string>>; children?: ReactNode }) => {
  const { labels } = useWords({ zh, en });
  const read = useRead();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const found = useInfiniteQuery({
    queryKey: ['notifications', 'messages'],
    queryFn: ({ pageParam }) => api.messages({ query: pageParam ? { after: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  const one = useAct((messageId: string) => api.markRead({ params: { messageId }, body: {} }), ['notifications']);
  const all = useAct((_: undefined, key) => api.markAllRead({ body: {} }, key), ['notifications']);
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.messages}</h1><div className="row">{children}<Button onClick={() => all.run(undefined)}>{labels.markAllRead}</Button></div></div>
      <div className="card">
        <Loaded asked={found}>
          {({ pages }) => (pages[0]!.messages.length ? (
            <ul className="lines">
              {pages.flatMap(({ messages }) => messages).map(({ id, what, params, recordId, at, readAt }) => (
                <li key={id} className="spread">
                  <span style={{ fontWeight: readAt ? 400 : 600 }}>{recordId || params['href'] ? <Link to={(recordId ? `/records/${recordId}` : params['href']) as string} onClick={() => !readAt && one.run(id)}>{read(sentences[what] ?? what, params)}</Link> : read(sentences[what] ?? what, params)}</span>
                  <span className="quiet"><When at={at} /></span>
                </li>
              ))}
            </ul>
          ) : <Nothing>{labels.noMessages}</Nothing>)}
        </Loaded>
        {found.hasNextPage && <Button onClick={() => found.fetchNextPage()}>{ui.labels.more}</Button>}
      </div>
    </div>
  );
};

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Sender, Sort, senders } from '../senders/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { Books } from './Books.tsx';
import './incoming.css';
import { ChangeSender, MergeSender } from './SenderWindows.tsx';

type Open = { act: 'change' | 'merge'; sender: Sender };

/** 来文单位: who writes to the school, how to reach them, and which spellings are the same. */
export const Senders = () => {
  const { labels } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<Sort>('times');
  const [open, setOpen] = useState<Open>();
  const found = useSenders(q, sort);
  return (
    <div className="stack">
      <h1>{labels.senders}</h1>
      <Books />
      <div className="row">
        <Choices<Sort> label={labels.sortBy} value={sort} onChange={setSort} options={[['times', labels.byTimes], ['name', labels.byName], ['lastAt', labels.byLast]]} />
        <SearchField label={labels.searchSenders} value={q} onSearch={setQ} />
      </div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.senders);
          return rows.length ? <Directory rows={rows} onOpen={setOpen} /> : <Nothing>{q ? ui.labels.nothingFits : labels.noSenders}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
      {open?.act === 'change' && <ChangeSender sender={open.sender} onClose={() => setOpen(undefined)} />}
      {open?.act === 'merge' && <MergeSender sender={open.sender} onClose={() => setOpen(undefined)} />}
    </div>
  );
};

const Directory = ({ rows, onOpen }: { rows: readonly Sender[]; onOpen: (open: Open) => void }) => {
  const { labels } = useIncomingWords();
  const acts = (sender: Sender) => (
    <span className="row">
      <Button aria-label={`${labels.changeSender} ${sender.name}`} onClick={() => onOpen({ act: 'change', sender })}>{labels.changeSender}</Button>
      <Button aria-label={`${labels.mergeSender} ${sender.name}`} onClick={() => onOpen({ act: 'merge', sender })}>{labels.mergeSender}</Button>
    </span>
  );
  const columns: Column<Sender>[] = [
    { name: 'name', title: labels.senderName, grow: true, cell: (sender) => <Name sender={sender} /> },
    { name: 'word', title: labels.senderWord, cell: ({ word }) => <span className="number">{word}</span> },
    { name: 'times', title: labels.senderTimes, cell: ({ times }) => <span className="number">{times}</span> },
    { name: 'lastAt', title: labels.lastLetter, cell: ({ lastAt }) => <When at={lastAt} /> },
    { name: 'phone', title: labels.phone, cell: ({ phone }) => <span className="number">{phone}</span> },
    { name: 'email', title: labels.email, cell: ({ email }) => email },
    { name: 'address', title: labels.address, least: '7em', cell: ({ address }) => address },
    { name: 'acts', title: '', cell: acts },
  ];
  return <List columns={columns} rows={rows} card={(sender) => (
    <>
      <div className="spread"><Name sender={sender} /><span className="quiet">{labels.senderTimes} {sender.times}</span></div>
      <div className="quiet">{[sender.word, sender.phone, sender.email, sender.address].filter(Boolean).map((one) => `${one}　`)}<When at={sender.lastAt} /></div>
      {acts(sender)}
    </>
  )} />;
};

const Name = ({ sender: { name, spellings } }: { sender: Sender }) => {
  const { labels } = useIncomingWords();
  return <span>{name}{spellings.length > 0 && <small className="quiet">　{labels.spellings}：{spellings.join('、')}</small>}</span>;
};

type Page = Answer<typeof senders.senders>;

const useSenders = (q: string, sort: Sort) =>
  useInfiniteQuery({
    queryKey: ['incoming', 'senders', q, sort],
    queryFn: ({ pageParam }) => api.senders({ query: { q, sort, most: '30', ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { sealing } from '../sealing/contract.ts';
import { api, useOutgoingWords } from './api.ts';
import { Books } from './Books.tsx';
import { Seals } from './Seals.tsx';
import { VerifyPaper } from './VerifyPaper.tsx';
import { YearPapers } from './YearPapers.tsx';

type Page = Answer<typeof sealing.sealUses>;
type Use = Page['uses'][number];

/** 用印登记簿 and the seals themselves. */
export const SealBook = () => {
  const { labels } = useOutgoingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [sealId, setSealId] = useState<string>();
  const { data } = useQuery(api.sealsThere.asQuery({}));
  const found = useInfiniteQuery({
    queryKey: ['outgoing', 'sealUses', sealId],
    queryFn: ({ pageParam }) => api.sealUses({ query: { ...(sealId && { sealId }), ...(pageParam && { after: pageParam }) } as never }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  const seals = data?.seals ?? [];
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.sealBook}</h1><YearPapers name={labels.sealBook} url={(query) => api.sealBook.url({ query: query as never })} /></div>
      <Books />
      {seals.length > 1 && <div className="row no-print"><Select aria-label={labels.seal} placeholder={labels.seal} allowClear value={sealId} onChange={(id?: string) => setSealId(id)} options={seals.map(({ id, name }) => ({ value: id, label: name }))} style={{ minWidth: 160 }} /></div>}
      <Loaded asked={found}>
        {({ pages }) => {
          const uses = pages.flatMap((page) => page.uses);
          return uses.length ? <Uses uses={uses} /> : <Nothing>{labels.noSealUses}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
      {data && <Seals seals={seals} />}
      <VerifyPaper />
    </div>
  );
};

const hrefOf = ({ document }: Use) => `/records/${document.id}`;

const Uses = ({ uses }: { uses: Use[] }) => {
  const { labels } = useOutgoingWords();
  const columns: Column<Use>[] = [
    { name: 'at', title: labels.sealedAt, cell: (use) => <When at={use.at} /> },
    { name: 'seal', title: labels.seal, least: '6em', cell: (use) => use.seal },
    { name: 'number', title: labels.number, cell: (use) => <span className="number">{use.document.number}</span> },
    { name: 'title', title: labels.title, grow: true, cell: (use) => <RowLink to={hrefOf(use)}>{use.document.title}</RowLink> },
    { name: 'reason', title: labels.sealReason, least: '8em', cell: (use) => use.reason },
    { name: 'copies', title: labels.copiesGiven, cell: (use) => use.copies },
    { name: 'approvedBy', title: labels.approvedBy, cell: (use) => <span className="number">{use.approvedBy.name}</span> },
    { name: 'sealedBy', title: labels.sealedBy, cell: (use) => <span className="number">{use.sealedBy.name}</span> },
    { name: 'witnessedBy', title: labels.witnessedBy, cell: (use) => <span className="number">{use.witnessedBy?.name}</span> },
  ];
  return <List columns={columns} rows={uses} hrefOf={hrefOf} card={(use) => <><div className="spread"><strong>{use.seal}</strong><span className="quiet"><When at={use.at} /></span></div><RowLink to={hrefOf(use)}><span className="number">{use.document.number}</span>　{use.document.title}</RowLink><div className="quiet">{labels.copiesOf.replace('{n}', String(use.copies))}　{labels.approvedBy} {use.approvedBy.name}　{labels.sealedBy} {use.sealedBy.name}{use.witnessedBy && `　${labels.witnessedBy} ${use.witnessedBy.name}`}</div></>} />;
};

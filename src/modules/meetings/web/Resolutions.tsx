import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { PaperLink } from '#ui/Papers.tsx';
import { State } from '#ui/State.tsx';
import { Day } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Resolution } from '../nouns.ts';
import type { resolutions } from '../resolutions/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Tabs } from './Tabs.tsx';

type Show = 'open' | 'late' | 'mine' | 'all';

const hrefOf = ({ id }: Pick<Resolution, 'id'>) => `/records/${id}`;

/** 决议台账: what was resolved, whose it is, until when, and how it stands. */
export const Resolutions = () => {
  const { labels } = useMeetingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [show, setShow] = useState<Show>('open');
  const [owner, setOwner] = useState<string[]>([]);
  const asked = { show, ...(owner[0] && { ownerId: owner[0] }) };
  const found = useLedger(asked);
  const columns = useColumns();
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.ledger}</h1><div className="row no-print"><PaperLink href={api.ledger.url({ query: { ...asked, as: 'pdf' } })} name={labels.ledger}>{labels.printLedger}</PaperLink><a href={api.ledger.url({ query: asked })}>{labels.exportLedger}</a></div></div>
      <Tabs />
      <div className="row no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['open', labels.open], ['late', labels.late], ['mine', labels.ofMyDepartment], ['all', labels.all]]} /><div style={{ width: 220, maxWidth: '100%' }}><People label={labels.owner} many={false} value={owner} onChange={setOwner} /></div></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.resolutions);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(one) => <Card resolution={one} />} /> : <Nothing>{labels.noResolutions}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const tones = { open: 'go', reported: 'wait', done: 'done', dropped: 'off' } as const;

export const ResolutionStanding = ({ resolution }: { resolution: Pick<Resolution, 'state' | 'late'> }) => {
  const { labels, resolutionStates } = useMeetingWords();
  return resolution.late ? <State tone="late">{labels.late}</State> : <State tone={tones[resolution.state]}>{resolutionStates[resolution.state]}</State>;
};

const useColumns = (): readonly Column<Resolution>[] => {
  const { labels } = useMeetingWords();
  return [
    { name: 'number', title: labels.number, cell: (s) => <span className="number">{s.number}</span> },
    { name: 'text', title: labels.resolution, grow: true, cell: (s) => <RowLink to={hrefOf(s)}>{s.text}</RowLink> },
    { name: 'owner', title: labels.owner, cell: (s) => s.owner.name },
    { name: 'department', title: labels.inCharge, cell: (s) => s.department.name },
    { name: 'due', title: labels.dueOn, cell: (s) => <Day on={s.dueOn} /> },
    { name: 'deferrals', title: labels.extensions, cell: (s) => s.deferrals || '' },
    { name: 'state', title: labels.state, cell: (s) => <ResolutionStanding resolution={s} /> },
  ];
};

const Card = ({ resolution }: { resolution: Resolution }) => (
  <><div className="spread"><span className="number quiet">{resolution.number}</span><ResolutionStanding resolution={resolution} /></div><RowLink to={hrefOf(resolution)}>{resolution.text}</RowLink><div className="quiet">{resolution.owner.name}　{resolution.department.name}　<Day on={resolution.dueOn} /></div></>
);

type Page = Answer<typeof resolutions.resolutions>;

const useLedger = (asked: { show: Show; ownerId?: string }) =>
  useInfiniteQuery({
    queryKey: ['meetings', 'resolutions', asked],
    queryFn: ({ pageParam }) => api.resolutions({ query: { ...asked, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

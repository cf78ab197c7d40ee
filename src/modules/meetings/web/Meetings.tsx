import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { useNow } from '#ui/now.ts';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Meeting } from '../nouns.ts';
import type { planning } from '../planning/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { filled, useSittingWords } from './sitting.ts';
import { Tabs } from './Tabs.tsx';

type Show = 'coming' | 'past' | 'all';

const hrefOf = ({ id }: Meeting) => `/records/${id}`;

/** Meetings one is called to; for the office and the leaders, all. */
export const Meetings = () => {
  const { labels } = useMeetingWords();
  const { labels: sat } = useSittingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const may = useMay()('meetings.manage');
  const [show, setShow] = useState<Show>('coming');
  const found = useMeetings(show);
  const columns = useColumns();
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.meetings}</h1>{may && <Link className="main-act no-print" to={'/meetings/new' as string}>{labels.newMeeting}</Link>}</div>
      <Tabs />
      <div className="row no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['coming', labels.coming], ['past', labels.past], ['all', labels.all]]} /></div>
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.meetings);
          return (
            <>
              {may && <p className="quiet">{labels.urgentCount.replace('{called}', String(pages[0]!.called)).replace('{urgent}', String(pages[0]!.urgent))}　{filled(sat.overrunCount, { n: pages[0]!.overran })}</p>}
              {rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(meeting) => <Card meeting={meeting} />} /> : <Nothing>{labels.noMeetings}</Nothing>}
            </>
          );
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const tones = { draft: 'wait', approving: 'wait', approved: 'go', called: 'go', cancelled: 'off' } as const;

export const MeetingStanding = ({ meeting }: { meeting: Pick<Meeting, 'state' | 'urgent' | 'endsAt' | 'begunAt' | 'endedAt'> }) => {
  const { meetingStates, labels } = useSittingWords();
  const over = Date.parse(meeting.endsAt) <= Date.parse(useNow());
  const goesOn = meeting.begunAt !== null && meeting.endedAt === null;
  const held = meeting.state === 'called' && (meeting.endedAt !== null || over);
  return <span className="row">{goesOn ? <State tone="go">{labels.goingOn}</State> : held ? <State tone="done">{labels.held}</State> : <State tone={tones[meeting.state]}>{meetingStates[meeting.state]}</State>}{meeting.urgent && <span className="seal">{labels.urgent}</span>}</span>;
};

const Answered = ({ meeting }: { meeting: Meeting }) => {
  const { labels, replies } = useMeetingWords();
  if (!meeting.asked) return null;
  return meeting.myReply ? <span>{replies[meeting.myReply]}</span> : <span className="soon">{labels.toAnswer}</span>;
};

const useColumns = (): readonly Column<Meeting>[] => {
  const { labels, kinds } = useMeetingWords();
  return [
    { name: 'when', title: labels.when, cell: (m) => <When at={m.startsAt} /> },
    { name: 'title', title: labels.title, grow: true, cell: (m) => <RowLink to={hrefOf(m)}>{m.title}</RowLink> },
    { name: 'kind', title: labels.kind, cell: (m) => kinds[m.kind] },
    { name: 'place', title: labels.place, cell: (m) => m.place },
    { name: 'chair', title: labels.chair, cell: (m) => m.chair.name },
    { name: 'reply', title: labels.myReply, cell: (m) => <Answered meeting={m} /> },
    { name: 'state', title: labels.state, cell: (m) => <MeetingStanding meeting={m} /> },
  ];
};

const Card = ({ meeting }: { meeting: Meeting }) => (
  <><div className="spread"><When at={meeting.startsAt} /><MeetingStanding meeting={meeting} /></div><RowLink to={hrefOf(meeting)}>{meeting.title}</RowLink><div className="quiet">{meeting.place}　{meeting.chair.name}　<Answered meeting={meeting} /></div></>
);

type Page = Answer<typeof planning.meetings>;

const useMeetings = (show: Show) =>
  useInfiniteQuery({
    queryKey: ['meetings', 'meetings', show],
    queryFn: ({ pageParam }) => api.meetings({ query: { show, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

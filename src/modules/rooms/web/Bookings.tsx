import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { type Column, List, RowLink } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Booking, bookings } from '../bookings/contract.ts';
import { api, useRoomWords } from './api.ts';
import { Feeds } from './Feeds.tsx';
import { Purpose, Slot } from './Slot.tsx';
import { Standing } from './Standing.tsx';
import { Tabs } from './Tabs.tsx';
import { Waits } from './Waits.tsx';

type Show = 'mine' | 'coming' | 'all';

const hrefOf = ({ id }: Pick<Booking, 'id'>) => `/rooms/bookings/${id}`;

/** 预订登记簿: one's own, what comes, everything. */
export const Bookings = () => {
  const { labels } = useRoomWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const [show, setShow] = useState<Show>('mine');
  const found = useBookings(show);
  const columns = useColumns();
  return (
    <div className="stack">
      <h1>{labels.bookings}</h1>
      <Tabs />
      <div className="row no-print"><Choices<Show> label={labels.show} value={show} onChange={setShow} options={[['mine', labels.mine], ['coming', labels.coming], ['all', labels.all]]} /><Button onClick={() => window.print()}>{labels.print}</Button></div>
      {show === 'mine' && <Waits />}
      <Loaded asked={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.bookings);
          return rows.length ? <List columns={columns} rows={rows} hrefOf={hrefOf} card={(booking) => <Card booking={booking} />} /> : <Nothing>{show === 'mine' ? labels.noneMine : labels.none}</Nothing>;
        }}
      </Loaded>
      {found.hasNextPage && <div className="no-print"><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
      {show === 'mine' && <Feeds />}
    </div>
  );
};

const useColumns = (): readonly Column<Booking>[] => {
  const { labels } = useRoomWords();
  return [
    { name: 'number', title: labels.number, cell: (one) => <span className="number">{one.number}</span> },
    { name: 'time', title: labels.time, cell: (one) => <Slot from={one.from} to={one.to} /> },
    { name: 'room', title: labels.room, cell: (one) => one.room.name },
    { name: 'title', title: labels.title, grow: true, cell: (one) => <RowLink to={hrefOf(one)}><Purpose booking={one} /></RowLink> },
    { name: 'people', title: labels.howMany, cell: (one) => one.people },
    { name: 'organiser', title: labels.organiser, cell: (one) => one.organiser.name },
    { name: 'department', title: labels.department, cell: (one) => one.department.name },
    { name: 'state', title: labels.state, cell: (one) => <Standing state={one.state} /> },
  ];
};

const Card = ({ booking }: { booking: Booking }) => <><div className="spread"><Slot from={booking.from} to={booking.to} /><Standing state={booking.state} /></div><RowLink to={hrefOf(booking)}><Purpose booking={booking} /></RowLink><div className="quiet">{booking.room.name}　{booking.organiser.name}</div></>;

type Page = Answer<typeof bookings.bookings>;

const useBookings = (show: Show) =>
  useInfiniteQuery({
    queryKey: ['rooms', 'bookings', show],
    queryFn: ({ pageParam }) => api.bookings({ query: { show, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });

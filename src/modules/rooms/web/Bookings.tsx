import { Book } from '#ui/Book.tsx';
import { type Column, RowLink } from '#ui/List.tsx';
import { When } from '#ui/When.tsx';
import type { Booking } from '../bookings/contract.ts';
import { api, useRoomWords } from './api.ts';
import { BookingFilters, type Chosen, queryOf } from './BookingFilters.tsx';
import { Feeds } from './Feeds.tsx';
import { Purpose, Slot } from './Slot.tsx';
import { Standing } from './Standing.tsx';
import { Tabs } from './Tabs.tsx';
import { Waits } from './Waits.tsx';

const hrefOf = ({ id }: Pick<Booking, 'id'>) => `/rooms/bookings/${id}`;
const firstColumns = ['number', 'time', 'room', 'title', 'people', 'organiser', 'department', 'state'];

const book = {
  list: async (request: { query: never }) => {
    const { bookings, next } = await api.bookings(request);
    return { documents: bookings, next };
  },
  book: { url: (request: { query: never }) => api.bookingBook.url(request) },
};

/** 预订登记簿: one's own, what comes, everything. */
export const Bookings = () => {
  const { labels } = useRoomWords();
  return (
    <div className="stack">
      <Book<Booking, Chosen>
        name="rooms" words={{ book: labels.bookings, empty: labels.none, emptyFiltered: labels.none }} api={book} columns={useColumns()} firstColumns={firstColumns} firstFilters={{ show: 'mine' }} queryOf={queryOf}
        prints begin={['/rooms/book', labels.book]} beside={<Tabs />} BookFilters={BookingFilters} below={({ show }) => show === 'mine' && <Waits />} hrefOf={hrefOf} Card={Card}
      />
      <Feeds />
    </div>
  );
};

const useColumns = (): readonly Column<Booking>[] => {
  const { labels } = useRoomWords();
  return [
    { name: 'number', title: labels.number, cell: (one) => <span className="number">{one.number}</span> },
    { name: 'time', title: labels.time, sort: 'time', newestFirst: true, cell: (one) => <Slot from={one.from} to={one.to} /> },
    { name: 'room', title: labels.room, sort: 'room', cell: (one) => one.room.name },
    { name: 'title', title: labels.title, grow: true, cell: (one) => <RowLink to={hrefOf(one)}><Purpose booking={one} /></RowLink> },
    { name: 'people', title: labels.howMany, cell: (one) => one.people },
    { name: 'organiser', title: labels.organiser, cell: (one) => one.organiser.name },
    { name: 'department', title: labels.department, cell: (one) => one.department.name },
    { name: 'asked', title: labels.askedAt, sort: 'asked', newestFirst: true, cell: (one) => <When at={one.askedAt} /> },
    { name: 'state', title: labels.state, cell: (one) => <Standing state={one.state} /> },
  ];
};

const Card = ({ line }: { line: Booking }) => <><div className="spread"><Slot from={line.from} to={line.to} /><Standing state={line.state} /></div><RowLink to={hrefOf(line)}><Purpose booking={line} /></RowLink><div className="quiet">{line.room.name}　{line.organiser.name}　{line.department.name}</div></>;

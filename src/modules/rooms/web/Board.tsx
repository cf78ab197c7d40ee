import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { useNarrow } from '#ui/narrow.ts';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { Day } from '#ui/When.tsx';
import type { Answer } from '#platform/contract.ts';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { bookings as contract, Held } from '../bookings/contract.ts';
import { api, useRoomWords } from './api.ts';
import { BoardFilters, type Narrowed } from './BoardFilters.tsx';
import './rooms.css';
import { Purpose, timeOf } from './Slot.tsx';
import { Tabs } from './Tabs.tsx';

type Page = Answer<typeof contract.board>;

/** 会议室 × hours of a day: who has what, and where is room; some rooms at a time. */
export const Board = () => {
  const { labels } = useRoomWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const today = wall(useNow()).slice(0, 10);
  const { day = today, ...narrowed } = useSearch({ strict: false }) as { day?: string } & Narrowed;
  const board = useBoard({ day, ...narrowed });
  const narrow = useNarrow();
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.rooms}</h1><Link className="main-act" to="/rooms/book">{labels.book}</Link></div>
      <Tabs />
      <ChooseDay day={day} narrowed={narrowed} />
      <BoardFilters day={day} narrowed={narrowed} />
      <Loaded asked={board}>
        {({ pages }) => {
          const shown = { rooms: pages.flatMap(({ rooms }) => rooms), bookings: pages.flatMap(({ bookings }) => bookings), day };
          if (!shown.rooms.length) return <Nothing>{Object.values(narrowed).some(Boolean) ? labels.noRoomFits : labels.noRooms}</Nothing>;
          return narrow ? <Cards {...shown} /> : <Grid {...shown} />;
        }}
      </Loaded>
      {board.hasNextPage && <div className="no-print"><Button onClick={() => board.fetchNextPage()} loading={board.isFetchingNextPage}>{ui.labels.more}</Button></div>}
    </div>
  );
};

const useBoard = ({ day, building, class: one, seats }: { day: string } & Narrowed) => {
  const query = { day, ...(building && { building }), ...(one && { class: one }), ...(seats && { seats }) };
  return useInfiniteQuery({
    queryKey: ['rooms', 'board', query],
    queryFn: ({ pageParam }) => api.board({ query: { ...query, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
};

const ChooseDay = ({ day, narrowed }: { day: string; narrowed: Narrowed }) => {
  const { labels, weekdays } = useRoomWords();
  const go = useNavigate();
  const show = (next: string) => void go({ to: '/rooms', search: { ...narrowed, day: next } as never });
  const by = (days: number) => dayjs(day).add(days, 'day').format('YYYY-MM-DD');
  return (
    <div className="row">
      <Button className="no-print" onClick={() => show(by(-1))}>{labels.before}</Button>
      <strong><Day on={day} /> {weekdays[(dayjs(day).day() + 6) % 7]}</strong>
      <Button className="no-print" onClick={() => show(by(1))}>{labels.after}</Button>
      <input type="date" className="field board-day no-print" aria-label={labels.day} value={day} onChange={({ target }) => target.value && show(target.value)} />
      <Button className="no-print" onClick={() => void go({ to: '/rooms', search: narrowed as never })}>{labels.toToday}</Button>
    </div>
  );
};

const [first, last] = [7, 22];
const quarters = (time: string) => Math.min((last - first) * 4, Math.max(0, Math.round((Number(time.slice(0, 2)) - first) * 4 + Number(time.slice(3, 5)) / 15)));

interface Shown {
  rooms: Page['rooms'];
  bookings: readonly Held[];
  day: string;
}

const Grid = ({ rooms, bookings, day }: Shown) => {
  const { labels } = useRoomWords();
  return (
    <div className="board" role="table" aria-label={labels.board} style={{ gridTemplateColumns: `minmax(8em, max-content) repeat(${(last - first) * 4}, minmax(0, 1fr))` }}>
      <div role="row" className="board-row">
        <span role="columnheader" className="board-name">{labels.room}</span>
        {Array.from({ length: last - first }, (_, i) => <span role="columnheader" key={i} className="board-hour number" style={{ gridColumn: `${2 + i * 4} / span 4` }}>{first + i}:00</span>)}
      </div>
      {rooms.map((room) => <Row key={room.id} room={room} day={day} bookings={bookings.filter((one) => one.roomId === room.id)} />)}
    </div>
  );
};

const Row = ({ room, bookings, day }: { room: Page['rooms'][number]; bookings: readonly Held[]; day: string }) => {
  const { labels, states } = useRoomWords();
  return (
    <div role="row" className="board-row">
      <span role="rowheader" className="board-name"><strong><Link to={`/rooms/week/${room.id}` as string} search={{ day } as never}>{room.name}</Link></strong><br /><small className="quiet">{labels.seats.replace('{n}', String(room.seats))}　{room.outOfUse ? labels.outOfUse : <Link to="/rooms/book" search={{ day, roomId: room.id } as never} aria-label={`${labels.bookShort} ${room.name}`}>{labels.bookShort}</Link>}</small></span>
      {room.outOfUse && <span role="cell" className="board-out" style={{ gridColumn: '2 / -1' }}>{labels.closedToday.replace('{why}', room.outOfUse.why)}</span>}
      {bookings.map((one) => (
        <Link role="cell" key={one.id} to={`/rooms/bookings/${one.id}` as string} className="board-slot" data-state={one.state} data-mine={one.mine || undefined} style={{ gridColumn: `${2 + quarters(timeOf(one.from))} / ${2 + Math.max(quarters(timeOf(one.from)) + 1, quarters(timeOf(one.to)))}` }} title={`${timeOf(one.from)}—${timeOf(one.to)}　${one.title ?? labels.private}　${one.organiser}　${states[one.state]}`}>
          <Purpose booking={one} />{one.state === 'asked' && `（${states.asked}）`}<br /><small><span className="number">{timeOf(one.from)}</span> {one.organiser}</small>
        </Link>
      ))}
    </div>
  );
};

/** The same day on a phone: a card for each room. */
const Cards = ({ rooms, bookings, day }: Shown) => {
  const { labels, states } = useRoomWords();
  return (
    <ul className="cards">
      {rooms.map((room) => {
        const own = bookings.filter((one) => one.roomId === room.id);
        return (
          <li key={room.id} className="stack tight">
            <div className="spread"><strong><Link to={`/rooms/week/${room.id}` as string} search={{ day } as never}>{room.name}</Link></strong>{room.outOfUse ? <span className="quiet">{labels.outOfUse}</span> : <Link to="/rooms/book" search={{ day, roomId: room.id } as never} aria-label={`${labels.bookShort} ${room.name}`}>{labels.bookShort}</Link>}</div>
            <div className="quiet">{room.building}　{labels.seats.replace('{n}', String(room.seats))}</div>
            {own.length === 0 && !room.outOfUse && <div className="quiet">{labels.freeAllDay}</div>}
            {own.map((one) => <div key={one.id}><Link to={`/rooms/bookings/${one.id}` as string}><span className="number">{timeOf(one.from)}—{timeOf(one.to)}</span>　<Purpose booking={one} /></Link>　<span className="quiet">{one.organiser}{one.state === 'asked' && `　${states.asked}`}</span></div>)}
          </li>
        );
      })}
    </ul>
  );
};

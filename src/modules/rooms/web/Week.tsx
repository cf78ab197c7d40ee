import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { Loaded } from '#ui/Loaded.tsx';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { Day } from '#ui/When.tsx';
import { api, useRoomWords } from './api.ts';
import { dayOfSlot, Purpose, timeOf } from './Slot.tsx';
import { RoomFacts } from './RoomFacts.tsx';
import { Standing } from './Standing.tsx';

/** 一周安排 of one room, from Monday. */
export const Week = () => {
  const { labels, weekdays } = useRoomWords();
  const { roomId: ofPath, recordId } = useParams({ strict: false }) as { roomId?: string; recordId?: string };
  const roomId = (ofPath ?? recordId)!;
  const { day: chosen = wall(useNow()).slice(0, 10) } = useSearch({ strict: false }) as { day?: string };
  const go = useNavigate();
  const monday = dayjs(chosen).subtract((dayjs(chosen).day() + 6) % 7, 'day');
  const room = useQuery(api.room.asQuery({ params: { roomId } }));
  const board = useQuery(api.week.asQuery({ params: { roomId }, query: { day: monday.format('YYYY-MM-DD') } }));
  const show = (weeks: number) => void go({ to: `/rooms/week/${roomId}` as string, search: { day: monday.add(weeks * 7, 'day').format('YYYY-MM-DD') } as never });
  return (
    <div className="stack">
      <h1>{room.data?.name}　{labels.week}</h1>
      {room.data && <RoomFacts room={room.data} />}
      <div className="row no-print"><Button onClick={() => show(-1)}>{labels.weekBefore}</Button><Button onClick={() => show(1)}>{labels.weekAfter}</Button><Button onClick={() => window.print()}>{labels.print}</Button><Link to="/rooms">{labels.board}</Link></div>
      <Loaded asked={board}>
        {({ bookings }) => (
          <div className="stack tight">
            {weekdays.map((name, i) => {
              const day = monday.add(i, 'day').format('YYYY-MM-DD');
              const own = bookings.filter(({ from }) => dayOfSlot(from) === day);
              return (
                <section key={day} className="card stack tight">
                  <div className="spread"><h2>{name} <Day on={day} /></h2><Link className="no-print" to="/rooms/book" search={{ day, roomId } as never} aria-label={`${labels.bookShort} ${day}`}>{labels.bookShort}</Link></div>
                  {own.length === 0 && <p className="quiet">{labels.freeAllDay}</p>}
                  {own.length > 0 && <ul className="lines">{own.map((one) => <li key={one.id} className="spread"><div><span className="number">{timeOf(one.from)}—{timeOf(one.to)}</span>　<Link to={`/rooms/bookings/${one.id}` as string}><Purpose booking={one} /></Link>　<span className="quiet">{one.organiser}　{one.department}</span></div><Standing state={one.state} /></li>)}</ul>}
                </section>
              );
            })}
          </div>
        )}
      </Loaded>
    </div>
  );
};

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef } from 'react';
import { Check } from '#ui/Check.tsx';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { useNarrow } from '#ui/narrow.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { wall } from '#ui/times.ts';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { RoomFound } from '../bookings/contract.ts';
import { api, stale, useRoomWords } from './api.ts';
import { FoundRooms } from './FoundRooms.tsx';
import './rooms.css';
import { BookSeries, RepeatChoice } from './Repeating.tsx';
import { Tabs } from './Tabs.tsx';
import { WhenForm } from './WhenForm.tsx';
import { sentOf, whenOf, type Wish, wishOf } from './wish.ts';

interface Asked {
  day?: string;
  roomId?: string;
  /** A booking to change, or one to ask for the like of. */
  change?: string;
  again?: string;
}

/** 什么时候、多少人、要什么，再选会议室. */
export const BookRoom = () => {
  const { labels } = useRoomWords();
  const { change, again, ...start } = useSearch({ strict: false }) as Asked;
  const from = change ?? again;
  const asked = useQuery({ ...api.booking.asQuery({ params: { bookingId: from ?? '' } }), enabled: from !== undefined });
  return (
    <div className="stack">
      <h1>{change ? labels.changeIt : labels.book}</h1>
      <Tabs />
      {from ? <Loaded asked={asked}>{(booking) => <Booking start={wishOf(booking)} change={change} name={from} />}</Loaded> : <Booking start={{ ...fresh(), ...start, roomId: start.roomId ?? null }} change={undefined} name={start.roomId ?? 'new'} />}
    </div>
  );
};

/** The day after tomorrow, or the Monday after: an ordinary room is then in time. */
const soon = () => {
  const day = dayjs(wall(Date.now()).slice(0, 10)).add(2, 'day');
  return day.add([1, 0, 0, 0, 0, 0, 2][day.day()]!, 'day').format('YYYY-MM-DD');
};

const fresh = (): Wish => ({ day: soon(), from: '14:00', to: '15:00', people: 8, equipment: [], roomId: null, title: '', isPrivate: false, exception: '', repeats: 'once', until: null });

const Booking = ({ start, change, name }: { start: Wish; change: string | undefined; name: string }) => {
  const ui = useWords({ zh: uiZh, en: uiEn });
  const { value: wish, set, clear } = useDraft<Wish>(`rooms.book.${name}`, start);
  const { from, to } = whenOf(wish);
  const query = { from, to, people: wish.people, equipment: wish.equipment.map(({ equipmentId, count }) => `${equipmentId}:${count}`).join(','), ...(change && { except: change }) };
  const found = useFound(query);
  const rooms = found.data?.pages.flatMap((page) => page.rooms) ?? [];
  const chosen = useChosen(query, wish.roomId, rooms);
  return (
    <div className="record">
      <div className="stack">
        <WhenForm wish={wish} set={(next) => set({ ...wish, ...next })} />
        <Loaded asked={found}>{() => <FoundRooms wish={wish} rooms={rooms} chosen={wish.roomId} onChoose={(roomId) => set({ ...wish, roomId })} />}</Loaded>
        {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
      </div>
      <div className="stack"><Confirming wish={wish} room={chosen} set={(next) => set({ ...wish, ...next })} change={change} onDone={clear} /></div>
    </div>
  );
};

type Query = Parameters<typeof api.findRooms>[0]['query'];

const useFound = (query: Query) =>
  useInfiniteQuery({
    queryKey: ['rooms', 'findRooms', query],
    queryFn: ({ pageParam }) => api.findRooms({ query: { ...query, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });

/** What was chosen may be further down than what is shown. */
const useChosen = (query: Query, roomId: string | null, rooms: readonly RoomFound[]) => {
  const shown = rooms.find(({ id }) => id === roomId);
  const asked = useQuery({ ...api.findRooms.asQuery({ query: { ...query, roomId: roomId ?? '' } }), enabled: roomId !== null && !shown && rooms.length > 0, placeholderData: (before) => before });
  return shown ?? (roomId === null ? undefined : asked.data?.rooms.find(({ id }) => id === roomId));
};

interface Sending {
  wish: Wish;
  room: RoomFound | undefined;
  set: (next: Partial<Wish>) => void;
  change: string | undefined;
  onDone: () => void;
}

/** What it is for; who will approve it; off it goes. */
const Confirming = ({ wish, room, set, change, onDone }: Sending) => {
  const { labels, refusals } = useRoomWords();
  const go = useNavigate();
  const act = useAct((_: null, key) => (change ? api.change({ params: { bookingId: change }, body: sentOf(wish, room!.late) }, key) : api.book({ body: sentOf(wish, room!.late) }, key)), stale, ({ id }) => (onDone(), void go({ to: `/rooms/bookings/${id}` as string })));
  const place = useRef<HTMLElement>(null);
  const narrow = useNarrow();
  useEffect(() => { if (room?.id && narrow) place.current?.scrollIntoView({ block: 'nearest' }); }, [room?.id, narrow]);
  if (!room) return <p className="card quiet">{labels.rooms1}</p>;
  const excusable = room.whyNot.filter((code) => !lateness.includes(code));
  const ready = excusable.length === 0 && wish.title.trim() !== '' && (!room.late || wish.exception.trim() !== '');
  return (
    <section ref={place} className="card stack" aria-label={labels.sure}>
      <h2>{room.name}</h2>
      <Form layout="vertical" onFinish={() => ready && wish.repeats === 'once' && act.run(null)}>
        <Text label={labels.title} rows={2} value={wish.title} onChange={(title) => set({ title })} />
        <Check checked={wish.isPrivate} onChange={(isPrivate) => set({ isPrivate })}>{labels.isPrivate}</Check>
        {wish.isPrivate && <p className="quiet">{labels.privateHint}</p>}
        {room.late && <><p className="soon">{room.earliest ? labels.exceptionHint.replace('{at}', wall(room.earliest).slice(0, 16).replace('T', ' ')) : labels.exceptionUnknown}</p><Text label={labels.exception} rows={2} value={wish.exception} onChange={(exception) => set({ exception })} /></>}
        <p className="quiet">{room.late ? labels.needsDirector : room.free ? labels.needsNone : room.class === 'large' ? labels.needsDirector : labels.needsOffice}</p>
        <Refusals codes={act.codes.length ? act.codes : excusable} words={refusals} />
        {!change && <RepeatChoice wish={wish} set={set} />}
        {wish.repeats === 'once' ? <Button type="primary" block size="large" htmlType="submit" disabled={!ready} loading={act.busy}>{change ? labels.sendChange : labels.send}</Button> : <BookSeries wish={wish} late={room.late} set={set} ready={ready && wish.until !== null} onDone={onDone} />}
      </Form>
    </section>
  );
};

const lateness = ['rooms.too_late', 'rooms.calendar_missing'];

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { OneOf } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { Secret } from '#ui/Secret.tsx';
import { api, stale, useRoomWords } from './api.ts';

/** 日历订阅: the bookings of a room, or mine, in the calendar of my phone. */
export const Feeds = () => {
  const { labels, refusals } = useRoomWords();
  const rooms = useQuery(api.choices.asQuery({})).data?.rooms ?? [];
  const open = useQuery(api.feeds.asQuery({})).data?.feeds ?? [];
  const [roomId, setRoom] = useState('');
  const [address, show] = useState<string>();
  const begin = useAct((_: null, key) => api.openFeed({ body: { roomId: roomId || null } }, key), stale, ({ feedKey }) => show(`${window.location.origin}${api.feed.url({ params: { feedKey } })}`));
  const end = useAct((feedId: string, key) => api.endFeed({ params: { feedId }, body: {} }, key), stale);
  return (
    <section className="card stack tight no-print" aria-label={labels.feeds}>
      <h2>{labels.feeds}</h2>
      <p className="quiet">{labels.feedsHow}</p>
      <OneOf label={labels.feedOf} value={roomId} options={[['', labels.myBookings] as const, ...rooms.map(({ id, name }) => [id, name] as const)]} onChange={setRoom} />
      <div><Button loading={begin.busy} onClick={() => begin.run(null)}>{labels.openFeed}</Button></div>
      {address && <Secret say={labels.feedOnce} text={address} />}
      {open.length > 0 && <ul className="lines">{open.map(({ id, room, createdAt }) => <li key={id} className="spread"><span>{room?.name ?? labels.myBookings}　<span className="quiet number">{createdAt.slice(0, 10)}</span></span><Button aria-label={`${labels.endFeed} ${room?.name ?? labels.myBookings}`} onClick={() => end.run(id)}>{labels.endFeed}</Button></li>)}</ul>}
      <Refusals codes={[...begin.codes, ...end.codes]} words={refusals} />
    </section>
  );
};

import { Button } from 'antd';
import { useState } from 'react';
import { Ask } from '#ui/Ask.tsx';
import { Check } from '#ui/Check.tsx';
import { Text } from '#ui/fields.tsx';
import type { RoomFound } from '../bookings/contract.ts';
import { api, stale, useRoomWords } from './api.ts';
import { whenOf, type Wish } from './wish.ts';

/** 候补: told when it falls free. */
export const WaitFor = ({ wish, room }: { wish: Wish; room: RoomFound }) => {
  const { labels, refusals } = useRoomWords();
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState(false);
  if (done) return <span role="status">{labels.waitsNow}</span>;
  return (
    <>
      <Button onClick={() => setAsks(true)} aria-label={`${labels.waitFor} ${room.name}`}>{labels.waitFor}</Button>
      {asks && (
        <Ask title={labels.waitFor} what={room.name} follows={labels.waitHow} draft={`rooms.wait.${room.id}`} start={{ title: wish.title, isPrivate: wish.isPrivate }} words={refusals} stale={stale} onClose={() => setAsks(false)} onDone={() => setDone(true)} ready={({ title }) => title.trim() !== ''}
          send={({ title, isPrivate }, key) => api.wait({ body: { roomId: room.id, ...whenOf(wish), people: wish.people, equipment: [...wish.equipment], ...(isPrivate ? { secretTitle: title } : { title }) } }, key)}>
          {({ title, isPrivate }, set) => <><Text label={labels.title} rows={2} value={title} onChange={(next) => set({ title: next })} /><Check checked={isPrivate} onChange={(next) => set({ isPrivate: next })}>{labels.isPrivate}</Check></>}
        </Ask>
      )}
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import type { Answer } from '#platform/contract.ts';
import { Ask } from '#ui/Ask.tsx';
import { FilePicker } from '#ui/FilePicker.tsx';
import { useAct } from '#ui/act.ts';
import { Text } from '#ui/fields.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { founds, presence } from '../presence/contract.ts';
import { api, stale, useRoomWords } from './api.ts';
import { Purpose, timeOf } from './Slot.tsx';
import { Tabs } from './Tabs.tsx';

type Found = (typeof founds)[number];
type Line = Answer<typeof presence.patrolRound>['rooms'][number];

/** 巡查: with the phone from room to room; one press where it is as it should be. */
export const Patrol = () => {
  const { labels } = useRoomWords();
  const asked = useQuery({ ...api.patrolRound.asQuery({}), refetchInterval: 60_000 });
  return (
    <div className="stack narrow">
      <h1>{labels.patrol}</h1>
      <Tabs />
      <Loaded asked={asked}>{({ rooms }) => (rooms.length ? rooms.map((line) => <RoomLine key={line.room.id} line={line} />) : <Nothing>{labels.noRooms}</Nothing>)}</Loaded>
    </div>
  );
};

const RoomLine = ({ line: { room, building, now, before, next, patrolled } }: { line: Line }) => {
  const { labels, refusals, founds: named } = useRoomWords();
  const [asks, setAsks] = useState<Found>();
  const tick = useAct((_: null, key) => api.patrol({ params: { roomId: room.id }, body: { found: 'right' } }, key), stale);
  return (
    <section className="card stack tight">
      <div className="spread"><strong>{room.name}</strong><span className="quiet">{building}</span></div>
      {before && <div className="soon">{labels.notLeft}　{timeOf(before.from)}—{timeOf(before.to)}　<Purpose booking={before} />　{before.organiser.name}</div>}
      {now ? <div>{timeOf(now.from)}—{timeOf(now.to)}　<Purpose booking={now} />　{now.organiser.name}　<span className={now.signedInAt ? 'quiet' : 'soon'}>{now.signedInAt ? labels.signedIn : labels.notSignedIn}</span></div> : <div className="quiet">{labels.shouldBeEmpty}</div>}
      {next && <div className="quiet">{labels.next} {timeOf(next.from)}　{next.organiser.name}</div>}
      {patrolled && <div className="quiet">{labels.patrolled} <When at={patrolled.at} />　{patrolled.by}　{named[patrolled.found]}</div>}
      <div className="row">
        <Button type="primary" loading={tick.busy} onClick={() => tick.run(null)} aria-label={`${named.right} ${room.name}`}>{named.right}</Button>
        {now && <Button onClick={() => setAsks('empty')} aria-label={`${named.empty} ${room.name}`}>{named.empty}</Button>}
        <Button onClick={() => setAsks('others')} aria-label={`${named.others} ${room.name}`}>{named.others}</Button>
        {before && <Button onClick={() => setAsks('overstay')} aria-label={`${named.overstay} ${room.name}`}>{named.overstay}</Button>}
      </div>
      <Refusals codes={tick.codes} words={refusals} />
      {asks && <Say found={asks} line={{ room, building, now, before, next, patrolled }} onClose={() => setAsks(undefined)} />}
    </section>
  );
};

const Say = ({ found, line: { room, now, before }, onClose }: { found: Found; line: Line; onClose: () => void }) => {
  const { labels, refusals, founds: named } = useRoomWords();
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <Ask title={named[found]} what={room.name} follows={labels.patrolFollows} draft={`rooms.patrol.${room.id}`} start={{ note: '', files: [] as string[] }} words={refusals} stale={stale} onClose={onClose} send={(typed, key) => api.patrol({ params: { roomId: room.id }, body: { found, ...typed } }, key)}>
      {({ note, files }, set) => (
        <>
          <Text label={labels.note} rows={2} value={note} onChange={(next) => set({ note: next })} />
          {(now || before) && <Form.Item label={labels.photo}><FilePicker label={labels.photo} accept="image/*" upload={upload} onFailed={setCodes} onPicked={({ id }) => set({ files: [...files, id] })} />{files.length > 0 && <p>{labels.photos.replace('{n}', String(files.length))}</p>}<Refusals codes={codes} words={refusals} /></Form.Item>}
        </>
      )}
    </Ask>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { Ask } from '#ui/Ask.tsx';
import { Amount, Line, Text } from '#ui/fields.tsx';
import { type Column, List } from '#ui/List.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { State } from '#ui/State.tsx';
import type { Room } from '../nouns.ts';
import { api, stale, useRoomWords } from './api.ts';
import { Blackouts } from './Blackouts.tsx';
import { useEquipment } from './RoomFacts.tsx';
import { RoomForm } from './RoomForm.tsx';
import './rooms.css';
import { Tabs } from './Tabs.tsx';

type Asks = { what: 'add' } | { what: 'equipment' } | { what: 'edit' | 'out' | 'back'; room: Room };

/** 会议室登记: the rooms, what stands in them, when they are closed. */
export const Rooms = () => {
  const { labels } = useRoomWords();
  const may = useMay()('rooms.manage');
  const asked = useQuery(api.list.asQuery({}));
  const equipment = useEquipment();
  const [asks, setAsks] = useState<Asks>();
  const close = () => setAsks(undefined);
  return (
    <div className="stack">
      <h1>{labels.register}</h1>
      <Tabs />
      {may && <div className="row no-print"><Button type="primary" onClick={() => setAsks({ what: 'add' })}>{labels.addRoom}</Button><Button onClick={() => setAsks({ what: 'equipment' })}>{labels.setEquipment}</Button></div>}
      <Loaded asked={asked}>
        {({ rooms }) => (
          <>
            {rooms.length ? <RoomList rooms={rooms} may={may} onAsk={(what, room) => setAsks({ what, room })} /> : <Nothing>{labels.noRooms}</Nothing>}
            <section className="card stack tight"><h2>{labels.movable}</h2><p className="quiet">{labels.movableHint}</p><p>{equipment.filter(({ movable }) => movable > 0).map(({ name, movable }) => `${name} ${movable}`).join('、')}</p></section>
            {asks?.what === 'add' && <RoomForm room={undefined} equipment={equipment} onClose={close} />}
            {asks?.what === 'edit' && <RoomForm room={asks.room} equipment={equipment} onClose={close} />}
          </>
        )}
      </Loaded>
      <Blackouts may={may} />
      {asks?.what === 'equipment' && <SetEquipment onClose={close} />}
      {(asks?.what === 'out' || asks?.what === 'back') && <OutOrBack room={asks.room} onClose={close} />}
    </div>
  );
};

const RoomList = ({ rooms, may, onAsk }: { rooms: readonly Room[]; may: boolean; onAsk: (what: 'edit' | 'out' | 'back', room: Room) => void }) => {
  const { labels, classes } = useRoomWords();
  const acts = (room: Room) => <span className="row no-print"><Link to={`/rooms/card/${room.id}` as string} aria-label={`${labels.doorCard} ${room.name}`}>{labels.doorCard}</Link><Button size="small" onClick={() => onAsk('edit', room)} aria-label={`${labels.editRoom} ${room.name}`}>{labels.editRoom}</Button><Button size="small" onClick={() => onAsk(room.outOfUse ? 'back' : 'out', room)} aria-label={`${room.outOfUse ? labels.bringBack : labels.takeOut} ${room.name}`}>{room.outOfUse ? labels.bringBack : labels.takeOut}</Button></span>;
  const standing = (room: Room) => room.outOfUse && <State tone="off">{`${labels.outOfUse}：${room.outOfUse.why}`}</State>;
  const columns: readonly Column<Room>[] = [
    { name: 'name', title: labels.name, cell: (room) => <Link to={`/rooms/week/${room.id}` as string}>{room.name}</Link> },
    { name: 'building', title: labels.building, cell: (room) => room.building },
    { name: 'class', title: labels.class, cell: (room) => classes[room.class] },
    { name: 'seats', title: labels.places, cell: (room) => room.seats },
    { name: 'remark', title: labels.remark, grow: true, cell: (room) => <>{room.remark} {standing(room)}</> },
    ...(may ? [{ name: 'acts', title: '', cell: acts }] : []),
  ];
  return <List columns={columns} rows={rooms} card={(room) => <><div className="spread"><Link to={`/rooms/week/${room.id}` as string}>{room.name}</Link><span className="quiet">{classes[room.class]}　{labels.seats.replace('{n}', String(room.seats))}</span></div><div className="quiet">{room.building}</div>{standing(room)}{may && acts(room)}</>} />;
};

const SetEquipment = ({ onClose }: { onClose: () => void }) => {
  const { labels, refusals } = useRoomWords();
  return (
    <Ask title={labels.setEquipment} draft="rooms.equipment" start={{ name: '', movable: 0 }} words={refusals} stale={stale} onClose={onClose} ready={({ name }) => name.trim() !== ''} send={(typed, key) => api.setEquipment({ body: typed }, key)}>
      {({ name, movable }, set) => <><Line label={labels.name} most={40} value={name} onChange={(next) => set({ name: next })} /><Amount label={labels.movable} least={0} value={movable} onChange={(next) => set({ movable: next })} /></>}
    </Ask>
  );
};

const OutOrBack = ({ room, onClose }: { room: Room; onClose: () => void }) => {
  const { labels, refusals } = useRoomWords();
  const common = { what: room.name, start: { why: '' }, words: refusals, stale, onClose };
  if (room.outOfUse) return <Ask {...common} title={labels.bringBack} draft={`rooms.back.${room.id}`} send={(_, key) => api.bringBack({ params: { roomId: room.id }, body: {} }, key)}>{() => null}</Ask>;
  return <Ask {...common} title={labels.takeOut} draft={`rooms.out.${room.id}`} follows={labels.takeOutThen} ready={({ why }) => why.trim() !== ''} send={(typed, key) => api.takeOut({ params: { roomId: room.id }, body: typed }, key)}>{({ why }, set) => <Text label={labels.why} rows={2} value={why} onChange={(next) => set({ why: next })} />}</Ask>;
};

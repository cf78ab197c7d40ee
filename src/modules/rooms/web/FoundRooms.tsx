import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { RoomFound } from '../bookings/contract.ts';
import { useRoomWords } from './api.ts';
import { useFixtures } from './RoomFacts.tsx';
import { Look } from './RoomPhotos.tsx';
import { timeOf } from './Slot.tsx';
import { WaitFor } from './WaitFor.tsx';
import type { Wish } from './wish.ts';

interface Props {
  wish: Wish;
  rooms: readonly RoomFound[];
  chosen: string | null;
  onChoose: (roomId: string) => void;
}

const excused = (codes: readonly string[]) => codes.every((code) => code === 'rooms.too_late' || code === 'rooms.calendar_missing');

/** Rooms that do first, the smallest before the others; the others with why not. */
export const FoundRooms = ({ wish, rooms, chosen, onChoose }: Props) => {
  const { labels } = useRoomWords();
  const fits = rooms.filter(({ whyNot }) => excused(whyNot));
  const others = rooms.filter(({ whyNot }) => !excused(whyNot));
  return (
    <>
      <section className="stack tight" aria-label={labels.fits}>
        <h2>{labels.fits}</h2>
        {fits.length === 0 && <p className="quiet">{labels.noneFits}</p>}
        {fits.map((room) => <Choice key={room.id} room={room} chosen={room.id === chosen} onChoose={() => onChoose(room.id)} />)}
      </section>
      {others.length > 0 && <section className="stack tight" aria-label={labels.fitsNot}><h2>{labels.fitsNot}</h2>{others.map((room) => <Choice key={room.id} room={room} chosen={false} beside={room.whyNot.every((code) => code === 'rooms.taken' || code === 'rooms.blacked_out' || code === 'rooms.equipment_missing') && <WaitFor wish={wish} room={room} />} />)}</section>}
    </>
  );
};

const Choice = ({ room, chosen, onChoose, beside }: { room: RoomFound; chosen: boolean; onChoose?: () => void; beside?: ReactNode }) => {
  const { labels, refusals, classes } = useRoomWords();
  const has = useFixtures(room);
  const taken = room.takenBy && labels.takenBy.replace('{who}', room.takenBy.organiser).replace('{department}', room.takenBy.department).replace('{until}', timeOf(room.takenBy.until));
  return (
    <div className="room-choice spread" data-chosen={chosen}>
      <Look room={room} />
      <div className="grow">
        <strong>{room.name}</strong>　<span className="quiet">{room.building}　{classes[room.class]}　{labels.seats.replace('{n}', String(room.seats))}{room.free && `　${labels.free}`}</span>
        {has && <div className="quiet">{labels.has.replace('{what}', has)}</div>}
        {room.remark && <div className="quiet">{room.remark}</div>}
        {!onChoose && <div>{room.whyNot.filter((code) => !(taken && code === 'rooms.taken')).map((code) => refusals[code as 'rooms.taken']).join(' ')}{taken && ` ${taken}`}</div>}
        {onChoose && room.late && <div className="soon">{labels.late}</div>}
      </div>
      {beside}
      {onChoose && (chosen ? <span>{labels.chosen}</span> : <Button onClick={onChoose} aria-label={`${labels.choose} ${room.name}`}>{labels.choose}</Button>)}
    </div>
  );
};

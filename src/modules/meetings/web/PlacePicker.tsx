import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { client } from '#platform/client.ts';
import { rooms, type RoomFound } from '#modules/rooms/contract.ts';
import { Choices } from '#ui/Choices.tsx';
import { Line, Text } from '#ui/fields.tsx';
import { wall } from '#ui/times.ts';
import type { MeetingRoom, RoomWish } from '../nouns.ts';
import { useMeetingWords } from './api.ts';
import { Needed } from './Needed.tsx';

export const roomsApi = client('rooms', rooms);

export interface Placed {
  place: string;
  room: RoomWish | null;
}

interface Props {
  value: Placed;
  onChange: (next: Partial<Placed>) => void;
  when: { startsAt: string | null; minutes: number; people: number };
  /** The booking it has: not in its own way. */
  has?: MeetingRoom | null;
}

/** Where: a room of the school that is free then, large enough and has what is needed, or a place elsewhere (MTG-3). */
export const PlacePicker = ({ value, onChange, when, has = null }: Props) => {
  const { labels } = useMeetingWords();
  const nowhere: RoomWish = { roomId: '', equipment: [], exception: null };
  const change = (by: 'room' | 'elsewhere') => onChange(by === 'room' ? { room: value.room ?? nowhere, place: labels.roomToChoose } : { room: null, place: '' });
  return (
    <fieldset>
      <legend>{labels.place}</legend>
      <Choices<'room' | 'elsewhere'> label={labels.place} value={value.room ? 'room' : 'elsewhere'} onChange={change} options={[['elsewhere', labels.elsewhere], ['room', labels.bookRoom]]} />
      {value.room ? <Finding room={value.room} onChange={onChange} when={when} has={has} /> : <Line label={labels.placeName} value={value.place} most={100} onChange={(place) => onChange({ place })} />}
    </fieldset>
  );
};

export const isPlaced = ({ place, room }: Placed) => (room ? room.roomId !== '' : place.trim() !== '');

const lateness = ['rooms.too_late', 'rooms.calendar_missing'];
const excused = (codes: readonly string[]) => codes.every((code) => lateness.includes(code));

const Finding = ({ room, onChange, when: { startsAt, minutes, people }, has }: Omit<Props, 'value' | 'has'> & { room: RoomWish; has: MeetingRoom | null }) => {
  const { labels } = useMeetingWords();
  const from = startsAt ?? '';
  const to = startsAt ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : '';
  const query = { from, to, people: String(Math.max(1, people)) as never, equipment: room.equipment.map(({ equipmentId, count }) => `${equipmentId}:${count}`).join(','), ...(has && { except: has.bookingId }) };
  const found = useQuery({ ...roomsApi.findRooms.asQuery({ query }), enabled: startsAt !== null, placeholderData: keepPreviousData }).data?.rooms ?? [];
  // What was chosen may be further down than what is shown.
  const further = useQuery({ ...roomsApi.findRooms.asQuery({ query: { ...query, roomId: room.roomId } }), enabled: startsAt !== null && room.roomId !== '' && found.length > 0 && !found.some(({ id }) => id === room.roomId) }).data?.rooms ?? [];
  if (!startsAt) return <p className="quiet">{labels.timeFirst}</p>;
  const set = (next: Partial<RoomWish>) => onChange({ room: { ...room, ...next } });
  const fits = [...found, ...further].filter(({ whyNot }) => excused(whyNot));
  const others = [...found, ...further].filter((one) => !fits.includes(one));
  const chosen = found.find(({ id }) => id === room.roomId) ?? further.find(({ id }) => id === room.roomId);
  return (
    <div className="stack tight">
      <p className="quiet">{labels.roomsFor.replace('{n}', String(people))}</p>
      <Needed value={room.equipment} onChange={(equipment) => set({ equipment })} />
      {fits.length === 0 && <p className="soon">{labels.noRoomFits}</p>}
      <ul className="lines">{fits.map((one) => <Choice key={one.id} room={one} chosen={one.id === room.roomId} onChoose={() => onChange({ room: { ...room, roomId: one.id }, place: `${one.building}${one.name}` })} />)}</ul>
      {others.length > 0 && <details className="fold" open={others.some(({ id }) => id === room.roomId)}><summary>{labels.roomsNot.replace('{n}', String(others.length))}</summary><ul className="lines">{others.map((one) => <Choice key={one.id} room={one} chosen={one.id === room.roomId} />)}</ul></details>}
      {chosen?.late && excused(chosen.whyNot) && <Text label={labels.roomLate} rows={2} value={room.exception ?? ''} onChange={(exception) => set({ exception: exception || null })} />}
    </div>
  );
};

const Choice = ({ room, chosen, onChoose }: { room: RoomFound; chosen: boolean; onChoose?: () => void }) => {
  const { labels, roomClasses } = useMeetingWords();
  const why = useWhyNot(room);
  return (
    <li className="spread">
      <span>
        <strong>{room.name}</strong>　<small className="quiet">{room.building}　{roomClasses[room.class]}　{labels.seats.replace('{n}', String(room.seats))}　{room.free ? labels.roomFree : labels.roomAsks}</small>
        {room.remark && <><br /><small className="quiet">{room.remark}</small></>}
        {!onChoose && <><br /><small className="soon">{why}</small></>}
        {onChoose && room.late && <><br /><small className="soon">{labels.roomLateHint}</small></>}
      </span>
      {chosen ? <span className="number">{labels.chosen}</span> : onChoose && <Button onClick={onChoose} aria-label={`${labels.choose} ${room.name}`}>{labels.choose}</Button>}
    </li>
  );
};

/** Why a room does not do, with whoever has it then. */
export const useWhyNot = ({ whyNot, takenBy }: Pick<RoomFound, 'whyNot' | 'takenBy'>) => {
  const { labels, refusals } = useMeetingWords();
  const taken = takenBy && labels.roomTaken.replace('{who}', takenBy.organiser).replace('{department}', takenBy.department).replace('{until}', wall(takenBy.until).slice(11, 16));
  return [...whyNot.filter((code) => !(taken && code === 'rooms.taken')).map((code) => refusals[code as 'rooms.taken']), ...(taken ? [taken] : [])].join(' ');
};

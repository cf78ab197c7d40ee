import { useQuery } from '@tanstack/react-query';
import type { RoomWish } from '../nouns.ts';
import { useMeetingWords } from './api.ts';
import { roomsApi } from './PlacePicker.tsx';

type Wished = RoomWish['equipment'];

/** What the room must have, or what is carried to it. */
export const Needed = ({ value, onChange }: { value: Wished; onChange: (next: Wished) => void }) => {
  const { labels } = useMeetingWords();
  const known = useQuery(roomsApi.choices.asQuery({})).data?.equipment ?? [];
  const left = known.filter(({ id }) => !value.some(({ equipmentId }) => equipmentId === id));
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? '';
  const count = (id: string, text: string) => onChange(value.map((one) => (one.equipmentId === id ? { equipmentId: id, count: Math.min(500, Math.max(1, Number(text) || 1)) } : one)));
  return (
    <div className="stack tight">
      <div className="row"><span className="quiet">{labels.roomNeeds}</span>{left.map(({ id, name }) => <button key={id} type="button" className="plain" onClick={() => onChange([...value, { equipmentId: id, count: 1 }])}>＋ {name}</button>)}</div>
      {value.map(({ equipmentId, count: n }) => (
        <div key={equipmentId} className="row">
          <label className="row">{nameOf(equipmentId)} <input type="number" className="field" style={{ width: 80 }} min={1} max={500} value={n} onChange={({ target }) => count(equipmentId, target.value)} /></label>
          <button type="button" className="plain" aria-label={`${labels.remove} ${nameOf(equipmentId)}`} onClick={() => onChange(value.filter((one) => one.equipmentId !== equipmentId))}>{labels.remove}</button>
        </div>
      ))}
    </div>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import dayjs from 'dayjs';
import { Amount, OnDay, OneOf } from '#ui/fields.tsx';
import { api, useRoomWords } from './api.ts';
import { times, type Wish } from './wish.ts';

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeAt = (at: number) => times.find((time) => minutes(time) >= at) ?? times.at(-1)!;

/** When, how many, what is needed there. A later start moves the end with it. */
export const WhenForm = ({ wish, set }: { wish: Wish; set: (next: Partial<Wish>) => void }) => {
  const { labels } = useRoomWords();
  return (
    <section className="card" aria-label={labels.when}>
      <Form layout="vertical" className="form-grid">
        <OnDay label={labels.day} value={wish.day} onChange={(day) => set({ day: day ?? dayjs().format('YYYY-MM-DD') })} />
        <div className="pair"><OneOf label={labels.from} value={wish.from} options={times.map((time) => [time, time] as const)} onChange={(from) => set({ from, to: timeAt(minutes(from) + minutes(wish.to) - minutes(wish.from)) })} /></div>
        <div className="pair"><OneOf label={labels.to} value={wish.to} options={times.filter((time) => time > wish.from).map((time) => [time, time] as const)} onChange={(to) => set({ to })} /></div>
        <Amount label={labels.howMany} value={wish.people} most={5000} onChange={(people) => set({ people })} />
      </Form>
      <Equipment wish={wish} set={set} />
    </section>
  );
};

const Equipment = ({ wish: { equipment }, set }: { wish: Wish; set: (next: Partial<Wish>) => void }) => {
  const { labels } = useRoomWords();
  const known = useQuery(api.choices.asQuery({})).data?.equipment ?? [];
  const left = known.filter(({ id }) => !equipment.some(({ equipmentId }) => equipmentId === id));
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? '';
  return (
    <div className="stack tight">
      <div className="row">
        <span className="quiet">{labels.equipment}</span>
        {left.map(({ id, name }) => <button key={id} type="button" className="plain" onClick={() => set({ equipment: [...equipment, { equipmentId: id, count: 1 }] })}>＋ {name}</button>)}
      </div>
      {equipment.map(({ equipmentId, count }) => (
        <div key={equipmentId} className="row">
          <label className="row">{nameOf(equipmentId)} <input type="number" className="field count" aria-label={`${nameOf(equipmentId)} ${labels.counted}`} min={1} max={500} value={count} onChange={({ target }) => set({ equipment: equipment.map((one) => (one.equipmentId === equipmentId ? { equipmentId, count: Math.min(500, Math.max(1, Number(target.value) || 1)) } : one)) })} /></label>
          <Button aria-label={`${labels.remove} ${nameOf(equipmentId)}`} onClick={() => set({ equipment: equipment.filter((one) => one.equipmentId !== equipmentId) })}>{labels.remove}</Button>
        </div>
      ))}
    </div>
  );
};

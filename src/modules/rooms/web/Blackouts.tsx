import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { useAct } from '#ui/act.ts';
import { Ask } from '#ui/Ask.tsx';
import { Line, Moment, OneOf } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { api, stale, useRoomWords } from './api.ts';

/** 停用时段: exams and the like. */
export const Blackouts = ({ may }: { may: boolean }) => {
  const { labels, refusals } = useRoomWords();
  const [adds, setAdds] = useState(false);
  const asked = useQuery(api.blackouts.asQuery({}));
  const end = useAct((blackoutId: string, key) => api.endBlackout({ params: { blackoutId }, body: {} }, key), stale);
  return (
    <section className="card stack" aria-label={labels.blackouts}>
      <div className="spread"><h2>{labels.blackouts}</h2>{may && <Button onClick={() => setAdds(true)}>{labels.addBlackout}</Button>}</div>
      <Loaded asked={asked}>
        {({ blackouts }) => blackouts.length === 0 ? <p className="quiet">{labels.noBlackouts}</p> : (
          <ul className="lines">
            {blackouts.map((one) => (
              <li key={one.id} className="spread">
                <div><strong>{one.reason}</strong>　{one.room?.name ?? labels.allRooms}<br /><When at={one.from} />—<When at={one.to} />　<span className="quiet">{one.excepted.length > 0 && `${labels.excepted}：${one.excepted.map(({ name }) => name).join('、')}　`}{one.bookings > 0 && labels.standing.replace('{n}', String(one.bookings))}</span></div>
                {may && <Button aria-label={`${labels.endBlackout} ${one.reason}`} loading={end.busy} onClick={() => end.run(one.id)}>{labels.endBlackout}</Button>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Refusals codes={end.codes} words={refusals} />
      {adds && <AddBlackout onClose={() => setAdds(false)} />}
    </section>
  );
};

const AddBlackout = ({ onClose }: { onClose: () => void }) => {
  const { labels, refusals } = useRoomWords();
  const rooms = useQuery(api.choices.asQuery({})).data?.rooms ?? [];
  const { data } = useQuery({ ...organisation.directory.asQuery({ query: {} }), staleTime: 60_000 });
  const start = { roomId: '', from: null as string | null, to: null as string | null, reason: '', excepted: [] as string[] };
  return (
    <Ask title={labels.addBlackout} draft="rooms.blackout" start={start} words={refusals} stale={stale} onClose={onClose} ready={({ from, to, reason }) => from !== null && to !== null && reason.trim() !== ''} send={({ roomId, from, to, ...typed }, key) => api.addBlackout({ body: { ...typed, from: from!, to: to!, roomId: roomId || null } }, key)}>
      {(typed, set) => (
        <>
          <OneOf label={labels.room} value={typed.roomId} options={[['', labels.allRooms] as const, ...rooms.map(({ id, name }) => [id, name] as const)]} onChange={(roomId) => set({ roomId })} />
          <Moment label={labels.from} value={typed.from} onChange={(from) => set({ from })} />
          <Moment label={labels.to} value={typed.to} onChange={(to) => set({ to })} />
          <Line label={labels.why} value={typed.reason} onChange={(reason) => set({ reason })} />
          <Form.Item layout="vertical" label={labels.excepted} htmlFor="blackout-excepted"><PersonSelect id="blackout-excepted" label={labels.excepted} many value={typed.excepted} options={(data?.people ?? []).map(({ id, name, department }) => ({ id, name, hint: department }))} onChange={(excepted: string[]) => set({ excepted })} /></Form.Item>
        </>
      )}
    </Ask>
  );
};

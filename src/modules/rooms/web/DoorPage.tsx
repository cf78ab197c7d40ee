import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Line } from '#ui/fields.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { api, stale, useRoomWords } from './api.ts';
import { Purpose, Slot } from './Slot.tsx';
import { Standing } from './Standing.tsx';

/** At the door, with the phone: what is on here, sign in, leave. The QR brings the code along; it may be typed, too. */
export const DoorPage = () => {
  const { labels, refusals } = useRoomWords();
  const { roomId } = useParams({ strict: false }) as { roomId: string };
  const { code: brought } = useSearch({ strict: false }) as { code?: string | number };
  const [doorCode, setCode] = useState(brought === undefined ? '' : String(brought).padStart(6, '0'));
  const asked = useQuery(api.door.asQuery({ params: { roomId } }));
  const signIn = useAct((bookingId: string, key) => api.signIn({ params: { bookingId }, body: { doorCode } }, key), stale);
  const leave = useAct((bookingId: string, key) => api.leave({ params: { bookingId }, body: {} }, key), stale);
  return (
    <Loaded asked={asked}>
      {({ room, bookings }) => (
        <div className="stack narrow">
          <h1>{room.name}</h1>
          {brought === undefined && bookings.some(({ whyNot }) => whyNot['signIn']) && <Form layout="vertical"><Line label={labels.doorCode} most={6} value={doorCode} onChange={setCode} /></Form>}
          <Refusals codes={[...signIn.codes, ...leave.codes]} words={refusals} />
          {bookings.length === 0 && <Nothing>{labels.nothingToday}</Nothing>}
          {bookings.map((one) => (
            <section key={one.id} className="card stack tight">
              <div className="spread"><Slot from={one.from} to={one.to} /><Standing state={one.state} /></div>
              <Link to={`/rooms/bookings/${one.id}` as string}><Purpose booking={one} /></Link>
              <div className="quiet">{one.organiser.name}　{one.department.name}</div>
              {one.whyNot['signIn']?.length === 0 && <Button type="primary" size="large" block disabled={doorCode.trim().length !== 6} loading={signIn.busy} onClick={() => signIn.run(one.id)}>{labels.signIn}</Button>}
              {(one.whyNot['signIn']?.length ?? 0) > 0 && <p className="quiet">{one.whyNot['signIn']!.map((code) => refusals[code as 'rooms.too_early']).join(' ')}</p>}
              {one.whyNot['leave']?.length === 0 && <Button size="large" block loading={leave.busy} onClick={() => leave.run(one.id)}>{labels.leave}</Button>}
            </section>
          ))}
        </div>
      )}
    </Loaded>
  );
};

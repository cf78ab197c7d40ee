import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import type { Wait } from '../waiting/contract.ts';
import { api, stale, useRoomWords } from './api.ts';
import { Purpose, Slot } from './Slot.tsx';

/** What I wait for; nothing at all for whoever waits for nothing. */
export const Waits = () => {
  const { labels } = useRoomWords();
  const { data } = useQuery(api.waits.asQuery({}));
  const open = data?.waits.filter(({ state }) => state === 'waiting' || state === 'offered') ?? [];
  if (!open.length) return null;
  return <section className="card stack tight" aria-label={labels.waits}><h2>{labels.waits}</h2><WaitLines waits={open} /></section>;
};

export const WaitLines = ({ waits }: { waits: readonly Wait[] }) => {
  const { labels, refusals, waitStates } = useRoomWords();
  const attempt = useAct((waitId: string, key) => api.tryWait({ params: { waitId }, body: {} }, key), stale);
  const end = useAct((waitId: string, key) => api.withdrawWait({ params: { waitId }, body: {} }, key), stale);
  return (
    <>
      <ul className="lines">
        {waits.map((wait) => (
          <li key={wait.id} className="spread">
            <div><Slot from={wait.from} to={wait.to} />　{wait.room?.name ?? labels.anyRoom}　<Purpose booking={wait} /><br /><span className="quiet">{waitStates[wait.state]}　{wait.reasons.map((code) => refusals[code as 'rooms.taken']).join(' ')}</span></div>
            {wait.bookingId && <Link to={`/rooms/bookings/${wait.bookingId}` as string}>{labels.openBooking}</Link>}
            {wait.state === 'waiting' && <span className="row"><Button onClick={() => attempt.run(wait.id)}>{labels.tryNow}</Button><Button onClick={() => end.run(wait.id)}>{labels.waitNoMore}</Button></span>}
          </li>
        ))}
      </ul>
      <Refusals codes={[...attempt.codes, ...end.codes]} words={refusals} />
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ApprovalPanel } from '#mechanisms/approvals/web/ApprovalPanel.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import type { Answer } from '#platform/contract.ts';
import { Acts } from '#ui/Acts.tsx';
import { Ask } from '#ui/Ask.tsx';
import { Text } from '#ui/fields.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { When } from '#ui/When.tsx';
import type { bookings } from '../bookings/contract.ts';
import { api, stale, useRoomWords } from './api.ts';
import { Purpose, Slot } from './Slot.tsx';
import { Inviting } from './Inviting.tsx';
import { Offered } from './Offered.tsx';
import { Standing } from './Standing.tsx';

export type Whole = Answer<typeof bookings.booking>;

/** One booking: what, where, when; what may be done now; its approval. */
export const BookingPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.booking.asQuery({ params: { bookingId: recordId } }));
  return <Loaded asked={asked}>{(booking) => <Page booking={booking} />}</Loaded>;
};

const Page = ({ booking }: { booking: Whole }) => {
  const { labels, acts } = useRoomWords();
  const go = useNavigate();
  const again = (how: 'change' | 'again') => void go({ to: '/rooms/book', search: { [how]: booking.id } as never });
  const side = (
    <>
      {booking.state === 'offered' && booking.mine && <Offered booking={booking} />}
      <Doing booking={booking} onChange={() => again('change')} onAgain={() => again('again')} />
      {booking.concerned && <ApprovalPanel recordId={booking.id}><Button onClick={() => again('change')}>{labels.changeIt}</Button></ApprovalPanel>}
      {booking.concerned && <History recordId={booking.id} module="rooms" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />}
    </>
  );
  return (
    <Record standing={<><span className="number quiet">{booking.number}</span><Standing state={booking.state} /></>} title={<Purpose booking={booking} />} facts={<>{booking.room.name}　<Slot from={booking.from} to={booking.to} /></>} side={side}>
      <Facts booking={booking} />
      <Inviting bookingId={booking.id} may={booking.whyNot['change']?.length === 0} />
    </Record>
  );
};

const Doing = ({ booking, onChange, onAgain }: { booking: Whole; onChange: () => void; onAgain: () => void }) => {
  const { labels, refusals } = useRoomWords();
  const [asks, setAsks] = useState<'cancel' | 'release'>();
  const over = booking.state !== 'asked' && booking.state !== 'booked' && booking.mine;
  if (!over && !Object.keys(booking.whyNot).length) return null;
  const verbs = [{ name: 'change', label: labels.changeIt, onClick: onChange }, { name: 'cancel', label: labels.cancelIt, onClick: () => setAsks('cancel') }, { name: 'release', label: labels.releaseIt, onClick: () => setAsks('release') }] as const;
  return (
    <section className="card stack">
      {booking.mine && booking.state === 'booked' && <Link to={`/rooms/door/${booking.room.id}` as string}>{labels.atDoor}</Link>}
      {booking.state === 'asked' && <p className="quiet">{labels.approvalWaits}</p>}
      <Acts words={refusals} acts={[...verbs.map((verb) => ({ ...verb, whyNot: over ? undefined : booking.whyNot[verb.name] })), { name: 'again', label: labels.again, whyNot: over ? [] : undefined, onClick: onAgain }]} />
      {asks === 'cancel' && <Ask title={labels.cancelIt} what={`${booking.room.name} ${booking.number}`} follows={labels.cancelThen} danger draft={`rooms.cancel.${booking.id}`} start={{ why: '' }} words={refusals} stale={stale} onClose={() => setAsks(undefined)} ready={({ why }) => booking.mine || why.trim() !== ''} send={(typed, key) => api.cancel({ params: { bookingId: booking.id }, body: typed }, key)}>{({ why }, set) => <Text label={labels.whyCancel} rows={2} value={why} onChange={(next) => set({ why: next })} />}</Ask>}
      {asks === 'release' && <Ask title={labels.releaseIt} what={`${booking.room.name} ${booking.number}`} follows={labels.releaseThen} draft={`rooms.release.${booking.id}`} start={{}} words={refusals} stale={stale} onClose={() => setAsks(undefined)} send={(_, key) => api.release({ params: { bookingId: booking.id }, body: {} }, key)}>{() => null}</Ask>}
    </section>
  );
};

const Facts = ({ booking }: { booking: Whole }) => {
  const { labels } = useRoomWords();
  return (
    <section className="card" aria-label={labels.sure}>
      <dl className="facts one">
        <Row label={labels.room}>{booking.room.name}　<Link className="no-print" to={`/rooms/week/${booking.room.id}` as string}>{labels.week}</Link></Row>
        <Row label={labels.time}><Slot from={booking.from} to={booking.to} /></Row>
        <Row label={labels.howMany}>{booking.people}</Row>
        <Row label={labels.equipment}>{booking.equipment.map(({ name, count, fixed }) => `${name} ${count}${count > fixed ? `（${labels.carried} ${count - fixed}）` : ''}`).join('、')}</Row>
        <Row label={labels.organiser}>{booking.organiser.name}　{booking.department.name}</Row>
        <Row label={labels.series}>{booking.seriesId && <Link to={`/records/${booking.seriesId}` as string}>{labels.dates}</Link>}</Row>
        <Row label={labels.askedAt}><When at={booking.askedAt} /></Row>
        <Row label={labels.exception}>{booking.exception}</Row>
        <Row label={labels.endedBy}>{booking.endedAt && <>{booking.endedBy}　<When at={booking.endedAt} /></>}</Row>
        <Row label={labels.endedWhy}>{booking.endedWhy}</Row>
      </dl>
    </section>
  );
};

const Row = ({ label, children }: { label: string; children: ReactNode }) => (children ? <><dt>{label}</dt><dd>{children}</dd></> : null);

const saidIn = (details: Readonly<Partial<{ [name: string]: unknown }>>) => (typeof details['why'] === 'string' ? details['why'] : '');

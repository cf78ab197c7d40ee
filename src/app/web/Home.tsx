import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Me } from '#mechanisms/access/contract.ts';
import { useMe } from '#mechanisms/access/web/me.ts';
import { YearMissing } from '#mechanisms/calendar/web/YearMissing.tsx';
import { api as deadlines } from '#mechanisms/deadlines/web/api.ts';
import { Inbox } from '#mechanisms/todos/web/Inbox.tsx';
import { useNarrow } from '#ui/narrow.ts';
import { Left } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { useAsks } from './asks.ts';
import { firstOfEach } from './first-of.ts';
import { entriesOf } from './menu.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

// The inbox comes first; the words of all messages and refusals after it.
const Changed = lazy(async () => ({ default: (await import('./Changed.tsx')).Changed }));
const Today = lazy(async () => ({ default: (await import('#modules/meetings/web/Today.tsx')).Today }));
const NotDone = lazy(async () => ({ default: (await import('./NotDone.tsx')).NotDone }));

/** Home is the inbox; beside it what breaks next and what changed. */
export const Home = () => {
  const me = useMe()!;
  const words = useWords({ zh, en });
  const asks = useAsks();
  const narrow = useNarrow();
  if (!me.permissions.includes('incoming.read')) return <Administrator me={me} />;
  const today = me.permissions.includes('meetings.take_part') && <Suspense fallback={null}><Today /></Suspense>;
  return (
    <div className="record">
      <div className="stack">
        <h1>{words.home}</h1>
        {narrow && today}
        {me.permissions.includes('calendar.manage') && <YearMissing />}
        <Inbox asks={asks} untitled={words.untitled} together={together} places={places} NotDone={NotDone} />
      </div>
      <div className="stack">
        {!narrow && today}
        <NextClocks />
        <Suspense fallback={null}><Changed /></Suspense>
      </div>
    </div>
  );
};

/** How lines of each kind are done from the inbox, several at once. */
const together = {
  'incoming.read': async (readingId: string, key: string) => (await import('./together.ts')).markRead(readingId, key),
  'approvals.sign': async (signerId: string, key: string) => (await import('./together.ts')).approve(signerId, key),
};

/** Where on the page of the record each kind of line is answered. */
const places = { 'approvals.sign': 'approval', 'approvals.resubmit': 'approval' };

/** Three people who see no documents start with what they are there for. */
const Administrator = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  return (
    <div className="stack narrow">
      <h1>{words.administration}</h1>
      <p>{words.administrator}</p>
      <ul className="lines card">{entriesOf(me).map(({ to, label, does }) => <li key={to}><Link to={to}>{words[label]}</Link><br /><small className="quiet">{does && words[does]}</small></li>)}</ul>
    </div>
  );
};

const NextClocks = () => {
  const words = useWords({ zh, en });
  const { data } = useQuery(deadlines.board.asQuery({ query: { most: '12' as never } }));
  if (!data?.clocks.length) return null;
  return (
    <section className="card stack" aria-label={words.clocks}>
      <div className="spread"><h2>{words.clocksAtRisk}</h2><Link to="/clocks">{words.all}</Link></div>
      <ul className="lines">
        {firstOfEach(data.clocks, ({ recordId }) => recordId).slice(0, 6).map((clock) => (
          <li key={clock.id}>
            <Link to={`/records/${clock.recordId}`}>{clock.record.title || clock.record.number}</Link><br />
            <small><Left dueAt={clock.dueAt} />　<span className="quiet">{clock.person?.name ?? clock.department?.name}</span></small>
          </li>
        ))}
      </ul>
    </section>
  );
};

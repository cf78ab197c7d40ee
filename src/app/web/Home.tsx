import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '#mechanisms/access/contract.ts';
import { useMe } from '#mechanisms/access/web/me.ts';
import { api as approvalsApi, useApprovalWords } from '#mechanisms/approvals/web/api.ts';
import { YearMissing } from '#mechanisms/calendar/web/YearMissing.tsx';
import { filled } from '#mechanisms/notifications/filled.ts';
import { api as notifications } from '#mechanisms/notifications/web/api.ts';
import { api as deadlines } from '#mechanisms/deadlines/web/api.ts';
import { Inbox } from '#mechanisms/todos/web/Inbox.tsx';
import { api as incomingApi } from '#modules/documents/incoming/web/api.ts';
import { en as incomingEn } from '#modules/documents/incoming/words.en.ts';
import { zh as incomingZh } from '#modules/documents/incoming/words.zh.ts';
import { Left, When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { entriesOf } from './menu.ts';
import { useAsks, useSentences } from './wording.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** Home is the inbox; beside it what breaks next and what changed. */
export const Home = () => {
  const me = useMe()!;
  const words = useWords({ zh, en });
  const incoming = useWords<typeof incomingZh | typeof incomingEn>({ zh: incomingZh, en: incomingEn });
  const approvals = useApprovalWords();
  const asks = useAsks();
  if (!me.permissions.includes('incoming.read')) return <Administrator me={me} />;
  return (
    <div className="record">
      <div className="stack">
        <h1>{words.home}</h1>
        {me.permissions.includes('calendar.manage') && <YearMissing />}
        <Inbox asks={asks} untitled={incoming.labels.stubTitle} together={together} places={places} refusals={{ ...incoming.refusals, ...approvals.refusals }} />
      </div>
      <div className="stack">
        <NextClocks />
        <Changed />
      </div>
    </div>
  );
};

/** How lines of each kind are done from the inbox, several at once. */
const together = {
  'incoming.read': (readingId: string, key: string) => incomingApi.markRead({ params: { readingId }, body: {} }, key),
  'approvals.sign': (signerId: string, key: string) => approvalsApi.decide({ params: { signerId }, body: { decision: 'approved', batch: true } }, key),
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

/** A document has several clocks and several messages of a kind: the first stands for it. */
const firstOfEach = <T,>(all: readonly T[], keyOf: (one: T) => string) => all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);

const Changed = () => {
  const words = useWords({ zh, en });
  const sentences = useSentences();
  const { data } = useQuery(notifications.messages.asQuery({ query: { most: '40' as never } }));
  const news = data ? firstOfEach(data.messages, ({ what, recordId, id }) => (recordId ? `${what} ${recordId}` : id)).slice(0, 6) : [];
  if (!news.length) return null;
  return (
    <section className="card stack" aria-label={words.messages}>
      <div className="spread"><h2>{words.changed}</h2><Link to="/messages">{words.all}</Link></div>
      <ul className="lines">
        {news.map(({ id, what, params, recordId, at }) => (
          <li key={id}>
            {recordId ? <Link to={`/records/${recordId}`}>{filled(sentences[what] ?? what, params)}</Link> : filled(sentences[what] ?? what, params)}<br />
            <small className="quiet"><When at={at} /></small>
          </li>
        ))}
      </ul>
    </section>
  );
};

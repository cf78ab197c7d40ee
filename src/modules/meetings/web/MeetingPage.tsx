import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ApprovalPanel } from '#mechanisms/approvals/web/ApprovalPanel.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { useNarrow } from '#ui/narrow.ts';
import { Record } from '#ui/Record.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { WholeMeeting } from '../nouns.ts';
import { AgendaLines } from './AgendaLines.tsx';
import { api, stale, useMeetingWords } from './api.ts';
import { Fact, saidIn } from './Facts.tsx';
import { type MeetingAct, MeetingAsks } from './MeetingAsks.tsx';
import { Materials } from './Materials.tsx';
import { MeetingPapers } from './MeetingPapers.tsx';
import { MeetingMinutes } from './MeetingMinutes.tsx';
import { MeetingStanding } from './Meetings.tsx';
import { minutesOf } from './plan.ts';
import { Preparing } from './Preparing.tsx';
import { RoomStanding } from './RoomStanding.tsx';
import { RecordBook } from './RecordBook.tsx';
import { Sat } from './Sat.tsx';
import { useSittingWords } from './sitting.ts';

/** One meeting: its notice, its agenda, who comes, its approval. */
export const MeetingPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.meeting.asQuery({ params: { meetingId: recordId } }));
  return <Loaded asked={asked}>{(meeting) => <Page meeting={meeting} />}</Loaded>;
};

const Page = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels, acts, kinds } = useMeetingWords();
  const phone = useNarrow();
  return (
    <Record
      standing={<><span className="quiet">{kinds[meeting.kind]}</span><MeetingStanding meeting={meeting} /></>}
      title={meeting.title}
      facts={<><When at={meeting.startsAt} />　{meeting.place}</>}
      side={<>{!phone && <MeetingActs meeting={meeting} />}<ApprovalPanel recordId={meeting.id}><Link to={`/meetings/${meeting.id}/edit` as string}>{labels.changePlan}</Link></ApprovalPanel><History recordId={meeting.id} module="meetings" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} /></>}
    >
      {phone && <MeetingActs meeting={meeting} />}
      <Sections meeting={meeting} />
    </Record>
  );
};

/** What is due now comes first: before it who comes to what; while it goes on what is written; afterwards the minutes, and the rest folded away. */
const Sections = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels } = useMeetingWords();
  const [notice, agenda, coming, materials] = [<Notice key="notice" meeting={meeting} />, <AgendaLines key="agenda" meeting={meeting} />, <Coming key="coming" meeting={meeting} />, <Materials key="materials" meeting={meeting} />];
  const [preparing, sat, book] = [<Preparing key="preparing" meeting={meeting} />, <Sat key="sat" meeting={meeting} />, <RecordBook key="book" meeting={meeting} />];
  if (meeting.state !== 'called') return [notice, agenda, coming, materials, preparing];
  if (meeting.begunAt === null) return [notice, agenda, materials, coming, preparing, book, sat];
  return [
    ...(meeting.endedAt ? [<MeetingMinutes key="minutes" meetingId={meeting.id} />, agenda, sat] : [sat, agenda]), materials, book,
    <details key="before" className="fold"><summary>{labels.beforeMeeting}</summary><div className="stack">{notice}{coming}{preparing}</div></details>,
  ];
};

const MeetingActs = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels, refusals } = useMeetingWords();
  const { labels: sitting } = useSittingWords();
  const navigate = useNavigate();
  const [asks, setAsks] = useState<MeetingAct>();
  const params = { meetingId: meeting.id };
  const send = useAct((_: void, key) => api.sendForApproval({ params, body: {} }, key), stale);
  const urge = useAct((_: void, key) => api.urgeReplies({ params, body: {} }, key), stale);
  const [urged, setUrged] = useState<number>();
  const does = {
    openSitting: () => void navigate({ to: `/meetings/${meeting.id}/sitting` as string }), reply: () => setAsks('reply'), sendForApproval: () => send.run(), call: () => setAsks('call'), changePlan: () => void navigate({ to: `/meetings/${meeting.id}/edit` as string }),
    urgeReplies: () => (setUrged(meeting.people.filter(({ reply }) => reply === null).length), urge.run()), changeCalled: () => setAsks('changeCalled'), cancelMeeting: () => setAsks('cancelMeeting'),
  };
  const whyNot: Partial<Record<string, string[]>> = { ...meeting.whyNot, openSitting: meeting.whyNot['beginMeeting'] ?? meeting.whyNot['write'] };
  if (!(Object.keys(does) as (keyof typeof does)[]).some((name) => whyNot[name])) return null;
  return (
    <section className="card stack">
      <Acts words={refusals} acts={(Object.keys(does) as (keyof typeof does)[]).map((name) => ({ name, label: name === 'openSitting' ? sitting.openSitting : labels[name], whyNot: whyNot[name], onClick: does[name], main: (name === 'reply' && meeting.begunAt === null) || name === 'openSitting' || name === 'sendForApproval' || name === 'call' }))} />
      <Refusals codes={[...send.codes, ...urge.codes]} words={refusals} />
      {urged !== undefined && !urge.codes.length && !urge.busy && <p role="status">{labels.urged.replace('{n}', String(urged))}</p>}
      {asks && <MeetingAsks act={asks} meeting={meeting} onClose={() => setAsks(undefined)} />}
    </section>
  );
};

const Notice = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels } = useMeetingWords();
  return (
    <section className="card stack" aria-label={labels.facts}>
      <div className="spread"><h2>{labels.facts}</h2><MeetingPapers meeting={meeting} /></div>
      <dl className="facts">
        <Fact label={labels.when}><When at={meeting.startsAt} />　{labels.minutesUnit.replace('{n}', String(minutesOf(meeting)))}</Fact>
        <Fact label={labels.place}>{meeting.place}{meeting.room && <>　<RoomStanding room={meeting.room} /></>}</Fact>
        <Fact label={labels.chair}>{meeting.chair.name}</Fact>
        <Fact label={labels.minuteTaker}>{meeting.minuteTaker.name}</Fact>
        <Fact label={labels.prepare}>{meeting.prepare && <span className="opinion">{meeting.prepare}</span>}</Fact>
        <Fact label={labels.urgent}>{meeting.urgentWhy}</Fact>
        <Fact label={labels.noticeOf}>{meeting.calledAt && <When at={meeting.calledAt} />}</Fact>
        <Fact label={labels.reason}>{meeting.cancelledWhy && <span className="late">{meeting.cancelledWhy}</span>}</Fact>
        <Fact label={labels.changes}>{meeting.changes.length > 0 && <ul>{meeting.changes.map((one) => <li key={one.at}><When at={one.at} />　{one.by.name}　{one.why}</li>)}</ul>}</Fact>
      </dl>
    </section>
  );
};

const Coming = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels, replies } = useMeetingWords();
  const called = meeting.state === 'called';
  const answered = meeting.people.filter(({ reply }) => reply !== null).length;
  return (
    <section className="card stack" aria-label={labels.people}>
      <div className="spread"><h2>{labels.people}</h2>{called && <span className="quiet">{labels.answered.replace('{n}', String(answered)).replace('{all}', String(meeting.people.length))}</span>}</div>
      <ul className="lines">
        {meeting.people.map(({ person, title, part, reply, deputy, why }) => (
          <li key={person.id} className="spread">
            <span>{person.name}　<small className="quiet">{title}{part === 'observes' && `　${labels.observes}`}</small></span>
            {called && <span className={reply ? '' : 'soon'}>{reply ? replies[reply] : labels.silent}{deputy && `：${deputy.name}`}{why && <small className="quiet">　{why}</small>}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { ApprovalPanel } from '#mechanisms/approvals/web/ApprovalPanel.tsx';
import { NextClock } from '#mechanisms/deadlines/web/NextClock.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import type { WholeMinutes } from '../minutes/contract.ts';
import type { PaperState } from '../papers/contract.ts';
import { api, stale, useMeetingWords } from './api.ts';
import { saidIn } from './Facts.tsx';
import { type MinutesAct, MinutesAsks } from './MinutesAsks.tsx';
import { Corrections, MinutesFacts, Notes, Receipts, Snapshot } from './MinutesParts.tsx';
import { WrittenText } from './WrittenText.tsx';

/** One set of minutes, or a note of correction: the paper, what the attendees said of it, who has it. */
export const MinutesPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.minutes.asQuery({ params: { paperId: recordId } }));
  return <Loaded asked={asked}>{(minutes) => <Page minutes={minutes} />}</Loaded>;
};

const tones = { draft: 'wait', sent: 'go', approving: 'go', final: 'done', dropped: 'wait' } as const;

export const PaperStanding = ({ state }: { state: PaperState }) => <State tone={tones[state]}>{useMeetingWords().paperStates[state]}</State>;

const Page = ({ minutes }: { minutes: WholeMinutes }) => {
  const { labels, acts, paperKinds } = useMeetingWords();
  const edit = minutes.whyNot['save']?.length === 0 && <Link to={`/meetings/papers/${minutes.id}/edit` as string} className="main-act">{labels.editText}</Link>;
  return (
    <Record
      standing={<><span className="number quiet">{minutes.number ?? paperKinds[minutes.kind]}</span><PaperStanding state={minutes.state} /><NextClock recordId={minutes.id} dueAt={null} /></>}
      title={minutes.title}
      facts={<><Link to={`/records/${minutes.meeting.id}` as string}>{minutes.meeting.title}</Link>　<When at={minutes.meeting.startsAt} /></>}
      side={<><MinutesActs minutes={minutes} /><ApprovalPanel recordId={minutes.id}>{edit}</ApprovalPanel><History recordId={minutes.id} module="meetings" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} without={['approvals.submit']} /></>}
    >
      {minutes.corrects && <Alert type="info" showIcon title={<>{labels.correctsWhat} <Link to={`/records/${minutes.corrects.id}` as string}><span className="number">{minutes.corrects.number}</span> {minutes.corrects.title}</Link>　{minutes.why}</>} />}
      {minutes.leftOut.length > 0 && <Alert type="warning" showIcon title={labels.leftOut.replace('{numbers}', minutes.leftOut.join('、'))} />}
      <Notes minutes={minutes} />
      <WrittenText paper={minutes} />
      <Corrections minutes={minutes} />
      <Snapshot minutes={minutes} />
      <Receipts minutes={minutes} />
      <MinutesFacts minutes={minutes} />
    </Record>
  );
};

const MinutesActs = ({ minutes }: { minutes: WholeMinutes }) => {
  const { labels, refusals } = useMeetingWords();
  const navigate = useNavigate();
  const [asks, setAsks] = useState<MinutesAct>();
  const params = { paperId: minutes.id };
  const read = useAct((_: void, key) => api.readMinutes({ params, body: {} }, key), stale);
  const does = {
    readMinutes: () => read.run(), sendMinutes: () => setAsks('sendMinutes'), submitMinutes: () => setAsks('submitMinutes'), save: () => void navigate({ to: `/meetings/papers/${minutes.id}/edit` as string }),
    askCorrection: () => setAsks('askCorrection'), printMinutes: () => setAsks('printMinutes'), redraftMinutes: () => setAsks('redraftMinutes'), correctFinal: () => setAsks('correctFinal'), dropNote: () => setAsks('dropNote'),
  };
  const words = { readMinutes: labels.readIt, sendMinutes: labels.sendMinutes, submitMinutes: labels.submitMinutes, save: labels.editText, askCorrection: labels.askCorrection, printMinutes: labels.printMinutes, redraftMinutes: labels.redraftMinutes, correctFinal: labels.correctFinal, dropNote: labels.dropNote };
  const names = (Object.keys(does) as (keyof typeof does)[]).filter((name) => minutes.whyNot[name] !== undefined);
  if (!names.length) return null;
  return (
    <section className="card stack">
      <Acts words={refusals} acts={names.map((name) => ({ name, label: words[name], whyNot: minutes.whyNot[name], onClick: does[name], main: name === 'readMinutes' || name === 'sendMinutes' || name === 'submitMinutes' }))} />
      <Refusals codes={read.codes} words={refusals} />
      {asks && <MinutesAsks act={asks} minutes={minutes} onClose={() => setAsks(undefined)} />}
    </section>
  );
};

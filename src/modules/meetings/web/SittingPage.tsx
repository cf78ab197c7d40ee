import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useDepartments, useDirectory } from '#mechanisms/organisation/web/fields.tsx';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import type { Sitting } from '../nouns.ts';
import { EndMeeting } from './EndMeeting.tsx';
import { Notes } from './Notes.tsx';
import { QueueState } from './QueueState.tsx';
import { filled, useSitting, useSittingWords, type Writing } from './sitting.ts';
import './sitting.css';
import { SittingAgenda } from './SittingAgenda.tsx';
import { Talking } from './Talking.tsx';

/** The meeting while it goes on: the minute-taker writes, everybody else who was called follows (MTG-6, MTG-7). */
export const SittingPage = () => {
  const { meetingId } = useParams({ strict: false }) as { meetingId: string };
  const writing = useSitting(meetingId);
  // Without a network the windows still know people and departments.
  useDirectory();
  useDepartments();
  return <Loaded asked={writing.asked}>{() => <Page writing={writing} meeting={writing.shown!} />}</Loaded>;
};

const Page = ({ writing, meeting }: { writing: Writing; meeting: Sitting }) => {
  const { labels, refusals } = useSittingWords();
  const writes = meeting.whyNot['write']?.length === 0 && meeting.endedAt === null;
  const now = meeting.items.find(({ since }) => since) ?? meeting.items.find(({ state }) => state === 'planned');
  const [chosen, choose] = useState<string | null>();
  const [ends, setEnds] = useState(false);
  const itemId = chosen === undefined ? (now?.id ?? null) : chosen;
  const begin = { name: 'begin', label: Date.parse(writing.at()) >= Date.parse(meeting.endsAt) ? labels.beginLater : labels.begin, whyNot: meeting.begunAt === null ? meeting.whyNot['beginMeeting'] : undefined, onClick: () => writing.queue.add({ what: 'beginMeeting', request: { params: { meetingId: meeting.id }, body: { at: writing.at() } } }), main: true };
  return (
    <div className="stack">
      <header className="stack tight">
        <div className="spread"><span className="row"><Going meeting={meeting} /><QueueState writing={writing} writes={meeting.whyNot['write'] !== undefined} /></span><Link to={`/records/${meeting.id}` as string}>{labels.backToMeeting}</Link></div>
        <h1>{meeting.title}</h1>
        <div className="quiet"><When at={meeting.begunAt ?? meeting.startsAt} />　{meeting.place}　{labels.chair} {meeting.chair.name}　{labels.minuteTaker} {meeting.minuteTaker.name}{meeting.writtenLater && `　${labels.later}`}</div>
        <div className="row"><Link to={`/meetings/${meeting.id}/attendance` as string}>{filled(labels.came, meeting.counted)}</Link>{meeting.whyNot['signInFor'] && <Link to={`/meetings/${meeting.id}/sign-in-card` as string}>{labels.signInCard}</Link>}</div>
      </header>
      {meeting.begunAt === null && <section className="card stack narrow"><Acts words={refusals} acts={[begin]} />{meeting.whyNot['beginMeeting'] === undefined && <p>{labels.notBegunYet}</p>}</section>}
      <div className="sitting">
        <div className="stack">
          {meeting.begunAt !== null && !meeting.writtenLater && meeting.endedAt === null && <Talking writing={writing} meeting={meeting} writes={writes} onMoved={() => choose(undefined)} />}
          {meeting.begunAt !== null && (writes ? [itemId] : withNotes(meeting)).map((id) => <Notes key={id} writing={writing} meeting={meeting} itemId={id} writes={writes} />)}
        </div>
        <div className="stack">
          <SittingAgenda writing={writing} meeting={meeting} writes={writes} itemId={itemId} onChoose={choose} />
          {writes && <Button size="large" block onClick={() => setEnds(true)}>{labels.endMeeting}</Button>}
          {meeting.whyNot['write'] === undefined && meeting.endedAt === null && <p className="quiet">{labels.readOnly}</p>}
        </div>
      </div>
      {ends && <EndMeeting writing={writing} meeting={meeting} onClose={() => setEnds(false)} />}
    </div>
  );
};

/** Who follows sees all of it, by topic, in the order of the agenda; what belongs to none comes last. */
const withNotes = ({ items, points, resolutions }: Sitting) => {
  const found = [...items.map(({ id }) => id), null].filter((id) => [...points, ...resolutions].some(({ itemId }) => itemId === id));
  return found.length ? found : [items[0]?.id ?? null];
};

const Going = ({ meeting: { begunAt, endedAt } }: { meeting: Sitting }) => {
  const { labels } = useSittingWords();
  if (begunAt === null) return <State tone="wait">{labels.notBegunYet}</State>;
  return endedAt === null ? <State tone="go">{labels.goingOn}</State> : <State tone="done">{labels.isOver}</State>;
};

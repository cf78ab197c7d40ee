import { Link } from '@tanstack/react-router';
import { When } from '#ui/When.tsx';
import type { WholeMeeting } from '../nouns.ts';
import { Fact } from './Facts.tsx';
import { filled, useSittingWords } from './sitting.ts';

/** How the meeting went: when it began and ended, who came, what was said that matters. */
export const Sat = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels } = useSittingWords();
  const goesOn = meeting.begunAt !== null && meeting.endedAt === null;
  return (
    <section className="card stack" aria-label={labels.record}>
      <div className="spread"><h2>{labels.record}</h2><Link className="no-print" to={`/meetings/${meeting.id}/sitting` as string}>{goesOn ? labels.followSitting : labels.seeSitting}</Link></div>
      <dl className="facts">
        <Fact label={labels.began}>{meeting.begunAt ? <When at={meeting.begunAt} /> : labels.notBegunYet}</Fact>
        <Fact label={labels.ended}>{meeting.endedAt && <><When at={meeting.endedAt} />{meeting.writtenLater && <span className="quiet">　{labels.later}</span>}</>}</Fact>
        <Fact label={labels.signIn}><Link to={`/meetings/${meeting.id}/attendance` as string}>{filled(labels.came, meeting.counted)}</Link></Fact>
      </dl>
      {meeting.points.length > 0 && <ul className="lines">{meeting.points.map((point) => <li key={point.id}>{point.key && <span className="late">{labels.key}　</span>}<span className="opinion">{point.text}</span>{point.itemId && <small className="quiet">　{meeting.items.find(({ id }) => id === point.itemId)?.title}</small>}</li>)}</ul>}
    </section>
  );
};

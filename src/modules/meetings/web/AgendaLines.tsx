import { Link } from '@tanstack/react-router';
import { Day } from '#ui/When.tsx';
import type { WholeMeeting } from '../nouns.ts';
import { useMeetingWords } from './api.ts';
import { ResolutionStanding } from './Resolutions.tsx';
import { useSittingWords } from './sitting.ts';
import { Minutes } from './SittingAgenda.tsx';
import { Title } from './Topics.tsx';

/** The agenda; once the meeting has begun also how long each topic took, what became of it and what was resolved (MTG-6, MTG-7). */
export const AgendaLines = ({ meeting }: { meeting: WholeMeeting }) => {
  const { labels, itemStates } = useMeetingWords();
  const { labels: sitting } = useSittingWords();
  return (
    <section className="card stack" aria-label={labels.agenda}>
      <h2>{labels.agenda}</h2>
      <ol className="lines">
        {meeting.items.map((item, i) => (
          <li key={item.id} className="stack tight">
            <div className="spread"><span>{i + 1}. <Link to={`/records/${item.topicId}` as string}><Title topic={item} /></Link></span>{item.since && <span>{sitting.nowTalking}</span>}{item.state !== 'planned' && <span className={item.state === 'deferred' ? 'soon' : 'quiet'}>{itemStates[item.state]}</span>}</div>
            <small className="quiet">{item.department.name}　{labels.presenter} {item.presenter.name}　{item.why}</small>
            <Minutes item={item} now={item.since ?? meeting.startsAt} />
            <Resolved meeting={meeting} itemId={item.id} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const Resolved = ({ meeting, itemId }: { meeting: WholeMeeting; itemId: string }) => {
  const { labels } = useMeetingWords();
  const mine = meeting.resolutions.filter((one) => one.itemId === itemId);
  return mine.length > 0 && <ul className="lines">{mine.map((one) => <li key={one.id}><span className="number quiet">{one.number}</span>　<Link to={`/records/${one.id}` as string}>{one.text || labels.stub}</Link><br /><small>{one.owner.name}　{one.department.name}　<Day on={one.dueOn} />　<ResolutionStanding resolution={one} /></small></li>)}</ul>;
};

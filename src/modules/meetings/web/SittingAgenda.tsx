import { useState } from 'react';
import type { Sitting } from '../nouns.ts';
import { filled, type Item, minutesOver, secondsOf, useSecond, useSittingWords, type Writing } from './sitting.ts';
import { Title } from './Topics.tsx';
import { WhyPutOff } from './WhyPutOff.tsx';

interface Props {
  writing: Writing;
  meeting: Sitting;
  writes: boolean;
  /** To which topic one writes; null: to none. */
  itemId: string | null;
  onChoose: (itemId: string | null | undefined) => void;
}

/** The agenda beside the page: planned and taken minutes, what became of each topic, another one begun or written to. */
export const SittingAgenda = ({ writing, meeting, writes, itemId, onChoose }: Props) => {
  const { labels } = useSittingWords();
  const now = useSecond(writing.shift, meeting.items.some(({ since }) => since));
  return (
    <section className="card stack" aria-label={labels.agenda}>
      <h2>{labels.agenda}</h2>
      <ol className="lines">
        {meeting.items.map((item, i) => (
          <li key={item.id} className={`stack tight ${item.since ? 'agenda-now' : ''}`} aria-current={item.since ? 'true' : undefined}>
            <div className="spread"><span>{i + 1}. <Title topic={item} /></span><Outcome item={item} /></div>
            <Minutes item={item} now={now} />
            {item.why && <small className="quiet">{item.why}</small>}
            {writes && <LineActs writing={writing} meeting={meeting} item={item} chosen={item.id === itemId} onChoose={onChoose} />}
          </li>
        ))}
        {writes && <li className="spread"><span>{labels.other}</span>{itemId !== null && <button type="button" className="plain" aria-label={`${labels.write} ${labels.other}`} onClick={() => onChoose(null)}>{labels.write}</button>}</li>}
      </ol>
    </section>
  );
};

const Outcome = ({ item }: { item: Item }) => {
  const { labels, itemStates } = useSittingWords();
  if (item.since) return <span>{labels.nowTalking}</span>;
  return item.state === 'planned' ? null : <span className={item.state === 'deferred' ? 'soon' : 'quiet'}>{itemStates[item.state]}</span>;
};

/** 计划、实际、超时. */
export const Minutes = ({ item, now }: { item: Item; now: string }) => {
  const { labels } = useSittingWords();
  const [taken, over] = [secondsOf(item, now), minutesOver(item, now)];
  return <small className="quiet">{filled(labels.planned, { n: item.minutes })}{taken > 0 && `　${filled(labels.actual, { n: Math.round(taken / 60) })}`}{over > 0 && <span className="late">　{filled(labels.overrun, { n: over })}</span>}</small>;
};

const LineActs = ({ writing, writing: { queue, at }, meeting, item, chosen, onChoose }: Omit<Props, 'writes' | 'itemId'> & { item: Item; chosen: boolean }) => {
  const { labels } = useSittingWords();
  const [says, setSays] = useState(false);
  const params = { itemId: item.id };
  return (
    <div className="row">
      {!item.since && item.state === 'planned' && !meeting.writtenLater && <button type="button" className="plain" aria-label={`${labels.talk} ${item.title}`} onClick={() => (queue.add({ what: 'talkAbout', request: { params, body: { at: at() } } }), onChoose(undefined))}>{labels.talk}</button>}
      {item.state === 'planned' && meeting.writtenLater && <><button type="button" className="plain" aria-label={`${labels.lastDealt} ${item.title}`} onClick={() => queue.add({ what: 'settleItem', request: { params, body: { outcome: 'dealt' } } })}>{labels.lastDealt}</button><button type="button" className="plain" aria-label={`${labels.deferIt} ${item.title}`} onClick={() => queue.add({ what: 'settleItem', request: { params, body: { outcome: 'deferred', why: labels.outOfTime } } })}>{labels.deferIt}</button></>}
      {!chosen && <button type="button" className="plain" aria-label={`${labels.write} ${item.title}`} onClick={() => onChoose(item.id)}>{labels.write}</button>}
      {item.state !== 'planned' && <button type="button" className="plain" aria-label={`${labels.takeBack} ${item.title}`} onClick={() => queue.add({ what: 'reopenItem', request: { params, body: {} } })}>{labels.takeBack}</button>}
      {item.state === 'deferred' && !says && <button type="button" className="plain" aria-label={`${labels.changeWhy} ${item.title}`} onClick={() => setSays(true)}>{labels.changeWhy}</button>}
      {item.state === 'deferred' && says && <WhyPutOff writing={writing} item={item} onClose={() => setSays(false)} />}
    </div>
  );
};

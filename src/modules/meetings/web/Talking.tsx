import { Button } from 'antd';
import { useState } from 'react';
import { useKeys } from '#ui/keys.ts';
import type { Sitting } from '../nouns.ts';
import { filled, type Item, secondsOf, useSecond, useSittingWords, type Writing } from './sitting.ts';
import { Title } from './Topics.tsx';
import { WhyPutOff } from './WhyPutOff.tsx';

interface Props {
  writing: Writing;
  meeting: Sitting;
  writes: boolean;
  /** Another topic is talked about now. */
  onMoved: () => void;
}

/** The topic that is talked about: its time by the clock, a warning before it is up, the next one, and 暂缓 with one key (MTG-7). */
export const Talking = ({ writing, meeting, writes, onMoved }: Props) => {
  const { labels } = useSittingWords();
  const item = meeting.items.find(({ since }) => since);
  const now = useSecond(writing.shift, item !== undefined);
  const tone = item ? toneOf(item, now, meeting.warnMinutes) : 'quiet';
  return (
    <section className="card stack talking" data-tone={tone} aria-label={labels.nowTalking}>
      {item ? <><div><span className="quiet">{labels.nowTalking}</span><h2>{meeting.items.indexOf(item) + 1}. <Title topic={item} /></h2><small className="quiet">{item.department.name}　{labels.presenter} {item.presenter.name}</small></div><Clock item={item} now={now} tone={tone} warnMinutes={meeting.warnMinutes} /></> : <p className="quiet">{labels.nobodyTalks}</p>}
      {writes && <Moves writing={writing} meeting={meeting} item={item} onMoved={onMoved} />}
    </section>
  );
};

const toneOf = (item: Item, now: string, warnMinutes: number) => {
  const left = item.minutes * 60 - secondsOf(item, now);
  return left <= 0 ? 'late' : left <= warnMinutes * 60 ? 'soon' : 'quiet';
};

/** What is said aloud by a screen reader changes twice only: shortly before, and when the time is up. */
const Clock = ({ item, now, tone, warnMinutes }: { item: Item; now: string; tone: string; warnMinutes: number }) => {
  const { labels } = useSittingWords();
  const used = secondsOf(item, now);
  return (
    <div className="stack tight">
      <div className="spread"><span className={`number clock-used ${tone === 'quiet' ? '' : tone}`} role="timer">{Math.floor(used / 60)}:{String(used % 60).padStart(2, '0')}</span><span>{filled(labels.planned, { n: item.minutes })}</span></div>
      <div className="clock-bar" aria-hidden="true"><span style={{ width: `${Math.min(100, (used / (item.minutes * 60)) * 100)}%` }} /></div>
      <p role="status" className={tone}>{tone === 'late' ? labels.timeUp : tone === 'soon' ? filled(labels.soonUp, { n: warnMinutes }) : ''}</p>
    </div>
  );
};

const Moves = ({ writing, writing: { queue, at }, meeting, item, onMoved }: Omit<Props, 'writes'> & { item: Item | undefined }) => {
  const { labels } = useSittingWords();
  const rest = [...meeting.items.slice(item ? meeting.items.indexOf(item) + 1 : 0), ...meeting.items].filter(({ id, state }) => state === 'planned' && id !== item?.id);
  const [leftId, setLeft] = useState<string>();
  const left = meeting.items.find(({ id, state }) => id === leftId && state === 'deferred');
  const settle = (outcome: 'dealt' | 'deferred', why: string) => {
    const moment = at();
    if (item) queue.add({ what: 'settleItem', request: { params: { itemId: item.id }, body: { outcome, why, at: moment } } });
    if (rest[0]) queue.add({ what: 'talkAbout', request: { params: { itemId: rest[0].id }, body: { at: moment } } });
    setLeft(outcome === 'deferred' ? item?.id : undefined);
    onMoved();
  };
  const next = () => (item || rest[0]) && settle('dealt', '');
  const putOff = () => item && settle('deferred', labels.outOfTime);
  useKeys({ f9: next, f8: putOff });
  return (
    <>
      <div className="row">
        {(item || rest[0]) && <Button type="primary" size="large" onClick={next}>{item ? (rest[0] ? labels.next : labels.lastDealt) : labels.first}</Button>}
        {item && <Button size="large" onClick={putOff}>{labels.putOff}</Button>}
        {item && <Button size="large" onClick={() => queue.add({ what: 'pauseMeeting', request: { params: { meetingId: meeting.id }, body: { at: at() } } })}>{labels.pause}</Button>}
        <small className="quiet desk-only">{labels.keys}</small>
      </div>
      {left && <div className="stack tight"><span className="wrap">{filled(labels.putOffNow, { title: left.title || labels.stub })}</span><WhyPutOff writing={writing} item={left} onClose={() => setLeft(undefined)} /></div>}
    </>
  );
};

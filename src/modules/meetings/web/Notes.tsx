import { Button, Input } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Check } from '#ui/Check.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { useDraft } from '#ui/draft.ts';
import { Text } from '#ui/fields.tsx';
import { Day } from '#ui/When.tsx';
import type { MeetingResolution, Point, Sitting } from '../nouns.ts';
import { isUnsent } from './ahead.ts';
import { Ask } from './Ask.tsx';
import { ResolveAsk } from './ResolveAsk.tsx';
import { useSittingWords, type Writing } from './sitting.ts';
import { Held, sayAnew, sendResolution, UnsentActs } from './Unsent.tsx';

interface Props {
  writing: Writing;
  meeting: Sitting;
  /** Of this topic; null: of none. */
  itemId: string | null;
  writes: boolean;
}

/** What is said about a topic: points, those that matter marked, and what was resolved, with whose it is and until when (MTG-6). */
export const Notes = ({ writing, meeting, itemId, writes }: Props) => {
  const { labels } = useSittingWords();
  const item = meeting.items.find(({ id }) => id === itemId);
  const [asks, setAsks] = useState<MeetingResolution | 'new'>();
  const points = meeting.points.filter((point) => point.itemId === itemId);
  const resolutions = meeting.resolutions.filter((one) => itemId !== null && one.itemId === itemId);
  return (
    <section className="card stack" aria-label={labels.said}>
      <div className="spread"><h2>{labels.said}</h2><span className="quiet wrap">{item ? `${meeting.items.indexOf(item) + 1}. ${item.title || labels.stub}` : labels.other}</span></div>
      {writes && <NewPoint key={itemId} writing={writing} meetingId={meeting.id} itemId={itemId} />}
      {writes && item && item.state !== 'deferred' && <div><Button onClick={() => setAsks('new')}>{labels.addResolution}</Button></div>}
      {!points.length && !resolutions.length && <p className="quiet">{labels.nothingSaid}</p>}
      <ul className="lines said">
        {resolutions.map((one) => <li key={one.id}><Resolved resolution={one} />{writes && (isUnsent(one) ? <UnsentActs writing={writing} id={one.id} text={one.text} onChange={() => setAsks(one)} /> : <Button onClick={() => setAsks(one)} aria-label={`${labels.correct} ${one.number}`}>{labels.correct}</Button>)}</li>)}
        {points.map((point) => <li key={point.id}><Said point={point} />{writes && <PointActs writing={writing} point={point} />}</li>)}
      </ul>
      {asks && asks !== 'new' && <Held writing={writing} id={asks.id} />}
      {asks && item && <ResolveAsk item={item} {...(asks !== 'new' && { resolution: asks })} onClose={() => setAsks(undefined)} send={(call) => sendResolution(writing, asks, call)} />}
    </section>
  );
};

const NewPoint = ({ writing: { queue, at }, meetingId, itemId }: { writing: Writing; meetingId: string; itemId: string | null }) => {
  const { labels } = useSittingWords();
  const { value, set, clear } = useDraft(`meetings.point.${meetingId}.${itemId ?? ''}`, { text: '', key: false });
  const ready = value.text.trim() !== '';
  const note = () => {
    if (!ready) return;
    queue.add({ what: 'addPoint', request: { params: { meetingId }, body: { itemId, text: value.text.trim(), key: value.key, at: at() } } });
    clear({ text: '', key: false });
  };
  return (
    <div className="stack tight">
      <Input.TextArea aria-label={labels.point} placeholder={labels.noteHow} value={value.text} maxLength={2000} autoSize={{ minRows: 2 }} onChange={({ target }) => set({ ...value, text: target.value })} onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (event.preventDefault(), note())} />
      <div className="row"><Button type="primary" disabled={!ready} onClick={note}>{labels.note}</Button><Check checked={value.key} onChange={(key) => set({ ...value, key })}>{labels.key}</Check></div>
    </div>
  );
};

const Said = ({ point }: { point: Point }) => {
  const { labels } = useSittingWords();
  return <span data-key={point.key} className="wrap">{point.key && <span className="late">{labels.key}　</span>}<span className="opinion">{point.text}</span>{isUnsent(point) && <small className="soon">　{labels.pending}</small>}</span>;
};

const Resolved = ({ resolution: one }: { resolution: MeetingResolution }) => {
  const { labels } = useSittingWords();
  return (
    <div>
      <span className="number quiet">{one.number || labels.resolution}</span>{isUnsent(one) && <small className="soon">　{labels.pending}</small>}<br />
      {isUnsent(one) ? <strong>{one.text}</strong> : <Link to={`/records/${one.id}` as string}>{one.text}</Link>}<br />
      <small>{labels.ownerIs} {one.owner.name}　{one.department.name}{one.assisting.length > 0 && `　${labels.assisting} ${one.assisting.map(({ name }) => name).join('、')}`}　<Day on={one.dueOn} /></small>
    </div>
  );
};

const PointActs = ({ writing, writing: { queue }, point }: { writing: Writing; point: Point }) => {
  const { labels } = useSittingWords();
  const [asks, setAsks] = useState(false);
  const params = { pointId: point.id };
  return (
    <div className="row">
      {isUnsent(point) ? <UnsentActs writing={writing} id={point.id} text={point.text} onChange={() => setAsks(true)} /> : (
        <>
          <Button onClick={() => setAsks(true)} aria-label={`${labels.change} ${point.text}`}>{labels.change}</Button>
          <Confirm label={labels.remove} what={point.text} then={labels.removeThen} onYes={() => queue.add({ what: 'removePoint', request: { params } })} />
        </>
      )}
      {asks && (
        <Ask title={labels.change} draft={`meetings.point.${point.id}`} start={{ text: point.text, key: point.key }} onClose={() => setAsks(false)} ready={({ text }) => text.trim() !== ''} send={async ({ text, key }) => sayAnew(writing, point, { text: text.trim(), key })}>
          {(typed, set) => <><Held writing={writing} id={point.id} /><Text label={labels.point} value={typed.text} onChange={(text) => set({ text })} /><Check checked={typed.key} onChange={(key) => set({ key })}>{labels.key}</Check></>}
        </Ask>
      )}
    </div>
  );
};

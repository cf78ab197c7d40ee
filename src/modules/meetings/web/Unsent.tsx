import { Button } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { Confirm } from '#ui/Confirm.tsx';
import type { MeetingResolution, Point } from '../nouns.ts';
import { type Call, waitingOf } from './ahead.ts';
import { useSittingWords, type Writing } from './sitting.ts';

interface Props {
  writing: Writing;
  id: string;
  text: string;
  onChange: () => void;
}

/** What waits on this device is corrected or dropped there, as long as it was not on its way. */
export const UnsentActs = ({ writing: { queue }, id, text, onChange }: Props) => {
  const { labels } = useSittingWords();
  const line = waitingOf(id, queue.ahead);
  if (!line || line.tried) return <small className="quiet">{labels.onItsWay}</small>;
  return (
    <div className="row">
      <Button onClick={onChange} aria-label={`${labels.change} ${text}`}>{labels.change}</Button>
      <Confirm label={labels.remove} what={text} then={labels.dropUnsentThen} onYes={() => queue.drop(line.key)} />
    </div>
  );
};

/** While its window is open it is not sent. */
export const Held = ({ writing: { queue }, id }: Pick<Props, 'writing' | 'id'>) => {
  const key = waitingOf(id, queue.ahead)?.key;
  const hold = useEffectEvent(queue.hold);
  useEffect(() => (key ? hold(key) : undefined), [key]);
  return null;
};

/** A point as it says now: the line that waits, or the one that the server has. */
export const sayAnew = ({ queue }: Writing, point: Point, said: { text: string; key: boolean }) => {
  const line = waitingOf(point.id, queue.ahead);
  if (!line) return queue.add({ what: 'changePoint', request: { params: { pointId: point.id }, body: said } });
  const { call } = line;
  if (call.what === 'addPoint') queue.correct(line.key, { ...call, request: { ...call.request, body: { ...call.request.body, ...said } } });
};

/** A new resolution or a correction, behind what waits; what was not sent yet is said anew in its place. */
export const sendResolution = ({ queue }: Writing, resolution: MeetingResolution | 'new', call: Call) => {
  const line = resolution === 'new' ? undefined : waitingOf(resolution.id, queue.ahead);
  if (line) queue.correct(line.key, call);
  else queue.add(call);
};

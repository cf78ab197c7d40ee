import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { When } from '#ui/When.tsx';
import type { WaitingTopic } from '../nouns.ts';
import { useMeetingWords } from './api.ts';

/** What a meeting of this kind put off is offered first, with when, how often and why (MTG-7). */
export const PutOff = ({ topics, onAdd }: { topics: readonly WaitingTopic[]; onAdd: (id: string) => void }) => {
  const { labels } = useMeetingWords();
  if (!topics.length) return null;
  return (
    <div className="stack tight" role="group" aria-label={labels.putOffBefore}>
      <h3>{labels.putOffBefore}</h3>
      <ul className="lines">
        {topics.map(({ id, title, department, deferrals, putOff }) => (
          <li key={id} className="spread">
            <span><Link to={`/records/${id}` as string}>{title}</Link>　<small className="quiet">{department.name}</small><br /><small className="quiet">{labels.putOffTimes.replace('{n}', String(deferrals))}　{putOff && <><When at={putOff.at} />　{putOff.meeting}：{putOff.why}</>}</small></span>
            <Button onClick={() => onAdd(id)} aria-label={`${labels.takeUp} ${title}`}>{labels.takeUp}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

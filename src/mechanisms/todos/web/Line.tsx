import { Link } from '@tanstack/react-router';
import { type ComponentType, Suspense } from 'react';
import { DueTime } from '#mechanisms/deadlines/web/DueTime.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { Todo } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

interface Props {
  todo: Todo;
  ask: string;
  untitled: string;
  /** I asked for it: who was asked is said instead of by whom. */
  mine: boolean;
  /** Where on the page of its record it is answered. */
  place: string | undefined;
  /** Why it could not be done with the others. */
  failed: readonly string[] | undefined;
  NotDone: ComponentType<{ codes: readonly string[] }>;
  /** Undefined: this line is not done from here. */
  chosen: boolean | undefined;
  onChoose: () => void;
}

/** What is asked, of which document, by whom, why of me, and how long still. */
export const Line = ({ todo, ask, untitled, mine, place, failed, NotDone, chosen, onChoose }: Props) => {
  const { labels } = useWords({ zh, en });
  const { record, why } = todo;
  const title = record.title || untitled;
  return (
    <li className="todo">
      {chosen === undefined ? <strong>{ask}</strong> : <label className="check"><input type="checkbox" aria-label={`${ask} ${title}`} checked={chosen} onChange={onChoose} /><strong>{ask}</strong></label>}
      <span>
        <Link to={`/records/${record.id}`} {...(place && { hash: place })}>{title}</Link>
        <br />
        <small className="quiet">{record.number && <><span className="number">{record.number}</span>　</>}{mine ? `${labels.to} ${why.name}` : `${labels.from} ${todo.from.name}`}　{!mine && why.as !== 'self' && `${labels.as[why.as]}${why.name}　`}<When at={todo.askedAt} /></small>
        {failed && <Suspense fallback={null}><NotDone codes={failed} /></Suspense>}
      </span>
      <Standing todo={todo} />
    </li>
  );
};

const Standing = ({ todo }: { todo: Todo }) => {
  const { labels } = useWords({ zh, en });
  if (todo.withdrawn) return <span className="quiet">{labels.withdrawn}</span>;
  if (todo.doneAt) return <span className="quiet">{todo.doneBy?.name} <When at={todo.doneAt} /></span>;
  if (!todo.dueAt && !todo.clock) return <span className="quiet">{labels.untimed}</span>;
  return <DueTime clock={{ state: stateOf(todo), dueAt: todo.dueAt, stoppedAt: null }} why={todo.clock ? { recordId: todo.record.id, clockId: todo.clock.id } : undefined} />;
};

const stateOf = ({ late, warned, clock }: Todo) => {
  if (late) return 'broken';
  if (clock?.paused) return 'paused';
  if (clock?.missingYear) return 'unknown';
  return warned ? 'warned' : 'running';
};

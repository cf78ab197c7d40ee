import type { ReactNode } from 'react';
import { When } from './When.tsx';

interface Happened {
  id: string;
  what: string;
  /** Who, and for whom. */
  who: string;
  post?: string;
  at: string;
  /** The words somebody wrote, in full. */
  said?: ReactNode;
}

/** What happened, in order. */
export const Timeline = ({ lines }: { lines: readonly Happened[] }) => (
  <ol className="timeline">
    {lines.map(({ id, what, who, post, at, said }) => (
      <li key={id}>
        <strong>{what}</strong>　{who} <small className="quiet">{post}　<When at={at} /></small>
        {said && <p className="opinion">{said}</p>}
      </li>
    ))}
  </ol>
);

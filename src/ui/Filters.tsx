import type { ReactNode } from 'react';
import { useNarrow } from './narrow.ts';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

interface Props {
  /** The choice that is always seen. */
  first: ReactNode;
  /** How many of the others are set. */
  set: number;
  children: ReactNode;
}

/** A line of plain choices; on a phone all but the first are folded away, with how many are set. */
export const Filters = ({ first, set, children }: Props) => {
  const { labels } = useWords({ zh, en });
  const isNarrow = useNarrow();
  if (!isNarrow) return <div className="row no-print">{first}{children}</div>;
  return (
    <div className="stack tight no-print">
      {first}
      <details className="fold"><summary>{labels.filters}{set > 0 && <span className="badge">{set}</span>}</summary><div className="row">{children}</div></details>
    </div>
  );
};

import type { ReactNode } from 'react';

interface Props {
  /** What it is and where it stands: number, state, clock; the title; a line of facts. */
  standing: ReactNode;
  title: ReactNode;
  facts?: ReactNode;
  /** The paper beside its facts. */
  children: ReactNode;
  /** What I can do now, and what happened; on a phone below. */
  side: ReactNode;
}

/** One record on one page in three zones. */
export const Record = ({ standing, title, facts, children, side }: Props) => (
  <div className="stack">
    <header className="stack tight">
      <div className="row">{standing}</div>
      <h1>{title}</h1>
      {facts && <div className="quiet">{facts}</div>}
    </header>
    <div className="record">
      <div className="stack">{children}</div>
      <div className="stack">{side}</div>
    </div>
  </div>
);

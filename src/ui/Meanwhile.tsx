import { Button } from 'antd';
import type { ReactNode } from 'react';
import { When } from './When.tsx';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';
import './writing.css';

interface Props {
  /** Who saved in between, when, and as which version. */
  by: string;
  at: string | undefined;
  version: number;
  /** What each changed since both began. */
  theirs: ReactNode;
  mine: ReactNode;
  /** Mine becomes the next version. */
  onKeep: () => void;
  onTake: () => void;
}

/** Somebody saved in between: both stand side by side, the writer chooses, and nothing is lost whichever it is. */
export const Meanwhile = ({ by, at, version, theirs, mine, onKeep, onTake }: Props) => {
  const { labels } = useWords({ zh, en });
  return (
    <section className="card stack conflict" aria-label={labels.meanwhile} role="alert">
      <h2>{labels.meanwhile}</h2>
      <p>{labels.meanwhileWho.replace('{who}', by).replace('{n}', String(version))}{at && <> <When at={at} /></>}</p>
      <div className="beside">
        <div className="stack tight"><h3>{labels.theirChange}</h3>{theirs}</div>
        <div className="stack tight"><h3>{labels.myChange}</h3>{mine}</div>
      </div>
      <p className="quiet">{labels.meanwhileThen}</p>
      <div className="row">
        <Button onClick={onTake}>{labels.takeTheirs}</Button>
        <Button onClick={onKeep}>{labels.keepMine}</Button>
      </div>
    </section>
  );
};

/** What was put aside for another's version, still here to be taken back. */
export const SetAside = ({ body, onTakeBack, onThrow }: { body: string; onTakeBack: () => void; onThrow: () => void }) => {
  const { labels } = useWords({ zh, en });
  return (
    <details className="fold card">
      <summary>{labels.setAside}</summary>
      <div className="stack tight">
        <div className="paper-text">{body}</div>
        <div className="row"><Button onClick={onTakeBack}>{labels.takeBackMine}</Button><Button onClick={onThrow}>{labels.throwAside}</Button></div>
      </div>
    </details>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useKept } from '#ui/kept.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import type { Document } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { ContentDifferences } from './Differences.tsx';
import { contentOf, type Typed } from './typed.ts';

interface Props {
  document: Document;
  mine: { base: number; typed: Typed };
  /** Mine becomes the next version. */
  onKeep: () => void;
  onTake: () => void;
}

const asideOf = (documentId: string) => `outgoing.aside.${documentId}`;

/** Somebody saved in between: both stand side by side, the drafter chooses, and nothing is lost whichever it is. */
export const Conflict = ({ document, mine, onKeep, onTake }: Props) => {
  const { labels } = useOutgoingWords();
  const [, keepAside] = useKept<Typed | null>(asideOf(document.id), null);
  const [latest] = document.versions;
  const base = useQuery(api.version.asQuery({ params: { documentId: document.id, number: String(mine.base) } }));
  return (
    <section className="card stack conflict" aria-label={labels.meanwhile} role="alert">
      <h2>{labels.meanwhile}</h2>
      <p>{labels.meanwhileWho.replace('{who}', latest?.by.name ?? '').replace('{n}', String(document.version))}{latest && <> <When at={latest.at} /></>}</p>
      <div className="beside">
        <div className="stack tight"><h3>{labels.theirChange}</h3><Loaded asked={base}>{(from) => <ContentDifferences before={from} after={document.content} />}</Loaded></div>
        <div className="stack tight"><h3>{labels.myChange}</h3><Loaded asked={base}>{(from) => <ContentDifferences before={from} after={contentOf(mine.typed)} />}</Loaded></div>
      </div>
      <p className="quiet">{labels.meanwhileThen}</p>
      <div className="row">
        <Button onClick={() => (keepAside(mine.typed), onTake())}>{labels.takeTheirs}</Button>
        <Button onClick={onKeep}>{labels.keepMine}</Button>
      </div>
    </section>
  );
};

/** What was put aside for another's version, still here to be taken back. */
export const SetAside = ({ documentId, onTake }: { documentId: string; onTake: (typed: Typed) => void }) => {
  const { labels } = useOutgoingWords();
  const [aside, keep] = useKept<Typed | null>(asideOf(documentId), null);
  if (!aside) return null;
  return (
    <details className="fold card">
      <summary>{labels.setAside}</summary>
      <div className="stack tight">
        <div className="paper-text">{aside.body}</div>
        <div className="row"><Button onClick={() => (onTake(aside), keep(null))}>{labels.takeBackMine}</Button><Button onClick={() => keep(null)}>{labels.throwAside}</Button></div>
      </div>
    </details>
  );
};

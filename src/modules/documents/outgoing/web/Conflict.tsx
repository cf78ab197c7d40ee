import { useQuery } from '@tanstack/react-query';
import { useKept } from '#ui/kept.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Meanwhile, SetAside as Aside } from '#ui/Meanwhile.tsx';
import type { Document } from '../nouns.ts';
import { api } from './api.ts';
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

/** Somebody saved in between: what each changed since, field by field. */
export const Conflict = ({ document, mine, onKeep, onTake }: Props) => {
  const [, keepAside] = useKept<Typed | null>(asideOf(document.id), null);
  const [latest] = document.versions;
  const base = useQuery(api.version.asQuery({ params: { documentId: document.id, number: String(mine.base) } }));
  const changed = (after: Document['content']) => <Loaded asked={base}>{(from) => <ContentDifferences before={from} after={after} />}</Loaded>;
  return <Meanwhile by={latest?.by.name ?? ''} at={latest?.at} version={document.version} theirs={changed(document.content)} mine={changed(contentOf(mine.typed))} onKeep={onKeep} onTake={() => (keepAside(mine.typed), onTake())} />;
};

/** What was put aside for another's version, still here to be taken back. */
export const SetAside = ({ documentId, onTake }: { documentId: string; onTake: (typed: Typed) => void }) => {
  const [aside, keep] = useKept<Typed | null>(asideOf(documentId), null);
  return aside && <Aside body={aside.body} onTakeBack={() => (onTake(aside), keep(null))} onThrow={() => keep(null)} />;
};

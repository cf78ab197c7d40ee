import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { NextClock } from '#mechanisms/deadlines/web/NextClock.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import type { Document } from '../nouns.ts';
import { DocumentActs } from './DocumentActs.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { Instructions, Proposals, Tasks } from './Instructions.tsx';
import { Papers } from './Papers.tsx';
import { Parts } from './Parts.tsx';
import { Answers, Readings, Replacements, Urges } from './Followed.tsx';
import { DocumentState, Marks, useTitle } from './shown.tsx';
import { api, useIncomingWords } from './api.ts';
import './incoming.css';
import { ToMine } from './ToMine.tsx';

const Delay = lazy(() => import('./Delay.tsx'));

/** One document: what it is and where it stands, the paper beside its facts, what I can do now, and what happened. */
export const RecordPage = ({ replies }: { replies?: (document: Document) => ReactNode }) => {
  const { recordId: documentId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.one.asQuery({ params: { documentId } }));
  return <Loaded asked={asked}>{(document) => <Whole document={document} replies={replies?.(document)} />}</Loaded>;
};

const Whole = ({ document, replies }: { document: Document; replies: ReactNode }) => {
  const { labels } = useIncomingWords();
  const titleOf = useTitle();
  const [showsDelay, setShowsDelay] = useState(false);
  const standing = <><span className="number quiet">{document.number}</span><DocumentState line={document} /><NextClock recordId={document.id} dueAt={document.dueAt} /></>;
  const side = (
    <>
      <DocumentActs document={document} onDelay={() => setShowsDelay(!showsDelay)} />
      {showsDelay && <Suspense><Delay documentId={document.id} /></Suspense>}
      <History documentId={document.id} />
    </>
  );
  return (
    <Record standing={standing} title={<><Marks line={document} />{titleOf(document)}</>} facts={<>{document.sender}　<span className="number">{document.senderNumber}</span></>} side={side}>
      {document.secrecy > 0 && <Alert type="info" showIcon title={labels.stubNote} />}
      <Papers document={document} />
      <Proposals document={document} />
      <Instructions document={document} />
      <Parts document={document} />
      <Tasks document={document} />
      <Readings document={document} />
      <Replacements document={document} />
      <Facts document={document} />
      <Answers document={document} />
      {replies}
      <Urges document={document} />
      <ToMine document={document} />
    </Record>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { NextClock } from '#mechanisms/deadlines/web/NextClock.tsx';
import { api as files } from '#mechanisms/files/web/api.ts';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import type { Document } from '../nouns.ts';
import { DocumentActs } from './DocumentActs.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { Instructions, Proposals, Tasks } from './Instructions.tsx';
import { Parts } from './Parts.tsx';
import { Answers, Readings, Replacements, Urges } from './Followed.tsx';
import { DocumentState, Marks, useTitle } from './shown.tsx';
import { api, useIncomingWords } from './api.ts';

const Delay = lazy(() => import('./Delay.tsx'));

/** One document: what it is and where it stands, the paper beside its facts, what I can do now, and what happened. */
export const RecordPage = () => {
  const { recordId: documentId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.one.asQuery({ params: { documentId } }));
  return <Loaded asked={asked}>{(document) => <Whole document={document} />}</Loaded>;
};

const Whole = ({ document }: { document: Document }) => {
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
      <Parts document={document} />
      <Proposals document={document} />
      <Instructions document={document} />
      <Tasks document={document} />
      <Readings document={document} />
      <Replacements document={document} />
      <Files documentId={document.id} />
      <Facts document={document} />
      <Answers document={document} />
      <Urges document={document} />
    </Record>
  );
};

const Files = ({ documentId }: { documentId: string }) => {
  const { labels } = useIncomingWords();
  const { data } = useQuery(files.ofRecord.asQuery({ params: { recordId: documentId } }));
  const [chosen, setChosen] = useState<string>();
  if (!data?.files.length) return null;
  const shown = data.files.find(({ id }) => id === chosen) ?? data.files[0]!;
  const roles: Readonly<{ [role: string]: string }> = { original: labels.roleOriginal, attachment: labels.roleAttachment, damage: labels.roleDamage, replacement: labels.roleReplacement, evidence: labels.roleEvidence, answer: labels.roleAnswer };
  return (
    <section className="card stack" aria-label={labels.files}>
      <h2>{labels.files}</h2>
      {data.files.length > 1 && <Choices label={labels.files} value={shown.id} onChange={setChosen} options={data.files.map((file) => [file.id, `${roles[file.role] ?? file.role} ${file.name}${file.version > 1 ? ` v${file.version}` : ''}`])} />}
      <FileView file={shown} />
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { FileView } from '#mechanisms/files/web/FileView.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import type { Answer } from '#platform/contract.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { When } from '#ui/When.tsx';
import type { versions as contract } from '../versions/contract.ts';
import { api, useLibraryWords } from './api.ts';
import { Crumbs } from './Crumbs.tsx';
import { FileActs } from './FileActs.tsx';
import { sizeText } from './shown.tsx';
import { Versions } from './Versions.tsx';
import './library.css';

export type Whole = Answer<typeof contract.file>;

/** One file: its content, its versions, who works on it, and what I can do. */
export const FilePage = () => {
  const { recordId: itemId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.file.asQuery({ params: { itemId } }));
  return <Loaded asked={asked}>{(whole) => <OneFile whole={whole} />}</Loaded>;
};

const OneFile = ({ whole }: { whole: Whole }) => {
  const { labels, acts, states } = useLibraryWords();
  const { file, path, versions } = whole;
  const now = versions.find(({ fileId }) => fileId === file.fileId);
  const side = (
    <>
      <FileActs whole={whole} />
      <Versions whole={whole} />
      <History recordId={file.id} module="library" title={labels.timeline} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />
    </>
  );
  return (
    <Record standing={<Crumbs path={path} />} title={file.name} facts={<>{labels.versionNo.replace('{n}', String(file.version))}　{sizeText(file.size)}　{file.changedBy?.name}　<When at={file.changedAt} />　{states[file.level]}{file.tags.map((tag) => <small key={tag} className="tag">{tag}</small>)}</>} side={side}>
      {now && <section className="card"><FileView file={{ id: now.fileId, name: now.name, type: now.type }} /></section>}
    </Record>
  );
};

const texts = ['comment', 'from', 'name', 'to', 'reason', 'note', 'subject', 'endsOn'];

const saidIn = (details: Readonly<Partial<{ [name: string]: unknown }>>) => texts.map((name) => details[name]).filter((value): value is string => typeof value === 'string' && value !== '').join('　');

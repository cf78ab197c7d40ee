import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { dayRead } from '#platform/time.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { useLanguage } from '#ui/words.ts';
import type { Document } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { ContentDifferences } from './Differences.tsx';

/** Any two versions, the older first. */
export const Compare = () => {
  const { recordId: documentId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.one.asQuery({ params: { documentId } }));
  return <Loaded asked={asked}>{(document) => <Comparing document={document} />}</Loaded>;
};

const Comparing = ({ document }: { document: Document }) => {
  const { labels } = useOutgoingWords();
  const [chosen, setChosen] = useState<readonly [number, number]>();
  const pair = chosen ?? [Math.max(1, document.version - 1), document.version];
  const [older, newer] = [Math.min(...pair), Math.max(...pair)];
  const before = useQuery(api.version.asQuery({ params: { documentId: document.id, number: String(older) } }));
  const after = useQuery(api.version.asQuery({ params: { documentId: document.id, number: String(newer) } }));
  return (
    <div className="stack">
      <div className="stack tight">
        <div className="row"><Link className="plain bare" to={`/records/${document.id}`}>{labels.toRecord}</Link></div>
        <h1>{labels.compareOf.replace('{title}', document.title)}</h1>
      </div>
      <div className="row">
        <Version document={document} label={labels.olderVersion} value={older} onChange={(version) => setChosen([version, newer])} />
        <Version document={document} label={labels.newerVersion} value={newer} onChange={(version) => setChosen([older, version])} />
      </div>
      <div className="card"><Loaded asked={before}>{(from) => <Loaded asked={after}>{(to) => <ContentDifferences before={from} after={to} />}</Loaded>}</Loaded></div>
    </div>
  );
};

const Version = ({ document, label, value, onChange }: { document: Document; label: string; value: number; onChange: (version: number) => void }) => {
  const { labels, changes } = useOutgoingWords();
  const language = useLanguage();
  const today = wall(useNow()).slice(0, 10);
  const at = (moment: string) => `${dayRead(wall(moment).slice(0, 10), today, language)} ${wall(moment).slice(11, 16)}`;
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id} style={{ minWidth: 260 }}>
      <Select id={id} value={value} onChange={onChange} options={document.versions.map(({ version, at: savedAt, by, change }) => ({ value: version, label: `${labels.versionNo.replace('{n}', String(version))} ${by.name} ${at(savedAt)} ${changes[change]}` }))} />
    </Form.Item>
  );
};

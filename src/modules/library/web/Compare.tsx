import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { Differences } from '#ui/Differences.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { wall } from '#ui/times.ts';
import { api, useLibraryWords } from './api.ts';
import type { Whole } from './FilePage.tsx';

/** Any two versions by their text, the older first. */
export const Compare = () => {
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const asked = useQuery(api.file.asQuery({ params: { itemId } }));
  return <Loaded asked={asked}>{(whole) => <Comparing whole={whole} />}</Loaded>;
};

const Comparing = ({ whole: { file, versions } }: { whole: Whole }) => {
  const { labels } = useLibraryWords();
  const last = versions[0]?.number ?? 1;
  // Until somebody chooses, the last two: also when one comes while the page is open.
  const [chosen, setChosen] = useState<readonly [number, number]>();
  const pair = chosen ?? [Math.max(1, last - 1), last];
  const [older, newer] = [Math.min(...pair), Math.max(...pair)];
  const before = useVersionText(file.id, older);
  const after = useVersionText(file.id, newer);
  return (
    <div className="stack">
      <div className="stack tight">
        <div className="row"><Link className="plain bare" to={`/records/${file.id}`}>{file.name}</Link></div>
        <h1>{labels.compareOf.replace('{name}', file.name)}</h1>
      </div>
      <div className="row">
        <Version versions={versions} label={labels.older} value={older} onChange={(number) => setChosen([number, newer])} />
        <Version versions={versions} label={labels.newer} value={newer} onChange={(number) => setChosen([older, number])} />
      </div>
      <div className="card"><Loaded asked={before}>{(from) => <Loaded asked={after}>{(to) => <Texts from={from} to={to} />}</Loaded>}</Loaded></div>
    </div>
  );
};

/** What was read of a version; asked again while it is being read. */
export const useVersionText = (itemId: string, number: number) =>
  useQuery({ ...api.versionText.asQuery({ params: { itemId, number: String(number) } }), refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 1500 : false) });

interface Text {
  state: string;
  text: string;
}

/** Two texts beside each other, or why not. */
export const Texts = ({ from, to }: { from: Text; to: Text }) => {
  const { labels } = useLibraryWords();
  if (from.state === 'waiting' || to.state === 'waiting') return <p className="quiet" role="status">{labels.textWaits}</p>;
  if (from.state !== 'read' || to.state !== 'read') return <p className="quiet">{labels.noText}</p>;
  return from.text === to.text ? <p className="quiet">{labels.sameText}</p> : <Differences before={from.text} after={to.text} />;
};

const Version = ({ versions, label, value, onChange }: { versions: Whole['versions']; label: string; value: number; onChange: (version: number) => void }) => {
  const { labels } = useLibraryWords();
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id} style={{ minWidth: 240 }}>
      <Select id={id} value={value} onChange={onChange} options={versions.map(({ number, at, by, comment }) => ({ value: number, label: `${labels.versionNo.replace('{n}', String(number))} ${by.name} ${wall(at).slice(5, 16).replace('T', ' ')} ${comment}` }))} />
    </Form.Item>
  );
};

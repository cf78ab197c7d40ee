import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Step } from '../route.ts';
import { api } from './api.ts';
import { Changes } from './Changes.tsx';
import { Chosen } from './Chosen.tsx';
import type { Subject } from './RouteEditor.tsx';
import { changesOf } from './steps.ts';
import { useBase, useRouteWords } from './useStepWords.ts';

interface Props {
  subject: Subject;
  draft: readonly Step[];
  isChanged: boolean;
  onRestore: (steps: Step[]) => void;
}

/** Every version that was in force, with its reason; any two compared; any one taken up again as a draft. */
export const Versions = ({ subject, draft, isChanged, onRestore }: Props) => {
  const { labels } = useRouteWords();
  const base = useBase();
  const [restored, setRestored] = useState<number>();
  const fetched = useAct(async (version: number) => ({ version, steps: (await api.version({ params: { subject: subject.name, number: String(version) } })).steps }), [], ({ version, steps }) => (onRestore(steps), setRestored(version)));
  const restore = fetched.run;
  const again = (version: number) =>
    isChanged ? <Confirm danger={false} label={labels.restore} what={labels.restoreWhat.replace('{base}', base(version))} then={labels.restoreThen} onYes={() => restore(version)} /> : <Button onClick={() => restore(version)} aria-label={`${labels.restore}：${base(version)}`}>{labels.restore}</Button>;
  return (
    <section className="card stack" aria-label={labels.history}>
      <h2>{labels.history}</h2>
      {restored !== undefined && isChanged && <p role="status">{labels.restored.replace('{base}', base(restored))}</p>}
      <Refusals codes={fetched.codes} words={{}} />
      <ul className="lines">
        {subject.versions.map(({ version, why, publishedAt, publishedBy }) => <li key={version} className="spread"><span><strong>{base(version)}</strong>　{why}<br /><small className="quiet">{publishedBy.name}　<When at={publishedAt} /></small></span>{version !== subject.version && again(version)}</li>)}
        <li className="spread"><strong>{labels.shipped}</strong>{subject.version !== 0 && again(0)}</li>
      </ul>
      <Compare subject={subject} draft={draft} />
    </section>
  );
};

const drafted = 'draft';

const Compare = ({ subject, draft }: Pick<Props, 'subject' | 'draft'>) => {
  const { labels } = useRouteWords();
  const base = useBase();
  const [[from, to], choose] = useState([String(subject.version), drafted]);
  const options = [[drafted, labels.draft] as const, ...subject.versions.map(({ version }) => [String(version), base(version)] as const), ['0', labels.shipped] as const];
  const before = useSteps(subject, draft, from!);
  const after = useSteps(subject, draft, to!);
  return (
    <div className="stack tight" role="group" aria-label={labels.comparing}>
      <strong>{labels.comparing}</strong>
      <div className="form-grid"><Chosen label={labels.from} value={from!} options={options} onChange={(next) => choose([next, to!])} /><Chosen label={labels.to} value={to!} options={options} onChange={(next) => choose([from!, next])} /></div>
      <Loaded asked={before}>{(old) => <Loaded asked={after}>{(now) => <Changes changes={changesOf(old.steps, now.steps)} fields={subject.fields} />}</Loaded>}</Loaded>
    </div>
  );
};

/** The steps of a version, or those of the draft, which are here. */
const useSteps = ({ name }: Subject, draft: readonly Step[], version: string) => {
  const asked = useQuery({ ...api.version.asQuery({ params: { subject: name, number: version } }), enabled: version !== drafted, staleTime: Infinity });
  return version === drafted ? { data: { steps: draft }, error: null, isPending: false, refetch: () => undefined } : asked;
};

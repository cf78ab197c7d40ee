import { Button } from 'antd';
import { useState } from 'react';
import { Text } from '#ui/fields.tsx';
import type { Step } from '../route.ts';
import { ActWindow } from './ActWindow.tsx';
import { api } from './api.ts';
import { Changes } from './Changes.tsx';
import type { Subject } from './RouteEditor.tsx';
import { changesOf } from './steps.ts';
import { useRouteWords } from './useStepWords.ts';

interface Props {
  subject: Subject;
  draft: { from: number; steps: Step[] };
  ready: boolean;
  onDone: (version: number) => void;
}

/** Published with its reason, after one look at what changes. */
export const PublishRoute = ({ subject, draft, ready, onDone }: Props) => {
  const { labels } = useRouteWords();
  const [open, setOpen] = useState(false);
  const send = async ({ why }: { why: string }, key: string) => {
    const { version } = await api.publish({ params: { subject: subject.name }, body: { steps: draft.steps, why, from: draft.from } }, key);
    onDone(version);
  };
  return (
    <>
      <Button type="primary" disabled={!ready} onClick={() => setOpen(true)}>{labels.publish}</Button>
      {open && (
        <ActWindow title={labels.publish} follows={labels.publishThen} draft={`approvals.publish.${subject.name}`} start={{ why: '' }} ready={({ why }) => why.trim() !== ''} onClose={() => setOpen(false)} send={send}>
          {({ why }, set) => <><Changes changes={changesOf(subject.steps, draft.steps)} fields={subject.fields} /><Text label={labels.why} value={why} rows={2} onChange={(next) => set({ why: next })} /></>}
        </ActWindow>
      )}
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { BodyEditor } from '#ui/BodyEditor.tsx';
import { Differences } from '#ui/Differences.tsx';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { Line, Text } from '#ui/fields.tsx';
import { useKept } from '#ui/kept.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Meanwhile, SetAside } from '#ui/Meanwhile.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Content, Written } from '../papers/contract.ts';
import { api, stale, useMeetingWords } from './api.ts';
import '#ui/writing.css';

/** The text of minutes, of a correction, of a summary or a report. */
export const EditWritten = () => {
  const { paperId } = useParams({ strict: false }) as { paperId: string };
  const asked = useQuery(api.written.asQuery({ params: { paperId } }));
  return <Loaded asked={asked}>{(written) => (written.whyNot['save']?.length === 0 ? <Editing key={written.id} written={written} /> : <Closed written={written} />)}</Loaded>;
};

const Closed = ({ written }: { written: Written }) => {
  const { labels, refusals } = useMeetingWords();
  return <div className="stack narrow"><h1>{written.content.title}</h1><Refusals codes={written.whyNot['save'] ?? ['meetings.not_the_writer']} words={refusals} /><div><Link className="plain bare" to={`/records/${written.id}` as string}>{labels.backToIt}</Link></div></div>;
};

interface Mine {
  /** The version it was made from. */
  base: number;
  typed: Content;
}

/** What was typed and not saved, what is there, and whether somebody saved in between. */
const useEditing = (written: Written) => {
  const { value: mine, set, clear } = useDraft<Mine | null>(`meetings.paper.${written.id}`, null);
  const change = (next: Partial<Content>) => set((now) => ({ base: now?.base ?? written.version, typed: { ...(now?.typed ?? written.content), ...next } }));
  return { mine, typed: mine?.typed ?? written.content, change, clear, overtaken: mine !== null && mine.base !== written.version, keep: () => mine && set({ ...mine, base: written.version }) };
};

const Editing = ({ written }: { written: Written }) => {
  const { labels, refusals, paperKinds } = useMeetingWords();
  const { mine, typed, change, clear, overtaken, keep } = useEditing(written);
  const [savedAt, setSavedAt] = useState<string>();
  const [aside, keepAside] = useKept<Content | null>(`meetings.aside.${written.id}`, null);
  const save = useAct((_: void, key) => api.saveWritten({ params: { paperId: written.id }, body: { ...typed, base: mine?.base ?? written.version } }, key), stale, () => (clear(), setSavedAt(new Date().toISOString())));
  const ready = typed.title.trim() !== '' && typed.body.trim() !== '';
  const hasPeople = written.kind === 'minutes';
  return (
    <div className="stack">
      <div className="stack tight">
        <div className="row"><span className="quiet">{paperKinds[written.kind]}　{labels.versionNo.replace('{n}', String(written.version))}</span><Link className="plain bare" to={`/records/${written.id}` as string}>{labels.backToIt}</Link></div>
        <h1>{labels.editText}</h1>
      </div>
      {overtaken && mine ? <Conflict written={written} mine={mine} onKeep={keep} onTake={() => (keepAside(mine.typed), clear())} /> : aside && <SetAside body={aside.body} onTakeBack={() => (change(aside), keepAside(null))} onThrow={() => keepAside(null)} />}
      <Form layout="vertical" className="card">
        <Line label={labels.paperTitle} value={typed.title} most={300} onChange={(title) => change({ title })} />
        <BodyEditor rows={24} value={typed.body} onChange={(body) => change({ body })} />
        {hasPeople && (['attending', 'absent', 'observing'] as const).map((name) => <Text key={name} rows={1} label={labels[name]} value={typed[name]} onChange={(names) => change({ [name]: names })} />)}
        <div className="draft-send">
          <Refusals codes={save.codes} words={refusals} />
          <div className="row">
            <Button type="primary" size="large" disabled={!mine || !ready || overtaken} loading={save.busy} onClick={() => save.run()}>{labels.save}</Button>
            <span className="quiet" role="status">{mine ? labels.keptHere : savedAt ? <>{labels.savedAs.replace('{n}', String(written.version))} <When at={savedAt} /></> : labels.nothingOpen}</span>
          </div>
        </div>
      </Form>
    </div>
  );
};

const Conflict = ({ written, mine, onKeep, onTake }: { written: Written; mine: Mine; onKeep: () => void; onTake: () => void }) => {
  const base = useQuery(api.writtenVersion.asQuery({ params: { paperId: written.id, number: String(mine.base) } }));
  const changed = (after: Content) => <Loaded asked={base}>{(from) => <Differences before={whole(from)} after={whole(after)} />}</Loaded>;
  const [latest] = written.versions;
  return <Meanwhile by={latest?.by?.name ?? ''} at={latest?.at} version={written.version} theirs={changed(written.content)} mine={changed(mine.typed)} onKeep={onKeep} onTake={onTake} />;
};

const whole = ({ title, body, attending, absent, observing }: Content) => [title, body, attending, absent, observing].filter(Boolean).join('\n');

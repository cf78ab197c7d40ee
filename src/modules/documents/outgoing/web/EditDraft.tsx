import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { ChooseSigners } from '#mechanisms/approvals/web/ChooseSigners.tsx';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Document } from '../nouns.ts';
import { api, stale, useOutgoingWords } from './api.ts';
import { useFaults } from './Checks.tsx';
import { Conflict, SetAside } from './Conflict.tsx';
import { checkedOf, DraftForm } from './DraftForm.tsx';
import { attachAll } from './NewDraft.tsx';
import { DocumentState } from './shown.tsx';
import { bodyOf, type Typed, typedOf } from './typed.ts';
import { Way } from './Way.tsx';

export const EditDraft = () => {
  const { recordId: documentId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.one.asQuery({ params: { documentId } }));
  return <Loaded asked={asked}>{(document) => (document.whyNot['save']?.length === 0 ? <Editing document={document} /> : <Closed document={document} />)}</Loaded>;
};

const Closed = ({ document }: { document: Document }) => {
  const { labels, refusals } = useOutgoingWords();
  return (
    <div className="stack narrow">
      <h1>{document.title}</h1>
      <Refusals codes={document.whyNot['save'] ?? ['outgoing.not_the_drafter']} words={refusals} />
      <div><Link className="plain bare" to={`/records/${document.id}`}>{labels.toRecord}</Link></div>
    </div>
  );
};

interface Mine {
  /** The version it was made from. */
  base: number;
  typed: Typed;
}

/** What was typed and not saved, what is there, and whether somebody saved in between. */
const useEditing = (document: Document) => {
  const { value: mine, set, clear } = useDraft<Mine | null>(`outgoing.${document.id}`, null);
  const typed = mine?.typed ?? typedOf(document);
  const change = (next: Partial<Typed>) => set((now) => ({ base: now?.base ?? document.version, typed: { ...(now?.typed ?? typedOf(document)), ...next } }));
  return { mine, typed, change, clear, base: mine?.base ?? document.version, overtaken: mine !== null && mine.base !== document.version, keep: () => mine && set({ ...mine, base: document.version }) };
};

const Editing = ({ document }: { document: Document }) => {
  const { labels, refusals } = useOutgoingWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const params = { documentId: document.id };
  const { mine, typed, change, clear, base, overtaken, keep } = useEditing(document);
  const [savedAt, setSavedAt] = useState<string>();
  const files = useQuery(filesApi.ofRecord.asQuery({ params: { recordId: document.id } }));
  const there = files.data?.files ?? [];
  const store = async (key: string) => {
    await attachAll(document.id, typed);
    return mine ? api.save({ params, body: { ...bodyOf(typed), base } }, key) : undefined;
  };
  const save = useAct((_: undefined, key) => store(key), stale, () => (clear(), setSavedAt(new Date().toISOString())));
  const saveFirst = async (key: string) => {
    if (!(await store(`${key}s`))) return;
    await queries.invalidateQueries({ queryKey: ['outgoing'] });
    clear();
  };
  const send = useAct(async (chosen: Record<string, string[]>, key) => (await saveFirst(key), api.submit({ params, body: { chosen } }, key)), stale, () => void navigate({ to: `/records/${document.id}` }));
  const detach = useAct((fileId: string, key) => api.detach({ params: { ...params, fileId }, body: {} }, key), stale);
  const grave = useFaults(checkedOf(typed, there)).some((fault) => fault.grave);
  const ready = typed.title.trim() !== '' && typed.reason.trim() !== '';
  const buttons = (
    <>
      <Refusals codes={[...save.codes, ...send.codes, ...detach.codes]} words={refusals} />
      <ChooseSigners subject="outgoing.document" codes={send.codes} drafterId={document.drafter.id} onChosen={send.run} />
      <div className="row">
        <Button type="primary" size="large" disabled={!ready || grave || overtaken} loading={send.busy} onClick={() => send.run({})}>{labels.saveAndSend}</Button>
        <Button size="large" disabled={!mine || !ready || overtaken} loading={save.busy} onClick={() => save.run(undefined)}>{labels.saveDraft}</Button>
        {grave && <span className="late">{labels.mendFirst}</span>}
        <span className="quiet" role="status">{mine ? labels.keptHere : savedAt ? <>{labels.savedAs.replace('{n}', String(document.version))} <When at={savedAt} /></> : labels.nothingOpen}</span>
      </div>
    </>
  );
  return (
    <div className="stack">
      <div className="stack tight">
        <div className="row"><DocumentState state={document.state} /><span className="quiet">{labels.versionNo.replace('{n}', String(document.version))}</span><Link className="plain bare" to={`/records/${document.id}`}>{labels.toRecord}</Link>{document.version > 1 && <Link className="plain bare" to={`/outgoing/${document.id}/versions` as string}>{labels.compare}</Link>}</div>
        <h1>{labels.editDraft}</h1>
      </div>
      {overtaken && mine ? <Conflict document={document} mine={mine} onKeep={keep} onTake={() => clear()} /> : <SetAside documentId={document.id} onTake={change} />}
      {document.countersign.length > 0 && <Alert type="info" showIcon title={labels.countersignNote.replace('{names}', document.countersign.map(({ name }) => name).join('、'))} />}
      <DraftForm typed={typed} set={change} there={there} onDetach={(fileId) => detach.run(fileId)} send={buttons} beside={<Way documentId={document.id} typed={typed} />} />
    </div>
  );
};

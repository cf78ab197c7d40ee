import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { useDraft } from '#ui/draft.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import { api, stale, useOutgoingWords } from './api.ts';
import { DraftForm } from './DraftForm.tsx';
import { blank, bodyOf, type Typed } from './typed.ts';

type Asked = Partial<Record<'answers' | 'title' | 'sender', string>>;

/** A reply begins with what it answers and goes to whoever wrote. */
const begun = ({ answers, title = '', sender }: Asked): Typed => (answers ? { ...blank, kind: '函', answers: { id: answers, title }, mainTo: sender ? [sender] : [] } : blank);

/** 拟稿: kept letter by letter until it is saved as its first version. */
export const NewDraft = () => {
  const { labels, refusals } = useOutgoingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const navigate = useNavigate();
  const asked = useRouterState({ select: ({ location }) => location.search as Asked });
  const { value: typed, set, clear, restored } = useDraft<Typed>(`outgoing.new.${asked.answers ?? ''}`, begun(asked));
  const save = useCreating();
  const act = useAct((now: Typed, key) => save(now, key), stale, (id) => (clear(), void navigate({ to: `/outgoing/${id}/edit` as string })));
  const ready = typed.title.trim() !== '' && typed.reason.trim() !== '';
  return (
    <div className="stack">
      <div className="spread">
        <h1>{labels.draft}</h1>
        {restored && <span className="row"><span className="quiet">{ui.labels.draftBack}</span><Confirm label={labels.startAfresh} what={labels.startAfresh} then={labels.afreshThen} onYes={() => clear(begun(asked))} /></span>}
      </div>
      <DraftForm typed={typed} set={(next) => set((now) => ({ ...now, ...next }))} send={
        <>
          <Refusals codes={act.codes} words={refusals} />
          <div className="row"><Button type="primary" size="large" disabled={!ready} loading={act.busy} onClick={() => act.run(typed)}>{labels.saveDraft}</Button>{!ready && <span className="quiet">{labels.needsTitleAndReason}</span>}</div>
        </>
      } />
    </div>
  );
};

/** Made once, however often its files have to be hung on it again. */
const useCreating = () => {
  const made = useRef<string>(undefined);
  return async (typed: Typed, key: string) => {
    made.current ??= (await api.create({ body: bodyOf(typed) }, key)).id;
    await attachAll(made.current, typed);
    return made.current;
  };
};

export const attachAll = async (documentId: string, { files, bodyFile }: Typed) => {
  for (const { id, role } of files) if (role === 'attachment' || id === bodyFile) await api.attach({ params: { documentId }, body: { fileId: id, role } });
};

import { Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useReading } from '#mechanisms/files/web/FileView.tsx';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { useDraft } from '#ui/draft.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useNow } from '#ui/now.ts';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import { whyNotRegister } from '../intake/rules.ts';
import { api, useIncomingWords } from './api.ts';
import { allRight, IntakeChecks } from './IntakeChecks.tsx';
import { IntakeDone, papersOf, type Registered } from './IntakeDone.tsx';
import { IntakeFields } from './IntakeFields.tsx';
import { IntakePaper } from './IntakePaper.tsx';
import { blank, bodyOf, proposedInto, readFrom, type Typed } from './intake.ts';
import './incoming.css';
import { type Key, Shortcuts, useShortcuts } from './Shortcuts.tsx';

/** 收文登记, one screen by keyboard: the line of the register at the left, the paper at the right. */
export const Intake = () => {
  const { labels, refusals } = useIncomingWords();
  const { value: typed, set, clear, restored } = useDraft<Typed>('intake', blank);
  const [last, setLast] = useState<Registered>();
  const [showsKeys, setShowsKeys] = useState(false);
  const { proposals, read } = useProposals(typed, set);
  const reasons = useReasons(typed);
  const start = () => (clear(blank), window.scrollTo(0, 0), document.getElementById('sender')?.focus());
  const act = useAct((body: Typed, key) => api.register({ body: bodyOf(body) }, key), ['incoming', 'todos', 'deadlines'], (answer) => (setLast({ ...answer, title: bodyOf(typed).title, lacksPages: typed.checks.complete === false }), start()));
  const ready = typed.sender.trim() !== '' && reasons.length === 0 && (typed.title.trim() !== '' || typed.secrecy > 0);
  const keys = useDeskKeys({ typed, set, last, register: () => ready && !act.busy && act.run(typed), help: () => setShowsKeys(true) });
  useShortcuts(keys);
  return (
    <div className="stack">
      <Head restored={restored && typed !== blank} onAfresh={start} onKeys={() => setShowsKeys(true)} />
      {last && <IntakeDone document={last} />}
      <div className="desk">
        <Form layout="vertical" className="card" onFinish={() => ready && act.run(typed)}>
          <IntakeFields typed={typed} set={set} proposals={proposals} read={read} />
          <IntakeChecks typed={typed} set={set} />
          <div className="send stack tight">
            <Refusals codes={act.codes.length ? act.codes : reasons} words={refusals} />
            <Button type="primary" htmlType="submit" size="large" disabled={!ready} loading={act.busy}>{labels.registerNext}<kbd className="desk-only">Ctrl+Enter</kbd></Button>
          </div>
        </Form>
        {typed.secrecy > 0 ? <p className="card stub">{labels.stubNoFiles}</p> : <IntakePaper typed={typed} set={set} />}
      </div>
      {showsKeys && <Shortcuts keys={keys} onClose={() => setShowsKeys(false)} />}
    </div>
  );
};

const Head = ({ restored, onAfresh, onKeys }: { restored: boolean; onAfresh: () => void; onKeys: () => void }) => {
  const { labels } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  return (
    <div className="spread">
      <h1>{labels.intake}</h1>
      <div className="row">
        {restored && <><span className="quiet" role="status">{ui.labels.draftBack}</span><Confirm label={ui.labels.throwDraft} what={ui.labels.throwDraft} then={labels.throwThen} onYes={onAfresh} /></>}
        <Button className="desk-only" onClick={onKeys}>{labels.shortcuts}<kbd>F1</kbd></Button>
      </div>
    </div>
  );
};

/** The rule of the server, while somebody types; silent as long as nothing is typed. */
const useReasons = (typed: Typed) => {
  const now = useNow();
  if (!typed.title && !typed.secrecy) return [];
  const body = bodyOf(typed);
  return whyNotRegister({ ...body, receivedAt: typed.receivedAt ?? now, paperPlace: typed.paperPlace.trim() }, now, dayOf(now));
};

/** The office's day. */
const dayOf = (now: string) => new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);

/** What the first file says goes into fields that are still as they began, once for each file. */
const useProposals = (typed: Typed, set: (change: (now: Typed) => Typed) => void) => {
  const first = typed.files.find(({ role }) => role === 'original');
  const { data } = useReading(first?.id);
  const used = useRef<string>(undefined);
  const read = data && data.state !== 'waiting' ? readFrom(data.proposals, data.pages) : {};
  useEffect(() => {
    if (!first || !data || data.state === 'waiting' || used.current === first.id) return;
    used.current = first.id;
    set((now) => proposedInto(now, readFrom(data.proposals, data.pages)));
  }, [first, data, set]);
  return { proposals: first && data ? data.proposals : {}, read: first ? read : {} };
};

interface Desk {
  typed: Typed;
  set: (typed: Typed) => void;
  last: Registered | undefined;
  register: () => unknown;
  help: () => void;
}

const useDeskKeys = ({ typed, set, last, register, help }: Desk): Key[] => {
  const { labels } = useIncomingWords();
  const print = (which: 'receipt' | 'label') => () => void (last && window.open(papersOf(last)[which], '_blank', 'noopener'));
  return [
    { keys: 'Ctrl+Enter', does: labels.registerNext, run: () => void register() },
    { keys: 'Alt+U', does: labels.keyUpload, run: () => document.querySelector<HTMLInputElement>('#paper input[type=file][multiple]')?.click() },
    { keys: 'Ctrl+V', does: labels.keyPaste },
    { keys: 'F2', does: labels.keyTake },
    { keys: 'Alt+C', does: labels.keyAllRight, run: () => set(allRight(typed)) },
    { keys: 'Alt+P', does: labels.printReceipt, run: print('receipt') },
    { keys: 'Alt+L', does: labels.printLabel, run: print('label') },
    { keys: 'F1', does: labels.shortcuts, run: help },
  ];
};

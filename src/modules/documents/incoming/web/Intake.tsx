import { Button, Form } from 'antd';
import { Link } from '@tanstack/react-router';
import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useRef, useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import { FileView, useReading } from '#mechanisms/files/web/FileView.tsx';
import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { useDraft } from '#ui/draft.ts';
import { FilePicker, type Picked } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useNow } from '#ui/now.ts';
import { When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { intake } from '../intake/contract.ts';
import { whyNotRegister } from '../intake/rules.ts';
import { api, useIncomingWords } from './api.ts';
import { blank, bodyOf, proposedInto, type Typed } from './intake.ts';
import { IntakeFields } from './IntakeFields.tsx';
import { Twins } from './Twins.tsx';

type Registered = Answer<typeof intake.register>;

/** 收文登记, one screen by keyboard: the paper at the right, the line of the register at the left. Ctrl Enter registers. */
export const Intake = () => {
  const { labels, refusals } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const { value: typed, set, clear, restored } = useDraft<Typed>('intake', blank);
  const [last, setLast] = useState<Registered & { title: string }>();
  const reading = useProposals(typed, set);
  const now = useNow();
  const reasons = typed.title || typed.secrecy ? whyNotRegister({ ...bodyOf(typed), receivedAt: typed.receivedAt ?? now, paperPlace: typed.paperPlace, files: typed.files }, now, now.slice(0, 10)) : [];
  const act = useAct((body: Typed, key) => api.register({ body: bodyOf(body) }, key), ['incoming', 'todos', 'deadlines'], (answer) => (setLast({ ...answer, title: typed.title }), clear(blank), document.getElementById('sender')?.focus()));
  const ready = typed.sender.trim() !== '' && reasons.length === 0 && (typed.title.trim() !== '' || typed.secrecy > 0);
  useShortcut(() => ready && act.run(typed));
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.intake}</h1>{restored && <span className="quiet">{ui.labels.draftBack}　<Button onClick={() => clear(blank)}>{ui.labels.throwDraft}</Button></span>}</div>
      {last && <Done document={last} />}
      <div className="intake">
        <Form layout="vertical" className="card" onFinish={() => ready && act.run(typed)}>
          <IntakeFields typed={typed} set={set} proposals={reading?.proposals ?? {}} />
          <Twins senderNumber={typed.senderNumber} />
          <div className="stack" style={{ marginTop: 12 }}>
            <Refusals codes={act.codes.length ? act.codes : reasons} words={refusals} />
            <Button type="primary" htmlType="submit" size="large" disabled={!ready} loading={act.busy}>{labels.register}<span className="desk-only">　Ctrl+Enter</span></Button>
          </div>
        </Form>
        {typed.secrecy > 0 ? <p className="card">{labels.stubNote}</p> : <Paper typed={typed} set={set} />}
      </div>
    </div>
  );
};

/** What the first file says goes into fields that are still empty; nothing typed is ever replaced. */
const useProposals = (typed: Typed, set: (typed: Typed) => void) => {
  const first = typed.files.find(({ role }) => role === 'original');
  const { data } = useReading(first?.id);
  const used = useRef<string>(undefined);
  useEffect(() => {
    if (!first || !data || data.state === 'waiting' || used.current === first.id) return;
    used.current = first.id;
    set(proposedInto(typed, data.proposals, data.pages));
  }, [first, data, typed, set]);
  return data;
};

const useShortcut = (send: () => unknown) => {
  const key = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
  useEffect(() => {
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
};

const Done = ({ document }: { document: Registered & { title: string } }) => {
  const { labels } = useIncomingWords();
  const params = { documentId: document.id };
  return (
    <div className="card spread" role="status">
      <span>{labels.registered} <Link to={`/records/${document.id}`}><strong className="number">{document.number}</strong>　{document.title || labels.stubTitle}</Link>{document.dueAt && <>　{labels.dueAt} <When at={document.dueAt} /></>}</span>
      <span className="row" style={{ gap: 16 }}>
        <a href={api.receipt.url({ params })} target="_blank" rel="noreferrer">{labels.printReceipt}</a>
        <a href={api.label.url({ params })} target="_blank" rel="noreferrer">{labels.printLabel}</a>
      </span>
    </div>
  );
};

/** The paper: scanned, dragged, pasted or photographed; photos of damage beside it. */
const Paper = ({ typed, set }: { typed: Typed; set: Dispatch<SetStateAction<Typed>> }) => {
  const { labels, refusals } = useIncomingWords();
  const words = useWords({ zh: filesZh, en: filesEn });
  const [codes, setCodes] = useState<readonly string[]>([]);
  const add = (file: Picked) => {
    setCodes([]);
    set((now) => ({ ...now, files: [...now.files, { ...file, role: now.files.some(({ role }) => role === 'original') ? 'attachment' : 'original' }] }));
  };
  const [shown, setShown] = useState<string>();
  const file = typed.files.find(({ id }) => id === shown) ?? typed.files[0];
  const first = typed.files.some(({ role }) => role === 'original');
  return (
    <div className="card stack">
      <FilePicker label={first ? labels.roleAttachment : labels.roleOriginal} upload={upload} onPicked={add} onFailed={setCodes} />
      <Refusals codes={codes} words={{ ...words.refusals, ...refusals }} />
      {typed.files.length > 0 && (
        <ul className="lines">
          {typed.files.map((one) => (
            <li key={one.id} className="spread">
              <button type="button" className="plain bare" onClick={() => setShown(one.id)}>{one.name}</button>
              <span className="row">
                {(['original', 'attachment', 'damage'] as const).map((role) => <label key={role}><input type="radio" name={`role-${one.id}`} checked={one.role === role} onChange={() => set({ ...typed, files: typed.files.map((other) => (other.id === one.id ? { ...other, role } : other)) })} /> {role === 'original' ? labels.roleOriginal : role === 'attachment' ? labels.roleAttachment : labels.roleDamage}</label>)}
                <Button aria-label={`${labels.cancel} ${one.name}`} onClick={() => set({ ...typed, files: typed.files.filter((other) => other.id !== one.id) })}>×</Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {file && <FileView file={file} />}
    </div>
  );
};

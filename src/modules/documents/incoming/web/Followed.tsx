import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Check } from '#ui/Check.tsx';
import type { Picked } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Document, ReadingLine, Replacement } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Files, Text } from './fields.tsx';
import { ReasonAct } from './ReasonAct.tsx';
import { UrgeButton } from './UrgeButton.tsx';

/** 传阅: who has read it when, and what they noted. */
export const Readings = ({ document }: { document: Document }) => {
  const { labels } = useIncomingWords();
  if (!document.readings.length) return null;
  return (
    <section className="card stack" aria-label={labels.readers}>
      <h2>{labels.readers}</h2>
      <ul className="lines">{document.readings.map((reading) => <OneReading key={reading.id} reading={reading} document={document} />)}</ul>
    </section>
  );
};

const OneReading = ({ reading, document }: { reading: ReadingLine; document: Document }) => {
  const { labels, refusals } = useIncomingWords();
  const [note, setNote] = useState('');
  const read = useAct((text: string, key) => api.markRead({ params: { readingId: reading.id }, body: { note: text } }, key), ['incoming', 'todos', 'deadlines']);
  const add = useAct((text: string, key) => api.addNote({ params: { readingId: reading.id }, body: { note: text } }, key), ['incoming'], () => setNote(''));
  const mine = !reading.whyNot['markRead']?.includes('incoming.not_your_reading');
  return (
    <li className="stack" style={{ gap: 6 }} {...(mine && reading.sentAt && !reading.readAt && { id: 'mine' })}>
      <div className="spread"><strong>{reading.person.name}</strong><span className="quiet">{reading.readAt ? <>{labels.readAt} <When at={reading.readAt} /></> : reading.recalledAt ? labels.withdrawn : reading.sentAt ? labels.unread : labels.notYetSent}</span></div>
      {reading.note && <p className="opinion">{reading.note}</p>}
      {mine && reading.sentAt && (
        <>
          <Text label={reading.readAt ? labels.addNote : labels.readNote} rows={1} value={note} onChange={setNote} />
          <div>{reading.readAt ? <Button disabled={!note.trim()} loading={add.busy} onClick={() => add.run(note)}>{labels.addNote}</Button> : <Button type="primary" loading={read.busy} onClick={() => read.run(note)}>{labels.markRead}</Button>}</div>
        </>
      )}
      <Refusals codes={[...read.codes, ...add.codes]} words={refusals} />
      {!reading.readAt && !reading.recalledAt && (
        <div className="row">
          {reading.sentAt && <UrgeButton document={document} item="reading" itemId={reading.id} />}
          <ReasonAct act="recallReader" id={reading.id} whyNot={reading.whyNot['recallReader']} send={(reason, key) => api.recallReader({ params: { readingId: reading.id }, body: { reason } }, key)} />
        </div>
      )}
    </li>
  );
};

/** Pages that were asked of the sender (IN-2). */
export const Replacements = ({ document }: { document: Document }) => {
  const { labels } = useIncomingWords();
  if (!document.replacements.length) return null;
  return (
    <section className="card stack" aria-label={labels.askForPages}>
      <h2>{labels.askForPages}</h2>
      <ul className="lines">{document.replacements.map((one) => <OneReplacement key={one.id} replacement={one} document={document} />)}</ul>
    </section>
  );
};

const OneReplacement = ({ replacement, document }: { replacement: Replacement; document: Document }) => {
  const { labels } = useIncomingWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { id, what, details, waits, contact, askedAt, settledAt, settledHow } = replacement;
  return (
    <li className="stack" style={{ gap: 6 }}>
      <div><strong>{labels[what]}</strong>　{details}　<span className="quiet">{waits ? labels.pagesWaits : labels.pagesGoesOn}　{contact}　<When at={askedAt} /></span></div>
      {settledAt ? <p className="opinion">{labels.settlePages}：{settledHow}　<When at={settledAt} /></p> : null}
      {may('incoming.register') && (
        <div className="row">
          {!settledAt && <Button type="primary" onClick={() => setOpen(true)}>{labels.settlePages}</Button>}
          <ReasonAct act={waits ? 'goOn' : 'waitForPages'} id={id} whyNot={settledAt ? undefined : []} send={(reason, key) => api.changeWaiting({ params: { replacementId: id }, body: { waits: !waits, reason } }, key)} />
          <a href={api.replacementLetter.url({ params: { replacementId: id } })} target="_blank" rel="noreferrer">{labels.replacementLetter}</a>
        </div>
      )}
      {!settledAt && <UrgeButton document={document} item="replacement" itemId={id} />}
      {open && (
        <Ask title={labels.settlePages} draft={`settle.${id}`} start={{ how: '', files: [] as Picked[], complete: true }} onClose={() => setOpen(false)} ready={({ how }) => how.trim() !== ''} send={({ how, files, complete }, key) => api.settlePages({ params: { replacementId: id }, body: { how, files: files.map((file) => file.id), complete } }, key)}>
          {(typed, set) => <><Text label={labels.result} value={typed.how} onChange={(how) => set({ how })} /><Files label={labels.roleReplacement} value={typed.files} onChange={(files) => set({ files })} /><Check checked={typed.complete} onChange={(complete) => set({ complete })}>{labels.allPages}</Check></>}
        </Ask>
      )}
    </li>
  );
};

export const Answers = ({ document }: { document: Document }) => {
  const { labels, answerHows } = useIncomingWords();
  if (!document.answers.length && !document.agenda) return null;
  return (
    <section className="card stack" aria-label={labels.answers}>
      <h2>{labels.answers}</h2>
      {document.answers.map(({ id, how, outgoingNumber, text, by, at }) => <p key={id} className="opinion">{answerHows[how]}　<span className="number">{outgoingNumber}</span>　{text}　<small className="quiet">{by.name}　<When at={at} /></small></p>)}
      {document.agenda && <p className="opinion">{labels.agenda}：{document.agenda.why}　<When at={document.agenda.proposedAt} /></p>}
    </section>
  );
};

export const Urges = ({ document }: { document: Document }) => {
  const { labels, urgeHows, callOutcomes } = useIncomingWords();
  if (!document.urges.length) return null;
  return (
    <section className="card stack" aria-label={labels.urges}>
      <h2>{labels.urges}</h2>
      <ul className="lines">{document.urges.map(({ id, whom, at, by, how, phone, outcome, said }) => <li key={id}><When at={at} />　{by.name}　{urgeHows[how]}　{whom}　{how === 'phone' && <span className="number">{phone}　</span>}{outcome && callOutcomes[outcome]}　{said}</li>)}</ul>
    </section>
  );
};

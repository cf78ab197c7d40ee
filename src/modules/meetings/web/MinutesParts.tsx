import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { OneOf, Text } from '#ui/fields.tsx';
import { Day, When } from '#ui/When.tsx';
import type { WholeMinutes } from '../minutes/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Fact } from './Facts.tsx';

interface Props {
  minutes: WholeMinutes;
}

type Correction = WholeMinutes['corrections'][number];

/** What the attendees asked to have put right, and what became of each. */
export const Corrections = ({ minutes: { corrections, whyNot, state, openUntil } }: Props) => {
  const { labels } = useMeetingWords();
  const [decides, setDecides] = useState<Correction>();
  if (!corrections.length && state !== 'sent') return null;
  return (
    <section className="card stack" aria-label={labels.corrections}>
      <div className="spread"><h2>{labels.corrections}</h2>{state === 'sent' && openUntil && <span className="quiet">{labels.openUntil} <When at={openUntil} /></span>}</div>
      {corrections.length === 0 && <p className="quiet">{labels.noCorrections}</p>}
      <ul className="lines">
        {corrections.map((one) => (
          <li key={one.id} className="stack tight">
            <div className="spread"><span>{one.by.name}　<When at={one.at} /></span><span className={one.taken === null ? 'soon' : 'quiet'}>{one.taken === null ? labels.undecided : one.taken ? labels.isTaken : labels.notTaken}</span></div>
            <p className="opinion">{one.text}</p>
            {one.decidedBy && <small className="quiet">{one.decidedBy.name}　{one.decidedAt && <When at={one.decidedAt} />}　{one.reason}</small>}
            {one.taken === null && whyNot['decideCorrection'] !== undefined && <div className="no-print"><Button onClick={() => setDecides(one)}>{labels.decideCorrection}</Button></div>}
          </li>
        ))}
      </ul>
      {decides && <Decide correction={decides} onClose={() => setDecides(undefined)} />}
    </section>
  );
};

const Decide = ({ correction, onClose }: { correction: Correction; onClose: () => void }) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.decideCorrection} what={correction.text} follows={labels.decideThen} draft={`meetings.decide.${correction.id}`} start={{ taken: 1, reason: '' }} onClose={onClose} ready={({ taken, reason }) => taken === 1 || reason.trim() !== ''} send={({ taken, reason }, key) => api.decideCorrection({ params: { correctionId: correction.id }, body: { taken: taken === 1, reason } }, key)}>
      {(typed, set) => <><OneOf<number> label={labels.decideCorrection} value={typed.taken} onChange={(taken) => set({ taken })} options={[[1, labels.isTaken], [0, labels.notTaken]]} /><Text label={labels.reason} rows={2} value={typed.reason} onChange={(reason) => set({ reason })} /></>}
    </Ask>
  );
};

/** What it says was resolved, beside how the ledger has it now. */
export const Snapshot = ({ minutes: { resolutions } }: Props) => {
  const { labels, resolutionStates } = useMeetingWords();
  return resolutions.length > 0 && (
    <section className="card stack" aria-label={labels.resolutionsIn}>
      <h2>{labels.resolutionsIn}</h2>
      <p className="quiet">{labels.ledgerCounts}</p>
      <ul className="lines">
        {resolutions.map((one) => (
          <li key={one.id}>
            <span className="number quiet">{one.number}</span>　<Link to={`/records/${one.id}` as string}>{one.text}</Link><br />
            <small>{one.department}　{one.owner}　<Day on={one.dueOn} />　<span className="quiet">{labels.nowInLedger}：{resolutionStates[one.state]}{one.nowDueOn !== one.dueOn && <>　{labels.until} <Day on={one.nowDueOn} /></>}</span></small>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Who has it, and who has read it. */
export const Receipts = ({ minutes: { receipts } }: Props) => {
  const { labels } = useMeetingWords();
  const read = receipts.filter(({ readAt }) => readAt !== null).length;
  return receipts.length > 0 && (
    <section className="card stack" aria-label={labels.receipts}>
      <div className="spread"><h2>{labels.receipts}</h2><span className="quiet">{labels.readOf.replace('{n}', String(read)).replace('{all}', String(receipts.length))}</span></div>
      <ul className="lines">
        {receipts.map((one) => (
          <li key={one.id} className="spread"><span>{one.who.name}　<small className="quiet">{one.department ? labels.toDepartment : labels.toAttendee}</small></span><span className={one.readAt ? 'quiet' : 'soon'}>{one.readAt ? <>{one.department && `${one.readBy?.name ?? ''}　`}{labels.readAt} <When at={one.readAt} /></> : labels.unread}</span></li>
        ))}
      </ul>
    </section>
  );
};

/** 更正: the notes that hang on it, in order. */
export const Notes = ({ minutes: { notes } }: Props) => {
  const { labels, paperStates } = useMeetingWords();
  return notes.length > 0 && (
    <section className="card stack" aria-label={labels.notes}>
      <h2>{labels.notes}</h2>
      <ul className="lines">{notes.map((note) => <li key={note.id}><span className="number">{note.number ?? ''}</span>　<Link to={`/records/${note.id}` as string}>{note.title}</Link>　<span className="quiet">{paperStates[note.state]}</span></li>)}</ul>
    </section>
  );
};

export const MinutesFacts = ({ minutes }: Props) => {
  const { labels } = useMeetingWords();
  return (
    <section className="card stack" aria-label={labels.paperFacts}>
      <dl className="facts">
        <Fact label={labels.endedAt}>{minutes.meeting.endedAt && <When at={minutes.meeting.endedAt} />}</Fact>
        <Fact label={labels.sentAt}>{minutes.sentAt && <When at={minutes.sentAt} />}</Fact>
        <Fact label={labels.printed}>{minutes.printedAt && <><When at={minutes.printedAt} />　{minutes.printedBy?.name}　{labels.copiesOf.replace('{n}', String(minutes.copies))}</>}</Fact>
        <Fact label={labels.finalAt}>{minutes.finalAt && <When at={minutes.finalAt} />}</Fact>
        <Fact label={labels.keptFiles}>{minutes.kept.length > 0 && <ul>{minutes.kept.map(({ name, type, sha256 }) => <li key={sha256}><a href={api.printedWritten.url({ params: { paperId: minutes.id }, query: { as: type === 'application/pdf' ? 'pdf' : 'docx' } })}>{name}</a><br /><small className="quiet">SHA-256 {sha256}</small></li>)}</ul>}</Fact>
        <Fact label={labels.distributedTo}>{minutes.departments.map(({ name }) => name).join('、')}</Fact>
      </dl>
    </section>
  );
};

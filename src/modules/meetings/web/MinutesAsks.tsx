import { useNavigate } from '@tanstack/react-router';
import { Departments } from '#mechanisms/organisation/web/fields.tsx';
import { Amount, Text } from '#ui/fields.tsx';
import type { WholeMinutes } from '../minutes/contract.ts';
import { api, useMeetingWords } from './api.ts';
import { Ask } from './Ask.tsx';

export type MinutesAct = 'sendMinutes' | 'submitMinutes' | 'askCorrection' | 'printMinutes' | 'redraftMinutes' | 'correctFinal' | 'dropNote';

interface Asked {
  minutes: WholeMinutes;
  onClose: () => void;
}

/** The windows of minutes. */
export const MinutesAsks = ({ act, ...asked }: Asked & { act: MinutesAct }) => {
  const Window = { sendMinutes: Send, submitMinutes: Submit, askCorrection: Correct, printMinutes: Print, redraftMinutes: Redraft, correctFinal: Note, dropNote: Drop }[act];
  return <Window {...asked} />;
};

const Send = ({ minutes, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return <Ask title={labels.sendMinutes} what={minutes.title} follows={labels.sendMinutesThen} draft={`meetings.send.${minutes.id}`} start={{}} onClose={onClose} send={(_, key) => api.sendMinutes({ params: { paperId: minutes.id }, body: {} }, key)}>{() => null}</Ask>;
};

const Redraft = ({ minutes, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return <Ask title={labels.redraftMinutes} what={minutes.title} follows={labels.redraftThen} draft={`meetings.redraft.${minutes.id}`} start={{}} onClose={onClose} send={(_, key) => api.redraftMinutes({ params: { paperId: minutes.id }, body: {} }, key)}>{() => null}</Ask>;
};

const Submit = ({ minutes, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.submitMinutes} what={minutes.title} follows={labels.submitThen} draft={`meetings.submit.${minutes.id}`} start={{ departments: minutes.departments.map(({ id }) => id) }} onClose={onClose} ready={({ departments }) => departments.length > 0} send={(body, key) => api.submitMinutes({ params: { paperId: minutes.id }, body }, key)}>
      {(typed, set) => <Departments label={labels.distributedTo} value={typed.departments} onChange={(departments) => set({ departments })} />}
    </Ask>
  );
};

const Correct = ({ minutes, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.askCorrection} what={minutes.title} follows={labels.correctionThen} draft={`meetings.correction.${minutes.id}`} start={{ text: '' }} onClose={onClose} ready={({ text }) => text.trim() !== ''} send={(body, key) => api.askCorrection({ params: { paperId: minutes.id }, body }, key)}>
      {(typed, set) => <Text label={labels.correction} rows={4} value={typed.text} onChange={(text) => set({ text })} />}
    </Ask>
  );
};

const Print = ({ minutes, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.printMinutes} what={minutes.title} draft={`meetings.print.${minutes.id}`} start={{ copies: minutes.copies || Math.max(1, minutes.receipts.length) }} onClose={onClose} send={(body, key) => api.printMinutes({ params: { paperId: minutes.id }, body }, key)}>
      {(typed, set) => (
        <>
          <p><a href={api.printedWritten.url({ params: { paperId: minutes.id }, query: { as: 'pdf' } })} target="_blank" rel="noreferrer">{labels.openToPrint}</a></p>
          <Amount label={labels.copies} value={typed.copies} most={2000} onChange={(copies) => set({ copies })} />
        </>
      )}
    </Ask>
  );
};

const Drop = ({ minutes, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  return (
    <Ask title={labels.dropNote} what={minutes.title} follows={labels.dropNoteThen} draft={`meetings.dropNote.${minutes.id}`} start={{ why: '' }} onClose={onClose} ready={({ why }) => why.trim() !== ''} send={(body, key) => api.dropNote({ params: { paperId: minutes.id }, body }, key)}>
      {(typed, set) => <Text label={labels.reason} rows={2} value={typed.why} onChange={(why) => set({ why })} />}
    </Ask>
  );
};

const Note = ({ minutes, onClose }: Asked) => {
  const { labels } = useMeetingWords();
  const navigate = useNavigate();
  return (
    <Ask title={labels.correctFinal} what={<><span className="number">{minutes.number}</span>　{minutes.title}</>} follows={labels.noteThen} draft={`meetings.note.${minutes.id}`} start={{ why: '', body: '' }} onClose={onClose} ready={({ why, body }) => why.trim() !== '' && body.trim() !== ''} send={async (body, key) => void navigate({ to: `/records/${(await api.correctFinal({ params: { paperId: minutes.id }, body }, key)).id}` as string })}>
      {(typed, set) => (
        <>
          <Text label={labels.reason} rows={2} value={typed.why} onChange={(why) => set({ why })} />
          <Text label={labels.noteBody} rows={4} value={typed.body} onChange={(body) => set({ body })} />
        </>
      )}
    </Ask>
  );
};

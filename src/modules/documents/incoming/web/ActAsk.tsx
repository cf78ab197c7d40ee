import { Radio } from 'antd';
import type { Document } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Correct } from './Correct.tsx';
import { Dispatch } from './Dispatch.tsx';
import { Departments, Line, Moment, People, Text } from './fields.tsx';
import { Propose } from './Propose.tsx';
import { AddLeader, Classify, Convert, Locate, Reopen, ReportLost, VoidLine } from './UndoActs.tsx';

export type OpenAct = 'sendBack' | 'propose' | 'dispatch' | 'circulate' | 'addReader' | 'askForPages' | 'answerSender' | 'markMajor' | 'finish' | 'correct' | 'convert' | 'voidLine' | 'classify' | 'reopen' | 'addLeader' | 'reportLost' | 'locate';

interface Props {
  document: Document;
  onClose: () => void;
}

const nameOf = ({ number, title }: Document) => <><span className="number">{number}</span>　{title}</>;

/** The window of one act. */
export const ActAsk = ({ act, ...props }: Props & { act: OpenAct }) => {
  const Window = windows[act];
  return <Window {...props} />;
};

const SendBack = ({ document, onClose }: Props) => {
  const { labels } = useIncomingWords();
  return (
    <Ask title={labels.sendBack} what={nameOf(document)} follows={labels.sendBackThen} draft={`sendBack.${document.id}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={({ reason }, key) => api.sendBack({ params: { documentId: document.id }, body: { reason } }, key)}>
      {(typed, set) => <Text label={labels.sendBackReason} value={typed.reason} onChange={(reason) => set({ reason })} />}
    </Ask>
  );
};

const Circulate = ({ document, onClose }: Props) => {
  const { labels } = useIncomingWords();
  const start = { people: [] as string[], departments: [] as string[], inOrder: false };
  return (
    <Ask title={labels.circulate} what={nameOf(document)} draft={`circulate.${document.id}`} start={start} onClose={onClose} ready={(t) => t.people.length + t.departments.length > 0} send={(body, key) => api.circulate({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => (
        <>
          <People label={labels.people} value={typed.people} onChange={(people) => set({ people })} />
          <Departments label={labels.departments} value={typed.departments} onChange={(departments) => set({ departments })} />
          <Radio.Group aria-label={labels.inOrder} value={typed.inOrder} onChange={(event) => set({ inOrder: event.target.value })} options={[{ value: false, label: labels.parallel }, { value: true, label: labels.inOrder }]} style={{ marginBottom: 12 }} />
        </>
      )}
    </Ask>
  );
};

const AddReader = ({ document, onClose }: Props) => {
  const { labels } = useIncomingWords();
  return (
    <Ask title={labels.addReader} draft={`addReader.${document.id}`} start={{ people: [] as string[], why: '' }} onClose={onClose} ready={({ people }) => people.length > 0} send={(body, key) => api.addReader({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => <><People label={labels.people} value={typed.people} onChange={(people) => set({ people })} /><Text label={labels.remark} rows={1} value={typed.why} onChange={(why) => set({ why })} /></>}
    </Ask>
  );
};

const AskForPages = ({ document, onClose }: Props) => {
  const { labels } = useIncomingWords();
  const start = { what: 'damaged' as 'damaged' | 'missing', details: '', waits: true, how: 'mail' as 'mail' | 'phone', contact: '', said: '' };
  return (
    <Ask title={labels.askForPages} what={nameOf(document)} draft={`pages.${document.id}`} start={start} onClose={onClose} ready={(t) => t.details.trim() !== '' && t.contact.trim() !== ''} send={(body, key) => api.askForPages({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => (
        <>
          <Radio.Group aria-label={labels.pagesWhat} value={typed.what} onChange={(event) => set({ what: event.target.value })} options={[{ value: 'damaged', label: labels.damaged }, { value: 'missing', label: labels.missing }]} style={{ marginBottom: 12 }} />
          <Text label={labels.pagesDetails} value={typed.details} onChange={(details) => set({ details })} />
          <Radio.Group aria-label={labels.byMail} value={typed.how} onChange={(event) => set({ how: event.target.value })} options={[{ value: 'mail', label: labels.byMail }, { value: 'phone', label: labels.byPhone }]} style={{ marginBottom: 12 }} />
          <Line label={labels.contact} value={typed.contact} onChange={(contact) => set({ contact })} />
          {typed.how === 'phone' && <Text label={labels.said} rows={1} value={typed.said} onChange={(said) => set({ said })} />}
          <Radio.Group aria-label={labels.pagesWaits} value={typed.waits} onChange={(event) => set({ waits: event.target.value })} options={[{ value: true, label: labels.pagesWaits }, { value: false, label: labels.pagesGoesOn }]} style={{ marginBottom: 12 }} />
        </>
      )}
    </Ask>
  );
};

const AnswerSender = ({ document, onClose }: Props) => {
  const { labels, answerHows } = useIncomingWords();
  const start = { how: 'document' as 'document' | 'mail' | 'phone' | 'visit', outgoingNumber: '', text: '', answeredAt: null as string | null };
  return (
    <Ask title={labels.answerSender} what={nameOf(document)} draft={`answer.${document.id}`} start={start} onClose={onClose} ready={({ text }) => text.trim() !== ''} send={({ answeredAt, ...body }, key) => api.answerSender({ params: { documentId: document.id }, body: { ...body, ...(answeredAt && { answeredAt }) } }, key)}>
      {(typed, set) => (
        <>
          <Radio.Group aria-label={labels.answerHow} value={typed.how} onChange={(event) => set({ how: event.target.value })} options={Object.entries(answerHows).map(([value, label]) => ({ value, label }))} style={{ marginBottom: 12 }} />
          {typed.how === 'document' && <Line label={labels.outgoingNumber} value={typed.outgoingNumber} onChange={(outgoingNumber) => set({ outgoingNumber })} />}
          <Text label={labels.answerText} value={typed.text} onChange={(text) => set({ text })} />
          <Moment label={labels.answeredAt} placeholder={labels.receivedNow} value={typed.answeredAt} onChange={(answeredAt) => set({ answeredAt })} />
        </>
      )}
    </Ask>
  );
};

const MarkMajor = ({ document, onClose }: Props) => {
  const { labels } = useIncomingWords();
  return (
    <Ask title={labels.markMajor} what={nameOf(document)} follows={labels.majorThen} draft={`major.${document.id}`} start={{ why: '' }} onClose={onClose} ready={({ why }) => why.trim() !== ''} send={(body, key) => api.markMajor({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => <Text label={labels.majorWhy} value={typed.why} onChange={(why) => set({ why })} />}
    </Ask>
  );
};

const Finish = ({ document, onClose }: Props) => {
  const { labels } = useIncomingWords();
  return (
    <Ask title={labels.finish} what={nameOf(document)} follows={labels.finishThen} draft={`finish.${document.id}`} start={{ result: '' }} onClose={onClose} ready={({ result }) => result.trim() !== ''} send={(body, key) => api.finish({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => <Text label={labels.finishResult} value={typed.result} onChange={(result) => set({ result })} />}
    </Ask>
  );
};

/** The original is found by the code on its label. */
const ofPaper = (Window: typeof ReportLost) => ({ document, onClose }: Props) => <Window code={document.paperCode} title={`${document.number}　${document.title}`} onClose={onClose} />;

const windows: Record<OpenAct, (props: Props) => React.ReactNode> = { sendBack: SendBack, propose: Propose, dispatch: Dispatch, circulate: Circulate, addReader: AddReader, askForPages: AskForPages, answerSender: AnswerSender, markMajor: MarkMajor, finish: Finish, correct: Correct, convert: Convert, voidLine: VoidLine, classify: Classify, reopen: Reopen, addLeader: AddLeader, reportLost: ofPaper(ReportLost), locate: ofPaper(Locate) };

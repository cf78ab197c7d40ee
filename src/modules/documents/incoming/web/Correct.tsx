import { type Document, handlings, kinds } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Amount, Line, Moment, OnDay, OneOf, Text } from './fields.tsx';

const corrected = ['sender', 'senderNumber', 'title', 'writtenOn', 'kind', 'urgency', 'copies', 'copyNumbers', 'pages', 'attachments', 'handling', 'respondBy', 'receivedAt', 'deliveredBy', 'remark'] as const;

type Before = Pick<Document, (typeof corrected)[number]>;

/** Only what was changed is corrected. */
const changesOf = (before: Before, typed: Before) => Object.fromEntries(corrected.filter((name) => typed[name] !== before[name]).map((name) => [name, typed[name]]));

/** 更正登记: what was written down wrongly, with the reason; the history keeps both. */
export const Correct = ({ document, onClose }: { document: Document; onClose: () => void }) => {
  const { labels } = useIncomingWords();
  const before = Object.fromEntries(corrected.map((name) => [name, document[name]])) as Before;
  return (
    <Ask title={labels.correct} what={<span className="number">{document.number}</span>} width={760} draft={`correct.${document.id}`} start={{ ...before, why: '' }} onClose={onClose} ready={(typed) => typed.why.trim() !== '' && Object.keys(changesOf(before, typed)).length > 0} send={(typed, key) => api.correct({ params: { documentId: document.id }, body: { ...changesOf(before, typed), why: typed.why } }, key)}>
      {(typed, set) => (
        <>
          <Fields typed={typed} set={set} isStub={document.secrecy > 0} />
          <Text label={labels.correctWhy} rows={1} value={typed.why} onChange={(why) => set({ why })} />
        </>
      )}
    </Ask>
  );
};

/** In the order of the paper book. */
const Fields = ({ typed, set, isStub }: { typed: Before; set: (next: Partial<Before>) => void; isStub: boolean }) => {
  const { labels, urgencies, handlings: ways } = useIncomingWords();
  const line = (name: 'sender' | 'senderNumber' | 'title' | 'copyNumbers' | 'deliveredBy' | 'remark', most: number) => <Line label={labels[name]} most={most} value={typed[name]} onChange={(next) => set({ [name]: next })} />;
  const count = (name: 'copies' | 'pages' | 'attachments', least: number, most: number) => <Amount label={labels[name]} least={least} most={most} value={typed[name]} onChange={(next) => set({ [name]: next })} />;
  return (
    <div className="form-grid">
      <div className="half">{line('sender', 200)}</div>
      <div className="half">{line('senderNumber', 100)}</div>
      {!isStub && <div className="full">{line('title', 500)}</div>}
      <OnDay label={labels.writtenOn} value={typed.writtenOn} onChange={(writtenOn) => set({ writtenOn })} />
      <OneOf label={labels.kind} value={typed.kind} onChange={(kind) => set({ kind })} options={kinds.map((kind) => [kind, kind] as const)} />
      <OneOf label={labels.urgency} value={typed.urgency} onChange={(urgency) => set({ urgency })} options={urgencies.map((text, value) => [value, text] as const)} />
      {!isStub && <OneOf label={labels.handling} value={typed.handling} onChange={(handling) => set({ handling })} options={handlings.map((one) => [one, ways[one]] as const)} />}
      {count('copies', 1, 10_000)}
      {line('copyNumbers', 200)}
      {count('pages', 0, 100_000)}
      {count('attachments', 0, 1000)}
      {!isStub && <Moment label={labels.respondBy} value={typed.respondBy} onChange={(respondBy) => set({ respondBy })} />}
      <Moment label={labels.receivedAt} value={typed.receivedAt} onChange={(receivedAt) => receivedAt && set({ receivedAt })} />
      {line('deliveredBy', 100)}
      {!isStub && <div className="full">{line('remark', 1000)}</div>}
    </div>
  );
};

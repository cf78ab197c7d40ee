import type { Document } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Line, Moment, Text } from './fields.tsx';

/** 更正登记: what was written down wrongly, with the reason; the history keeps both. */
export const Correct = ({ document, onClose }: { document: Document; onClose: () => void }) => {
  const { labels } = useIncomingWords();
  const { sender, senderNumber, title, respondBy, remark } = document;
  const before = { sender, senderNumber, title, respondBy, remark };
  const start = { ...before, why: '' };
  const changes = (typed: typeof start) => Object.fromEntries(Object.entries(before).flatMap(([name, value]) => (typed[name as 'title'] === value ? [] : [[name, typed[name as 'title']]])));
  return (
    <Ask title={labels.correct} draft={`correct.${document.id}`} start={start} onClose={onClose} ready={(typed) => typed.why.trim() !== '' && Object.keys(changes(typed)).length > 0} send={(typed, key) => api.correct({ params: { documentId: document.id }, body: { ...changes(typed), why: typed.why } }, key)}>
      {(typed, set) => (
        <>
          <Line label={labels.sender} value={typed.sender} onChange={(next) => set({ sender: next })} />
          <Line label={labels.senderNumber} value={typed.senderNumber} onChange={(next) => set({ senderNumber: next })} />
          {document.secrecy === 0 && <Line label={labels.title} value={typed.title} onChange={(next) => set({ title: next })} />}
          <Moment label={labels.respondBy} value={typed.respondBy} onChange={(next) => set({ respondBy: next })} />
          <Line label={labels.remark} value={typed.remark} onChange={(next) => set({ remark: next })} />
          <Text label={labels.correctWhy} rows={1} value={typed.why} onChange={(why) => set({ why })} />
        </>
      )}
    </Ask>
  );
};

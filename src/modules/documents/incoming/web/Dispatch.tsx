import type { Document } from '../nouns.ts';
import type { Share } from '../handling/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Text } from './fields.tsx';
import { Shares } from './Shares.tsx';

/** 分办, as it was proposed unless somebody changes it. */
export const Dispatch = ({ document, onClose }: { document: Document; onClose: () => void }) => {
  const { labels } = useIncomingWords();
  const running = document.parts.filter(({ returnedAt }) => !returnedAt);
  const hasLead = running.some(({ role }) => role === 'lead');
  const proposed = document.proposals.at(-1)?.departments.map(({ department, role }) => ({ departmentId: department.id, role })) ?? [];
  const start = { parts: proposed.filter(({ departmentId }) => !running.some(({ department }) => department.id === departmentId)).map((share): Share => (hasLead ? { ...share, role: 'assist' } : share)), note: '' };
  return (
    <Ask title={labels.dispatch} draft={`dispatch.${document.id}.${running.length}`} start={start} onClose={onClose} ready={({ parts }) => parts.length > 0} send={(body, key) => api.dispatch({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => (
        <>
          <Shares value={typed.parts} onChange={(parts) => set({ parts })} hasLead={hasLead} />
          {running.length + typed.parts.length > 1 && <p><strong>{labels.countersign}</strong></p>}
          <Text label={labels.dispatchNote} rows={1} value={typed.note} onChange={(note) => set({ note })} />
        </>
      )}
    </Ask>
  );
};

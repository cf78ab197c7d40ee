import type { Document } from '../nouns.ts';
import type { Share } from '../handling/contract.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Text, useDepartments } from './fields.tsx';
import { oneLead, Shares } from './Shares.tsx';

/** 分办, as it was proposed unless somebody changes it. */
export const Dispatch = (props: { document: Document; onClose: () => void }) => {
  const departments = useDepartments();
  return departments.length > 0 && <DispatchTo {...props} departments={departments} />;
};

const DispatchTo = ({ document, onClose, departments }: { document: Document; onClose: () => void; departments: readonly { id: string; name: string }[] }) => {
  const { labels } = useIncomingWords();
  const running = document.parts.filter(({ returnedAt }) => !returnedAt);
  const hasLead = running.some(({ role }) => role === 'lead');
  const proposed = document.proposals.at(-1)?.departments.map(({ department, role }) => ({ departmentId: department.id, role })) ?? [];
  // A department that a leader names in an instruction gets it too.
  const named = departments.filter(({ id, name }) => !proposed.some(({ departmentId }) => departmentId === id) && document.instructions.some(({ text }) => text?.includes(name))).map(({ id }): Share => ({ departmentId: id, role: 'assist' }));
  const start = { parts: oneLead([...proposed, ...named]).filter(({ departmentId }) => !running.some(({ department }) => department.id === departmentId)).map((share): Share => (hasLead ? { ...share, role: 'assist' } : share)), note: '' };
  return (
    <Ask title={labels.dispatch} follows={labels.dispatchThen} draft={`dispatch.${document.id}.${running.length}`} start={start} onClose={onClose} ready={({ parts }) => parts.length > 0} send={(body, key) => api.dispatch({ params: { documentId: document.id }, body }, key)}>
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

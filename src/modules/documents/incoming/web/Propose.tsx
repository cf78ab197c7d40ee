import { useQuery } from '@tanstack/react-query';
import type { Share } from '../handling/contract.ts';
import type { Document } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { People, Text } from './fields.tsx';
import { oneLead, Shares } from './Shares.tsx';

/** 拟办 with what similar documents suggest, and the leaders to be asked in order. */
export const Propose = ({ document, onClose }: { document: Document; onClose: () => void }) => {
  const { labels } = useIncomingWords();
  const { data } = useQuery(api.suggestions.asQuery({ params: { documentId: document.id } }));
  const start = { text: '', departments: [] as Share[], leaders: [] as string[] };
  return (
    <Ask title={labels.propose} draft={`propose.${document.id}`} start={start} onClose={onClose} verb={labels.propose} ready={({ text }) => text.trim() !== ''} send={(body, key) => api.propose({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => (
        <>
          <Text label={labels.proposalText} value={typed.text} onChange={(text) => set({ text })} />
          {data && data.departments.length > 0 && typed.departments.length === 0 && (
            <div className="row" style={{ marginBottom: 8 }}>
              <span className="quiet">{labels.suggested}：{data.departments.map(({ department, times }) => `${department.name}（${times}）`).join('、')}</span>
              <button type="button" className="plain" onClick={() => set({ departments: oneLead(data.departments.map(({ department, role }) => ({ departmentId: department.id, role }))) })}>{labels.useProposed}</button>
            </div>
          )}
          <Shares value={typed.departments} onChange={(departments) => set({ departments })} />
          <People label={labels.leadersInOrder} of={{ role: 'leader' }} value={typed.leaders} onChange={(leaders) => set({ leaders })} />
          {data?.leaders.length && !typed.leaders.length ? <p className="quiet">{data.leaders.map(({ name, why }) => `${name}（${why}）`).join('、')}　<button type="button" className="plain" onClick={() => set({ leaders: data.leaders.map(({ id }) => id) })}>{labels.useProposed}</button></p> : null}
        </>
      )}
    </Ask>
  );
};

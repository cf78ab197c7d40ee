import { Radio } from 'antd';
import { Check } from '#ui/Check.tsx';
import type { Document } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Line, People, Text } from './fields.tsx';

export interface Undo {
  document: Document;
  onClose: () => void;
}

const nameOf = ({ number, title }: Document) => <><span className="number">{number}</span>　{title}</>;

export const Convert = ({ document, onClose }: Undo) => {
  const { labels, acts, handlings } = useIncomingWords();
  const handling = document.handling === 'action' ? 'reading' : 'action';
  return (
    <Ask title={acts['incoming.convert']} what={nameOf(document)} follows={labels.convertThen.replace('{to}', handlings[handling])} draft={`convert.${document.id}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={({ reason }, key) => api.convert({ params: { documentId: document.id }, body: { handling, reason } }, key)}>
      {(typed, set) => <Text label={labels.reason} rows={1} value={typed.reason} onChange={(reason) => set({ reason })} />}
    </Ask>
  );
};

export const VoidLine = ({ document, onClose }: Undo) => {
  const { labels, acts } = useIncomingWords();
  return (
    <Ask title={acts['incoming.voidLine']} what={nameOf(document)} follows={labels.voidThen} draft={`void.${document.id}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={(body, key) => api.voidLine({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => <Text label={labels.reason} rows={1} value={typed.reason} onChange={(reason) => set({ reason })} />}
    </Ask>
  );
};

export const Classify = ({ document, onClose }: Undo) => {
  const { labels, acts, secrecies } = useIncomingWords();
  const start = { secrecy: Math.max(1, document.secrecy), secrecyPeriod: document.secrecyPeriod, paperPlace: document.paperPlace };
  return (
    <Ask title={acts['incoming.classify']} what={nameOf(document)} follows={labels.classifyThen} draft={`classify.${document.id}`} start={start} onClose={onClose} ready={({ paperPlace }) => paperPlace.trim() !== ''} send={(body, key) => api.classify({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => (
        <>
          <Radio.Group aria-label={labels.secrecy} value={typed.secrecy} onChange={(event) => set({ secrecy: event.target.value })} options={[1, 2, 3].map((value) => ({ value, label: secrecies[value] }))} style={{ marginBottom: 12 }} />
          <Line label={labels.secrecyPeriod} value={typed.secrecyPeriod} onChange={(secrecyPeriod) => set({ secrecyPeriod })} />
          <Line label={labels.paperPlace} value={typed.paperPlace} onChange={(paperPlace) => set({ paperPlace })} />
        </>
      )}
    </Ask>
  );
};

export const Reopen = ({ document, onClose }: Undo) => {
  const { labels, acts } = useIncomingWords();
  const closed = document.parts.filter(({ closedAt }) => closedAt);
  return (
    <Ask title={acts['incoming.reopen']} what={nameOf(document)} follows={labels.reopenThen} draft={`reopen.${document.id}`} start={{ reason: '', parts: [] as string[] }} onClose={onClose} ready={({ reason, parts }) => reason.trim() !== '' && (closed.length === 0 || parts.length > 0)} send={(body, key) => api.reopen({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => (
        <>
          {closed.length > 0 && <fieldset><legend>{labels.doneAgain}</legend>{closed.map(({ id, department }) => <Check key={id} checked={typed.parts.includes(id)} onChange={(on) => set({ parts: on ? [...typed.parts, id] : typed.parts.filter((other) => other !== id) })}>{department.name}</Check>)}</fieldset>}
          <Text label={labels.reason} rows={1} value={typed.reason} onChange={(reason) => set({ reason })} />
        </>
      )}
    </Ask>
  );
};

export const AddLeader = ({ document, onClose }: Undo) => {
  const { labels, acts } = useIncomingWords();
  return (
    <Ask title={acts['incoming.addLeader']} what={nameOf(document)} draft={`leader.${document.id}`} start={{ leader: [] as string[], why: '' }} onClose={onClose} ready={({ leader }) => leader.length === 1} send={({ leader, why }, key) => api.addLeader({ params: { documentId: document.id }, body: { leaderId: leader[0]!, why } }, key)}>
      {(typed, set) => <><People label={labels.people} many={false} of={{ role: 'leader' }} value={typed.leader} onChange={(leader) => set({ leader })} /><Text label={labels.reason} rows={1} value={typed.why} onChange={(why) => set({ why })} /></>}
    </Ask>
  );
};

interface Paper {
  code: string;
  title: string;
  onClose: () => void;
}

export const ReportLost = ({ code, title, onClose }: Paper) => {
  const { labels, acts } = useIncomingWords();
  return (
    <Ask title={acts['incoming.reportLost']} what={title} follows={labels.lostThen} draft={`lost.${code}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={(body, key) => api.reportLost({ params: { code }, body }, key)}>
      {(typed, set) => <Text label={labels.lostHow} value={typed.reason} onChange={(reason) => set({ reason })} />}
    </Ask>
  );
};

export const Locate = ({ code, title, onClose }: Paper) => {
  const { labels, acts } = useIncomingWords();
  return (
    <Ask title={acts['incoming.locate']} what={title} draft={`locate.${code}`} start={{ person: [] as string[], place: '', reason: '' }} onClose={onClose} ready={({ place, reason }) => place.trim() !== '' && reason.trim() !== ''} send={({ person, place, reason }, key) => api.locate({ params: { code }, body: { personId: person[0] ?? null, place, reason } }, key)}>
      {(typed, set) => (
        <>
          <People label={labels.paper} many={false} value={typed.person} onChange={(person) => set({ person })} />
          <Line label={labels.paperPlace} value={typed.place} onChange={(place) => set({ place })} />
          <Text label={labels.reason} rows={1} value={typed.reason} onChange={(reason) => set({ reason })} />
        </>
      )}
    </Ask>
  );
};

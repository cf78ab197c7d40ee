import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useId } from 'react';
import { useMe } from '#mechanisms/access/web/me.ts';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import { Amount, Text } from '#ui/fields.tsx';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import type { Document } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Correct, SignAgain } from './Correct.tsx';
import { Issue, SendMore } from './Issue.tsx';

export type OpenAct = 'number' | 'seal' | 'printed' | 'issue' | 'sendMore' | 'correct' | 'signAgain' | 'voidNumber' | 'drop';

interface Props {
  document: Document;
  onClose: () => void;
}

/** The window of one act. */
export const ActAsk = ({ act, ...props }: Props & { act: OpenAct }) => {
  const Window = windows[act];
  return <Window {...props} />;
};

const nameOf = ({ number, title }: Document) => <><span className="number">{number}</span>　{title}</>;

/** The next number of a series, or one that was kept; the layout proposes the series. */
const NumberIt = ({ document, onClose }: Props) => {
  const { labels, verbs } = useOutgoingWords();
  const { data } = useQuery(api.series.asQuery({}));
  const open = (data?.series ?? []).filter(({ closed }) => !closed);
  const proposed = (open.find(({ layout }) => layout === document.layout) ?? open[0])?.word ?? '';
  return (
    <Ask title={verbs.number} what={nameOf(document)} follows={labels.numberThen} draft={`number.${document.id}`} start={{ series: '', kept: '' }} onClose={onClose} ready={({ series }) => (series || proposed) !== ''} send={({ series, kept }, key) => api.number({ params: { documentId: document.id }, body: { series: series || proposed, reserved: kept ? { year: Number(kept.split(' ')[0]), seq: Number(kept.split(' ')[1]) } : null } }, key)}>
      {(typed, set) => (
        <>
          <Choose label={labels.series} value={typed.series || proposed} onChange={(series) => set({ series, kept: '' })} options={open.map(({ word, name, next }) => [word, `${word}　${name}　${labels.nextNumber.replace('{n}', String(next))}`])} />
          <Kept series={typed.series || proposed} value={typed.kept} onChange={(kept) => set({ kept })} />
          {open.length === 0 && <p className="late">{labels.noSeries}</p>}
        </>
      )}
    </Ask>
  );
};

const Choose = ({ label, value, onChange, options }: { label: string; value: string; onChange: (value: string) => void; options: [string, string][] }) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><Select id={id} value={value} onChange={onChange} options={options.map(([key, text]) => ({ value: key, label: text }))} /></Form.Item>;
};

/** Numbers that were kept in this series this year and last. */
const Kept = ({ series, value, onChange }: { series: string; value: string; onChange: (value: string) => void }) => {
  const { labels } = useOutgoingWords();
  const year = Number(wall(useNow()).slice(0, 4));
  const { data } = useQuery({ ...api.report.asQuery({ query: { series, year, only: 'gaps' } as never }), enabled: series !== '' });
  const reserved = (data?.numbers ?? []).filter(({ state }) => state === 'reserved');
  if (!reserved.length) return null;
  return <Choose label={labels.whichNumber} value={value} onChange={onChange} options={[['', labels.nextFree], ...reserved.map(({ number, year: of, seq, why }): [string, string] => [`${of} ${seq}`, `${number}　${labels.keptFor}${why}`])]} />;
};

const Seal = ({ document, onClose }: Props) => {
  const { labels, verbs } = useOutgoingWords();
  const me = useMe();
  const { data } = useQuery(api.sealsThere.asQuery({}));
  const keys = [me?.id, ...(me?.deputyFor ?? []).map(({ id }) => id)];
  const kept = (data?.seals ?? []).filter(({ retired, keeper }) => !retired && keys.includes(keeper.id));
  const first = kept[0]?.id ?? '';
  return (
    <Ask title={verbs.seal} what={nameOf(document)} follows={labels.sealThen} draft={`seal.${document.id}`} start={{ sealId: '', copies: Math.max(1, document.copies), reason: '', witness: [] as string[] }} onClose={onClose} ready={({ sealId }) => (sealId || first) !== ''} send={({ sealId, copies, reason, witness }, key) => api.seal({ params: { documentId: document.id }, body: { sealId: sealId || first, copies, ...(reason.trim() && { reason }), ...(witness[0] && { witnessId: witness[0] }) } }, key)}>
      {(typed, set) => (
        <>
          <p className="opinion">{labels.approvedBy} {document.signedBy?.name}</p>
          <Choose label={labels.seal} value={typed.sealId || first} onChange={(sealId) => set({ sealId })} options={kept.map(({ id, name }) => [id, name])} />
          <Amount label={labels.sealCopies} value={typed.copies} onChange={(copies) => set({ copies })} />
          <People label={labels.witnessedBy} many={false} value={typed.witness} onChange={(witness) => set({ witness })} />
          <Text label={labels.sealReason} rows={1} value={typed.reason} onChange={(reason) => set({ reason })} />
        </>
      )}
    </Ask>
  );
};

const Printed = ({ document, onClose }: Props) => {
  const { labels, verbs } = useOutgoingWords();
  return (
    <Ask title={verbs.printed} what={nameOf(document)} draft={`printed.${document.id}`} start={{ copies: Math.max(1, document.copies || document.mainTo.length + document.copyTo.length + 2) }} onClose={onClose} send={(body, key) => api.printed({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => <Amount label={labels.copies} value={typed.copies} onChange={(copies) => set({ copies })} />}
    </Ask>
  );
};

const VoidNumber = ({ document, onClose }: Props) => {
  const { labels, verbs } = useOutgoingWords();
  const [, series = '', year = '', seq = ''] = /^(.*)〔(\d{4})〕(\d+)号$/.exec(document.number ?? '') ?? [];
  return (
    <Ask title={verbs.voidNumber} what={nameOf(document)} follows={labels.voidThen} draft={`void.${document.number}`} start={{ why: '' }} onClose={onClose} ready={({ why }) => why.trim() !== ''} send={({ why }, key) => api.voidNumber({ body: { series, year: Number(year), seq: Number(seq), why } }, key)}>
      {(typed, set) => <Text label={labels.why} rows={2} value={typed.why} onChange={(why) => set({ why })} />}
    </Ask>
  );
};

const Drop = ({ document, onClose }: Props) => {
  const { labels, verbs } = useOutgoingWords();
  return (
    <Ask title={verbs.drop} what={nameOf(document)} follows={labels.dropThen} draft={`drop.${document.id}`} start={{ why: '' }} onClose={onClose} ready={({ why }) => why.trim() !== ''} send={(body, key) => api.drop({ params: { documentId: document.id }, body }, key)}>
      {(typed, set) => <Text label={labels.why} rows={2} value={typed.why} onChange={(why) => set({ why })} />}
    </Ask>
  );
};

const windows: Record<OpenAct, (props: Props) => React.ReactNode> = { number: NumberIt, seal: Seal, printed: Printed, issue: Issue, sendMore: SendMore, correct: Correct, signAgain: SignAgain, voidNumber: VoidNumber, drop: Drop };

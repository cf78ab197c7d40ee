import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { kinds } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Moment } from './fields.tsx';
import type { Typed } from './intake.ts';

type Proposals = Partial<Record<string, { value: string; where: string } | undefined>>;

interface Props {
  typed: Typed;
  set: (typed: Typed) => void;
  proposals: Proposals;
}

/** In the order of the paper book. */
export const IntakeFields = ({ typed, set, proposals }: Props) => {
  const { labels, secrecies, urgencies, handlings } = useIncomingWords();
  const change = (next: Partial<Typed>) => set({ ...typed, ...next });
  const number = (name: 'copies' | 'pages' | 'attachments', least: number) => (
    <Item label={labels[name]} id={name} className="pair"><InputNumber id={name} min={least} precision={0} value={typed[name]} onChange={(value) => change({ [name]: value ?? least } as Partial<Typed>)} style={{ width: '100%' }} /></Item>
  );
  return (
    <div className="form-grid">
      <Item label={labels.sender} id="sender" className="half" proposal={proposals['sender']} value={typed.sender} onUse={(sender) => change({ sender })}><Sender value={typed.sender} onChange={(sender) => change({ sender })} /></Item>
      <Item label={labels.senderNumber} id="senderNumber" className="half" proposal={proposals['number']} value={typed.senderNumber} onUse={(senderNumber) => change({ senderNumber })}><Input id="senderNumber" value={typed.senderNumber} onChange={(event) => change({ senderNumber: event.target.value })} /></Item>
      {typed.secrecy === 0 && <Item label={labels.title} id="title" className="full" proposal={proposals['title']} value={typed.title} onUse={(title) => change({ title })}><Input.TextArea id="title" autoSize={{ minRows: 1 }} value={typed.title} onChange={(event) => change({ title: event.target.value })} /></Item>}
      <Item label={labels.writtenOn} id="writtenOn" proposal={proposals['date']} value={typed.writtenOn ?? ''} onUse={(writtenOn) => change({ writtenOn })}><DatePicker id="writtenOn" value={typed.writtenOn ? dayjs(typed.writtenOn) : null} onChange={(at) => change({ writtenOn: at?.format('YYYY-MM-DD') ?? null })} style={{ width: '100%' }} /></Item>
      <Item label={labels.kind} id="kind"><Select id="kind" aria-label={labels.kind} showSearch value={typed.kind} onChange={(kind) => change({ kind })} options={kinds.map((kind) => ({ value: kind, label: kind }))} /></Item>
      <Item label={labels.handling} id="handling"><Radio.Group id="handling" aria-label={labels.handling} value={typed.handling} onChange={(event) => change({ handling: event.target.value })} options={Object.entries(handlings).map(([value, label]) => ({ value, label }))} /></Item>
      <Item label={labels.urgency} id="urgency"><Select id="urgency" aria-label={labels.urgency} value={typed.urgency} onChange={(urgency) => change({ urgency })} options={urgencies.map((label, value) => ({ value, label }))} /></Item>
      <Item label={labels.secrecy} id="secrecy"><Select id="secrecy" aria-label={labels.secrecy} value={typed.secrecy} onChange={(secrecy) => change({ secrecy, ...(secrecy > 0 && { title: '', files: [] }) })} options={secrecies.map((label, value) => ({ value, label: label || '—' }))} /></Item>
      {typed.secrecy > 0 && <Item label={labels.secrecyPeriod} id="secrecyPeriod"><Input id="secrecyPeriod" value={typed.secrecyPeriod} onChange={(event) => change({ secrecyPeriod: event.target.value })} /></Item>}
      {number('copies', 1)}
      <Item label={labels.copyNumbers} id="copyNumbers" className="pair"><Input id="copyNumbers" value={typed.copyNumbers} onChange={(event) => change({ copyNumbers: event.target.value })} /></Item>
      {number('pages', 0)}
      {number('attachments', 0)}
      <div className="half"><Moment label={labels.respondBy} value={typed.respondBy} onChange={(respondBy) => change({ respondBy })} /></div>
      <div className="half"><Moment label={labels.receivedAt} value={typed.receivedAt} onChange={(receivedAt) => change({ receivedAt })} /></div>
      <Item label={labels.deliveredBy} id="deliveredBy" className="half"><Input id="deliveredBy" value={typed.deliveredBy} onChange={(event) => change({ deliveredBy: event.target.value })} /></Item>
      <Item label={labels.paperPlace} id="paperPlace" className="half"><Input id="paperPlace" value={typed.paperPlace} onChange={(event) => change({ paperPlace: event.target.value })} /></Item>
      <fieldset className="full" style={{ border: 0, padding: 0, margin: '0 0 16px' }}>
        <legend>{labels.checks}</legend>
        <div className="row">
          {([['complete', labels.checkComplete], ['signature', labels.checkSignature], ['seal', labels.checkSeal], ['addressee', labels.checkAddressee], ['form', labels.checkForm]] as const).map(([name, label]) => (
            <Checkbox key={name} checked={typed.checks[name] ?? false} onChange={(event) => change({ checks: { ...typed.checks, [name]: event.target.checked } })}>{label}</Checkbox>
          ))}
        </div>
      </fieldset>
      <Item label={labels.remark} id="remark" className="full"><Input id="remark" value={typed.remark} onChange={(event) => change({ remark: event.target.value })} /></Item>
    </div>
  );
};

interface ItemProps {
  label: string;
  id: string;
  children: ReactNode;
  className?: string;
  proposal?: { value: string; where: string } | undefined;
  value?: string;
  onUse?: (value: string) => void;
}

/** A field and, where the file says something, what it says and from which line. */
const Item = ({ label, id, children, className = '', proposal, value, onUse }: ItemProps) => {
  const { labels } = useIncomingWords();
  return (
    <div className={className}>
      <Form.Item label={label} htmlFor={id} style={{ marginBottom: 12 }}>
        {children}
        {proposal && (
          <div className="proposal" title={proposal.where}>
            {labels.proposed}{proposal.value !== value && <>：{proposal.value} <button type="button" className="plain" onClick={() => onUse?.(proposal.value)}>{labels.useProposed}</button></>}
          </div>
        )}
      </Form.Item>
    </div>
  );
};

/** 来文单位 completes from the directory that learned it. */
const Sender = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => {
  const { data } = useQuery({ ...api.senders.asQuery({ query: { q: value } }), staleTime: 30_000, placeholderData: (before) => before });
  return <AutoComplete id="sender" value={value} onChange={onChange} autoFocus options={(data?.senders ?? []).filter(({ name }) => name !== value).map(({ name, word }) => ({ value: name, label: word ? `${name}　${word}` : name }))} />;
};

import { useQuery } from '@tanstack/react-query';
import { AutoComplete, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { kinds } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { Moment } from './fields.tsx';
import { type Proposals, stubOf, type Typed } from './intake.ts';
import { Item } from './Item.tsx';
import { Twins } from './Twins.tsx';

interface Props {
  typed: Typed;
  set: (typed: Typed) => void;
  /** What the first file says: the line it was read in, and the value of the field. */
  proposals: Proposals;
  read: Partial<Typed>;
}

/** As a clerk types a date: 2026-11-20, 20261120, 1120, 2026年11月20日. */
const days = ['YYYY-MM-DD', 'YYYYMMDD', 'MMDD', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日', 'M月D日', 'M-D', 'M.D'];
const readAs: Partial<Record<keyof Typed, string>> = { senderNumber: 'number', writtenOn: 'date' };

/** In the order of the paper book. */
export const IntakeFields = ({ typed, set, proposals, read }: Props) => {
  const { labels, secrecies, urgencies, handlings } = useIncomingWords();
  const change = (next: Partial<Typed>) => set({ ...typed, ...next });
  const shownOf = (name: keyof Typed) => (name === 'urgency' ? urgencies[read.urgency!] : name === 'respondBy' ? dayjs(read.respondBy).format('YYYY-MM-DD HH:mm') : String(read[name]));
  const item = (name: keyof Typed & keyof typeof labels, field: ReactNode, className = '') => (
    <Item
      label={labels[name]}
      id={name}
      className={className}
      read={read[name] === undefined ? undefined : { shown: shownOf(name) ?? '', where: proposals[readAs[name] ?? name]?.where ?? '', isTaken: read[name] === typed[name] }}
      onTake={() => change({ [name]: read[name] } as Partial<Typed>)}
    >
      {field}
    </Item>
  );
  const text = (name: 'senderNumber' | 'copyNumbers' | 'deliveredBy' | 'paperPlace' | 'remark' | 'secrecyPeriod', className = '') => item(name, <Input id={name} value={typed[name]} onChange={(event) => change({ [name]: event.target.value })} />, className);
  const count = (name: 'copies' | 'pages' | 'attachments', least: number) => item(name, <InputNumber id={name} min={least} precision={0} value={typed[name]} onChange={(value) => change({ [name]: value ?? least } as Partial<Typed>)} onFocus={(event) => event.target.select()} style={{ width: '100%' }} />, 'quarter');
  return (
    <div className="desk-grid">
      {item('sender', <Sender value={typed.sender} onChange={(sender) => change({ sender })} />, 'half')}
      {text('senderNumber', 'half')}
      <Twins typed={typed} onPrevious={(previousId) => change({ previousId })} />
      {typed.secrecy === 0 ? item('title', <Input.TextArea id="title" autoSize={{ minRows: 1, maxRows: 4 }} value={typed.title} onChange={(event) => change({ title: event.target.value.replaceAll('\n', '') })} />, 'full') : <p className="stub full" role="status">{labels.stubNote}</p>}
      {item('writtenOn', <DatePicker id="writtenOn" format={days} placeholder={labels.dayTyped} value={typed.writtenOn ? dayjs(typed.writtenOn) : null} onChange={(at) => change({ writtenOn: at?.format('YYYY-MM-DD') ?? null })} style={{ width: '100%' }} />)}
      {item('kind', <Select id="kind" aria-label={labels.kind} showSearch value={typed.kind} onChange={(kind) => change({ kind })} options={kinds.map((kind) => ({ value: kind, label: kind }))} />)}
      {item('handling', <Radio.Group id="handling" aria-label={labels.handling} value={typed.handling} onChange={(event) => change({ handling: event.target.value })} options={Object.entries(handlings).map(([value, label]) => ({ value, label }))} />)}
      {item('urgency', <Select id="urgency" aria-label={labels.urgency} value={typed.urgency} onChange={(urgency) => change({ urgency })} options={urgencies.map((label, value) => ({ value, label }))} />)}
      {item('secrecy', <Select id="secrecy" aria-label={labels.secrecy} value={typed.secrecy} onChange={(secrecy) => set(stubOf(typed, secrecy))} options={secrecies.map((label, value) => ({ value, label: label || labels.noSecrecy }))} />)}
      {typed.secrecy > 0 ? text('secrecyPeriod') : <Moment label={labels.respondBy} value={typed.respondBy} onChange={(respondBy) => change({ respondBy })} />}
      {count('copies', 1)}
      {text('copyNumbers', 'quarter')}
      {count('pages', 0)}
      {count('attachments', 0)}
      <Moment label={labels.receivedAt} placeholder={labels.receivedNow} value={typed.receivedAt} onChange={(receivedAt) => change({ receivedAt })} />
      {text('deliveredBy')}
      {text('paperPlace')}
    </div>
  );
};

/** 来文单位 completes from the directory that learned it. */
const Sender = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => {
  const { data } = useQuery({ ...api.senders.asQuery({ query: { q: value } }), staleTime: 30_000, placeholderData: (before) => before });
  return <AutoComplete id="sender" value={value} onChange={onChange} autoFocus defaultActiveFirstOption={false} options={(data?.senders ?? []).filter(({ name }) => name !== value).map(({ name, word }) => ({ value: name, label: word ? `${name}　${word}` : name }))} />;
};

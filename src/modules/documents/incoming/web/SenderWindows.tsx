import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { When } from '#ui/When.tsx';
import type { Sender } from '../senders/contract.ts';
import { mergedSender } from '../senders/rules.ts';
import { api, useIncomingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Line } from './fields.tsx';

interface Props {
  sender: Sender;
  onClose: () => void;
}

export const ChangeSender = ({ sender: { id, name, phone, email, address }, onClose }: Props) => {
  const { labels } = useIncomingWords();
  return (
    <Ask title={labels.changeSender} what={name} follows={labels.renameThen} draft={`sender.${id}`} start={{ name, phone, email, address }} onClose={onClose} ready={(typed) => typed.name.trim() !== ''} send={(body, key) => api.changeSender({ params: { senderId: id }, body }, key)}>
      {(typed, set) => (
        <>
          <Line label={labels.senderName} value={typed.name} onChange={(next) => set({ name: next })} />
          <Line label={labels.phone} most={50} value={typed.phone} onChange={(next) => set({ phone: next })} />
          <Line label={labels.email} value={typed.email} onChange={(next) => set({ email: next })} />
          <Line label={labels.address} value={typed.address} onChange={(next) => set({ address: next })} />
        </>
      )}
    </Ask>
  );
};

/** Two spellings become one sender; before it is done, what the one that stays will be. */
export const MergeSender = ({ sender, onClose }: Props) => {
  const { labels } = useIncomingWords();
  const [stays, setStays] = useState<Sender>();
  const told = stays && labels.mergeThen.replaceAll('{gone}', sender.name).replaceAll('{stays}', stays.name).replace('{n}', String(sender.times));
  return (
    <Ask title={labels.mergeTitle} what={sender.name} verb={labels.mergeSender} {...(told && { follows: told })} danger draft={`merge.${sender.id}`} start={{}} onClose={onClose} ready={() => stays !== undefined} send={(_, key) => api.mergeSender({ params: { senderId: sender.id }, body: { into: stays!.id } }, key)}>
      {() => (
        <>
          <Other without={sender.id} value={stays} onChange={setStays} />
          {stays && <Afterwards sender={mergedSender(sender, stays)} />}
        </>
      )}
    </Ask>
  );
};

const Other = ({ without, value, onChange }: { without: string; value: Sender | undefined; onChange: (sender: Sender) => void }) => {
  const { labels } = useIncomingWords();
  const id = useId();
  const [q, setQ] = useState('');
  const { data } = useQuery({ ...api.senders.asQuery({ query: { q, most: '20' } as never }), placeholderData: (before) => before });
  const others = (data?.senders ?? []).filter((one) => one.id !== without);
  return (
    <Form.Item layout="vertical" label={labels.mergeInto} htmlFor={id}>
      <Select id={id} aria-label={labels.mergeInto} value={value?.name} showSearch={{ filterOption: false, onSearch: setQ }} onChange={(chosen: string) => onChange(others.find((one) => one.id === chosen)!)} options={others.map(({ id: one, name, times }) => ({ value: one, label: `${name}　${labels.senderTimes} ${times}` }))} />
    </Form.Item>
  );
};

const Afterwards = ({ sender: { name, word, times, lastAt, phone, email, address } }: { sender: Sender }) => {
  const { labels } = useIncomingWords();
  const rows = [[labels.senderWord, word], [labels.senderTimes, String(times)], [labels.phone, phone], [labels.email, email], [labels.address, address]] as const;
  return (
    <section aria-label={labels.merged}>
      <p className="opinion">{labels.merged}：<strong>{name}</strong></p>
      <dl className="facts">
        {rows.filter(([, text]) => text).map(([label, text]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{text}</dd></div>)}
        <dt>{labels.lastLetter}</dt><dd><When at={lastAt} /></dd>
      </dl>
    </section>
  );
};

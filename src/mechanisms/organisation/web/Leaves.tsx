import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useMe } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** 离岗与代办: while I am away somebody acts for me, under both names. */
export const Leaves = () => {
  const { labels } = useWords({ zh, en });
  const me = useMe()!;
  const [open, setOpen] = useState(false);
  const { data } = useQuery(api.leaves.asQuery({}));
  const end = useAct((leaveId: string, key) => api.endLeave({ params: { leaveId }, body: {} }, key), ['organisation']);
  return (
    <section className="card stack" aria-label={labels.leave}>
      <div className="spread"><h2>{labels.leave}</h2><Button onClick={() => setOpen(true)}>{labels.takeLeave}</Button></div>
      {data?.leaves.length ? (
        <ul className="lines">
          {data.leaves.map((leave) => (
            <li key={leave.id} className="spread">
              <span>{leave.person.name} → {leave.deputy.name}　<When at={leave.starts} /> – <When at={leave.ends} />　<span className="quiet">{leave.scope === 'all' ? labels.scopeAll : labels.scopeIncoming}　{leave.reason}</span></span>
              {leave.endedAt ? <span className="quiet">{labels.ended}</span> : leave.person.id === me.id && <Button onClick={() => end.run(leave.id)}>{labels.endLeave}</Button>}
            </li>
          ))}
        </ul>
      ) : <p className="quiet opinion">{labels.noLeaves}</p>}
      {open && <TakeLeave onClose={() => setOpen(false)} />}
    </section>
  );
};

interface Typed {
  deputyId: string;
  starts: string;
  ends: string;
  scope: 'all' | 'incoming';
  reason: string;
}

const TakeLeave = ({ onClose }: { onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const { data } = useQuery({ ...api.directory.asQuery({ query: {} }), staleTime: 60_000 });
  const [typed, set] = useState<Typed>({ deputyId: '', starts: dayjs().toISOString(), ends: dayjs().add(1, 'day').toISOString(), scope: 'all', reason: '' });
  const act = useAct((body: Typed, key) => api.takeLeave({ body }, key), ['organisation'], onClose);
  const moment = (name: 'starts' | 'ends') => (
    <Form.Item label={labels[name]} htmlFor={`leave-${name}`}><DatePicker id={`leave-${name}`} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} value={dayjs(typed[name])} onChange={(at) => at && set({ ...typed, [name]: at.toISOString() })} /></Form.Item>
  );
  return (
    <Modal open title={labels.takeLeave} onCancel={onClose} onOk={() => act.run(typed)} okText={labels.save} cancelText={labels.cancel} confirmLoading={act.busy} okButtonProps={{ disabled: !typed.deputyId }}>
      <Form layout="vertical">
        <Form.Item label={labels.deputy} htmlFor="leave-deputy"><PersonSelect id="leave-deputy" label={labels.deputy} {...(typed.deputyId && { value: typed.deputyId })} onChange={(deputyId?: string) => set({ ...typed, deputyId: deputyId ?? '' })} options={(data?.people ?? []).map(({ id, name, title }) => ({ id, name, hint: title }))} /></Form.Item>
        {moment('starts')}
        {moment('ends')}
        <Form.Item label={labels.scope} htmlFor="leave-scope"><Select id="leave-scope" aria-label={labels.scope} value={typed.scope} onChange={(scope) => set({ ...typed, scope })} options={[{ value: 'all', label: labels.scopeAll }, { value: 'incoming', label: labels.scopeIncoming }]} /></Form.Item>
        <Form.Item label={labels.reason} htmlFor="leave-reason"><Input id="leave-reason" value={typed.reason} onChange={(event) => set({ ...typed, reason: event.target.value })} /></Form.Item>
        <Refusals codes={act.codes} words={refusals} />
      </Form>
    </Modal>
  );
};

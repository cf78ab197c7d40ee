import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { Me } from '#mechanisms/access/contract.ts';
import { useAct } from '#ui/act.ts';
import { useNow } from '#ui/now.ts';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { whyNotTakeLeave } from '../rules.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import type { Leave } from './Leaves.tsx';

interface Typed {
  personId: string;
  deputyId?: string;
  starts: Dayjs;
  ends: Dayjs;
  scope: 'all' | 'incoming';
  reason: string;
}

/** Who is away, from when to when, and who stands in; the office enters it for others too. */
export const TakeLeave = ({ me, leaves, onClose }: { me: Me; leaves: readonly Leave[]; onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [form] = Form.useForm<Typed>();
  const [start] = useState<Typed>(() => ({ personId: me.id, starts: tomorrow(8), ends: tomorrow(18), scope: 'all', reason: '' }));
  const typed = Form.useWatch([], form) ?? start;
  const { data } = useQuery(api.directory.asQuery({ query: {} }));
  const now = useNow();
  const wanted = { deputyId: typed.deputyId ?? '', starts: typed.starts.toISOString(), ends: typed.ends.toISOString() };
  const of = (as: 'person' | 'deputy', id: string) => leaves.filter((leave) => leave[as].id === id && !leave.endedAt);
  const about = { personId: typed.personId, askerId: me.id, now, own: of('person', typed.personId), standsIn: of('deputy', typed.personId), deputys: of('person', wanted.deputyId) };
  const reasons = whyNotTakeLeave(wanted, about);
  const body = { ...wanted, scope: typed.scope, reason: typed.reason, ...(typed.personId !== me.id && { personId: typed.personId }) };
  const act = useAct((_: undefined, key) => api.takeLeave({ body }, key), ['organisation'], onClose);
  const people = (data?.people ?? []).map(({ id, name, department }) => ({ id, name, hint: department }));
  const moment = <DatePicker showTime={{ format: 'HH:mm', minuteStep: 15 }} format="YYYY-MM-DD HH:mm" allowClear={false} style={{ width: '100%' }} />;
  return (
    <Modal open title={labels.takeLeave} onCancel={onClose} onOk={() => act.run(undefined)} okText={labels.save} cancelText={labels.cancel} confirmLoading={act.busy} okButtonProps={{ disabled: reasons.length > 0 || !wanted.deputyId }} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={start}>
        {me.permissions.includes('leaves.manage') ? <Form.Item name="personId" label={labels.away}><PersonSelect label={labels.away} options={people} /></Form.Item> : <Form.Item name="personId" hidden><Input /></Form.Item>}
        <Form.Item name="deputyId" label={labels.deputy}><PersonSelect label={labels.deputy} options={people.filter(({ id }) => id !== typed.personId)} /></Form.Item>
        <div className="form-grid">
          <Form.Item name="starts" label={labels.starts} className="half">{moment}</Form.Item>
          <Form.Item name="ends" label={labels.ends} className="half">{moment}</Form.Item>
        </div>
        <Form.Item name="scope" label={labels.scope}><Select options={[{ value: 'all', label: labels.scopeAll }, { value: 'incoming', label: labels.scopeIncoming }]} /></Form.Item>
        <Form.Item name="reason" label={labels.reason}><Input maxLength={300} /></Form.Item>
        <Refusals codes={wanted.deputyId && reasons.length ? reasons : act.codes} words={refusals} />
      </Form>
    </Modal>
  );
};

const tomorrow = (hour: number) => dayjs().add(1, 'day').startOf('day').hour(hour);

import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { Leave as LeaveShape } from '../contract.ts';
import { whyNotTakeLeave } from '../rules.ts';
import { en as moduleEn } from '../words.en.ts';
import { zh as moduleZh } from '../words.zh.ts';
import { api } from './api.ts';
import { en, zh } from './words.ts';

type Leave = z.infer<typeof LeaveShape>;

/** When this person is away and who stands in; and for whom they stand in themselves. */
export const LeaveSection = ({ personId }: { personId: string }) => {
  const words = useWords({ zh, en });
  const asked = useQuery(api.leaves.asQuery({}));
  const [open, setOpen] = useState(false);
  return (
    <section className="card stack" aria-label={words.leave}>
      <div className="spread"><h2>{words.leave}</h2><Button onClick={() => setOpen(true)}>{words.takeLeave}</Button></div>
      <p className="quiet">{words.leaveSay}</p>
      <Loaded asked={asked}>
        {({ leaves }) => {
          const own = leaves.filter(({ person, deputy }) => person.id === personId || deputy.id === personId);
          return own.length ? <ul className="lines">{own.map((leave) => <OneLeave key={leave.id} leave={leave} personId={personId} />)}</ul> : <p className="quiet">{words.noLeave}</p>;
        }}
      </Loaded>
      {open && <TakeLeave personId={personId} own={(asked.data?.leaves ?? []).filter(({ person, endedAt }) => person.id === personId && !endedAt)} onClose={() => setOpen(false)} />}
    </section>
  );
};

const OneLeave = ({ leave, personId }: { leave: Leave; personId: string }) => {
  const words = useWords({ zh, en });
  const end = useAct((leaveId: string) => api.endLeave({ params: { leaveId }, body: {} }), ['organisation', 'access']);
  const isMine = leave.person.id === personId;
  const isOver = leave.endedAt !== null || Date.parse(leave.ends) < Date.now();
  return (
    <li className="spread">
      <span>
        <strong>{isMine ? `${words.deputy}：${leave.deputy.name}` : `${words.iStandFor}：${leave.person.name}`}</strong>　{words.scopes[leave.scope] ?? leave.scope}
        <br />
        <small className="quiet"><When at={leave.starts} /> – <When at={leave.ends} />　{leave.reason}{isOver && `　${words.ended}`}</small>
      </span>
      {isMine && !isOver && <Button loading={end.busy} onClick={() => end.run(leave.id)}>{words.endLeave}</Button>}
    </li>
  );
};

interface Typed {
  deputyId?: string;
  starts: Dayjs;
  ends: Dayjs;
  scope: 'all' | 'incoming';
  reason: string;
}

const TakeLeave = ({ personId, own, onClose }: { personId: string; own: readonly Leave[]; onClose: () => void }) => {
  const words = useWords({ zh, en });
  const { refusals } = useWords({ zh: moduleZh, en: moduleEn });
  const [form] = Form.useForm<Typed>();
  const [start] = useState<Typed>(() => ({ starts: dayjs().add(1, 'day').startOf('day').hour(8), ends: dayjs().add(1, 'day').startOf('day').hour(18), scope: 'all', reason: '' }));
  const typed = Form.useWatch([], form) ?? start;
  const { data } = useQuery(api.directory.asQuery({ query: {} }));
  const wanted = { deputyId: typed.deputyId ?? '', starts: typed.starts?.toISOString() ?? '', ends: typed.ends?.toISOString() ?? '' };
  const reasons = whyNotTakeLeave(wanted, { personId, now: new Date().toISOString(), own, deputys: [] });
  const act = useAct(({ scope, reason }: Typed, key) => api.takeLeave({ body: { ...wanted, scope, reason } }, key), ['organisation'], onClose);
  return (
    <Modal open title={words.takeLeave} onCancel={onClose} onOk={() => form.submit()} okText={words.save} cancelText={words.cancel} confirmLoading={act.busy} okButtonProps={{ disabled: reasons.length > 0 || !wanted.deputyId }} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={start} onFinish={() => act.run(typed)}>
        <Form.Item name="deputyId" label={words.deputy}><PersonSelect label={words.deputy} options={(data?.people ?? []).filter(({ id }) => id !== personId).map(({ id, name, department }) => ({ id, name, hint: department }))} /></Form.Item>
        <div className="form-grid">
          <Form.Item name="starts" label={words.starts} className="half"><DatePicker showTime={{ format: 'HH:mm', minuteStep: 15 }} format="YYYY-MM-DD HH:mm" allowClear={false} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="ends" label={words.ends} className="half"><DatePicker showTime={{ format: 'HH:mm', minuteStep: 15 }} format="YYYY-MM-DD HH:mm" allowClear={false} style={{ width: '100%' }} /></Form.Item>
        </div>
        <Form.Item name="scope" label={words.scope}><Select options={(['all', 'incoming'] as const).map((value) => ({ value, label: words.scopes[value] }))} /></Form.Item>
        <Form.Item name="reason" label={words.reason}><Input maxLength={300} /></Form.Item>
        <Refusals codes={reasons.length ? reasons : act.codes} words={refusals} />
      </Form>
    </Modal>
  );
};

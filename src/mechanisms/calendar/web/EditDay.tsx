import { Form, Input, Modal, Radio } from 'antd';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { type DayKind, dayKinds, type Year } from '../contract.ts';
import { whyNotMark } from '../rules.ts';
import { weekdayOf } from '../days.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Effect } from './Effect.tsx';
import { useWriting } from './writing.ts';

interface Typed {
  kind: DayKind | 'ordinary';
  name: string;
  why: string;
}

/** What kind of day it is to be. In a published year it needs a reason. */
export const EditDay = ({ day, year, onDone }: { day: string; year: Year; onDone: () => void }) => {
  const { labels, states, refusals, weekdays } = useWords({ zh, en });
  const [form] = Form.useForm<Typed>();
  const marked = year.days.find((other) => other.day === day);
  const typed = Form.useWatch([], form);
  const kind = typed?.kind === 'ordinary' ? null : (typed?.kind ?? null);
  const reasons = whyNotMark({ day, kind, name: '' });
  const save = useWriting(() => api.mark({ params: { day }, body: { kind, name: typed?.name ?? '', why: typed?.why ?? '' } }), onDone);
  return (
    <Modal open title={`${labels.editDay} ${day} ${weekdays[weekdayOf(day) - 1]}`} okText={labels.save} cancelText={labels.cancel} onCancel={onDone} onOk={() => form.submit()} okButtonProps={{ disabled: reasons.length > 0, loading: save.isPending }}>
      <Form form={form} layout="vertical" initialValues={{ kind: marked?.kind ?? 'ordinary', name: marked?.name ?? '', why: '' }} onFinish={() => save.mutate(undefined)}>
        <Form.Item name="kind" label={labels.kind}>
          <Radio.Group options={[{ value: 'ordinary', label: labels.ordinary }, ...dayKinds.map((value) => ({ value, label: states[value] }))]} />
        </Form.Item>
        <Form.Item name="name" label={labels.name}><Input maxLength={40} /></Form.Item>
        <Form.Item name="why" label={labels.why} rules={[{ required: year.published, message: refusals['calendar.reason_needed'] }]}><Input maxLength={200} /></Form.Item>
        <Effect change={reasons.length || kind === (marked?.kind ?? null) ? null : { days: [{ day, kind, name: '' }] }} />
        <Refusals codes={reasons.length ? reasons : (save.error?.codes ?? [])} words={refusals} />
      </Form>
    </Modal>
  );
};

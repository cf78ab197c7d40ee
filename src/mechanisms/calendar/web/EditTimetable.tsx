import { Button, Checkbox, DatePicker, Flex, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Timetable } from '../contract.ts';
import { whyNotTimetable } from '../rules.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Effect } from './Effect.tsx';
import { useWriting } from './writing.ts';

interface Typed {
  name: string;
  starts?: Dayjs | null;
  ends?: Dayjs | null;
  weekdays: number[];
  /** As it is written: 08:00-12:00 13:30-17:30. */
  hours: string;
}

export const EditTimetable = ({ timetable, onDone }: { timetable: Partial<Timetable> & { id?: string }; onDone: () => void }) => {
  const { labels, refusals, weekdays } = useWords({ zh, en });
  const [form] = Form.useForm<Typed>();
  const { id, starts } = timetable;
  const typed = Form.useWatch([], form);
  const reasons = typed?.name ? whyNotTimetable(asTimetable(typed)) : [];
  const save = useWriting((given: Typed) => {
    const body = asTimetable(given);
    return id ? api.changeTimetable({ params: { timetableId: id }, body }) : api.addTimetable({ body });
  }, onDone);
  const remove = useWriting(() => api.removeTimetable({ params: { timetableId: id! } }), onDone);
  return (
    <Modal open title={id ? timetable.name : labels.addTimetable} okText={labels.save} cancelText={labels.cancel} onCancel={onDone} onOk={() => form.submit()} okButtonProps={{ loading: save.isPending, disabled: reasons.length > 0 }}>
      <Form form={form} layout="vertical" initialValues={asTyped(timetable)} onFinish={(given) => save.mutate(given)}>
        <Form.Item name="name" label={labels.name} rules={[{ required: true }]}><Input maxLength={40} /></Form.Item>
        {(!id || starts) && (
          <Flex gap="small" wrap>
            <Form.Item name="starts" label={labels.starts} rules={[{ required: true }]}><DatePicker /></Form.Item>
            <Form.Item name="ends" label={labels.ends} rules={[{ required: true }]}><DatePicker /></Form.Item>
          </Flex>
        )}
        <Form.Item name="weekdays" label={labels.weekdays}><Checkbox.Group options={weekdays.map((label, i) => ({ label, value: i + 1 }))} /></Form.Item>
        <Form.Item name="hours" label={labels.hours} extra={labels.hoursHint}><Input placeholder="08:00-12:00 13:30-17:30" /></Form.Item>
        <Effect change={typed?.name && !reasons.length ? { timetable: { ...asTimetable(typed), id: id ?? null } } : null} />
        <Refusals codes={reasons.length ? reasons : (save.error?.codes ?? remove.error?.codes ?? [])} words={refusals} />
        {id && starts && <Button danger loading={remove.isPending} onClick={() => remove.mutate(undefined)}>{labels.remove}</Button>}
      </Form>
    </Modal>
  );
};

const asTyped = ({ name, starts, ends, weekdays = [1, 2, 3, 4, 5], spans = [] }: Partial<Timetable>) => ({
  name,
  starts: starts ? dayjs(starts) : null,
  ends: ends ? dayjs(ends) : null,
  weekdays,
  hours: spans.map(({ from, to }) => `${from}-${to}`).join(' '),
});

const asTimetable = ({ name, starts, ends, weekdays, hours = '' }: Typed): Timetable => ({
  name,
  starts: starts?.format('YYYY-MM-DD') ?? null,
  ends: ends?.format('YYYY-MM-DD') ?? null,
  weekdays: weekdays ?? [],
  spans: hours.split(/[\s,，、;；]+/).filter(Boolean).map((text) => {
    const [from = '', to = ''] = text.replace(/：/g, ':').split(/[-–—~～至]/);
    return { from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  }),
});

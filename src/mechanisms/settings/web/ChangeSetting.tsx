import { Button, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useLanguage, useWords } from '#ui/words.ts';
import type { Setting } from '../contract.ts';
import { whyNotChange } from '../rules.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useShown } from './shown.ts';

interface Typed {
  value: Setting['value'] | null;
  why: string;
}

/** The new figure, and on what ground; the rule of the server is asked while typing. */
export const ChangeSetting = ({ setting, onClose }: { setting: Setting; onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const language = useLanguage();
  const [form] = Form.useForm<Typed>();
  const shown = useShown();
  const { name, value, standard, least, most, unit } = setting;
  const typed = Form.useWatch([], form) ?? { value, why: '' };
  const reasons = typed.value === null ? ['settings.wrong_type'] : whyNotChange(typed.value, { value, ...(least !== null && { least }), ...(most !== null && { most }) });
  const act = useAct(({ value: wanted, why }: Typed, key) => api.change({ params: { name }, body: { value: wanted!, why } }, key), ['settings', 'deadlines'], onClose);
  const range = least !== null && most !== null ? labels.between.replace('{least}', String(least)).replace('{most}', String(most)) : undefined;
  return (
    <Modal open title={setting[language]} okText={labels.save} cancelText={labels.cancel} onCancel={onClose} onOk={() => form.submit()} confirmLoading={act.busy} okButtonProps={{ disabled: reasons.length > 0 || !typed.why.trim() || typed.value === value }} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ value, why: '' }} onFinish={act.run}>
        <Form.Item name="value" label={labels.value} extra={range}>{fieldOf(value, labels, labels.units[unit] ?? unit)}</Form.Item>
        {typed.value !== standard && <p><Button onClick={() => form.setFieldValue('value', standard)}>{labels.reset} {shown(standard, unit)}</Button></p>}
        <Form.Item name="why" label={labels.why}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} placeholder={labels.whyHint} /></Form.Item>
        <Refusals codes={reasons.length ? reasons : act.codes} words={refusals} />
      </Form>
    </Modal>
  );
};

const fieldOf = (value: Setting['value'], labels: (typeof zh)['labels'], unit: string) => {
  if (typeof value === 'boolean') return <Radio.Group options={[{ value: true, label: labels.yes }, { value: false, label: labels.no }]} />;
  if (typeof value === 'number') return <InputNumber suffix={unit} style={{ width: 200 }} />;
  return <Input />;
};

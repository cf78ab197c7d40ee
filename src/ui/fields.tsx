import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';

interface Field<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
}

/** One line. */
export const Line = ({ label, value, onChange, most = 200 }: Field<string> & { most?: number }) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><Input id={id} value={value} maxLength={most} onChange={(event) => onChange(event.target.value)} /></Form.Item>;
};

/** Words of any length; a phrase the office often uses is one press. */
export const Text = ({ label, value, onChange, rows = 3, phrases = [] }: Field<string> & { rows?: number; phrases?: readonly string[] }) => {
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id}>
      {phrases.length > 0 && <div className="row phrases">{phrases.map((phrase) => <button key={phrase} type="button" className="plain" onClick={() => onChange(value ? `${value}${phrase}` : phrase)}>{phrase}</button>)}</div>}
      <Input.TextArea id={id} value={value} onChange={(event) => onChange(event.target.value)} autoSize={{ minRows: rows }} />
    </Form.Item>
  );
};

/** A moment by the office's clock. */
export const Moment = ({ label, value, onChange, placeholder }: Field<string | null> & { placeholder?: string }) => {
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id}>
      <DatePicker id={id} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" {...(placeholder && { placeholder })} value={value ? dayjs(value) : null} onChange={(at) => onChange(at?.toISOString() ?? null)} style={{ width: '100%' }} />
    </Form.Item>
  );
};

/** A day. */
export const OnDay = ({ label, value, onChange }: Field<string | null>) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><DatePicker id={id} value={value ? dayjs(value) : null} onChange={(at) => onChange(at?.format('YYYY-MM-DD') ?? null)} style={{ width: '100%' }} /></Form.Item>;
};

/** How many. */
export const Amount = ({ label, value, onChange, least = 1, most = 10_000 }: Field<number> & { least?: number; most?: number }) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><InputNumber id={id} min={least} max={most} precision={0} value={value} onChange={(next) => onChange(next ?? least)} style={{ width: '100%' }} /></Form.Item>;
};

/** One of a few. */
export const OneOf = <V extends string | number>({ label, value, onChange, options }: Field<V> & { options: readonly (readonly [V, string])[] }) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><Select id={id} aria-label={label} value={value} onChange={(next: V) => onChange(next)} showSearch={{ optionFilterProp: 'label' }} options={options.map(([one, text]) => ({ value: one, label: text }))} /></Form.Item>;
};

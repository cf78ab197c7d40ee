import { DatePicker, Form, Input } from 'antd';
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

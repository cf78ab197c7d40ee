import { Form, Select } from 'antd';
import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

/** One of a list. */
export const Chosen = ({ label, value, options, onChange }: Props) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><Select id={id} aria-label={label} value={value || undefined} onChange={onChange} options={options.map(([key, text]) => ({ value: key, label: text }))} /></Form.Item>;
};

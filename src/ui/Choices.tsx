import { Segmented } from 'antd';

interface Props<V extends string> {
  label: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onChange: (value: V) => void;
}

/** A line of plain choices above a list. */
export const Choices = <V extends string>({ label, value, options, onChange }: Props<V>) => (
  <Segmented<V> aria-label={label} value={value} onChange={onChange} options={options.map(([key, text]) => ({ value: key, label: text }))} style={{ maxWidth: '100%', overflowX: 'auto' }} />
);

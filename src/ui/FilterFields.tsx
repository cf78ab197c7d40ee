import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';

// Apart from Filters.tsx: the inbox is seen first, and needs neither.
interface Choice {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  width?: number;
}

/** One of a list, or none. */
export const FilterChoice = ({ label, value, onChange, options, width = 120 }: Choice & { options: readonly (readonly [string, string])[] }) => (
  <Select aria-label={label} placeholder={label} allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width }} value={value} onChange={onChange} options={options.map(([key, text]) => ({ value: key, label: text }))} />
);

/** A day, or none. */
export const FilterDay = ({ label, value, onChange, width = 120 }: Choice) => (
  <DatePicker aria-label={label} placeholder={label} style={{ width }} value={value ? dayjs(value) : null} onChange={(day) => onChange(day?.format('YYYY-MM-DD'))} />
);

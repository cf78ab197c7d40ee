import { Select } from 'antd';

interface Option {
  id: string;
  name: string;
  hint?: string;
}

interface Props {
  label: string;
  options: readonly Option[];
  value?: string[] | string | undefined;
  onChange?: (value: any) => void;
  many?: boolean;
  placeholder?: string;
  id?: string;
}

/** Chooses people or departments by any part of their name or place. */
export const PersonSelect = ({ label, options, value, onChange, many = false, placeholder, id }: Props) => (
  <Select
    {...(id && { id })}
    aria-label={label}
    {...(many && { mode: 'multiple' as const })}
    value={value as never}
    onChange={onChange as never}
    showSearch={{ optionFilterProp: 'label' }}
    placeholder={placeholder}
    allowClear
    style={{ width: '100%' }}
    options={options.map(({ id: key, name, hint }) => ({ value: key, label: hint ? `${name}　${hint}` : name }))}
  />
);

import { useId } from 'react';

interface Props<V extends string> {
  label: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onChange: (value: V) => void;
}

/** A line of plain choices, all of them seen; the arrow keys go from one to the next. */
export const Choices = <V extends string>({ label, value, options, onChange }: Props<V>) => {
  const name = useId();
  return (
    <div className="choices" role="radiogroup" aria-label={label}>
      {options.map(([key, text]) => (
        <label key={key}><input type="radio" name={name} value={key} checked={key === value} onChange={() => onChange(key)} /><span>{text}</span></label>
      ))}
    </div>
  );
};

import { Menu } from './Menu.tsx';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

interface Props {
  columns: readonly { name: string; title: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Which columns of the book are shown; their order stays that of the book. */
export const ChooseColumns = ({ columns, chosen, onChange }: Props) => {
  const { labels } = useWords({ zh, en });
  const toggle = (name: string) => onChange(columns.map((column) => column.name).filter((other) => (other === name ? !chosen.includes(name) : chosen.includes(other))));
  return (
    <Menu label={labels.columns} className="phone-hidden">
      {columns.map(({ name, title }) => (
        <label key={name}><input type="checkbox" checked={chosen.includes(name)} disabled={chosen.length === 1 && chosen[0] === name} onChange={() => toggle(name)} /> {title}</label>
      ))}
    </Menu>
  );
};

import { useMeetingWords } from './api.ts';
import './place.css';

interface Column {
  name: string;
  title: string;
  /** Of a number: from and to. Left out: words of so many letters. */
  between?: readonly [least: number, most: number];
  most?: number;
}

interface Props<Row> {
  columns: readonly Column[];
  rows: Row[];
  fresh: Row;
  onChange: (rows: Row[]) => void;
  /** What stands behind a line. */
  beside?: (row: Row) => string;
}

/** Lines that are typed as in a table: changed, added, taken out. */
export const LinesTable = <Row extends Record<string, string | number | null>>({ columns, rows, fresh, onChange, beside }: Props<Row>) => {
  const { labels } = useMeetingWords();
  const change = (at: number, name: string, value: string | number) => onChange(rows.map((row, i) => (i === at ? { ...row, [name]: value } : row)));
  return (
    <div className="lines-table">
      <table>
        <thead><tr>{columns.map(({ name, title }) => <th key={name} scope="col">{title}</th>)}{beside && <th aria-label={labels.usualTitle} />}<th aria-label={labels.deleteLine} /></tr></thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {columns.map((column) => <td key={column.name}><Cell column={column} row={i + 1} value={row[column.name] ?? ''} onChange={(value) => change(i, column.name, value)} /></td>)}
              {beside && <td><small className="quiet">{beside(row)}</small></td>}
              <td><button type="button" className="plain" aria-label={`${labels.deleteLine} ${row['name']}`} onClick={() => onChange(rows.filter((_, at) => at !== i))}>{labels.deleteLine}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="plain" onClick={() => onChange([...rows, fresh])}>＋ {labels.addLine}</button>
    </div>
  );
};

const Cell = ({ column: { title, between, most }, row, value, onChange }: { column: Column; row: number; value: string | number; onChange: (value: string | number) => void }) => {
  const label = `${title} ${row}`;
  if (!between) return <input className="field" aria-label={label} maxLength={most} value={value} onChange={({ target }) => onChange(target.value)} />;
  const [least, top] = between;
  return <input className="field number-field" type="number" aria-label={label} min={least} max={top} value={value} onChange={({ target }) => onChange(Math.min(top, Math.max(least, Math.round(Number(target.value)) || least)))} />;
};

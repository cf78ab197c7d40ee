import type { Item } from '../nouns.ts';
import { useArchiveWords } from './api.ts';
import './archive.css';

/** 归档章, as it is stamped on the first page (DA/T 22-2015, 5.3.2). */
export const Stamp = ({ item }: { item: Item }) => {
  const { labels, retentions } = useArchiveWords();
  const cells = [[labels.fonds, item.fonds], [labels.year, item.year], [labels.seq, item.seq], [labels.department, item.department.name], [labels.retention, retentions[item.retention]], [labels.pages, item.pages]] as const;
  return (
    <section className="card stack" aria-label={labels.stamp}>
      <h2>{labels.stamp}</h2>
      <dl className="stamp">{cells.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
};

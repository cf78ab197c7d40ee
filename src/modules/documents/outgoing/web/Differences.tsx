import { Differences } from '#ui/Differences.tsx';
import type { Content } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';
import './outgoing.css';

/** What changed between two versions, field by field; what is the same is left out. */
export const ContentDifferences = ({ before, after }: { before: Content; after: Content }) => {
  const { labels } = useOutgoingWords();
  const lines = (label: string, pick: (content: Content) => readonly string[]): Field => [label, pick(before).join('\n'), pick(after).join('\n')];
  const words = (name: 'title' | 'body' | 'attending' | 'absent' | 'observing' | 'note'): Field => [labels[name], before[name] ?? '', after[name] ?? ''];
  const fields = [words('title'), lines(labels.mainTo, ({ mainTo }) => mainTo), lines(labels.copyTo, ({ copyTo }) => copyTo), words('body'), words('attending'), words('absent'), words('observing'), lines(labels.attachments, ({ attachments }) => attachments), words('note'), [labels.copyNumbers, before.copyNumber ?? '', after.copyNumber ?? '']] satisfies Field[];
  const isOtherFile = before.bodyFile !== after.bodyFile;
  return <div className="stack tight">{isOtherFile && <p>{labels.otherFile}</p>}<FieldDifferences fields={fields} silent={isOtherFile} /></div>;
};

type Field = [label: string, before: string, after: string];

/** Only the fields that differ. `silent`: there is something else to see where none does. */
export const FieldDifferences = ({ fields, silent = false }: { fields: readonly Field[]; silent?: boolean }) => {
  const { labels } = useOutgoingWords();
  const changed = fields.filter(([, from, to]) => from !== to);
  if (!changed.length) return silent ? null : <p className="quiet">{labels.noDifference}</p>;
  return <>{changed.map(([label, from, to]) => <div key={label}><h3>{label}</h3><Differences before={from} after={to} /></div>)}</>;
};

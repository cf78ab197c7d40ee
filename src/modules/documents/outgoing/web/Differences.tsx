import { Differences } from '#ui/Differences.tsx';
import type { Content } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';
import './outgoing.css';

/** What changed between two versions, field by field; what is the same is left out but for the body. */
export const ContentDifferences = ({ before, after }: { before: Content; after: Content }) => {
  const { labels } = useOutgoingWords();
  const fields: [string, string, string][] = [
    [labels.title, before.title, after.title], [labels.mainTo, before.mainTo.join('\n'), after.mainTo.join('\n')], [labels.copyTo, before.copyTo.join('\n'), after.copyTo.join('\n')],
    [labels.body, before.body, after.body], [labels.attachments, before.attachments.join('\n'), after.attachments.join('\n')], [labels.note, before.note, after.note],
  ];
  const changed = fields.filter(([, from, to]) => from !== to);
  const isOtherFile = before.bodyFile !== after.bodyFile;
  if (!changed.length && !isOtherFile) return <p className="quiet">{labels.noDifference}</p>;
  return (
    <div className="stack tight">
      {isOtherFile && <p>{labels.otherFile}</p>}
      {changed.map(([label, from, to]) => <div key={label}><h3>{label}</h3><Differences before={from} after={to} /></div>)}
    </div>
  );
};

import type { FieldShown } from '../contract.ts';
import type { Change } from './steps.ts';
import { useRouteWords, useStepWords } from './useStepWords.ts';

/** What differs between two routes, in words. */
export const Changes = ({ changes, fields }: { changes: readonly Change[]; fields: readonly FieldShown[] }) => {
  const { labels, changes: names } = useRouteWords();
  const words = useStepWords(fields);
  if (!changes.length) return <p className="quiet">{labels.same}</p>;
  return <ul className="lines">{changes.map((change) => <li key={`${change.what} ${change.key}`}><strong>{names[change.what]}</strong>　{(change.before ?? change.after)!.title}　<span className="quiet wrap">{words.change(change)}</span></li>)}</ul>;
};

import { When } from '#ui/When.tsx';
import type { Document } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';

/** 用印: each use with who approved it, who sealed and who stood by. */
export const SealUses = ({ document: { seals } }: { document: Document }) => {
  const { labels } = useOutgoingWords();
  if (!seals.length) return null;
  return (
    <section className="card stack" aria-label={labels.seals}>
      <h2>{labels.seals}</h2>
      <ul className="lines">
        {seals.map(({ id, seal, reason, copies, approvedBy, sealedBy, witnessedBy, at }) => (
          <li key={id}><strong>{seal}</strong>　{labels.copiesOf.replace('{n}', String(copies))}　{reason}<br /><small className="quiet">{labels.approvedBy} {approvedBy.name}　{labels.sealedBy} {sealedBy.name}　{witnessedBy && <>{labels.witnessedBy} {witnessedBy.name}　</>}<When at={at} /></small></li>
        ))}
      </ul>
    </section>
  );
};

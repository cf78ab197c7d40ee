import { Link } from '@tanstack/react-router';
import { When } from '#ui/When.tsx';
import type { Document } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';

/** Every version that was kept, the newest first, and which of them was signed. */
export const Versions = ({ document }: { document: Document }) => {
  const { labels, changes } = useOutgoingWords();
  return (
    <section className="card stack" aria-label={labels.versions}>
      <div className="spread"><h2>{labels.versions}</h2>{document.version > 1 && <Link to={`/outgoing/${document.id}/versions` as string}>{labels.compare}</Link>}</div>
      <ul className="lines">
        {document.versions.map(({ version, at, by, change, why }) => (
          <li key={version} className="spread">
            <span><strong>{labels.versionNo.replace('{n}', String(version))}</strong>　{changes[change]}{why && `：${why}`}{version === document.signedVersion && <strong>　{labels.thisWasSigned}</strong>}</span>
            <span className="quiet">{by.name}　<When at={at} /></span>
          </li>
        ))}
      </ul>
    </section>
  );
};

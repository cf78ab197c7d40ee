import type { Item } from '../nouns.ts';
import { useArchiveWords } from './api.ts';
import { sized } from './sized.ts';
import './archive.css';

/** The files as they were when it was archived, each with the sum that proves it unchanged. */
export const Files = ({ files, destroyed }: Pick<Item, 'files'> & { destroyed: boolean }) => {
  const { labels } = useArchiveWords();
  return (
    <section className="card stack" aria-label={labels.files}>
      <h2>{labels.files}</h2>
      {files.length === 0 && <p className="quiet">{labels.noFiles}</p>}
      <ul className="lines">
        {files.map(({ fileId, name, size, sha256, erased }) => (
          <li key={fileId}>
            {erased ? <span className="quiet">{destroyed ? <>{name}　{labels.destroyed}</> : labels.erased}</span> : <a href={`/api/files/${fileId}/content`}>{name}</a>}　<span className="quiet">{sized(size)}</span>
            <div className="quiet hash">{labels.hash} <code>{sha256}</code></div>
          </li>
        ))}
      </ul>
    </section>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import type { Problem } from '#platform/problem.ts';
import { useAct } from '#ui/act.ts';
import { FilePicker } from '#ui/FilePicker.tsx';
import { useKept } from '#ui/kept.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { api, stale, useLibraryWords } from './api.ts';
import { type Aside, Conflict } from './Conflict.tsx';
import type { Whole } from './FilePage.tsx';
import { sizeText } from './shown.tsx';

/** EDM-2: every version, the newest first; a new one, and an old one again. */
export const Versions = ({ whole: { file, versions, whyNot } }: { whole: Whole }) => {
  const { labels, refusals } = useLibraryWords();
  const current = versions.find(({ erased }) => !erased)?.number;
  const mayWrite = whyNot['addVersion']?.length === 0;
  const restore = useAct((number: number, key) => api.restoreVersion({ params: { itemId: file.id, number: String(number) }, body: { base: file.version! } }, key), stale);
  return (
    <section className="card stack" aria-label={labels.versions}>
      <div className="spread"><h2>{labels.versions}</h2>{versions.length > 1 && <Link to={`/library/${file.id}/compare` as string}>{labels.compare}</Link>}</div>
      {mayWrite && <NewVersion file={file} />}
      <Refusals codes={restore.codes} words={refusals} />
      <ul className="lines">
        {versions.map(({ number, by, at, size, sha256, comment, restores, erased }) => (
          <li key={number} className="stack tight">
            <span className="spread"><strong>{labels.versionNo.replace('{n}', String(number))}{number === current && `　${labels.current}`}</strong>{!erased && <a href={api.content.url({ params: { itemId: file.id }, query: { version: number } })} download>{labels.download}</a>}</span>
            {comment && <span className="opinion">{comment}</span>}
            <small className="quiet">{by.name}　<When at={at} />　{sizeText(size)}　<span title={sha256}>{labels.hash} <code>{sha256.slice(0, 8)}</code></span>{restores !== null && `　${labels.restores.replace('{n}', String(restores))}`}{erased && `　${labels.erased}`}</small>
            {number !== current && !erased && mayWrite && <span><button type="button" className="plain" disabled={restore.busy} onClick={() => restore.run(number)}>{labels.restoreVersion.replace('{n}', String(number))}</button></span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What was uploaded is kept here until it is a version, also when somebody was quicker. */
const NewVersion = ({ file }: { file: Whole['file'] }) => {
  const { labels, refusals } = useLibraryWords();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [comment, setComment] = useState('');
  const [aside, keepAside] = useKept<Aside | null>(`library.aside.${file.id}`, null);
  const [base] = useState(file.version!);
  const sent = async (chosen: File, progress: (share: number) => void) => {
    const picked = await upload(chosen, progress);
    const version = Math.max(base, lastSaved.get(file.id) ?? 0);
    const added = await api.addVersion({ params: { itemId: file.id }, body: { fileId: picked.id, base: version, comment } }).catch((problem: Problem) => {
      if (problem.codes?.includes('library.newer_version')) keepAside({ fileId: picked.id, name: picked.name, comment, base: version });
      throw problem;
    });
    lastSaved.set(file.id, added.version);
    return picked;
  };
  const saved = () => (setCodes([]), setComment(''), keepAside(null), stale.forEach((what) => void queries.invalidateQueries({ queryKey: [what] })));
  const failed = (next: readonly string[]) => (setCodes(next), void queries.invalidateQueries({ queryKey: ['library'] }));
  return (
    <div className="stack tight">
      <Input aria-label={labels.comment} placeholder={labels.comment} value={comment} maxLength={500} onChange={({ target }) => setComment(target.value)} />
      <FilePicker label={labels.addVersion} upload={sent} onPicked={saved} onFailed={failed} />
      {!aside && <Refusals codes={codes} words={refusals} />}
      {aside && <Conflict file={file} aside={aside} onDone={(version) => (version && lastSaved.set(file.id, version), saved())} />}
    </div>
  );
};

/** The version that this window itself saved last: whoever saves twice does not get in their own way. */
const lastSaved = new Map<string, number>();

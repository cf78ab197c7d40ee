import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import { FilePicker } from '#ui/FilePicker.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useAct } from '#ui/act.ts';
import { api, stale, useLibraryWords } from './api.ts';
import type { Whole } from './FilePage.tsx';
import { sizeText } from './shown.tsx';

/** EDM-2: every version, the newest first. */
export const Versions = ({ whole: { file, versions, whyNot } }: { whole: Whole }) => {
  const { labels, refusals } = useLibraryWords();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const current = versions.find(({ erased }) => !erased)?.number;
  const restore = useAct((number: number, key) => api.restoreVersion({ params: { itemId: file.id, number: String(number) }, body: { base: file.version! } }, key), stale);
  const sent = async (chosen: File, progress: (share: number) => void) => {
    const picked = await upload(chosen, progress);
    await api.addVersion({ params: { itemId: file.id }, body: { fileId: picked.id, base: file.version! } });
    return picked;
  };
  return (
    <section className="card stack" aria-label={labels.versions}>
      <h2>{labels.versions}</h2>
      {whyNot['addVersion']?.length === 0 && <FilePicker label={labels.addVersion} upload={sent} onPicked={() => (setCodes([]), void queries.invalidateQueries({ queryKey: ['library'] }))} onFailed={setCodes} />}
      <Refusals codes={[...codes, ...restore.codes]} words={refusals} />
      <ul className="lines">
        {versions.map(({ number, by, at, size, comment, restores, erased }) => (
          <li key={number} className="stack tight">
            <span className="spread"><strong>{labels.versionNo.replace('{n}', String(number))}{number === current && `　${labels.current}`}</strong><a href={api.content.url({ params: { itemId: file.id }, query: { version: String(number) } as never })} download>{labels.download}</a></span>
            {comment && <span className="opinion">{comment}</span>}
            <small className="quiet">{by.name}　<When at={at} />　{sizeText(size)}{restores !== null && `　${labels.restores.replace('{n}', String(restores))}`}{erased && `　${labels.erased}`}</small>
            {number !== current && !erased && whyNot['addVersion']?.length === 0 && <span><button type="button" className="plain" onClick={() => restore.run(number)}>{labels.restore}</button></span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import type { Document } from '../nouns.ts';
import { api, stale, useOutgoingWords } from './api.ts';

/** The final PDF and DOCX, once it is sealed. */
export const Papers = ({ document: { id, sealedAt } }: { document: Document }) => {
  const { labels, refusals, paperStates } = useOutgoingWords();
  const may = useMay();
  const params = { documentId: id };
  const made = useQuery({ ...api.papersMade.asQuery({ params }), enabled: sealedAt !== null }).data?.papers;
  const { data } = useQuery(filesApi.ofRecord.asQuery({ params: { recordId: id } }));
  const again = useAct((_: undefined, key) => api.makePapers({ params, body: {} }, key), stale);
  if (!sealedAt) return null;
  const finals: Readonly<Record<string, string>> = { final_pdf: labels.finalPdf, final_docx: labels.finalDocx };
  const newest = ['final_pdf', 'final_docx'].flatMap((role) => (data?.files ?? []).filter((file) => file.role === role && !file.erased).slice(-1));
  return (
    <section className="card stack no-print" aria-label={labels.paper}>
      <h2>{labels.paper}</h2>
      {newest.length > 0 && <ul className="lines">{newest.map((file) => <li key={file.id}><a href={filesApi.content.url({ params: { fileId: file.id } })}>{finals[file.role]}</a>　<span className="quiet wrap">{file.name}</span></li>)}</ul>}
      {made && <p className="quiet" role="status">{paperStates[made.state]}{made.why && `：${made.why}`}</p>}
      {may('outgoing.check') && <div><Button disabled={made?.state === 'waiting'} loading={again.busy} onClick={() => again.run(undefined)}>{labels.makePapers}</Button></div>}
      <Refusals codes={again.codes} words={refusals} />
    </section>
  );
};

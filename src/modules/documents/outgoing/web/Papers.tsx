import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import type { Document } from '../nouns.ts';
import { api, stale, useOutgoingWords } from './api.ts';

/** The paper as it will look, and the final PDF and DOCX once it is sealed. */
export const Papers = ({ document: { id, sealedAt } }: { document: Document }) => {
  const { labels, refusals, paperStates } = useOutgoingWords();
  const may = useMay();
  const params = { documentId: id };
  const made = useQuery({ ...api.papersMade.asQuery({ params }), enabled: sealedAt !== null }).data?.papers;
  const { data } = useQuery(filesApi.ofRecord.asQuery({ params: { recordId: id } }));
  const again = useAct((_: undefined, key) => api.makePapers({ params, body: {} }, key), stale);
  const newest = ['final_pdf', 'final_docx'].flatMap((role) => (data?.files ?? []).filter((file) => file.role === role && !file.erased).slice(-1));
  return (
    <section className="card stack no-print" aria-label={labels.paper}>
      <div className="spread"><h2>{labels.paper}</h2><a href={api.paper.url({ params, query: {} })} target="_blank" rel="noreferrer">{labels.showPaper}</a></div>
      <ul className="lines">{newest.map((file) => <li key={file.id}><a href={filesApi.content.url({ params: { fileId: file.id } })}>{file.name}</a></li>)}</ul>
      {made && <p className="quiet" role="status">{paperStates[made.state]}{made.why && `：${made.why}`}</p>}
      {sealedAt && may('outgoing.check') && <Button disabled={made?.state === 'waiting'} loading={again.busy} onClick={() => again.run(undefined)}>{labels.makePapers}</Button>}
      <Refusals codes={again.codes} words={refusals} />
    </section>
  );
};

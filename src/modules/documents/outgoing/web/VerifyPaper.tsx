import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useRef } from 'react';
import type { Problem } from '#platform/problem.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { api, useOutgoingWords } from './api.ts';

const kinds = { ours: 'success', foreign: 'warning', none: 'warning', changed: 'error', unreadable: 'warning' } as const;

/** Whether a PDF from anywhere is what we signed. It is looked at and not kept. */
export const VerifyPaper = () => {
  const { labels, refusals, verdicts } = useOutgoingWords();
  const asked = useMutation({ mutationFn: (file: File) => api.verifyPaper({ body: file as never }) });
  const chooser = useRef<HTMLInputElement>(null);
  const verdict = asked.data;
  return (
    <section className="card stack no-print" aria-label={labels.verifyPaper}>
      <h2>{labels.verifyPaper}</h2>
      <p className="quiet">{labels.verifyHint}</p>
      <div><Button loading={asked.isPending} onClick={() => chooser.current?.click()}>{labels.choosePdf}</Button></div>
      <input ref={chooser} type="file" hidden aria-label={labels.verifyHint} accept=".pdf,application/pdf" onChange={({ target }) => (target.files?.[0] && asked.mutate(target.files[0]), (target.value = ''))} />
      {asked.error && <Refusals codes={(asked.error as unknown as Problem).codes ?? ['platform.offline']} words={refusals} />}
      {verdict && (
        <Alert type={kinds[verdict.state]} showIcon role="status" title={verdicts[verdict.state]} description={
          <>{verdict.signer && <p>{labels.signer}：{verdict.signer}</p>}{verdict.reason && <p>{verdict.reason}</p>}{verdict.at && <p><When at={verdict.at} /></p>}{verdict.document && <Link to={`/records/${verdict.document.id}`}><span className="number">{verdict.document.number}</span>　{verdict.document.title}</Link>}</>
        } />
      )}
    </section>
  );
};

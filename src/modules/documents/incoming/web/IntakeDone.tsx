import { Link } from '@tanstack/react-router';
import type { Answer } from '#platform/contract.ts';
import { When } from '#ui/When.tsx';
import type { intake } from '../intake/contract.ts';
import { api, useIncomingWords } from './api.ts';

export type Registered = Answer<typeof intake.register> & { title: string; lacksPages: boolean };

export const papersOf = ({ id }: { id: string }) => ({ receipt: api.receipt.url({ params: { documentId: id } }), label: api.label.url({ params: { documentId: id } }) });

/** The letter that was just registered: its number, its time, and what prints from it, while the next one is typed. */
export const IntakeDone = ({ document }: { document: Registered }) => {
  const { labels } = useIncomingWords();
  const papers = papersOf(document);
  return (
    <div className="card spread" role="status">
      <span>{labels.registered} <Link to={`/records/${document.id}`}><strong className="number">{document.number}</strong>　{document.title || labels.stubTitle}</Link>{document.dueAt ? <>　{labels.dueAt} <When at={document.dueAt} /></> : document.state !== 'stub' && <>　{labels.dueUnknown}</>}</span>
      <span className="row" style={{ gap: 16 }}>
        {document.lacksPages && <Link to={`/records/${document.id}`} hash="askForPages">{labels.askForPages}</Link>}
        <a href={papers.receipt} target="_blank" rel="noreferrer">{labels.printReceipt} <kbd className="desk-only">Alt+P</kbd></a>
        <a href={papers.label} target="_blank" rel="noreferrer">{labels.printLabel} <kbd className="desk-only">Alt+L</kbd></a>
      </span>
    </div>
  );
};

import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { type Act, Acts } from '#ui/Acts.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import type { Document } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';
import { ActAsk, type OpenAct } from './ActAsk.tsx';

/** What I can do with this document now, and its papers. */
export const DocumentActs = ({ document, onDelay }: { document: Document; onDelay: () => void }) => {
  const { labels, refusals, acts: names } = useIncomingWords();
  const [open, setOpen] = useState<OpenAct | undefined>(() => (window.location.hash === '#askForPages' && document.whyNot['askForPages']?.length === 0 ? 'askForPages' : undefined));
  const params = { documentId: document.id };
  const stale = ['incoming', 'todos', 'deadlines'];
  const accept = useAct((_: undefined, key) => api.accept({ params, body: {} }, key), stale);
  const offer = useAct((_: undefined, key) => api.offer({ params: { code: document.paperCode }, body: {} }, key), stale);
  const take = useAct((_: undefined, key) => api.take({ params: { code: document.paperCode }, body: {} }, key), stale);
  const keep = useAct((_: undefined, key) => api.keep({ params: { code: document.paperCode }, body: {} }, key), stale);
  const { whyNot } = document;
  const onlyNow = (name: OpenAct): Act => ({ ...opens(name, names[`incoming.${name}` as 'incoming.convert']), whyNot: whyNot[name]?.length === 0 ? [] : undefined });
  const opens = (name: OpenAct, label: string, main = false): Act => ({ name, label, whyNot: whyNot[name], onClick: () => setOpen(name), main });
  const stage: Act[] = document.handling === 'action' ? [opens('propose', labels.propose, true), opens('dispatch', labels.dispatch, document.state === 'instructed'), opens('circulate', labels.circulate)] : [opens('circulate', labels.circulate, true), opens('addReader', labels.addReader)];
  const acts: Act[] = [
    { name: 'accept', label: labels.accept, whyNot: document.state === 'registered' ? whyNot['accept'] : undefined, onClick: () => accept.run(undefined), main: true },
    ...(document.state === 'registered' ? [opens('sendBack', labels.sendBack)] : []),
    ...(document.state === 'stub' ? [] : stage),
    opens('askForPages', labels.askForPages),
    opens('answerSender', labels.answerSender),
    opens('markMajor', labels.markMajor),
    opens('finish', labels.finish),
    onlyNow('addLeader'),
    onlyNow('reopen'),
    { name: 'offer', label: labels.offer, whyNot: whyNot['offer']?.length === 0 ? [] : undefined, onClick: () => offer.run(undefined) },
    { name: 'take', label: labels.take, whyNot: whyNot['take']?.length === 0 ? [] : undefined, onClick: () => take.run(undefined) },
  ];
  const rare: Act[] = [opens('correct', labels.correct), onlyNow('convert'), onlyNow('classify'), onlyNow('voidLine'), { name: 'keep', label: labels.keepPaper, whyNot: whyNot['keep']?.length === 0 ? [] : undefined, onClick: () => keep.run(undefined) }, onlyNow('reportLost'), onlyNow('locate')];
  return (
    <section className="card stack" aria-label={labels.state}>
      <Acts acts={acts} words={refusals} />
      {rare.some((act) => act.whyNot) && <details className="fold"><summary>{labels.moreActs}</summary><Acts acts={rare} words={refusals} /></details>}
      <Refusals codes={[...accept.codes, ...offer.codes, ...take.codes, ...keep.codes]} words={refusals} />
      <Papers document={document} onDelay={onDelay} />
      {open && <ActAsk act={open} document={document} onClose={() => setOpen(undefined)} />}
    </section>
  );
};

const Papers = ({ document, onDelay }: { document: Document; onDelay: () => void }) => {
  const { labels } = useIncomingWords();
  const may = useMay();
  const params = { documentId: document.id };
  const link = (href: string, label: string) => <a href={href} target="_blank" rel="noreferrer">{label}</a>;
  return (
    <div className="row no-print" style={{ gap: 16 }}>
      {link(api.sheet.url({ params }), labels.printSheet)}
      {may('incoming.register') && link(api.receipt.url({ params }), labels.printReceipt)}
      {may('incoming.register') && link(api.label.url({ params }), labels.printLabel)}
      {may('incoming.register') && document.state === 'returned' && link(api.returnLetter.url({ params }), labels.returnLetter)}
      <button type="button" className="plain" onClick={onDelay}>{labels.delay}</button>
    </div>
  );
};

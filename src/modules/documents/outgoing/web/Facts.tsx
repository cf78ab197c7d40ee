import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Day, When } from '#ui/When.tsx';
import type { Document } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';

/** The line of the register, in the order of the paper book. */
export const Facts = ({ document: d }: { document: Document }) => {
  const { labels, urgencies, layouts, routes } = useOutgoingWords();
  return (
    <section className="card stack" aria-label={labels.facts}>
      <h2>{labels.facts}</h2>
      <dl className="facts">
        <Row label={labels.number}>{d.number && <span className="number">{d.number}</span>}</Row>
        <Row label={labels.kind}>{d.kind}</Row>
        <Row label={labels.route}>{routes[d.route]}</Row>
        <Row label={labels.layout}>{layouts[d.layout]}</Row>
        <Row label={labels.urgency}>{urgencies[d.urgency]}</Row>
        <Row label={labels.reason}>{d.reason}</Row>
        <Row label={labels.template}>{d.template && labels.begunFromNo.replace('{name}', d.template.name).replace('{n}', String(d.template.version))}</Row>
        <Row label={labels.drafter}>{d.drafter.name}　{d.department.name}</Row>
        <Row label={labels.createdAt}><When at={d.createdAt} /></Row>
        <Row label={labels.countersign}>{d.countersign.map(({ name }) => name).join('、')}</Row>
        <Row label={labels.signedBy}>{d.signedAt && <>{d.signedBy?.name}　<When at={d.signedAt} /></>}</Row>
        <Row label={labels.signedText}>{d.signedHash && <span title={d.signedHash}>{labels.versionNo.replace('{n}', String(d.signedVersion))}　{labels.fingerprint} <code>{d.signedHash.slice(0, 16)}</code></span>}</Row>
        <Row label={labels.checkedBy}>{d.checkedAt && <>{d.checkedBy?.name}　<When at={d.checkedAt} /></>}</Row>
        <Row label={labels.mainTo}>{d.mainTo.join('、')}</Row>
        <Row label={labels.copyTo}>{d.copyTo.join('、')}</Row>
        <Row label={labels.copies}>{d.copies || null}</Row>
        <Row label={labels.printedAt}>{d.printedAt && <When at={d.printedAt} />}</Row>
        <Row label={labels.issueDay}>{d.issueDay && <Day on={d.issueDay} />}</Row>
        <Row label={labels.issuedAt}>{d.issuedAt && <When at={d.issuedAt} />}</Row>
        <Row label={labels.archiveNumber}>{d.archiveNumber && <Link className="number" to={`/archive/numbers/${d.archiveNumber}` as string}>{d.archiveNumber}</Link>}</Row>
      </dl>
    </section>
  );
};

/** What is not known yet is not there. */
const Row = ({ label, children }: { label: string; children: ReactNode }) => children ? <><dt>{label}</dt><dd>{children}</dd></> : null;

import { Link } from '@tanstack/react-router';
import { Day, When } from '#ui/When.tsx';
import type { Document } from '../nouns.ts';
import { useIncomingWords } from './api.ts';

/** The line of the register, in the order of the paper book. */
export const Facts = ({ document: d }: { document: Document }) => {
  const { labels, handlings, urgencies, secrecies } = useIncomingWords();
  const checks = { complete: labels.checkComplete, signature: labels.checkSignature, seal: labels.checkSeal, addressee: labels.checkAddressee, form: labels.checkForm };
  const answered = (as: boolean) => Object.entries(checks).filter(([name]) => d.checks[name as 'seal'] === as).map(([, label]) => label);
  const [right, wrong] = [answered(true), answered(false)];
  const checked = wrong.length ? wrong.map((label) => `${label}：${labels.no}`) : right.length === Object.keys(checks).length ? [labels.allRight] : right;
  const rows: [string, React.ReactNode][] = [
    [labels.number, <span className="number" key="n">{d.number}</span>], [labels.receivedAt, <When key="r" at={d.receivedAt} />], [labels.sender, d.sender], [labels.senderNumber, d.senderNumber && <span className="number" key="s">{d.senderNumber}</span>],
    [labels.writtenOn, d.writtenOn && <Day key="w" on={d.writtenOn} />], [labels.kind, d.kind], [labels.secrecy, [secrecies[d.secrecy], d.secrecyPeriod].filter(Boolean).join('★')], [labels.urgency, urgencies[d.urgency]],
    [labels.copies, [d.copies, d.copyNumbers].filter(Boolean).join(' · ')], [labels.pages, `${d.pages} / ${labels.attachments} ${d.attachments}`], [labels.handling, handlings[d.handling]],
    [labels.respondBy, d.respondBy && <When key="b" at={d.respondBy} />], [labels.deliveredBy, d.deliveredBy], [labels.receivedBy, d.receivedBy.name], [labels.paper, d.paper], [labels.archiveNumber, d.archiveNumber && <Link key="a" className="number" to={`/archive/numbers/${d.archiveNumber}` as string}>{d.archiveNumber}</Link>],
    [labels.checks, checked.join('　')], [labels.remark, d.remark],
  ];
  return (
    <section className="card stack" aria-label={labels.facts}>
      <h2>{labels.facts}</h2>
      <dl className="facts">{rows.filter(([, value]) => value).map(([label, value]) => <FactRow key={label} label={label} value={value} />)}</dl>
    </section>
  );
};

const FactRow = ({ label, value }: { label: string; value: React.ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { ApprovalPanel } from '#mechanisms/approvals/web/ApprovalPanel.tsx';
import { NextClock } from '#mechanisms/deadlines/web/NextClock.tsx';
import { api as filesApi } from '#mechanisms/files/web/api.ts';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import type { Document } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { Body } from './Body.tsx';
import { Checks } from './Checks.tsx';
import { Deliveries } from './Deliveries.tsx';
import { DocumentActs } from './DocumentActs.tsx';
import { Facts } from './Facts.tsx';
import { Papers } from './Papers.tsx';
import { SealUses } from './SealUses.tsx';
import { DocumentState, Urgency } from './shown.tsx';
import { Versions } from './Versions.tsx';
import './outgoing.css';

/** One outgoing document: what it is and where it stands, the paper, who signs it, who has it, and what I can do now. */
export const RecordPage = () => {
  const { recordId: documentId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.one.asQuery({ params: { documentId } }));
  return <Loaded asked={asked}>{(document) => <Whole document={document} />}</Loaded>;
};

const Whole = ({ document }: { document: Document }) => {
  const { labels, acts, routes } = useOutgoingWords();
  const standing = <><span className="number quiet">{document.number ?? labels.noNumber}</span><DocumentState state={document.state} /><NextClock recordId={document.id} dueAt={null} /></>;
  const side = (
    <>
      <DocumentActs document={document} />
      <ApprovalPanel recordId={document.id}>{document.whyNot['save']?.length === 0 && <Link to={`/outgoing/${document.id}/edit` as string} className="main-act">{labels.editDraft}</Link>}</ApprovalPanel>
      {document.state === 'draft' && document.whyNot['save']?.length === 0 && <DraftChecks document={document} />}
      <History recordId={document.id} module="outgoing" title={labels.timeline} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} without={['approvals.submit']} />
    </>
  );
  return (
    <Record standing={standing} title={<><Urgency urgency={document.urgency} />{document.title}</>} facts={<>{document.kind}　{routes[document.route]}　{document.department.name}　{document.drafter.name}</>} side={side}>
      {document.state === 'dropped' && <Alert type="info" showIcon title={`${labels.droppedWhy}：${document.droppedWhy ?? ''}`} />}
      {document.answers && <p className="card">{labels.answers}：<Link to={`/records/${document.answers.id}`}><span className="number">{document.answers.number}</span>　{document.answers.title}</Link></p>}
      <Body document={document} />
      <Papers document={document} />
      <Deliveries document={document} />
      <Facts document={document} />
      <SealUses document={document} />
      <Versions document={document} />
    </Record>
  );
};

const DraftChecks = ({ document }: { document: Document }) => {
  const { data } = useQuery(filesApi.ofRecord.asQuery({ params: { recordId: document.id } }));
  const files = new Set((data?.files ?? []).filter(({ role }) => role === 'attachment').map(({ name }) => name)).size;
  return <Checks draft={{ ...document.content, kind: document.kind, files }} />;
};

const texts = ['why', 'reason', 'opinion', 'note', 'number', 'seal', 'unit', 'collector', 'name'];

/** The words somebody wrote, whatever act they came with. */
const saidIn = (details: Readonly<Partial<{ [name: string]: unknown }>>) => texts.map((name) => details[name]).filter((value): value is string => typeof value === 'string' && value !== '').join('　');

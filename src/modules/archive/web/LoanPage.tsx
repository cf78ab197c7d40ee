import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { ApprovalPanel } from '#mechanisms/approvals/web/ApprovalPanel.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import type { Answer } from '#platform/contract.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Day, When } from '#ui/When.tsx';
import type { loans } from '../loans/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { Title } from './columns.tsx';
import { LoanAsks, type LoanAct } from './LoanAsks.tsx';
import { LoanStanding } from './Loans.tsx';
import { useLoanWords } from './loanWords.ts';

export type WholeLoan = Answer<typeof loans.loan>;

/** One loan: its approval, what may be done now, the reading room. */
export const LoanPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.loan.asQuery({ params: { loanId: recordId } }));
  return <Loaded asked={asked}>{(loan) => <Page loan={loan} />}</Loaded>;
};

const Page = ({ loan }: { loan: WholeLoan }) => {
  const { labels, hows } = useLoanWords();
  const { refusals, acts } = useArchiveWords();
  const [asks, setAsks] = useState<LoanAct>();
  const verbs = { handOut: loan.how === 'copy' ? labels.giveCopy : labels.handOut, takeBack: labels.takeBack, decideRenewal: labels.decideRenewal, askRenewal: labels.askRenewal } as const;
  const side = (
    <>
      {(loan.outWith || Object.keys(loan.whyNot).length > 0) && <section className="card stack">
        {loan.outWith && <Alert type="info" title={labels.outWith.replace('{name}', loan.outWith)} />}
        <Acts words={refusals} acts={(Object.keys(verbs) as (keyof typeof verbs)[]).map((name, i) => ({ name, label: verbs[name], whyNot: loan.whyNot[name], onClick: () => setAsks(name), main: i === 0 }))} />
      </section>}
      <ApprovalPanel recordId={loan.id}><Button onClick={() => setAsks('borrowAgain')}>{labels.again}</Button></ApprovalPanel>
      <History recordId={loan.id} module="archive" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />
      {asks && <LoanAsks act={asks} loan={loan} onClose={() => setAsks(undefined)} />}
    </>
  );
  return (
    <Record standing={<><span className="number quiet">{loan.number}</span><LoanStanding loan={loan} /></>} title={<Title line={loan} />} facts={<>{loan.borrower.name}　{loan.department.name}　{hows[loan.how]}</>} side={side}>
      <p className="card"><Link to={`/archive/items/${loan.itemId}` as string}>{labels.toItem}</Link></p>
      <Facts loan={loan} />
      {loan.how === 'read' && loan.files.length > 0 && <Room loan={loan} />}
    </Record>
  );
};

const Facts = ({ loan }: { loan: WholeLoan }) => {
  const { labels } = useLoanWords();
  return (
    <section className="card stack" aria-label={labels.title}>
      <h2>{labels.title}</h2>
      <dl className="facts">
        <Row label={labels.why}>{loan.why}</Row>
        <Row label={loan.how === 'lend' ? labels.dueOn : labels.until}><Day on={loan.until} /></Row>
        <Row label={labels.askedAt}><When at={loan.askedAt} /></Row>
        <Row label={labels.handedAt}>{loan.handedAt && <>{loan.handedBy?.name}　<When at={loan.handedAt} />　{loan.conditionOut}</>}</Row>
        <Row label={labels.returnedAt}>{loan.returnedAt && <>{loan.receivedBy?.name}　<When at={loan.returnedAt} />　{loan.whole ? labels.isWhole : labels.isDamaged}　{loan.conditionIn}</>}</Row>
        <Row label={labels.renewals}>{loan.renewals.length > 0 && <ul>{loan.renewals.map((one) => <li key={one.askedAt}><Day on={one.until} />　{one.why}　{one.granted === null ? labels.waits : one.granted ? labels.granted : labels.notGranted}　{one.reason}</li>)}</ul>}</Row>
      </dl>
    </section>
  );
};

const Row = ({ label, children }: { label: string; children: ReactNode }) => children ? <><dt>{label}</dt><dd>{children}</dd></> : null;

/** The reading room: a page opens with the reader's name on it. */
const Room = ({ loan }: { loan: WholeLoan }) => {
  const { labels } = useLoanWords();
  const { refusals } = useArchiveWords();
  return (
    <section className="card stack" aria-label={labels.room}>
      <h2>{labels.room}</h2>
      <p className="quiet">{labels.roomHint}</p>
      <ul className="lines">
        {loan.files.map(({ fileId, name, whyNot }) => (
          <li key={fileId} className="row">
            <span>{name}</span>
            {whyNot.length ? <Tooltip title={refusals[whyNot[0] as 'archive.no_view']}><span className="quiet">{refusals[whyNot[0] as 'archive.no_view']}</span></Tooltip> : <Button href={api.viewFile.url({ params: { loanId: loan.id, fileId } })} target="_blank">{labels.read}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const saidIn = (details: Readonly<Partial<{ [name: string]: unknown }>>) => ['why', 'note', 'reason', 'opinion'].map((name) => details[name]).filter((value): value is string => typeof value === 'string' && value !== '').join('　');

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ApprovalPanel } from '#mechanisms/approvals/web/ApprovalPanel.tsx';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import type { Answer } from '#platform/contract.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { Day, When } from '#ui/When.tsx';
import type { destruction } from '../destruction/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { Title } from './columns.tsx';
import { ListStanding } from './Destruction.tsx';
import { useDestructionWords } from './destructionWords.ts';
import { GiveUp } from './GiveUp.tsx';
import { Execute } from './Execute.tsx';

export type WholeList = Answer<typeof destruction.destruction>;

/** One 销毁清册: its items, its approval, and the destruction itself. */
export const DestructionPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.destruction.asQuery({ params: { listId: recordId } }));
  return <Loaded asked={asked}>{(list) => <Page list={list} />}</Loaded>;
};

const Page = ({ list }: { list: WholeList }) => {
  const { labels } = useDestructionWords();
  const { refusals, acts } = useArchiveWords();
  const [asks, setAsks] = useState<'destroy' | 'giveUp'>();
  const side = (
    <>
      <section className="card stack no-print">
        {list.whyNot['destroy'] && <Acts words={refusals} acts={[{ name: 'destroy', label: labels.execute, whyNot: list.whyNot['destroy'], onClick: () => setAsks('destroy'), main: true }, { name: 'giveUpList', label: labels.giveUp, whyNot: list.whyNot['giveUpList'], onClick: () => setAsks('giveUp') }]} />}
        <div className="row">
          <Button href={api.destructionPaper.url({ params: { listId: list.id }, query: {} })} target="_blank">{labels.print}</Button>
          <Button href={api.destructionPaper.url({ params: { listId: list.id }, query: { as: 'xlsx' } })}>{labels.exportXlsx}</Button>
        </div>
      </section>
      <ApprovalPanel recordId={list.id} />
      <History recordId={list.id} module="archive" title={labels.history} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />
      {asks === 'destroy' && <Execute list={list} onClose={() => setAsks(undefined)} />}
      {asks === 'giveUp' && <GiveUp list={list} onClose={() => setAsks(undefined)} />}
    </>
  );
  const sums = labels.sums.replace('{destroy}', String(list.destroy)).replace('{keep}', String(list.keep));
  return (
    <Record standing={<ListStanding list={list} />} title={<>{labels.lists} {list.number}</>} facts={sums} side={side}>
      <Facts list={list} />
      {list.packages.length > 0 && <Packages list={list} />}
      <Items list={list} />
    </Record>
  );
};

const Facts = ({ list }: { list: WholeList }) => {
  const { labels } = useDestructionWords();
  return (
    <section className="card stack" aria-label={labels.facts}>
      <h2>{labels.facts}</h2>
      <dl className="facts">
        <Row label={labels.appraisal}>{list.appraisal}</Row>
        <Row label={labels.madeBy}>{list.madeBy.name}　<When at={list.madeAt} /></Row>
        <Row label={labels.approvedBy}>{list.approvedBy.join('、')}</Row>
        <Row label={labels.witnesses}>{list.witnesses.map(({ name }) => name).join('、')}</Row>
        <Row label={labels.doneBy}>{list.doneBy?.name}</Row>
        <Row label={labels.doneOn}>{list.doneOn && <Day on={list.doneOn} />}</Row>
        <Row label={labels.givenUp}>{list.givenUpAt && <>{list.givenUpWhy}　{list.givenUpBy?.name}　<When at={list.givenUpAt} /></>}</Row>
      </dl>
    </section>
  );
};

/** They have to go first: the list says which. */
const Packages = ({ list }: { list: WholeList }) => {
  const { labels } = useDestructionWords();
  return (
    <section className="card stack tight" aria-label={labels.packages}>
      <h2>{labels.packages}</h2>
      <p className="quiet">{labels.packagesSay}</p>
      <ul className="lines">{list.packages.map(({ id, receiver, askedAt }) => <li key={id}><Link to={'/archive/transfer' as string}>{receiver}</Link>　<When at={askedAt} /></li>)}</ul>
    </section>
  );
};

const Row = ({ label, children }: { label: string; children: ReactNode }) => children ? <><dt>{label}</dt><dd>{children}</dd></> : null;

const Items = ({ list }: { list: WholeList }) => {
  const { labels, verdicts } = useDestructionWords();
  const { retentions } = useArchiveWords();
  return (
    <section className="card stack" aria-label={labels.items}>
      <h2>{labels.items}</h2>
      <ul className="lines">
        {list.items.map((item) => (
          <li key={item.itemId}>
            <div className="spread"><span className="number quiet">{item.position}　{item.number}</span><span>{verdicts[item.verdict]}</span></div>
            <Link to={`/archive/items/${item.itemId}` as string}><Title line={item} /></Link>
            <div className="quiet">{item.author}　{retentions[item.retention as 'D10']}{item.keepUntil && <>　{labels.keepUntil} {item.keepUntil}　{item.why}</>}</div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const saidIn = (details: Readonly<Partial<{ [name: string]: unknown }>>) => ['why', 'note', 'reason', 'opinion'].map((name) => details[name]).filter((value): value is string => typeof value === 'string' && value !== '').join('　');

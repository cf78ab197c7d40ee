import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { History } from '#mechanisms/lifecycle/web/History.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Record } from '#ui/Record.tsx';
import { State } from '#ui/State.tsx';
import { Day, When } from '#ui/When.tsx';
import type { Item } from '../nouns.ts';
import { api, useArchiveWords } from './api.ts';
import { Because } from './Because.tsx';
import { Borrowing } from './Borrowing.tsx';
import { Title } from './columns.tsx';
import { Destroyed } from './Destroyed.tsx';
import { useDestructionWords } from './destructionWords.ts';
import { Files } from './Files.tsx';
import { ItemActs } from './ItemActs.tsx';
import { Stamp } from './Stamp.tsx';

/** One archived document: its line of the catalogue, its files as they were fixed, its box, what happened to it. */
export const ItemPage = () => {
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  return <Whole itemId={itemId} />;
};

/** By its 档号, as it stands on the paper and in the registers. */
export const ByNumber = () => {
  const { number } = useParams({ strict: false }) as { number: string };
  const asked = useQuery(api.byNumber.asQuery({ params: { number } }));
  return <Loaded asked={asked}>{({ id }) => <Whole itemId={id} />}</Loaded>;
};

export const Whole = ({ itemId }: { itemId: string }) => {
  const asked = useQuery(api.one.asQuery({ params: { itemId } }));
  return <Loaded asked={asked}>{(item) => <Page item={item} />}</Loaded>;
};

const Page = ({ item }: { item: Item }) => {
  const { labels, retentions, sources, acts } = useArchiveWords();
  const standing = <><span className="number quiet">{item.number}</span>{item.withdrawnAt ? <State tone="off">{labels.void}</State> : item.destroyedAt ? <State tone="off">{labels.destroyed}</State> : <State tone="done">{retentions[item.retention]}</State>}</>;
  const side = (
    <>
      <ItemActs item={item} />
      <History recordId={item.recordId} module="archive" title={labels.timeline} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />
    </>
  );
  return (
    <Record standing={standing} title={<Title line={item} />} facts={<>{item.author}　{item.docNumber}　{item.department.name}　{sources[item.source as 'incoming']}</>} side={side}>
      {item.withdrawnAt && <Alert type="info" showIcon title={`${labels.withdrawnWhy}：${item.withdrawnWhy ?? ''}`} description={<>{item.withdrawnBy?.name}　<When at={item.withdrawnAt} /></>} />}
      <Destroyed item={item} />
      {item.source !== 'archive' && <p className="card"><Link to={`/records/${item.recordId}` as string}>{labels.toSource}</Link></p>}
      <Facts item={item} />
      <Stamp item={item} />
      <Borrowing item={item} />
      <Files files={item.files} destroyed={item.destroyedAt !== null} />
    </Record>
  );
};

const Facts = ({ item }: { item: Item }) => {
  const { labels, secrecies, retentions } = useArchiveWords();
  const { labels: said } = useDestructionWords();
  return (
    <section className="card stack" aria-label={labels.facts}>
      <h2>{labels.facts}</h2>
      <dl className="facts">
        <Row label={labels.number}>{item.number}</Row>
        <Row label={labels.docNumber}>{item.docNumber}</Row>
        <Row label={labels.author}>{item.author}</Row>
        <Row label={labels.writtenOn}>{item.writtenOn && <Day on={item.writtenOn} />}</Row>
        <Row label={labels.retention}>{retentions[item.retention]}</Row>
        <Row label={said.keepUntil}>{item.keptUntil}</Row>
        <Row label={labels.because}><Because because={item.because} /></Row>
        <Row label={labels.secrecy}>{[secrecies[item.secrecy], item.secrecyPeriod].filter(Boolean).join('★')}</Row>
        <Row label={labels.pages}>{item.pages}</Row>
        <Row label={labels.thickness}>{(item.thickness / 10).toFixed(1)}</Row>
        <Row label={labels.box}>{item.box && String(item.box.seq)}</Row>
        <Row label={labels.remark}>{item.remark}</Row>
        <Row label={labels.archivedBy}>{item.archivedBy.name}　<When at={item.archivedAt} /></Row>
      </dl>
    </section>
  );
};

/** What is not known is not there. */
const Row = ({ label, children }: { label: string; children: ReactNode }) => children ? <><dt>{label}</dt><dd>{children}</dd></> : null;

const texts = ['why', 'reason', 'opinion', 'note', 'number', 'result'];

/** The words somebody wrote, whatever act they came with. */
const saidIn = (details: Readonly<Partial<{ [name: string]: unknown }>>) => texts.map((name) => details[name]).filter((value): value is string => typeof value === 'string' && value !== '').join('　');

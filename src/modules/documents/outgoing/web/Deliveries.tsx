import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Line } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import type { Delivery, Document } from '../nouns.ts';
import { api, stale, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { Signature, Signed } from './Signature.tsx';

/** 分发: who gets it by which way, who has it since when, signed by whom. */
export const Deliveries = ({ document: { deliveries } }: { document: Document }) => {
  const { labels } = useOutgoingWords();
  if (!deliveries.length) return null;
  const received = deliveries.filter(({ receivedAt }) => receivedAt).length;
  return (
    <section className="card stack" aria-label={labels.deliveries}>
      <div className="spread"><h2>{labels.deliveries}</h2><span className="quiet">{labels.receivedOf.replace('{n}', String(received)).replace('{all}', String(deliveries.length))}</span></div>
      <ul className="lines">{deliveries.map((delivery) => <OneDelivery key={delivery.id} delivery={delivery} />)}</ul>
    </section>
  );
};

export const Standing = ({ delivery: { sentAt, receivedAt, receivedBy, collector, signature, returnedAt } }: { delivery: Delivery }) => {
  const { labels } = useOutgoingWords();
  if (!receivedAt) return <span className="quiet">{labels.notYetReceived}　{labels.sentAt} <When at={sentAt} /></span>;
  const who = collector || receivedBy?.name || '';
  return (
    <span className="row">
      {signature && <Signed path={signature} name={labels.signatureOf.replace('{who}', who)} />}
      <span className="quiet">{collector ? labels.collected : labels.received} {who}　<When at={receivedAt} />{returnedAt && <>　{labels.returned} <When at={returnedAt} /></>}</span>
    </span>
  );
};

const OneDelivery = ({ delivery }: { delivery: Delivery }) => {
  const { labels, refusals, verbs, ways } = useOutgoingWords();
  const [collects, setCollects] = useState(false);
  const params = { deliveryId: delivery.id };
  const receive = useAct((_: undefined, key) => api.receive({ params, body: {} }, key), stale);
  const takeBack = useAct((_: undefined, key) => api.takeBack({ params, body: {} }, key), stale);
  const may = (name: string) => delivery.whyNot[name]?.length === 0;
  return (
    <li className="stack tight">
      <div className="spread">
        <span><strong>{delivery.unit}</strong>　{ways[delivery.how]}{delivery.copies > 0 && `　${labels.copiesOf.replace('{n}', String(delivery.copies))}`}{delivery.copyNumbers && `　${labels.copyNumbers} ${delivery.copyNumbers}`}</span>
        <Standing delivery={delivery} />
      </div>
      {(may('receive') || may('collect') || may('takeBack')) && (
        <div className="row">
          {may('receive') && delivery.how === 'electronic' && <Button type="primary" loading={receive.busy} onClick={() => receive.run(undefined)}>{verbs.receive}</Button>}
          {may('collect') && <Button type="primary" onClick={() => setCollects(true)}>{verbs.collect}</Button>}
          {may('takeBack') && <Confirm label={verbs.takeBack} what={`${verbs.takeBack}：${delivery.unit}`} then={labels.takeBackThen} danger={false} busy={takeBack.busy} onYes={() => takeBack.run(undefined)} />}
        </div>
      )}
      <Refusals codes={[...receive.codes, ...takeBack.codes]} words={refusals} />
      {collects && <Collect delivery={delivery} onClose={() => setCollects(false)} />}
    </li>
  );
};

/** Whoever comes for the paper signs on the screen, or is named. */
const Collect = ({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) => {
  const { labels, verbs } = useOutgoingWords();
  return (
    <Ask title={verbs.collect} what={<>{delivery.unit}　{delivery.copies > 0 && labels.copiesOf.replace('{n}', String(delivery.copies))}</>} follows={labels.collectThen} draft={`collect.${delivery.id}`} start={{ collector: '', signature: '' }} onClose={onClose} ready={({ collector }) => collector.trim() !== ''} send={(body, key) => api.collect({ params: { deliveryId: delivery.id }, body }, key)}>
      {(typed, set) => (
        <>
          <Line label={labels.collector} most={60} value={typed.collector} onChange={(collector) => set({ collector })} />
          <Signature value={typed.signature} onChange={(signature) => set({ signature })} />
        </>
      )}
    </Ask>
  );
};

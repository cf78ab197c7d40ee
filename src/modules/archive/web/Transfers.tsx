import { useQuery } from '@tanstack/react-query';
import { Button, Form, Progress, Select } from 'antd';
import { useId, useState } from 'react';
import { Acts } from '#ui/Acts.tsx';
import { Line, Text } from '#ui/fields.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { retentions } from '../nouns.ts';
import type { Package } from '../transfer/contract.ts';
import { en as saidEn } from '../transfer/words.en.ts';
import { zh as saidZh } from '../transfer/words.zh.ts';
import { api, useArchiveWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { sized } from './sized.ts';
import { Tabs } from './Tabs.tsx';
import { Imports } from './Imports.tsx';
import { Papers } from './Papers.tsx';
import { en } from './transfer-words.en.ts';
import { zh } from './transfer-words.zh.ts';
import './archive.css';

export const useTransferWords = () => useWords({ zh: { ...saidZh, ...zh }, en: { ...saidEn, ...en } as unknown as typeof saidZh & typeof zh });

/** 移交与导入: what is given to an archive outside, and what is taken from another house. */
export const Transfers = () => {
  const { labels } = useTransferWords();
  return (
    <div className="stack">
      <h1>{labels.transfer}</h1>
      <Tabs />
      <Packages />
      <Imports />
      <Papers />
    </div>
  );
};

const Packages = () => {
  const { labels } = useTransferWords();
  const { refusals } = useArchiveWords();
  const [asks, setAsks] = useState(false);
  const asked = useQuery(api.packages.asQuery({}));
  return (
    <section className="card stack" aria-label={labels.packages}>
      <h2>{labels.packages}</h2>
      <p className="quiet">{labels.makeHint}</p>
      <Loaded asked={asked}>
        {({ packages, whyNot }) => (
          <>
            <div className="row"><Acts words={refusals} acts={[{ name: 'makePackage', label: labels.make, whyNot: whyNot['makePackage'], onClick: () => setAsks(true), main: true }]} /></div>
            {packages.length === 0 ? <Nothing>{labels.noPackages}</Nothing> : <ul className="lines">{packages.map((one) => <li key={one.id}><Made package={one} /></li>)}</ul>}
          </>
        )}
      </Loaded>
      {asks && <Make onClose={() => setAsks(false)} />}
    </section>
  );
};

const Made = ({ package: made }: { package: Package }) => {
  const { labels, packageStates } = useTransferWords();
  const { retentions: named } = useArchiveWords();
  const [removes, setRemoves] = useState(false);
  const running = made.state === 'running' || made.state === 'waiting';
  return (
    <div className="stack tight">
      <div className="row">
        <State tone={made.state === 'done' ? 'done' : made.state === 'failed' ? 'late' : made.state === 'removed' ? 'off' : 'go'}>{packageStates[made.state]}</State>
        <strong>{made.receiver}</strong>
        <span>{made.years.join('、')}　{made.retentions.map((one) => named[one]).join('、')}　{labels.items.replace('{items}', String(made.items))}</span>
        {made.state === 'done' && <Button style={{ flex: 'none', minWidth: 72 }} href={api.packageContent.url({ params: { packageId: made.id } })}>{labels.download}</Button>}
        {made.state === 'done' && <Button style={{ flex: 'none' }} onClick={() => setRemoves(true)}>{labels.remove}</Button>}
      </div>
      <div className="quiet">{labels.madeBy} {made.askedBy.name}　<When at={made.askedAt} />{made.size !== null && <>　{labels.filesCount.replace('{files}', String(made.files))}　{sized(made.size)}</>}</div>
      {running && <Progress percent={Math.round((made.packed / made.items) * 100)} aria-label={labels.progress.replace('{done}', String(made.packed)).replace('{all}', String(made.items))} />}
      {made.sha256 && <div className="quiet hash">{labels.sum} <code>{made.sha256}</code></div>}
      {made.state === 'failed' && <div className="late">{labels.notMade.replace('{why}', made.why)}　{labels.damagedFile}</div>}
      {made.removedAt && <div className="quiet">{(made.removedBy ? labels.removedBy.replace('{who}', made.removedBy.name) : labels.removedSelf).replace('{why}', made.removedWhy)}　<When at={made.removedAt} /></div>}
      {removes && <Remove made={made} onClose={() => setRemoves(false)} />}
    </div>
  );
};

/** 删除移交包的文件: handed over, or in the way of a destruction. */
const Remove = ({ made, onClose }: { made: Package; onClose: () => void }) => {
  const { labels } = useTransferWords();
  return (
    <Ask danger title={labels.remove} what={made.receiver} follows={labels.removeThen} draft={`archive.removePackage.${made.id}`} start={{ reason: '' }} onClose={onClose} ready={({ reason }) => reason.trim() !== ''} send={({ reason }, key) => api.removePackage({ params: { packageId: made.id }, body: { reason } }, key)}>
      {({ reason }, set) => <Text label={labels.removeWhy} rows={2} value={reason} onChange={(next) => set({ reason: next })} />}
    </Ask>
  );
};

const thisYear = new Date().getFullYear();
const years = Array.from({ length: thisYear - 1948 }, (_, i) => thisYear - i);

const Make = ({ onClose }: { onClose: () => void }) => {
  const { labels } = useTransferWords();
  const { retentions: named } = useArchiveWords();
  const [year, retention] = [useId(), useId()];
  return (
    <Ask title={labels.make} draft="archive.package" start={{ receiver: '', years: [] as number[], retentions: [...retentions] as string[] }} onClose={onClose} ready={(typed) => typed.receiver.trim() !== '' && typed.years.length > 0 && typed.retentions.length > 0} send={(typed, key) => api.makePackage({ body: typed as never }, key)}>
      {(typed, set) => (
        <>
          <Line label={labels.receiver} value={typed.receiver} onChange={(receiver) => set({ receiver })} />
          <Form.Item layout="vertical" label={labels.years} htmlFor={year}><Select id={year} aria-label={labels.years} mode="multiple" value={typed.years} onChange={(next: number[]) => set({ years: next })} options={years.map((one) => ({ value: one, label: String(one) }))} /></Form.Item>
          <Form.Item layout="vertical" label={labels.chooseRetentions} htmlFor={retention}><Select id={retention} aria-label={labels.chooseRetentions} mode="multiple" value={typed.retentions} onChange={(next: string[]) => set({ retentions: next })} options={retentions.map((one) => ({ value: one, label: named[one] }))} /></Form.Item>
        </>
      )}
    </Ask>
  );
};

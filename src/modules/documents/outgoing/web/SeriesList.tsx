import { Button, Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Line } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { type Layout, layouts } from '../nouns.ts';
import type { numbers } from '../numbers/contract.ts';
import { api, stale, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';

type Series = Answer<typeof numbers.series>['series'][number];

/** 机关代字: which are in use, for which layout, and what the next number will be. */
export const SeriesList = ({ series }: { series: readonly Series[] }) => {
  const { labels } = useOutgoingWords();
  const may = useMay();
  const [adds, setAdds] = useState(false);
  if (!may('outgoing.check')) return null;
  return (
    <section className="card stack" aria-label={labels.series}>
      <div className="spread"><h2>{labels.series}</h2><Button onClick={() => setAdds(true)}>{labels.addSeries}</Button></div>
      <ul className="lines">{series.map((one) => <OneSeries key={one.word} series={one} />)}</ul>
      {adds && <AddSeries onClose={() => setAdds(false)} />}
    </section>
  );
};

const OneSeries = ({ series: { word, name, layout, closed, next } }: { series: Series }) => {
  const { labels, layouts: names, refusals } = useOutgoingWords();
  const act = useAct((wanted: boolean, key) => api.changeSeries({ params: { word }, body: { closed: wanted } }, key), stale);
  return (
    <li className="spread">
      <span><strong>{word}</strong>　{name}　<span className="quiet">{labels.layout} {names[layout]}　{closed ? labels.seriesClosed : labels.nextNumber.replace('{n}', String(next))}</span></span>
      <Button loading={act.busy} aria-label={`${closed ? labels.openSeries : labels.closeSeries} ${word}`} onClick={() => act.run(!closed)}>{closed ? labels.openSeries : labels.closeSeries}</Button>
      <Refusals codes={act.codes} words={refusals} />
    </li>
  );
};

const isWord = /^[\p{Script=Han}A-Za-z]{1,20}$/u;

const AddSeries = ({ onClose }: { onClose: () => void }) => {
  const { labels, layouts: names } = useOutgoingWords();
  const id = useId();
  return (
    <Ask title={labels.addSeries} follows={labels.seriesThen} draft="series" start={{ word: '', name: '', layout: 'file' as Layout }} onClose={onClose} ready={({ word, name }) => isWord.test(word.trim()) && name.trim() !== ''} send={(body, key) => api.addSeries({ body }, key)}>
      {(typed, set) => (
        <>
          <Line label={labels.seriesWord} most={20} value={typed.word} onChange={(word) => set({ word })} />
          <Line label={labels.seriesName} most={60} value={typed.name} onChange={(name) => set({ name })} />
          <Form.Item layout="vertical" label={labels.layout} htmlFor={id}><Select id={id} value={typed.layout} onChange={(layout) => set({ layout })} options={layouts.map((layout) => ({ value: layout, label: names[layout] }))} /></Form.Item>
        </>
      )}
    </Ask>
  );
};

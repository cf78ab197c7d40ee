import { useState } from 'react';
import { DatePicker, Form, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { Acts } from '#ui/Acts.tsx';
import { Line, Text } from '#ui/fields.tsx';
import type { Item } from '../nouns.ts';
import { api, useArchiveWords } from './api.ts';
import { Ask } from './Ask.tsx';

/** What the archivist may do with an archived document. */
export const ItemActs = ({ item }: { item: Item }) => {
  const { labels, refusals } = useArchiveWords();
  const [asks, setAsks] = useState<'correct' | 'withdraw'>();
  if (!item.whyNot['correct']) return null;
  return (
    <section className="card stack">
      <Acts words={refusals} acts={(['correct', 'withdraw'] as const).map((name) => ({ name, label: labels[name], whyNot: item.whyNot[name], onClick: () => setAsks(name) }))} />
      {asks === 'correct' && <Correct item={item} onClose={() => setAsks(undefined)} />}
      {asks === 'withdraw' && (
        <Ask title={labels.withdraw} what={item.number} follows={labels.withdrawThen} danger draft={`archive.withdraw.${item.id}`} start={{ reason: '' }} onClose={() => setAsks(undefined)} ready={({ reason }) => reason.trim() !== ''} send={(body, key) => api.withdraw({ params: { itemId: item.id }, body }, key)}>
          {({ reason }, set) => <Text label={labels.why} rows={2} value={reason} onChange={(next) => set({ reason: next })} />}
        </Ask>
      )}
    </section>
  );
};

const Correct = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const { labels } = useArchiveWords();
  const { docNumber, author, title, writtenOn, pages, remark, thickness } = item;
  const start = { docNumber, author, title, writtenOn, pages, remark, thickness, why: '' };
  const stub = item.secrecy > 0;
  return (
    <Ask title={labels.correct} what={item.number} draft={`archive.correct.${item.id}`} start={start} onClose={onClose} ready={(typed) => typed.why.trim() !== '' && typed.author.trim() !== ''} send={({ why, ...typed }, key) => api.correct({ params: { itemId: item.id }, body: { why, ...changesOf(start, typed) } }, key)}>
      {(typed, set) => (
        <>
          {!stub && <Text label={labels.title} rows={1} value={typed.title} onChange={(next) => set({ title: next })} />}
          <Line label={labels.docNumber} most={100} value={typed.docNumber} onChange={(next) => set({ docNumber: next })} />
          <Line label={labels.author} value={typed.author} onChange={(next) => set({ author: next })} />
          <div className="row">
            <Form.Item layout="vertical" label={labels.writtenOn} htmlFor="archive-day"><DatePicker id="archive-day" value={typed.writtenOn ? dayjs(typed.writtenOn) : null} onChange={(on) => set({ writtenOn: on?.format('YYYY-MM-DD') ?? null })} /></Form.Item>
            <Form.Item layout="vertical" label={labels.pages} htmlFor="archive-pages"><InputNumber id="archive-pages" min={1} max={100_000} precision={0} value={typed.pages} onChange={(next) => set({ pages: next ?? 1 })} /></Form.Item>
            {!item.box && <Form.Item layout="vertical" label={labels.thickness} htmlFor="archive-thickness"><InputNumber id="archive-thickness" min={0.1} max={50} step={0.1} precision={1} value={typed.thickness / 10} onChange={(next) => set({ thickness: Math.round((next ?? 0.1) * 10) })} /></Form.Item>}
          </div>
          {!stub && <Line label={labels.remark} most={300} value={typed.remark} onChange={(next) => set({ remark: next })} />}
          <Text label={labels.why} rows={1} value={typed.why} onChange={(next) => set({ why: next })} />
        </>
      )}
    </Ask>
  );
};

const changesOf = <T extends object>(before: T, typed: Partial<T>) => Object.fromEntries(Object.entries(typed).filter(([name, value]) => before[name as keyof T] !== value));

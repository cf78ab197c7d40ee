import { Input, Modal } from 'antd';
import { useState } from 'react';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Effect } from './Effect.tsx';
import { useWriting } from './writing.ts';

/** Nothing is due by this year's calendar any more: asked once, with a reason. */
export const Withdraw = ({ year, onDone }: { year: number; onDone: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [why, setWhy] = useState('');
  const withdraw = useWriting(() => api.withdraw({ params: { year: String(year) }, body: { why } }), onDone);
  return (
    <Modal open title={`${labels.withdraw} ${year}`} okText={labels.withdraw} cancelText={labels.cancel} onCancel={onDone} onOk={() => withdraw.mutate(undefined)} okButtonProps={{ danger: true, disabled: !why.trim(), loading: withdraw.isPending }}>
      <p>{labels.withdrawHint}</p>
      <Effect change={{ withdraws: year }} />
      <label htmlFor="withdraw-why">{labels.why}</label>
      <Input id="withdraw-why" value={why} maxLength={200} onChange={(event) => setWhy(event.target.value)} />
      <Refusals codes={withdraw.error?.codes ?? []} words={refusals} />
    </Modal>
  );
};

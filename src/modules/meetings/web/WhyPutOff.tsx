import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Item, useSittingWords, type Writing } from './sitting.ts';

/** It is put off already; why is chosen or typed beside it, and nothing waits for that (MTG-7). */
export const WhyPutOff = ({ writing: { queue }, item, onClose }: { writing: Writing; item: Item; onClose: () => void }) => {
  const { labels } = useSittingWords();
  const [typed, type] = useState('');
  const say = (why: string) => {
    if (why !== item.why) queue.add({ what: 'sayWhy', request: { params: { itemId: item.id }, body: { why } } });
    onClose();
  };
  const ready = typed.trim() !== '';
  return (
    <div className="stack tight" role="group" aria-label={labels.whyPutOff}>
      <div className="row">{[labels.outOfTime, labels.notPrepared, labels.notAgreed, labels.notThere].map((why) => <Button key={why} size="small" type={why === item.why ? 'primary' : 'default'} ghost={why === item.why} onClick={() => say(why)}>{why}</Button>)}</div>
      <div className="row"><Input style={{ width: 280, maxWidth: '100%' }} aria-label={labels.whyPutOff} placeholder={labels.otherWhy} maxLength={500} value={typed} onChange={({ target }) => type(target.value)} onPressEnter={() => ready && say(typed.trim())} /><Button disabled={!ready} onClick={() => say(typed.trim())}>{labels.note}</Button></div>
    </div>
  );
};

import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import type { Document, Urge } from '../nouns.ts';
import { api, useIncomingWords } from './api.ts';

/** 催办 in one press. */
export const UrgeButton = ({ document, item, itemId }: { document: Document; item: Urge['item']; itemId: string }) => {
  const { labels, refusals } = useIncomingWords();
  const may = useMay();
  const urge = useAct((_: undefined, key) => api.urge({ params: { documentId: document.id }, body: { item, itemId } }, key), ['incoming']);
  const earlier = document.urges.filter((one) => one.itemId === itemId);
  const call = earlier.find(({ how, calledAt }) => how === 'phone' && !calledAt);
  if (!may('incoming.urge')) return null;
  return (
    <div className="stack" style={{ gap: 6 }}>
      <div className="row"><Button onClick={() => urge.run(undefined)} loading={urge.busy}>{labels.urge}{earlier.length > 0 && `（${earlier.length}）`}</Button>{call && <span>{labels.callNow} <a href={`tel:${call.phone}`} className="number">{call.phone}</a>　<Link to="/calls">{labels.logCall}</Link></span>}</div>
      <Refusals codes={urge.codes} words={refusals} />
    </div>
  );
};

import { useMay } from '#mechanisms/access/web/me.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { useOutgoingWords } from './api.ts';
import './outgoing.css';

/** The books of the outgoing document. */
export const Books = () => {
  const { labels } = useOutgoingWords();
  const may = useMay();
  if (!may('outgoing.read_all')) return null;
  return <Tabs label={labels.books} pages={[['/outgoing', labels.book], ['/outgoing/numbers', labels.numbers], ['/outgoing/seals', labels.sealBook], ['/outgoing/deliveries', labels.deliveryBook], ...(may('outgoing.templates') ? [['/outgoing/templates', labels.templates] as const] : [])]} />;
};
